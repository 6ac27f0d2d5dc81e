/** The queue asked in ways that its desk does not ask, and while floods, forged places and other areas come in between. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { QueueAsked } from '#core/contract/queue.ts'
import { doubt } from '../../../server/callbacks/claims/aside.ts'
import { close } from '../../../server/callbacks/close.ts'
import type { Coordinator, Deps } from '../../../server/callbacks/deps.ts'
import { cursorOf } from '../../../server/callbacks/queue/cursor.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { standing } from '../../support/open-requests.ts'
import { aino, body, content, elias, ORGANISATION, place, settle, staff } from '../../support/people.ts'

const keys = testKeys()
const MORNING = new Date(testClock().now()).toISOString()
const NOON = Date.parse('2026-11-24T12:00:00+02:00')
const FLOOD = { address: 'flood', wide: 'around the flood' }
const HOME = { address: 'home', wide: 'around home' }
const lea = staff('lea', [], ['lead'])
const ANY = '00000000-0000-4000-8000-000000000000'

describe.each(engines)('the queue under attack ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps

  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set(MORNING)
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store, { seed: place(4), people: [aino, elias, lea] })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  const idsOf = async (who: Coordinator, asked: QueueAsked = {}) =>
    (await queue(deps, who, asked)).rows.map(({ id }) => id)
  const ask = async (phone: string, network = FLOOD) => {
    const sent = body({ contact: { way: 'call', phone } })
    await submit(deps, ORGANISATION, sent, network)
    clock.pass(1000)
    return sent.id
  }
  const some = (at: number) => ({ promised: NOON + at * 60_000, received: NOON - 60_000 })

  it('what stands aside is in no walk, no count and no search', async () => {
    const all: string[] = []
    for (let at = 0; at < 12; at++) all.push(await ask(`040 55500${10 + at}`))
    for (const asked of [{}, { state: 'waiting' }, { way: 'call' }, { danger: 'false' }] as const)
      expect(await idsOf(aino, asked)).toEqual(all.slice(0, 8))
    expect((await queue(deps, aino)).counts).toMatchObject({ open: 8, waiting: 8 })
  })

  it('a third of a number is not hidden under one that stands aside', async () => {
    for (let at = 0; at < 8; at++) await ask(`040 55500${10 + at}`)
    for (let at = 0; at < 2; at++) await ask('040 7654321')
    const third = await ask('040 7654321', HOME)
    const row = await deps.store.read(ORGANISATION, ({ requests }) => requests.find(third))
    // in the queue, or aside like the others: seen in either, folded under one of them in neither
    expect(row?.folded_under).toBeNull()
  })

  it('what a lead says is not real leaves the queue by name, and what was folded under it comes in sight', async () => {
    const flood = [await ask('040 7654321'), await ask('040 7654321')]
    const folded = await ask('040 7654321', HOME)
    expect(await idsOf(aino)).not.toContain(folded)
    for (let at = 0; at < 8; at++) flood.push(await ask(`040 55500${10 + at}`))
    const { number } = await queue(deps, aino)
    await doubt(deps, lea, 'south', { until: new Date(clock.now()).toISOString() })
    const changed = await queue(deps, aino, { since: String(number) })
    expect(new Set(changed.gone)).toEqual(new Set(flood.slice(0, 8)))
    expect(changed.rows.map(({ id }) => id)).toEqual([folded])
    expect(await idsOf(aino)).toEqual([folded])
    expect(changed.counts.open).toBe(1)
  })

  it('everything that is named holds at once, of what is not recorded too', async () => {
    const danger = { summary: { flags: 1 } }
    const ids = await standing(deps.store, [
      { ...some(1), area: 'south', ...danger },
      { ...some(2), area: 'south' },
      { ...some(3), area: 'north', ...danger },
    ])
    for (const id of ids) {
      await take(deps, lea, id)
      await close(deps, lea, id, { outcome: 'other', recorded: false })
    }
    expect(await idsOf(lea, { state: 'unrecorded' })).toEqual(expect.arrayContaining(ids))
    const [south] = ids
    expect(await idsOf(lea, { state: 'unrecorded', area: 'south', danger: 'true' })).toEqual([south])
    expect(await idsOf(lea, { state: 'unrecorded', way: 'text' })).toEqual([])
    // it is the team's, whoever closed it, and of no other area
    const southern = await idsOf(aino, { state: 'unrecorded' })
    expect(southern).toEqual(expect.arrayContaining(ids.slice(0, 2)))
    expect(southern).not.toContain(ids[2])
  })

  it('what has changed is asked for alone', async () => {
    for (const more of [{ area: 'south' }, { danger: 'true' }, { state: 'mine' }, { after: 'x' }] as const)
      await expect(queue(deps, aino, { since: '1', ...more })).rejects.toMatchObject({ field: '/since' })
  })

  it('a forged or an old place leads to nothing that is not mine', async () => {
    const ids = await standing(deps.store, [
      { ...some(1), area: 'north' },
      { ...some(2), area: 'south' },
    ])
    const from = (until: number, received = 0) => cursorOf({ until, received, id: ANY })
    for (const state of ['open', 'waiting', 'mine', 'tried', 'unrecorded', 'overdue'] as const)
      expect(await idsOf(aino, { state, after: from(0) })).not.toContain(ids[0])
    expect(await idsOf(aino, { after: from(0) })).toEqual([ids[1]])
    expect(await idsOf(aino, { after: from(9_999_999_999_999_998, 9_999_999_999_999_998) })).toEqual([])
    for (const after of ['', 'eA', Buffer.from(`1.2.${'x'.repeat(36)}`).toString('base64url')])
      await expect(queue(deps, aino, { after })).rejects.toMatchObject({ field: '/after' })
    const place = from(some(2).promised - 1)
    await take(deps, elias, ids[1] ?? '')
    await close(deps, elias, ids[1] ?? '', { outcome: 'other', recorded: true })
    expect(await idsOf(aino, { after: place })).toEqual([])
  })

  it('an area that is taken from me in the middle is in no further page, and the answer says whose it is of', async () => {
    await standing(
      deps.store,
      Array.from({ length: 240 }, (_, at) => ({ ...some(at), area: at % 2 ? 'north' : 'south' })),
    )
    const both: Coordinator = { ...aino, areas: ['south', 'north'] }
    const first = await queue(deps, both)
    expect(first.areas.toSorted()).toEqual(['north', 'south'])
    const next = await queue(deps, aino, { after: first.after ?? '' })
    expect(next.areas).toEqual(['south'])
    expect(new Set(next.rows.map(({ area }) => area))).toEqual(new Set(['south']))
    expect(next.counts.open).toBe(120)
  })
})
