/** The inputs of the request: a label, what helps, and the error tied to its field. */
import { useId } from 'preact/hooks'
import { typedText } from '#core/request/typed-text.ts'

/** No service of the browser reads along in a text of one's own. */
export const UNREAD = {
  autoComplete: 'off',
  autoCorrect: 'off',
  spellcheck: false,
  writingsuggestions: 'false',
}

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
  // a browser offers what it knows to an empty field, and remembers what was typed into one whose purpose it is told
  const autoComplete = value ? 'off' : complete
  const shared = {
    id,
    value,
    maxLength: most,
    'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? true : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
    // when it is settled, so that nothing moves under the cursor
    onChange: (event: Event) => {
      const { value: typed } = event.currentTarget as HTMLInputElement
      const meant = typedText(typed)
      if (meant !== typed) onValue(meant)
    },
  }
  return (
    <div class="input">
      <label for={id}>{label}</label>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {rows ? (
        <textarea rows={rows} {...shared} {...UNREAD} />
      ) : type === 'tel' ? (
        <input type="tel" autoComplete={autoComplete} {...shared} />
      ) : (
        <input type="text" autoComplete={autoComplete} {...shared} />
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
  error?: string | undefined
  /** said beside the legend of what may be left alone */
  optional?: string
}

export function Radios<Value extends string>({
  legend,
  name,
  options,
  text,
  value,
  onValue,
  error,
  optional,
}: RadioProps<Value>) {
  const id = useId()
  return (
    <fieldset data-wrong={error ? true : undefined} aria-describedby={error ? id : undefined}>
      <legend>
        {legend}
        {optional && <small> {optional}</small>}
      </legend>
      {error && (
        <p class="error" id={id}>
          {error}
        </p>
      )}
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
