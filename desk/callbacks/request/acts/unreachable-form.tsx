/** A person decides that somebody was not reached: never the machine, never by a missed call alone. */

import { Tick } from '../../../parts/choosing.tsx'
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'
import { MissedMessage } from './missed-message.tsx'
import { useTold } from './use-told.ts'

const BEGINNING = { considered: false }

export function UnreachableForm({ request, busy, send, cancel }: FormProps<'unreachable'>) {
  const [{ considered }, tell] = useTold(request.row.id, 'unreachable', BEGINNING)
  return (
    <ActFrame
      title="unreachable.title"
      submit="unreachable.save"
      busy={busy}
      ready={considered}
      missing="unreachable.missing"
      onSubmit={() => send(undefined)}
      cancel={cancel}
    >
      <p>{say('unreachable.attempts', { count: request.row.attempts })}</p>
      <p>{say('unreachable.worry')}</p>
      <p>{say('unreachable.page')}</p>
      <MissedMessage request={request} next={undefined} />
      <Tick
        label={say('unreachable.considered')}
        checked={considered}
        set={(checked) => tell({ considered: checked })}
      />
    </ActFrame>
  )
}
