/** Where a resident who comes by is told to come at once, and what takes a visit's time away. */
import type { Contact, Visit } from '#core/contract/callback.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { HORIZON_DAYS } from '../promise/promise.ts'
import { receptionFrom } from '../promise/reception.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Summary } from '../store/sealing.ts'
import type { View } from '../store/store.ts'
import type { Change } from './acting.ts'

type VisitAsked = { way: Contact['way']; area: string; station: string; earliest: string | null | undefined }

/**
 * The time of a visit that needs no agreement. Nothing for other ways, where nobody is known to be at the station, and for
 * a request that waits in its order without a date: a coordinator sets it.
 */
export async function meetingFor(view: View, now: number, asked: VisitAsked): Promise<Visit | undefined> {
  if (asked.way !== 'visit' || !asked.earliest) return undefined
  const { day: today } = localTime(now)
  const fact = await view.place.station(asked.station, today)
  if (!fact?.reception || fact.area !== asked.area) return undefined
  const facts = await view.place.callFacts(asked.area, today, addDays(today, HORIZON_DAYS))
  const there = { station: asked.station, reception: JSON.parse(fact.reception) }
  return receptionFrom(facts, there, asked.earliest, now)
}

/** The summary with this time of a visit, or with none. */
export const meeting = ({ visit: _, ...summary }: Summary, visit: Visit | undefined): Summary => ({
  ...summary,
  ...(visit && { visit }),
})

/** Sealed columns of a request whose visit changes. */
export const meetAt = (seal: View['seal'], row: RequestRow, visit: Visit | undefined): Change =>
  seal.again(row, seal.open(row), meeting(seal.summary(row), visit))
