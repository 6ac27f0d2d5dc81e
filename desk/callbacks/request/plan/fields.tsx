/** Fields of what was agreed: a few words, and one of a list. */
import { say } from '../../../words/words.ts'

type WordsProps = {
  /** as it is said */
  label: string
  value: string
  longest: number
  set(value: string): void
}

/** A few words on one line. */
export const Words = ({ label, value, longest, set }: WordsProps) => (
  <label class="field">
    <span>{label}</span>
    <input
      type="text"
      autoComplete="off"
      value={value}
      maxLength={longest}
      dir="auto"
      onInput={(event) => set(event.currentTarget.value)}
    />
  </label>
)

/** A few words that may take two lines. */
export const Lines = ({ label, value, longest, set }: WordsProps) => (
  <label class="field">
    <span>{label}</span>
    <textarea
      rows={2}
      value={value}
      maxLength={longest}
      dir="auto"
      onInput={(event) => set(event.currentTarget.value)}
    />
  </label>
)

type PickProps<Id extends string> = {
  label: string
  ids: readonly Id[]
  /** the words of an id begin with it */
  words: string
  value: Id
  set(id: Id): void
}

/** One of a list; an empty id is “not chosen”. */
export const Pick = <Id extends string>({ label, ids, words, value, set }: PickProps<Id>) => (
  <label class="field field-short">
    <span>{label}</span>
    <select value={value} onChange={(event) => set(event.currentTarget.value as Id)}>
      {ids.map((id) => (
        <option key={id} value={id}>
          {say(id === '' ? 'plan.unset' : `${words}.${id}`)}
        </option>
      ))}
    </select>
  </label>
)
