/** What was closed lately and is not erased yet, of mine or of my areas, what was closed last first. */
import type { Archive, ArchiveAsked, ArchivedRow } from '#core/contract/found.ts'
import { areasFor } from '../../identity/authorize.ts'
import { addDays, instantOf, localTime } from '../../promise/local-time.ts'
import { isWorkingDay } from '../../promise/working-day.ts'
import { refuse } from '../../refusal.ts'
import type { ClosedPlace } from '../../store/found/found.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { queueRow, tellUnreadable } from '../rows.ts'
import { endedOf } from './ended.ts'

const PAGE = 50

/** On a Monday it is Friday that somebody remembers as the last day. */
function workingDayBefore(day: string): string {
  const before = addDays(day, -1)
  return isWorkingDay(before) ? before : workingDayBefore(before)
}

const PLACE = /^(\d{1,16})\.([0-9a-f-]{36})$/
const cursorOf = ({ closed, id }: ClosedPlace): string => Buffer.from(`${closed}.${id}`).toString('base64url')

/** @throws Refusal `invalid-field` when it is none of ours */
function placeIn(cursor: string | undefined): ClosedPlace | undefined {
  if (cursor === undefined) return undefined
  const [, closed, id] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  return id === undefined ? refuse('invalid-field', { field: '/after' }) : { closed: Number(closed), id }
}

/**
 * A page of what was closed. It holds no name, number or free text, as the queue does not.
 * @throws Refusal `invalid-field` for a cursor that is none
 */
export const archive = (
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  staff: Coordinator,
  { of = 'mine', from = 'recent', after }: ArchiveAsked = {},
): Promise<Archive> =>
  store.read(staff.organisation, async (view) => {
    const { day } = localTime(clock.now())
    const areas = areasFor(
      staff,
      'request.find',
      (await view.place.areas(day)).map(({ area }) => area),
    )
    const since = from === 'recent' ? workingDayBefore(day) : undefined
    const walk = {
      areas,
      person: of === 'mine' ? staff.person : undefined,
      since: since === undefined ? 0 : instantOf(since, '00:00'),
      after: placeIn(after),
    }
    const found = await view.found.closed(walk, PAGE + 1)
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      ...(since !== undefined && { since }),
      rows: rows.flatMap((line): ArchivedRow[] => {
        const ended = endedOf(line)
        const row = queueRow(view, line, 0)
        if (row.unreadable) tellUnreadable(log, line)
        return ended ? [{ row, ended }] : []
      }),
      ...(found.length > PAGE && last && { after: cursorOf({ closed: last.closed_at ?? 0, id: last.id }) }),
    }
  })
