/** The row of statistics that outlives a request: days and hours, no id and no minute. */
import { instantOf, localTime } from '../promise/local-time.ts'
import { officeMinutes } from '../promise/working-day.ts'
import { newId } from '../store/ids.ts'
import type { RequestRow } from '../store/requests.ts'
import type { View } from '../store/store.ts'
import type { StatisticsRow } from '../store/tables.ts'

type Ending = { outcome: string; failureDemand?: boolean }

/** Was the first attempt made before the promised time, and not before the window opened in which alone it is safe? */
const isWithin = ({ first_attempt_at: first, promise_day, promise_until }: RequestRow, from?: string) =>
  first !== null && first <= promise_until && (from === undefined || first >= instantOf(promise_day, from))

const minutesTo = (from: number, to: number | null) => (to === null ? null : officeMinutes(from, to))

/** Its id is of the day of receipt, so that the row's place tells nothing of the minute. */
const rowId = (day: string) => newId(Date.parse(`${day}T00:00:00Z`))

/** What it says of the answers comes out of the seal: areas of life, and which questions were not known. */
export function statisticsOf(
  row: RequestRow,
  seal: View['seal'],
  { outcome, failureDemand }: Ending,
): Omit<StatisticsRow, 'organisation'> {
  const { day, hour } = localTime(row.received_at)
  const { segment, municipality, asker, lifeAreas, from, visit } = seal.summary(row)
  const first = row.first_attempt_at
  // who was told when to come was promised that
  const until = Math.max(row.promise_until, visit ? instantOf(visit.day, visit.to) : 0)
  return {
    row: rowId(day),
    day,
    hour,
    area: row.area,
    municipality: municipality ?? null,
    lane: row.lane,
    asker: asker ?? null,
    segment,
    life_areas: JSON.stringify(lifeAreas),
    language: row.language,
    revision: row.revision,
    dont_know_steps: JSON.stringify(seal.open(row).dontKnow),
    attempts: row.attempts,
    minutes_to_attempt: minutesTo(row.received_at, first),
    minutes_to_contact: minutesTo(row.received_at, row.reached_at),
    same_day: first !== null && localTime(first).day === day ? 1 : 0,
    within_promise: isWithin({ ...row, promise_until: until }, from) ? 1 : 0,
    failure_demand: failureDemand ? 1 : 0,
    outcome,
  }
}
