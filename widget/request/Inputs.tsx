/** The inputs of the request: a label, what helps, and the error tied to its field. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type TextProps = {
  label: string
  hint?: string | undefined
  error?: string | undefined
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'tel'
  complete?: string
  most?: number
  rows?: number
}

export function TextInput({
  label,
  hint,
  error,
  value,
  onValue,
  type = 'text',
  complete = 'off',
  most = 80,
  rows,
}: TextProps) {
  const id = useId()
  const shared = {
    id,
    value,
    maxLength: most,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
  }
  return (
    <div class="input">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {rows ? (
        <textarea rows={rows} {...shared} />
      ) : type === 'tel' ? (
        <input type="tel" autoComplete={complete} {...shared} />
      ) : (
        <input type="text" autoComplete={complete} {...shared} />
      )}
    </div>
  )
}

type RadioProps<Value extends string> = {
  legend: string
  name: string
  options: readonly Value[]
  text: (option: Value) => string
  /** empty: nothing chosen yet */
  value: Value | ''
  onValue: (value: Value) => void
}

export function Radios<Value extends string>({
  legend,
  name,
  options,
  text,
  value,
  onValue,
}: RadioProps<Value>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="rows">
        {options.map((option) => (
          <label class="row" key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onValue(option)}
            />
            <span>{text(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function Tick({
  on,
  onTick,
  children,
}: {
  on: boolean
  onTick: (on: boolean) => void
  children: ComponentChildren
}) {
  return (
    <label class="row">
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
      <span>{children}</span>
    </label>
  )
}
