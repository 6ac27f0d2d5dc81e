/** Closing: the outcome, whether it is recorded in the client system, and whether the call was needless from the start. */
import { useState } from 'preact/hooks'
import type { Static } from 'typebox'
import type { Closing } from '#core/contract/desk.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, Choice, type FormProps, Tick } from './form.tsx'

type Outcome = Static<typeof Closing>['outcome']

const outcomes: Record<Outcome, true> = {
  'advice-given': true,
  'guided-to-apply': true,
  'application-helped': true,
  'handed-over-social': true,
  'handed-over-health': true,
  'joint-meeting': true,
  'manages-alone': true,
  unreachable: true,
  duplicate: true,
  'not-our-matter': true,
  other: true,
}

export function CloseForm({ busy, send, cancel }: FormProps) {
  const [outcome, setOutcome] = useState<Outcome>()
  const [recorded, setRecorded] = useState(false)
  const [failureDemand, setFailureDemand] = useState(false)
  return (
    <ActFrame
      title="close.title"
      submit="close.save"
      busy={busy}
      ready={outcome !== undefined}
      onSubmit={() => send({ outcome, recorded, failureDemand })}
      cancel={cancel}
    >
      <Choice
        name="outcome"
        legend={say('close.outcome')}
        ids={Object.keys(outcomes) as Outcome[]}
        label={(id) => say(`outcome.${id}`)}
        value={outcome}
        pick={(id) => setOutcome(id)}
      />
      <Tick
        label={say('close.recorded')}
        hint={say('close.recordedHint')}
        checked={recorded}
        set={setRecorded}
      />
      <Tick
        label={say('close.failureDemand')}
        hint={say('close.failureDemandHint')}
        checked={failureDemand}
        set={setFailureDemand}
      />
    </ActFrame>
  )
}
