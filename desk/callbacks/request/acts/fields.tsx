/** Short fields of a day and of times, as they stand in several forms. */
import { say } from '../../../words/words.ts'

type FieldProps = {
  label: string
  type: 'date' | 'time'
  value: string
  min?: string | undefined
  max?: string | undefined
  /** it may stay empty: a field that stands folded would else keep the form from being sent, unseen */
  optional?: true
  set(value: string): void
}

export const Field = ({ label, type, value, min, max, optional, set }: FieldProps) => (
  <label class="field field-short">
    <span>{say(label)}</span>
    <input
      type={type}
      value={value}
      min={min}
      max={max}
      required={!optional}
      onInput={(event) => set(event.currentTarget.value)}
    />
  </label>
)
