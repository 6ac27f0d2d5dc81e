/** Closing: the outcome, whether it is recorded in the client system, and whether the call was needless from the start. */
import type { ActBody } from '#core/contract/acts.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { lacksWorker } from '#core/queue/worker.ts'
import { OUTCOMES } from '#core/request/choices.ts'
import { LIFE } from '#core/request/life.ts'
import { openSteps } from '#core/request/plan.ts'
import { Choice, Tick } from '../../../parts/choosing.tsx'
import { session } from '../../../state/session.ts'
import { useStore } from '../../../state/store.ts'
import { momentWords } from '../../../words/dates.ts'
import { say } from '../../../words/words.ts'
import { CopyRecord } from '../copy-record.tsx'
import { ActFrame, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

type ClosingOutcome = ActBody<'close'>['outcome']
type Told = {
  outcome: ClosingOutcome | undefined
  recorded: boolean
  failureDemand: boolean
  contacted: boolean
  also: string
}
const BEGINNING: Told = {
  outcome: undefined,
  recorded: false,
  failureDemand: false,
  contacted: false,
  also: '',
}

/** Others from the same number that nobody else holds: each is ticked for itself. */
const closable = ({ siblings }: OpenRequest, me: string | undefined) =>
  siblings.filter(({ status, takenBy }) => status !== 'closed' && (!takenBy || takenBy.id === me))

/** “Not reached” is offered when the rule's tries were made, or it has been decided. */
const outcomesFor = ({ row }: OpenRequest): readonly ClosingOutcome[] =>
  row.status === 'unreachable' || LIFE.unreachable.suits(row)
    ? OUTCOMES
    : OUTCOMES.filter((outcome) => outcome !== 'unreachable')

/** It is asked whether they talked, where the outcome does not tell it. */
const asksContact = ({ row }: OpenRequest, outcome: ClosingOutcome | undefined) =>
  row.status !== 'reached' && (outcome === 'other' || outcome === 'not-our-matter')

export function CloseForm({ request, busy, send, cancel }: FormProps<'close'>) {
  const [{ outcome, recorded, failureDemand, contacted, also }, tell] = useTold(
    request.row.id,
    'close',
    BEGINNING,
  )
  const isAsked = asksContact(request, outcome)
  const lacks = outcome !== undefined && lacksWorker(outcome, { ...request.row, plan: request.plan })
  const unverified = openSteps(request.plan).length
  const me = useStore(session, (state) => state.me?.id)
  const others = closable(request, me)
  // kept as one text, so that a draft can be compared
  const ticked = also.split(' ').filter((id) => others.some((one) => one.id === id))
  const tick = (id: string, isTicked: boolean) =>
    tell({ also: [...ticked.filter((one) => one !== id), ...(isTicked ? [id] : [])].join(' ') })
  const body = (ended: ClosingOutcome) => ({
    ...{ outcome: ended, recorded, failureDemand },
    ...(isAsked && { contacted }),
    ...(ticked.length > 0 && { also: ticked }),
  })
  return (
    <ActFrame
      title="close.title"
      submit="close.save"
      busy={busy}
      ready={outcome !== undefined && !lacks}
      missing={lacks ? 'close.worker' : 'close.missing'}
      onSubmit={() => outcome && send(body(outcome))}
      cancel={cancel}
    >
      <Choice
        name="outcome"
        legend={say('close.outcome')}
        ids={outcomesFor(request)}
        label={(id) => say(`outcome.${id}`)}
        value={outcome}
        pick={(id) => tell({ outcome: id })}
      />
      {lacks && <p class="notice">{say('close.worker')}</p>}
      {unverified > 0 && <p class="soft">{say('close.unverified', { count: unverified })}</p>}
      {isAsked && (
        <Tick
          label={say('close.contacted')}
          checked={contacted}
          set={(checked) => tell({ contacted: checked })}
        />
      )}
      {others.map(({ id, reference, receivedAt }) => (
        <Tick
          key={id}
          label={say('close.also', { reference, moment: momentWords(receivedAt) })}
          checked={ticked.includes(id)}
          set={(checked) => tick(id, checked)}
        />
      ))}
      <CopyRecord request={request} outcome={outcome} />
      <Tick
        label={say('close.recorded')}
        hint={`${say(`close.register.${request.register}`)} ${say('close.recordedHint')}`}
        checked={recorded}
        set={(checked) => tell({ recorded: checked })}
      />
      <Tick
        label={say('close.failureDemand')}
        hint={say('close.failureDemandHint')}
        checked={failureDemand}
        set={(checked) => tell({ failureDemand: checked })}
      />
    </ActFrame>
  )
}
