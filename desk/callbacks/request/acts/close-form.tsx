/** Closing: the outcome, whether it is recorded in the client system, and whether the call was needless from the start. */
import type { ActBody } from '#core/contract/desk.ts'
import { OUTCOMES } from '#core/request/choices.ts'
import { say } from '../../../words/words.ts'
import { CopyRecord } from '../copy-record.tsx'
import { ActFrame, Choice, type FormProps, Tick } from './form.tsx'
import { useTold } from './use-told.ts'

type Told = { outcome: ActBody<'close'>['outcome'] | undefined; recorded: boolean; failureDemand: boolean }
const BEGINNING: Told = { outcome: undefined, recorded: false, failureDemand: false }

export function CloseForm({ request, busy, send, cancel }: FormProps<'close'>) {
  const [{ outcome, recorded, failureDemand }, tell] = useTold(request.row.id, 'close', BEGINNING)
  return (
    <ActFrame
      title="close.title"
      submit="close.save"
      busy={busy}
      ready={outcome !== undefined}
      missing="close.missing"
      onSubmit={() => outcome && send({ outcome, recorded, failureDemand })}
      cancel={cancel}
    >
      <Choice
        name="outcome"
        legend={say('close.outcome')}
        ids={OUTCOMES}
        label={(id) => say(`outcome.${id}`)}
        value={outcome}
        pick={(id) => tell({ outcome: id })}
      />
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
