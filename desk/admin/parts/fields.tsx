/** One field of a form of the administration: its label, what is told in it, and why it was refused, beside it. */
import type { ComponentChildren } from 'preact'
import { say, sayFirst } from '../../words/words.ts'
import { Week, type WeekHours } from './week.tsx'

type Choice = readonly [value: string, label: string]
export type FieldSpec = {
  name: string
  hint?: string
  /** what will be refused, told while it is chosen */
  warning?: string
  optional?: true
} & (
  | { kind: 'text'; max?: number; numeric?: true }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'time' }
  | { kind: 'day'; min?: string }
  | { kind: 'choice'; choices: readonly Choice[] }
  | { kind: 'ticks'; choices: readonly Choice[] }
  | { kind: 'tick' }
  | { kind: 'texts' }
  | { kind: 'week' }
)

/** Languages in which residents read the names of the place. */
const TEXTS = ['fi', 'sv', 'en'] as const

export const fieldLabel = (scope: string, name: string) =>
  sayFirst([`admin:field.${scope}.${name}`, `admin:field.${name}`], name)

type FieldProps = {
  scope: string
  spec: FieldSpec
  value: unknown
  /** why it was refused */
  wrong: string | undefined
  set(value: unknown): void
}
type Read = { id: string; 'aria-invalid': boolean; 'aria-describedby': string }

const textOf = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value

/** What the browser makes of a kind; its type says one kind of attributes for each. */
const typeOf = (kind: FieldSpec['kind']) =>
  (({ number: 'number', time: 'time', day: 'date' }) as Record<string, string>)[kind] ?? 'text'

function Plain({
  spec,
  value,
  read,
  set,
}: {
  spec: FieldSpec
  value: unknown
  read: Read
  set: FieldProps['set']
}) {
  if (spec.kind === 'choice')
    return (
      <select {...read} value={String(value ?? '')} onChange={(event) => set(textOf(event))}>
        {spec.choices.map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    )
  const type = typeOf(spec.kind) as 'text'
  return (
    <input
      {...read}
      type={type}
      value={String(value ?? '')}
      autocomplete="off"
      {...(spec.kind === 'text' && { maxLength: spec.max ?? 120, spellcheck: false })}
      {...(spec.kind === 'text' && spec.numeric && { inputMode: 'tel' as const })}
      {...(spec.kind === 'number' && { min: spec.min, max: spec.max })}
      {...(spec.kind === 'day' && spec.min && { min: spec.min })}
      onInput={(event) => set(textOf(event))}
    />
  )
}

const Group = ({ label, read, children }: { label: string; read: Read; children: ComponentChildren }) => (
  <fieldset class="choice" id={read.id} tabIndex={-1} aria-describedby={read['aria-describedby']}>
    <legend>{label}</legend>
    {children}
  </fieldset>
)

const listed = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [])

const Ticks = ({
  choices,
  value,
  set,
}: {
  choices: readonly Choice[]
  value: unknown
  set: FieldProps['set']
}) => (
  <div class="ticks">
    {choices.map(([key, label]) => (
      <label class="tick" key={key}>
        <input
          type="checkbox"
          checked={listed(value).includes(key)}
          onChange={({ currentTarget }) =>
            set(currentTarget.checked ? [...listed(value), key] : listed(value).filter((one) => one !== key))
          }
        />
        {label}
      </label>
    ))}
  </div>
)

function Texts({ value, set, id }: { value: unknown; set: FieldProps['set']; id: string }) {
  const texts = (value ?? {}) as Record<string, string>
  return (
    <div class="fields">
      {TEXTS.map((language) => (
        <label class="field" key={language}>
          <span>{say(`admin:language.${language}`)}</span>
          <input
            id={`${id}-${language}`}
            type="text"
            lang={language}
            maxLength={120}
            value={texts[language] ?? ''}
            onInput={(event) => set({ ...texts, [language]: textOf(event) })}
          />
        </label>
      ))}
    </div>
  )
}

export function Field({ scope, spec, value, wrong, set }: FieldProps) {
  const id = `admin-${scope}-${spec.name}`
  const label = fieldLabel(scope, spec.name)
  const read: Read = {
    ...{ id, 'aria-invalid': wrong !== undefined, 'aria-describedby': `${id}-told` },
  }
  const told = (
    <span id={`${id}-told`} class="field-told">
      {spec.hint && <span class="soft">{spec.hint}</span>}
      <span role="status">{!wrong && spec.warning && <span class="notice">{spec.warning}</span>}</span>
      {wrong && (
        <span class="problem" role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
  if (spec.kind === 'tick')
    return (
      <div class="field">
        <label class="tick">
          <input
            {...read}
            type="checkbox"
            checked={value === true}
            onChange={({ currentTarget }) => set(currentTarget.checked)}
          />
          {label}
        </label>
        {told}
      </div>
    )
  const grouped = { ticks: true, texts: true, week: true }[spec.kind as string]
  if (grouped)
    return (
      <div class="field">
        <Group label={label} read={read}>
          {spec.kind === 'ticks' && <Ticks choices={spec.choices} value={value} set={set} />}
          {spec.kind === 'texts' && <Texts value={value} set={set} id={id} />}
          {spec.kind === 'week' && <Week open={(value ?? []) as WeekHours[]} set={set} id={id} />}
        </Group>
        {told}
      </div>
    )
  return (
    <div class={`field field-${spec.kind}`}>
      <label for={id}>{label}</label>
      <Plain spec={spec} value={value} read={read} set={set} />
      {told}
    </div>
  )
}
