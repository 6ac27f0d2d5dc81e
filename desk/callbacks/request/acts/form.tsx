/** The frame of an act’s form: its question, its fields, sending and leaving. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { ActBody } from '#core/contract/acts.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { DeskAct } from '#core/request/life.ts'
import { say } from '../../../words/words.ts'

/** The form of an act sends what the contract wants to be told with it; the version is added on the way. */
export type FormProps<Act extends DeskAct> = {
  request: OpenRequest
  busy: boolean
  send: (body: ActBody<Act>) => void
  cancel(): void
}

const MISSING_ID = 'missing'

type ActFrameProps = {
  title: string
  submit: string
  /** the word for going away without sending, when it is not giving up */
  leave?: string
  busy: boolean
  ready?: boolean
  /** the word for what is missing while it is not ready, when the form can name it */
  missing?: string | undefined
  onSubmit(): void
  cancel(): void
  children: ComponentChildren
}

/** Where what is missing is told: a question without an answer, else an empty field, else a tick. */
const UNANSWERED = [
  'fieldset:not(:has(:checked)) input',
  'textarea:not([readonly]):placeholder-shown, input:invalid',
  'input[type=checkbox]:not(:checked)',
]

/** A press that cannot be done yet says what is missing, and leads there. */
function useMissing(ready: boolean) {
  const form = useRef<HTMLFormElement>(null)
  const [isTold, tell] = useState(false)
  useLayoutEffect(() => {
    if (ready) tell(false)
  }, [ready])
  const leadThere = () => {
    tell(true)
    const found = UNANSWERED.map((one) => form.current?.querySelector<HTMLElement>(one)).find(Boolean)
    found?.focus()
  }
  return { form, isTold, leadThere }
}

/** Focus moves to the title when the form opens; Escape leaves it. */
export function ActFrame({ title, submit, leave = 'act.cancel', ...props }: ActFrameProps) {
  const { busy, ready = true, missing = 'act.missing', onSubmit, cancel, children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const { form, isTold, leadThere } = useMissing(ready)
  const send = (event: Event) => {
    event.preventDefault()
    if (!ready) leadThere()
    else if (!busy) onSubmit()
  }
  return (
    <form
      class="act-form"
      ref={form}
      onSubmit={send}
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && cancel()}
    >
      <h4 ref={heading} tabIndex={-1}>
        {say(title)}
      </h4>
      {children}
      <div role="alert" class="missing-room" id={MISSING_ID}>
        {isTold && <p class="missing">{say(missing)}</p>}
      </div>
      <div class="acts">
        <button
          type="submit"
          class="button strong"
          aria-disabled={busy || !ready}
          aria-describedby={MISSING_ID}
        >
          {say(busy ? 'act.busy' : submit)}
        </button>
        <button type="button" class="button quiet" onClick={cancel}>
          {say(leave)}
        </button>
      </div>
    </form>
  )
}
