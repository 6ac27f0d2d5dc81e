/**
 * An attempt to reach the resident: what came of it, and when it is tried next. How it was made and when stand folded: mostly it was made
 * now, as the resident wished.
 */
import type { ActBody } from '#core/contract/acts.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { WAYS } from '#core/request/choices.ts'
import { wayText } from '#core/say/contact.ts'
import { instantIn, localTime } from '#core/say/time.ts'
import { Choice, Tick } from '../../../parts/choosing.tsx'
import { serverNow } from '../../../state/clock.ts'
import { momentWords } from '../../../words/dates.ts'
import { say, speaker } from '../../../words/words.ts'
import { Field } from './fields.tsx'
import { ActFrame, type FormProps } from './form.tsx'
import { MissedMessage } from './missed-message.tsx'
import { type NextTold, NextTry, NO_NEXT, nextOf } from './next-try.tsx'
import { useTold } from './use-told.ts'

type Sent = ActBody<'attempt'>
type Way = Sent['way']
type Told = NextTold & {
  result: Sent['result'] | undefined
  way: Way
  /** local day and time when it was made; empty: now */
  madeDay: string
  madeTime: string
  /** a call that was agreed with who answered */
  agreed: boolean
}

// in the order of how a call goes; a new result does not compile without a place here
const results: Record<Sent['result'], true> = {
  answered: true,
  'no-answer': true,
  busy: true,
  'message-left': true,
  'wrong-number': true,
}

/** The way that was chosen first; a visit and a shared phone are ways of those alone who chose them. */
const waysFor = (chosen: Way): Way[] => [
  chosen,
  ...WAYS.filter((way) => way !== chosen && (way === 'call' || way === 'text')),
]

/** When it was made, epoch ms; `undefined` where nothing was told, `wrong` when it is not yet, or before the request came. */
function madeAt({ madeDay, madeTime }: Told, { row }: OpenRequest): number | undefined | 'wrong' {
  if (madeTime === '') return undefined
  const at = instantIn(madeDay || localTime(serverNow())[0], madeTime)
  return at <= serverNow() && at >= Date.parse(row.receivedAt) ? at : 'wrong'
}

type AttemptPart = { request: OpenRequest; told: Told; tell(part: Partial<Told>): void }

/** How and when, folded: their words tell what stands there. */
function HowAndWhen({ request, told, tell }: AttemptPart) {
  const at = madeAt(told, request)
  const [today] = localTime(serverNow())
  const when = typeof at === 'number' ? momentWords(new Date(at).toISOString()) : say('attempt.now')
  return (
    <details class="how" open={at === 'wrong' || undefined}>
      <summary>{say('attempt.how', { way: wayText(speaker(), told.way), when })}</summary>
      <Choice
        name="way"
        legend={say('attempt.way')}
        ids={waysFor(request.contact.way)}
        label={(id) => wayText(speaker(), id)}
        value={told.way}
        pick={(id) => tell({ way: id })}
      />
      <div class="fields">
        <Field
          label="attempt.madeDay"
          type="date"
          value={told.madeDay || today}
          max={today}
          optional
          set={(madeDay) => tell({ madeDay })}
        />
        <Field
          label="attempt.madeTime"
          type="time"
          value={told.madeTime}
          optional
          set={(madeTime) => tell({ madeTime })}
        />
      </div>
      {at === 'wrong' && <p class="problem">{say('attempt.madeWrong')}</p>}
    </details>
  )
}

/** What follows from what came of it. */
function Following({ request, told, tell }: AttemptPart) {
  const { result, agreed } = told
  if (result === undefined) return null
  if (result === 'wrong-number') return <p class="notice">{say('attempt.wrongHint')}</p>
  const next = <NextTry request={request} told={told} tell={tell} />
  if (result !== 'answered')
    return (
      <>
        {next}
        <MissedMessage request={request} next={timeOf(nextOf(told, request))} />
      </>
    )
  return (
    <>
      <Tick label={say('attempt.agreed')} checked={agreed} set={(checked) => tell({ agreed: checked })} />
      {agreed && next}
    </>
  )
}

const timeOf = (next: ReturnType<typeof nextOf>) => (next === 'wrong' ? undefined : next)

const asksNext = ({ result, agreed }: Told) =>
  result === 'answered' ? agreed : result !== undefined && result !== 'wrong-number'

export function AttemptForm({ request, busy, send, cancel }: FormProps<'attempt'>) {
  const beginning: Told = {
    ...NO_NEXT,
    result: undefined,
    way: request.contact.way,
    madeDay: '',
    madeTime: '',
    agreed: false,
  }
  const [told, tell] = useTold(request.row.id, 'attempt', beginning)
  const { result, way } = told
  const at = madeAt(told, request)
  const next = asksNext(told) ? nextOf(told, request) : undefined
  const isReady = result !== undefined && at !== 'wrong' && next !== 'wrong'
  const part = { request, told, tell }
  const submit = () =>
    result &&
    send({
      ...{ result, way },
      ...(typeof at === 'number' && { at: new Date(at).toISOString() }),
      ...(next && next !== 'wrong' && { next }),
    })
  return (
    <ActFrame
      title="attempt.title"
      submit="attempt.save"
      busy={busy}
      ready={isReady}
      onSubmit={submit}
      cancel={cancel}
    >
      <Choice
        name="result"
        legend={say('attempt.result')}
        ids={Object.keys(results) as Sent['result'][]}
        label={(id) => say(`attempt.${id}`)}
        value={result}
        pick={(id) => tell({ result: id })}
      />
      {result === 'message-left' && request.contact.mayLeaveMessage === false && (
        <p class="notice">{say('attempt.noMessageWanted')}</p>
      )}
      <Following {...part} />
      <HowAndWhen {...part} />
    </ActFrame>
  )
}
