/** Moving a request to another area or lane, with a reason that the receiver reads; the promise to the resident stays. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { Choice } from '../../../parts/choosing.tsx'
import { session } from '../../../state/session.ts'
import { laneName } from '../../../words/names.ts'
import { say } from '../../../words/words.ts'
import { ActFrame, type FormProps } from './form.tsx'
import { useTold } from './use-told.ts'

const LONGEST = 500

type Told = { area: string | undefined; lane: string | undefined; person: string; reason: string }
const BEGINNING: Told = { area: undefined, lane: undefined, person: '', reason: '' }
/** Whoever is there; else a colleague by name. */
const ANYBODY = ''

const colleaguesIn = (area: string | undefined) =>
  session.get().me?.colleagues?.filter((one) => area !== undefined && one.areas.includes(area)) ?? []

/** Lanes whose requests are recorded in the same register; none when there is nothing to choose. */
function lanesFor({ row, register }: OpenRequest): string[] {
  const suited = session.get().me?.lanes?.filter((one) => one.register === register) ?? []
  const ids = suited.map(({ lane }) => lane)
  return ids.some((lane) => lane !== row.lane) ? ids : []
}

const areasFor = ({ row }: OpenRequest, lanes: readonly string[]) => {
  const all = session.get().me?.allAreas ?? []
  // within the area it can go to another lane, or to a colleague
  return lanes.length > 0 || colleaguesIn(row.area).length > 0
    ? all
    : all.filter(({ area }) => area !== row.area)
}

/** What is not told yet, by the word for it. */
function missingIn({ area, lane, person, reason }: Told, { row }: OpenRequest): string | undefined {
  if (area === undefined) return 'transfer.missing.area'
  if (area === row.area && (lane ?? row.lane) === row.lane && person === ANYBODY)
    return 'transfer.missing.lane'
  return reason.trim() === '' ? 'transfer.missing.reason' : undefined
}

export function TransferForm({ request, busy, send, cancel }: FormProps<'transfer'>) {
  const { row } = request
  const [told, tell] = useTold(row.id, 'transfer', BEGINNING)
  const { area, lane, person, reason } = told
  const lanes = lanesFor(request)
  const areas = areasFor(request, lanes)
  const missing = missingIn(told, request)
  const nameOf = (id: string) => {
    const name = areas.find((one) => one.area === id)?.name ?? id
    return id === row.area ? say('transfer.sameArea', { name }) : name
  }
  const colleagues = colleaguesIn(area)
  const to = colleagues.some(({ id }) => id === person) ? person : ANYBODY
  const sent = {
    ...(to !== ANYBODY && { person: to }),
    ...(lane !== undefined && lane !== row.lane && { lane }),
    reason: reason.trim(),
  }
  return (
    <ActFrame
      title="transfer.title"
      submit="transfer.save"
      busy={busy}
      ready={missing === undefined}
      missing={missing}
      onSubmit={() => area !== undefined && send({ area, ...sent })}
      cancel={cancel}
    >
      <p class="soft">{say(row.promise ? 'transfer.hint' : 'transfer.undated')}</p>
      {row.visit && area !== row.area && <p class="notice">{say('transfer.unmet')}</p>}
      <Choice
        name="area"
        legend={say('transfer.area')}
        ids={areas.map((one) => one.area)}
        label={nameOf}
        value={area}
        pick={(id) => tell({ area: id })}
      />
      {colleagues.length > 0 && (
        <Choice
          name="person"
          legend={say('transfer.person')}
          ids={[ANYBODY, ...colleagues.map(({ id }) => id)]}
          label={(id) => colleagues.find((one) => one.id === id)?.firstName ?? say('transfer.anybody')}
          value={to}
          pick={(id) => tell({ person: id })}
        />
      )}
      {lanes.length > 0 && (
        <Choice
          name="lane"
          legend={say('transfer.lane')}
          ids={lanes}
          label={laneName}
          value={lane ?? row.lane}
          pick={(id) => tell({ lane: id })}
        />
      )}
      <label class="field">
        <span>{say('transfer.reason')}</span>
        <textarea
          rows={2}
          maxLength={LONGEST}
          placeholder=" "
          value={reason}
          dir="auto"
          aria-describedby="reason-hint"
          onInput={(event) => tell({ reason: event.currentTarget.value })}
        />
      </label>
      <p id="reason-hint" class="soft">
        {say('transfer.reasonHint')}
      </p>
    </ActFrame>
  )
}
