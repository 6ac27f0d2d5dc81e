/** Places: how many first attempts are promised for an area on a day. */
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'

type DayPlaces = { organisation: string; area: string; day: string; limit: number }

const claimPlace = prepared((db, { organisation, area, day, limit }: DayPlaces) =>
  db
    .insertInto('capacity_use')
    .values({ organisation, area, day, used: 1 })
    .onConflict((at) =>
      at
        .columns(['organisation', 'area', 'day'])
        .doUpdateSet((old) => ({ used: old('capacity_use.used', '+', 1) }))
        .where('capacity_use.used', '<', limit),
    )
    .returning('used'),
)

export function capacityRepository(db: Db, organisation: string) {
  const add = (area: string, day: string) =>
    db.insertInto('capacity_use').values({ organisation, area, day, used: 1 })
  return {
    /** Takes one place if fewer than `limit` are taken; two who race for the last one cannot both get it. */
    async claim(area: string, day: string, limit: number): Promise<boolean> {
      if (limit < 1) return false
      return (await claimPlace(db, { organisation, area, day, limit })).length > 0
    },
    /** A place beyond the limit, for a promise already given. */
    async force(area: string, day: string): Promise<void> {
      await add(area, day)
        .onConflict((at) =>
          at
            .columns(['organisation', 'area', 'day'])
            .doUpdateSet((old) => ({ used: old('capacity_use.used', '+', 1) })),
        )
        .execute()
    },
    async giveBack(area: string, day: string): Promise<void> {
      await db
        .updateTable('capacity_use')
        .set((old) => ({ used: old('used', '-', 1) }))
        .where('organisation', '=', organisation)
        .where('area', '=', area)
        .where('day', '=', day)
        .where('used', '>', 0)
        .execute()
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
