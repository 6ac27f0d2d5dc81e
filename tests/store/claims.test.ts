/** Claims on the calendar, counted in several scopes at once: in all of them, or in none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import type { Store } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'

const DAY = '2026-11-24'

describe.each(engines)('claims on the calendar ($name)', (engine) => {
  let database: TestDatabase
  let store: Store
  let senders = 0
  /** Somebody who has claimed nothing yet. */
  const fresh = () => `address ${++senders}`
  beforeAll(async () => {
    database = await engine.create()
    store = await database.open({ clock: testClock(), keys: testKeys() })
    await settle(store)
  })
  afterAll(() => database.remove())

  const take = (scopes: Record<string, number>, area = 'south', period = DAY) =>
    store.record(ORGANISATION, (tx) =>
      tx.claims.take(
        area,
        Object.entries(scopes).map(([scope, limit]) => ({ scope, period, limit })),
      ),
    )
  const counted = async (scope: string) =>
    (
      await store.read(ORGANISATION, (view) =>
        rawOf(view).selectFrom('claim_use').where('scope', '=', scope).select(['period', 'used']).execute(),
      )
    ).map(({ period, used }) => `${period} ${used}`)

  it('are taken until the limit of any scope, and are then counted in none', async () => {
    const [one, other, wide] = [fresh(), fresh(), fresh()]
    expect([await take({ [one]: 2, [wide]: 3 }), await take({ [one]: 2, [wide]: 3 })]).toEqual([true, true])
    expect(await take({ [one]: 2, [wide]: 3 })).toBe(false)
    expect(await take({ [other]: 2, [wide]: 3 })).toBe(true)
    expect(await take({ [other]: 2, [wide]: 3 })).toBe(false)
    expect([await counted(one), await counted(other), await counted(wide)]).toEqual([
      [`${DAY} 2`],
      [`${DAY} 1`],
      [`${DAY} 3`],
    ])
  })

  it('are not both given to two who race for the last one', async () => {
    const scope = fresh()
    const race = await Promise.all([1, 2, 3, 4].map(() => take({ [scope]: 1 })))
    expect(race.filter(Boolean)).toEqual([true])
    expect(await counted(scope)).toEqual([`${DAY} 1`])
  })

  it('are counted apart by area and by period', async () => {
    const scope = fresh()
    expect([await take({ [scope]: 1 }), await take({ [scope]: 1 }, 'north')]).toEqual([true, true])
    expect(await take({ [scope]: 1 }, 'south', `${DAY}T09`)).toBe(true)
    expect(await take({ [scope]: 1 })).toBe(false)
  })

  it('are forgotten with their day', async () => {
    const scope = fresh()
    for (const period of ['2026-11-22', '2026-11-22T23', DAY]) await take({ [scope]: 1 }, 'south', period)
    await store.record(ORGANISATION, (tx) => tx.claims.forgetBefore('2026-11-23'))
    expect(await counted(scope)).toEqual([`${DAY} 1`])
  })
})
