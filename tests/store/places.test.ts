/** Places of a day: never more than its limit, unless a promise that was given takes one beyond it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'
import { ORGANISATION, settle } from '../support/people.ts'

const OTHER = 'other'
const DAY = '2026-11-24'

describe.each(engines)('the places of a day ($name)', (engine) => {
  let database: TestDatabase
  let store: Store
  let days = 0
  /** A day on which nothing is taken. */
  const fresh = () => `2027-01-${String(++days).padStart(2, '0')}`
  beforeAll(async () => {
    database = await engine.create()
    store = await database.open({ clock: testClock(), keys: testKeys() })
    await settle(store)
  })
  afterAll(() => database.remove())

  const claim = (day: string, limit: number, area = 'south', organisation = ORGANISATION) =>
    store.record(organisation, (tx) => tx.capacity.claim(area, day, limit))
  const force = (day: string, area = 'south') =>
    store.record(ORGANISATION, (tx) => tx.capacity.force(area, day))
  const giveBack = (day: string, area = 'south', organisation = ORGANISATION) =>
    store.record(organisation, (tx) => tx.capacity.giveBack(area, day))
  const used = (areas: string[], from: string, organisation = ORGANISATION) =>
    store.read(organisation, async (view) =>
      (await view.capacity.used(areas, from)).map((row) => `${row.area} ${row.day} ${row.used}`).sort(),
    )
  const usedOn = async (day: string) => (await used(['south'], day)).filter((row) => row.includes(day))

  it('are taken one by one until the limit, and no further', async () => {
    const day = fresh()
    expect([await claim(day, 2), await claim(day, 2), await claim(day, 2)]).toEqual([true, true, false])
    expect(await usedOn(day)).toEqual([`south ${day} 2`])
    expect(await claim(day, 3)).toBe(true)
  })
  it('are none where the limit is none', async () => {
    const day = fresh()
    expect([await claim(day, 0), await claim(day, -1)]).toEqual([false, false])
    expect(await usedOn(day)).toEqual([])
    expect(await claim(day, 1)).toBe(true)
  })
  it('are not both given to two who race for the last one', async () => {
    const day = fresh()
    const race = await Promise.all([1, 2, 3, 4].map(() => claim(day, 1)))
    expect(race.filter(Boolean)).toEqual([true])
  })
  it('are taken beyond the limit for a promise that was given', async () => {
    const day = fresh()
    await claim(day, 1)
    await force(day)
    await force(day)
    expect(await usedOn(day)).toEqual([`south ${day} 3`])
    expect(await claim(day, 3)).toBe(false)
  })
  it('come back one by one, and never more than were taken', async () => {
    const day = fresh()
    await claim(day, 5)
    await claim(day, 5)
    await giveBack(day)
    expect(await usedOn(day)).toEqual([`south ${day} 1`])
    await giveBack(day)
    await giveBack(day)
    expect(await usedOn(day)).toEqual([`south ${day} 0`])
    expect(await claim(day, 1)).toBe(true)
  })
  it('of an area, a day and an organisation are its own', async () => {
    const day = fresh()
    const next = fresh()
    await claim(day, 5)
    await claim(next, 5)
    await claim(day, 5, 'north')
    await claim(day, 5, 'south', OTHER)
    await giveBack(day, 'north')
    expect(await used(['south'], day)).toEqual([`south ${day} 1`, `south ${next} 1`])
    expect(await used(['south', 'north'], day)).toEqual([
      `north ${day} 0`,
      `south ${day} 1`,
      `south ${next} 1`,
    ])
    await giveBack(day, 'south', OTHER)
    expect(await usedOn(day)).toEqual([`south ${day} 1`])
    expect(await used(['south'], day, OTHER)).toEqual([`south ${day} 0`])
  })
  it('are counted from a day on, and of no area where none is asked for', async () => {
    await claim(DAY, 5, 'west')
    await claim('2026-11-25', 5, 'west')
    expect(await used(['west'], '2026-11-25')).toEqual(['west 2026-11-25 1'])
    expect(await used(['west'], DAY)).toEqual([`west ${DAY} 1`, 'west 2026-11-25 1'])
    expect(await used([], DAY)).toEqual([])
  })
})
