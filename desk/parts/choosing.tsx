/** What a coordinator chooses: one of several, or yes to one thing. */

type ChoiceProps<Id extends string> = {
  name: string
  legend: string
  ids: readonly Id[]
  label(id: Id): string
  value: Id | undefined
  pick(id: Id): void
}

/** Native radio buttons: the keyboard and screen readers know them already. */
export const Choice = <Id extends string>({ name, legend, ids, label, value, pick }: ChoiceProps<Id>) => (
  <fieldset class="choice">
    <legend>{legend}</legend>
    {ids.map((id) => (
      <label key={id} class="tick">
        <input type="radio" name={name} value={id} checked={id === value} onChange={() => pick(id)} />
        <span>{label(id)}</span>
      </label>
    ))}
  </fieldset>
)

type TickProps = { label: string; hint?: string; checked: boolean; set(checked: boolean): void }

export const Tick = ({ label, hint, checked, set }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={checked} onChange={(event) => set(event.currentTarget.checked)} />
    <span>
      {label}
      {hint && <span class="soft tick-hint">{hint}</span>}
    </span>
  </label>
)
