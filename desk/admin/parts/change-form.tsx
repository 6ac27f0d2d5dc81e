/** A form that changes one thing: its fields, what it would touch, and the press that does it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { say } from '../../words/words.ts'
import { type ChangeTold, useForesight } from '../state/foresee.ts'
import { type FormValues, useForm } from '../state/form.ts'
import { Field, type FieldSpec, fieldLabel } from './fields.tsx'
import { Foreseen } from './foreseen.tsx'
import { fieldOf, refusalWords } from './refusal.ts'

export type ChangeFormProps = {
  /** of what is told, and of the elements */
  id: string
  /** whose words its fields have */
  scope: string
  title: string
  intro?: ComponentChildren
  fields(values: FormValues): readonly FieldSpec[]
  initial: FormValues
  /** how it is told to the server */
  told(values: FormValues): ChangeTold
  /** the mark of the thing as it stands on the screen */
  seen?: string | undefined
  /** does it change what residents are promised? */
  foresees?: boolean
  who?(values: FormValues): string | undefined
  saveLabel?: string
  done(answer: unknown, values: FormValues): void
  cancel(): void
}

const isLacking = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const lackingIn = (fields: readonly FieldSpec[], values: FormValues) =>
  fields.find(({ name, kind, optional }) => kind !== 'tick' && !optional && isLacking(values[name]))?.name

/** Where typing goes on: the field itself, or the group that it is of. */
const focusOn = (scope: string, name: string) => document.getElementById(`admin-${scope}-${name}`)?.focus()

export function ChangeForm(props: ChangeFormProps) {
  const { id, scope, title, intro, told, foresees = false, who, done, cancel } = props
  const { values, set, busy, refused, save, giveUp } = useForm(id, props.initial)
  // as it was when the form was opened: the list may be read anew behind it
  const [seen, see] = useState(props.seen)
  const [day, setDay] = useState('')
  const [pressed, press] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const base = props.fields(values)
  const isPlanned = refused?.reason === 'planned' || values.instead === true
  const fields: readonly FieldSpec[] = isPlanned ? [...base, { kind: 'tick', name: 'instead' }] : base
  const lacking = lackingIn(fields, values)
  const foresight = useForesight(foresees && !lacking ? told(values) : undefined, day, seen)
  const why = refused ?? (pressed || fieldOf(foresight.refused) !== undefined ? foresight.refused : undefined)
  const at = fieldOf(why)
  const isAtField = fields.some(({ name }) => name === at)
  const wrongOf = ({ name }: FieldSpec) =>
    why && at === name
      ? refusalWords(why, scope)
      : pressed && lacking === name
        ? say('admin:refused.empty', { field: fieldLabel(scope, name) })
        : undefined
  const submit = async (event: Event) => {
    event.preventDefault()
    press(true)
    if (lacking) return focusOn(scope, lacking)
    const answer = await save(told(values), seen)
    if (answer !== undefined) done(answer, values)
  }
  useEffect(() => {
    if (refused && at) focusOn(scope, at)
    // it has been said that another was quicker: the next press is made upon what stands there now
    if (refused?.reason === 'changed-meanwhile') see(props.seen)
  }, [refused])
  const leave = () => {
    giveUp()
    cancel()
  }
  return (
    <form
      class="card change"
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={submit}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && leave()}
    >
      <h3 id={`${id}-title`} ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {intro}
      <div class="change-fields">
        {fields.map((spec) => (
          <Field
            key={spec.name}
            scope={scope}
            spec={spec}
            value={values[spec.name]}
            wrong={wrongOf(spec)}
            set={(value) => set(spec.name, value)}
          />
        ))}
      </div>
      {foresees && <Foreseen found={foresight.found} day={day} setDay={setDay} who={who?.(values)} />}
      <div role="alert">{why && !isAtField && <p class="problem">{refusalWords(why, scope)}</p>}</div>
      <p class="change-acts">
        <button type="submit" class="button strong" aria-disabled={busy}>
          {busy ? say('admin:form.saving') : (props.saveLabel ?? say('admin:form.save'))}
        </button>
        <button type="button" class="button" onClick={leave}>
          {say('admin:form.cancel')}
        </button>
      </p>
    </form>
  )
}
