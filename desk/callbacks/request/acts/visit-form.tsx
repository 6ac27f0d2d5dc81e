/** When and where a resident who comes by is met: they read it with their code, so what is set here holds. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { Choice } from '../../../parts/choosing.tsx'
import { useNow } from '../../../state/clock.ts'
import { session } from '../../../state/session.ts'
import { localDay } from '../../../words/dates.ts'
import { stationName } from '../../../words/names.ts'
import { say } from '../../../words/words.ts'
import { Field } from './fields.tsx'
import { ActFrame, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

/** Stations of the area; the one the resident chose is chosen, where it is among them. */
function stationsFor({ row, station }: OpenRequest): { ids: string[]; wished: string | undefined } {
  const here = session.get().me?.stations?.filter(({ area }) => area === row.area) ?? []
  const ids = here.map((one) => one.station)
  return { ids, wished: ids.find((id) => id === station) ?? (ids.length === 1 ? ids[0] : undefined) }
}

export function VisitForm({ request, busy, send, cancel }: FormProps<'visit'>) {
  const today = localDay(useNow())
  const { ids, wished } = stationsFor(request)
  const before = request.row.visit
  const beginning = { station: wished, day: '', from: '', to: '', ...before }
  const [{ station, day, from, to }, tell] = useTold(request.row.id, 'visit', beginning)
  return (
    <ActFrame
      title="visit.title"
      submit="visit.save"
      busy={busy}
      ready={station !== undefined && day >= today && from !== '' && from < to}
      missing="visit.missing"
      onSubmit={() => station !== undefined && send({ station, day, from, to })}
      cancel={cancel}
    >
      <p class="soft">{say('visit.hint')}</p>
      <Choice
        name="station"
        legend={say('visit.station')}
        ids={ids}
        label={stationName}
        value={station}
        pick={(id) => tell({ station: id })}
      />
      <div class="fields">
        <Field label="visit.day" type="date" value={day} min={today} set={(value) => tell({ day: value })} />
        <Field label="visit.from" type="time" value={from} set={(value) => tell({ from: value })} />
        <Field label="visit.to" type="time" value={to} set={(value) => tell({ to: value })} />
      </div>
    </ActFrame>
  )
}
