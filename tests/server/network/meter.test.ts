/** A limit slows down; it counts each network in its wider ones, and all processes together. */
import { afterEach, describe, expect, it } from 'vitest'
import { openMeter } from '../../../server/network/meter.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { Store } from '../../../server/store/store.ts'
import { HOUR, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'

const ROOMS = {
  asking: { max: 4, window: HOUR, shared: true as const },
  looking: { max: 2, window: MINUTE },
}
const QUARTER = HOUR / 4
const LIBRARY = { address: '203.0.113.6' }

describe.each(engines)('a meter on $name', ({ name, create }) => {
  let database: TestDatabase | undefined
  afterEach(() => database?.remove())

  const open = async () => {
    database = await create()
    const clock = testClock()
    const keys = testKeys()
    const at = database
    const meter = async (change: (store: Store) => Pick<Store, 'engine' | 'record'> = (store) => store) => {
      const log: string[] = []
      const store = await at.open({ clock, keys })
      const counting = openMeter(ROOMS, {
        store: change(store),
        organisation: 'example',
        clock,
        log: (what) => void log.push(what),
      })
      const taken = async (times: number, of: object = LIBRARY, kind: keyof typeof ROOMS = 'asking') => {
        const over: boolean[] = []
        for (let time = 0; time < times; time++) over.push((await counting.take(of, kind)).over)
        return over.filter((each) => !each).length
      }
      return { ...counting, taken, store, log }
    }
    return { clock, meter }
  }

  it('lets in one more as soon as there is room for one, and says when', async () => {
    const { clock, meter } = await open()
    const { take, taken } = await meter()
    expect(await taken(6)).toBe(4)
    clock.pass(QUARTER)
    expect(await taken(2)).toBe(1)
    clock.pass(HOUR)
    expect(await taken(6)).toBe(4)
    await clock.pass(HOUR)
    await taken(4)
    expect(await take(LIBRARY, 'asking')).toEqual({ over: true, retryAfter: QUARTER / 1000 })
  })

  it('keeps nobody for what a clock has counted that has gone back since', async () => {
    const { clock, meter } = await open()
    const { taken } = await meter()
    clock.pass(24 * HOUR)
    expect(await taken(6)).toBe(4)
    clock.pass(-24 * HOUR)
    expect(await taken(6)).toBe(4)
  })

  it('asks those who keep coming to wait longer, politely and not for ever', async () => {
    const { meter } = await open()
    const { take, taken } = await meter()
    await taken(2, LIBRARY, 'looking')
    const waits: number[] = []
    for (let time = 0; time < 5; time++) waits.push((await take(LIBRARY, 'looking')).retryAfter)
    expect(waits).toEqual([30, 60, 60, 60, 60])
  })

  it('counts less, gives back, and looks without taking', async () => {
    const { meter } = await open()
    const { take, taken } = await meter()
    for (let time = 0; time < 20; time++) await take(LIBRARY, 'asking', 0.1)
    expect((await take(LIBRARY, 'asking', 0)).over).toBe(false)
    expect(await taken(6)).toBe(2)
    expect((await take(LIBRARY, 'asking', 0)).over).toBe(true)
    expect(await take(LIBRARY, 'asking', -1)).toEqual({ over: false, retryAfter: 0 })
    expect(await taken(6)).toBe(1)
  })

  it('leaves the neighbours of one who asks too much alone, and sees a network that spreads itself', async () => {
    const { meter } = await open()
    const { taken } = await meter()
    expect(await taken(500)).toBe(4)
    expect(await taken(6, { address: '203.0.113.7' })).toBe(4)
    let spread = 0
    for (let host = 0; host < 200; host++) spread += await taken(4, { address: `198.51.100.${host}` })
    expect(spread).toBe(4 * 8)
    let houses = 0
    for (let house = 0; house < 100; house++)
      houses += await taken(4, { address: `2001:db8:1:${house.toString(16)}00::1` })
    expect(houses).toBe(4 * 8)
  })

  it('counts a name alone, and a name within a network', async () => {
    const { meter } = await open()
    const { taken } = await meter()
    expect(await taken(6, { name: 'lea' })).toBe(4)
    expect(await taken(6, { ...LIBRARY, name: 'lea' })).toBe(4)
    expect(await taken(6, { ...LIBRARY, name: 'aino' })).toBe(4)
    expect(await taken(6)).toBe(4)
  })

  it(`counts ${name === 'postgres' ? 'all processes together' : 'in memory alone'}`, async () => {
    const { clock, meter } = await open()
    const [one, other] = [await meter(), await meter()]
    expect((await one.taken(2)) + (await other.taken(4)) + (await one.taken(2))).toBe(
      name === 'postgres' ? 4 : 8,
    )
    const rows = await one.store.read('example', (view) =>
      rawOf(view).selectFrom('meter').selectAll().execute(),
    )
    expect(rows).toHaveLength(name === 'postgres' ? 2 : 0)
    expect(JSON.stringify(rows)).not.toMatch(/203|cb0071|asking/)
    clock.pass(24 * HOUR)
    await one.store.record('example', (tx) => tx.meter.forget(clock.now()))
    await one.taken(1)
    const later = await one.store.read('example', (view) =>
      rawOf(view).selectFrom('meter').select('key').execute(),
    )
    expect(later).toHaveLength(rows.length)
    // the same network on another day is another hash
    for (const { key } of later) expect(rows.map((row) => row.key)).not.toContain(key)
  })

  it('would count each process for itself, were the counts not shared (red twin)', async () => {
    const { meter } = await open()
    const alone = (store: Store) => ({ ...store, engine: 'sqlite' as const })
    const [one, other] = [await meter(alone), await meter(alone)]
    expect((await one.taken(6)) + (await other.taken(6))).toBe(8)
  })

  it('lets people in when the shared counts cannot be reached, and says so once', async () => {
    const { meter } = await open()
    const away = (store: Store) => ({ engine: store.engine, record: () => Promise.reject(new Error('away')) })
    const { taken, log } = await meter(away)
    expect(await taken(6)).toBe(4)
    expect(log).toEqual(name === 'postgres' ? ['limits-apart'] : [])
  })
})
