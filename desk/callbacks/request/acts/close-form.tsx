/** Closing: the outcome, whether it is recorded in the client system, and whether the call was needless from the start. */
import { useState } from 'preact/hooks'
import { OUTCOMES } from '#core/request/choices.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, Choice, type FormProps, Tick } from './form.tsx'

export function CloseForm({ busy, send, cancel }: FormProps<'close'>) {
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>()
  const [recorded, setRecorded] = useState(false)
  const [failureDemand, setFailureDemand] = useState(false)
  return (
    <ActFrame
      title="close.title"
      submit="close.save"
      busy={busy}
      ready={outcome !== undefined}
      onSubmit={() => outcome && send({ outcome, recorded, failureDemand })}
      cancel={cancel}
    >
      <Choice
        name="outcome"
        legend={say('close.outcome')}
        ids={OUTCOMES}
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
