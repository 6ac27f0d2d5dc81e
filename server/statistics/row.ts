/** The row of statistics that outlives a request: days and hours, no id and no minute. */
import { fateOf } from '#core/say/due.ts'
import { instantOf, localTime } from '../promise/local-time.ts'
import { officeMinutes } from '../promise/working-day.ts'
import { channelOf, type RequestRow } from '../store/requests.ts'
import type { Summary } from '../store/sealing.ts'
import type { FiguresRow } from '../store/statistics.ts'
import type { View } from '../store/store.ts'

type Ending = { outcome: string; failureDemand?: boolean }

/** What was promised: until when, and of a window from when. Nothing while the request waits in its order without a date. */
type Promised = { from: number; until: number } | undefined

/** Was it done before the promised time, and not before the window opened in which alone it is safe? */
const isWithin = (at: number | null, promised: Promised) =>
  at !== null && promised !== undefined && fateOf(promised, at, at) === 'kept'

/** Who was told when to come was promised that too. */
function promisedTo({ promise_day, promise_until }: RequestRow, { from, visit }: Summary): Promised {
  const met = visit ? instantOf(visit.day, visit.to) : 0
  if (promise_day === null) return visit && { from: 0, until: met }
  return { from: from ? instantOf(promise_day, from) : 0, until: Math.max(promise_until, met) }
}

const isOn = (day: string, at: number | null) => at !== null && localTime(at).day === day

const minutesTo = (from: number, to: number | null) => (to === null ? null : officeMinutes(from, to))

/** What it says of the answers comes out of the seal: areas of life, and which questions were not known. */
export function statisticsOf(
  row: RequestRow,
  seal: View['seal'],
  { outcome, failureDemand }: Ending,
): FiguresRow {
  const { day, hour } = localTime(row.received_at)
  const summary = seal.summary(row)
  const { segment, municipality, asker, lifeAreas } = summary
  const first = row.first_attempt_at
  const promised = promisedTo(row, summary)
  return {
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
    dated: promised ? 1 : 0,
    same_day: isOn(day, first) ? 1 : 0,
    within_promise: isWithin(first, promised) ? 1 : 0,
    reached_same_day: isOn(day, row.reached_at) ? 1 : 0,
    reached_within_promise: isWithin(row.reached_at, promised) ? 1 : 0,
    failure_demand: failureDemand ? 1 : 0,
    outcome,
    channel: channelOf(row),
  }
}
