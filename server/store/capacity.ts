/** Places: how many first attempts are promised for an area on a day. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import { IN_SIGHT } from './queue/standing.ts'

/** `atMost`: so many may be taken before. */
type DayPlaces = { organisation: string; area: string; day: string; places: number; atMost: number }

const claimPlaces = prepared((db, { organisation, area, day, places, atMost }: DayPlaces) =>
  db
    .insertInto('capacity_use')
    .values({ organisation, area, day, used: places })
    .onConflict((at) =>
      at
        .columns(['organisation', 'area', 'day'])
        .doUpdateSet((old) => ({ used: old('capacity_use.used', '+', old.ref('excluded.used')) }))
        .where('capacity_use.used', '<=', atMost),
    )
    .returning('used'),
)

export function capacityRepository(db: Db, organisation: string) {
  return {
    /** Takes places if that leaves no more than `limit` taken; two who race for the last one cannot both get it. */
    async claim(area: string, day: string, limit: number, places = 1): Promise<boolean> {
      if (limit < places) return false
      const taken = await claimPlaces(db, { organisation, area, day, places, atMost: limit - places })
      return taken.length > 0
    },
    /** Places beyond the limit, for a promise already given. */
    async force(area: string, day: string, places = 1): Promise<void> {
      await db
        .insertInto('capacity_use')
        .values({ organisation, area, day, used: places })
        .onConflict((at) =>
          at
            .columns(['organisation', 'area', 'day'])
            .doUpdateSet((old) => ({ used: old('capacity_use.used', '+', places) })),
        )
        .execute()
    },
    async giveBack(area: string, day: string, places = 1): Promise<void> {
      await db
        .updateTable('capacity_use')
        .set((old) => ({ used: old('used', '-', places) }))
        .where('organisation', '=', organisation)
        .where('area', '=', area)
        .where('day', '=', day)
        .where('used', '>=', places)
        .execute()
    },
    /**
     * Requests promised for a day from this one on, and not yet called: how many, by area, station and day.
     * @param since when that day begins, epoch ms: they are read along what is open, in the order of promises
     */
    async promised(from: string, since: number) {
      const rows = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('closed_at', 'is', null)
        .where('promise_until', '>=', since)
        .where('first_attempt_at', 'is', null)
        .where('status', 'in', ['waiting', 'taken'])
        .where('aside', 'is', null)
        .where('doubted_at', 'is', null)
        .where('promise_day', '>=', from)
        .groupBy(['area', 'station', 'promise_day'])
        .select(({ fn }) => ['area', 'station', 'promise_day', fn.countAll().as('requests')])
        .execute()
      return rows
        .map(({ promise_day, requests, ...row }) => ({
          ...{ ...row, day: String(promise_day), requests: Number(requests) },
        }))
        .sort((a, b) => `${a.day} ${a.area} ${a.station}`.localeCompare(`${b.day} ${b.area} ${b.station}`))
    },
    /** Requests that a person holds at an instant, epoch ms; of several from one number the one in sight. */
    async held(person: string, now: number): Promise<number> {
      const row = await db
        .selectFrom('callback_request')
        .where('organisation', '=', organisation)
        .where('taken_by', '=', person)
        .where(IN_SIGHT)
        .where('taken_until', '>', now)
        .select(({ fn }) => fn.countAll().as('requests'))
        .executeTakeFirst()
      return Number(row?.requests ?? 0)
    },
    /** Places taken from a day on, by area. */
    used: (areas: readonly string[], from: string) =>
      db
        .selectFrom('capacity_use')
        .where('organisation', '=', organisation)
        .where('area', 'in', areas.length > 0 ? areas : [''])
        .where('day', '>=', from)
        .select(['area', 'day', 'used'])
        .execute(),
  }
}
