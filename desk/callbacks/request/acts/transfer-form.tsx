/** Moving a request to another area; the promise to the resident stays. */
import { session } from '../../../state/session.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, Choice, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

const BEGINNING: { area: string | undefined } = { area: undefined }

export function TransferForm({ request, busy, send, cancel }: FormProps<'transfer'>) {
  const [{ area }, tell] = useTold(request.row.id, 'transfer', BEGINNING)
  const others = session.get().me?.allAreas.filter((one) => one.area !== request.row.area) ?? []
  return (
    <ActFrame
      title="transfer.title"
      submit="transfer.save"
      busy={busy}
      ready={area !== undefined}
      onSubmit={() => area !== undefined && send({ area })}
      cancel={cancel}
    >
      <p class="soft">{say(request.row.promise ? 'transfer.hint' : 'transfer.undated')}</p>
      {request.row.visit && <p class="notice">{say('transfer.unmet')}</p>}
      <Choice
        name="area"
        legend={say('transfer.area')}
        ids={others.map((one) => one.area)}
        label={(id) => others.find((one) => one.area === id)?.name ?? id}
        value={area}
        pick={(id) => tell({ area: id })}
      />
    </ActFrame>
  )
}
