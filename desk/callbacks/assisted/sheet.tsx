/** What the coordinator writes of a call, and how it ends. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { ASSISTED_ENDS } from '#core/request/assisted.ts'
import { OUTCOMES_AT_ONCE } from '#core/request/choices.ts'
import { Choice, Tick } from '../../parts/choosing.tsx'
import { Problem } from '../../parts/problem.tsx'
import { useStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import {
  assisted,
  type CallTold,
  clearCall,
  MOST_OWN_WORDS,
  storeCall,
  useCallTold,
} from '../state/assisted.ts'

/** The first thing that is missing, if anything is. */
function missingIn({ ends, outcome, phone }: CallTold, hasCard: boolean): string | undefined {
  if (!hasCard) return 'assisted.missing.card'
  if (ends === undefined) return 'assisted.missing.ends'
  if (ends === 'closed' && outcome === undefined) return 'assisted.missing.outcome'
  return ends === 'later' && phone.trim() === '' ? 'assisted.missing.phone' : undefined
}

type Tell = (part: Partial<CallTold>) => void
type PartProps = { told: CallTold; tell: Tell }
type TextProps = {
  label: string
  hint?: string
  value: string
  rows?: number
  most: number
  write(text: string): void
}

const Text = ({ label, hint, value, rows = 2, most, write }: TextProps) => (
  <label class="field">
    <span>{say(label)}</span>
    <textarea
      rows={rows}
      maxLength={most}
      value={value}
      dir="auto"
      onInput={({ currentTarget }) => write(currentTarget.value)}
    />
    {hint && <span class="soft">{say(hint)}</span>}
  </label>
)

/** Nothing that says who calls goes into the browser’s own memory. */
const OWN = { autoComplete: 'off', spellcheck: false, dir: 'auto' } as const

const Line = ({ told, tell, name }: PartProps & { name: 'phone' | 'name' }) => (
  <label class="field">
    <span>{say(`assisted.${name}`)}</span>
    <input
      {...OWN}
      type="text"
      inputMode={name === 'phone' ? 'tel' : 'text'}
      value={told[name]}
      maxLength={80}
      onInput={({ currentTarget }) => tell({ [name]: currentTarget.value })}
    />
  </label>
)

const Caller = ({ told, tell }: PartProps) => (
  <>
    <Line told={told} tell={tell} name="phone" />
    <Line told={told} tell={tell} name="name" />
    <Text
      label="assisted.ownWords"
      value={told.ownWords}
      rows={3}
      most={MOST_OWN_WORDS}
      write={(ownWords) => tell({ ownWords })}
    />
    <Tick label={say('assisted.unsafe')} checked={told.isUnsafe} set={(isUnsafe) => tell({ isUnsafe })} />
    {told.isUnsafe && (
      <Text
        label="assisted.safeWhen"
        value={told.safeWhen}
        most={200}
        write={(safeWhen) => tell({ safeWhen })}
      />
    )}
    <Text label="assisted.note" value={told.note} most={2000} write={(note) => tell({ note })} />
  </>
)

/** Written in a call before: two people's words must not become one request unseen. */
function OfBefore() {
  const isOfBefore = useStore(assisted, (state) => state.isOfBefore)
  if (!isOfBefore) return null
  return (
    <div role="alert" class="problem">
      <p>{say('assisted.ofBefore')}</p>
      <button type="button" class="button" onClick={clearCall}>
        {say('assisted.clear')}
      </button>
      <button type="button" class="button quiet" onClick={() => assisted.set({ isOfBefore: false })}>
        {say('assisted.same')}
      </button>
    </div>
  )
}

const Ending = ({ told, tell }: PartProps) => (
  <>
    <Choice
      name="assisted-ends"
      legend={say('assisted.ends')}
      ids={ASSISTED_ENDS}
      label={(id) => say(`assisted.end.${id}`)}
      value={told.ends}
      pick={(ends) => tell({ ends })}
    />
    {told.ends && <p class="soft">{say(`assisted.hint.${told.ends}`)}</p>}
    {told.ends === 'closed' && (
      <>
        <Choice
          name="assisted-outcome"
          legend={say('close.outcome')}
          ids={OUTCOMES_AT_ONCE}
          label={(id) => say(`outcome.${id}`)}
          value={told.outcome}
          pick={(outcome) => tell({ outcome })}
        />
        <Tick label={say('close.recorded')} checked={told.recorded} set={(recorded) => tell({ recorded })} />
        <Tick
          label={say('close.failureDemand')}
          hint={say('close.failureDemandHint')}
          checked={told.failureDemand}
          set={(failureDemand) => tell({ failureDemand })}
        />
      </>
    )}
  </>
)

const MISSING_ID = 'call-missing'

/** @param asked grows each time the conversation leads here */
export function Sheet({ asked }: { asked: number }) {
  const [told, tell] = useCallTold()
  const hasCard = useStore(assisted, ({ card }) => card !== undefined)
  const refused = useStore(assisted, (state) => state.refused)
  const busy = useStore(assisted, (state) => state.busy)
  const [isTold, show] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (asked > 0) heading.current?.focus()
  }, [asked])
  const missing = missingIn(told, hasCard)
  useLayoutEffect(() => {
    if (!missing) show(false)
  }, [missing])
  const submit = (event: Event) => {
    event.preventDefault()
    if (missing) show(true)
    else void storeCall()
  }
  return (
    <form class="call-sheet" onSubmit={submit}>
      <h3 ref={heading} tabIndex={-1}>
        {say('assisted.caller')}
      </h3>
      <OfBefore />
      <Caller told={told} tell={tell} />
      <Ending told={told} tell={tell} />
      <div role="alert" class="missing-room" id={MISSING_ID}>
        {isTold && missing && <p class="missing">{say(missing)}</p>}
      </div>
      {refused?.code === 'network' ? (
        <p role="alert" class="problem">
          {say('assisted.unsure')}
        </p>
      ) : refused?.code === 'already-received' ? (
        <p role="alert" class="problem">
          {say('assisted.before')}
        </p>
      ) : (
        <Problem refused={refused} />
      )}
      <div class="acts">
        <button
          type="submit"
          class="button strong"
          aria-disabled={busy || missing !== undefined}
          aria-describedby={MISSING_ID}
        >
          {say(busy ? 'act.busy' : 'assisted.save')}
        </button>
      </div>
    </form>
  )
}
