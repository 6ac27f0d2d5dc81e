/** A walk along the queue reaches everybody, its counts are true, and neither depends on what is on a page. */
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Queue } from '#core/contract/desk.ts'
import type { QueueAsked } from '#core/contract/queue.ts'
import { close } from '../../../server/callbacks/close.ts'
import type { Coordinator, Deps } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { release } from '../../../server/callbacks/release.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { visit } from '../../../server/callbacks/visit.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { size, tell, tellTwin } from '../../support/evidence.ts'
import { standing, type Wish } from '../../support/open-requests.ts'
import {
  aino,
  body,
  content,
  elias,
  helmi,
  ORGANISATION,
  place,
  settle,
  staff,
} from '../../support/people.ts'

const keys = testKeys()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Tuesday 12 o'clock, local. */
const NOON = Date.parse('2026-11-24T12:00:00+02:00')
const lea = staff('lea', [], ['lead'])

/** Promises from yesterday to weeks from now, some of them at the very same moment. */
const many = (count: number, more: (at: number) => Partial<Wish> = () => ({})): Wish[] =>
  Array.from({ length: count }, (_, at) => ({
    area: at % 3 === 0 ? 'north' : 'south',
    promised: NOON - DAY + Math.floor(at / 4) * HOUR,
    received: NOON - 2 * DAY + (at % 2) * 1000,
    ...more(at),
  }))

describe.each(engines)('the queue at any length ($name)', (engine) => {
  const clock = testClock()
  const databases: TestDatabase[] = []
  let deps: Deps

  beforeEach(async () => {
    const database = await engine.create()
    databases.push(database)
    clock.set('2026-11-24T12:00:00+02:00')
    deps = { store: await database.open({ clock, keys }), clock, content }
    await settle(deps.store, { seed: place(1000), people: [aino, elias, lea] })
  })
  afterAll(async () => {
    for (const database of databases) await database.remove()
  })

  /** Every page of a walk, one after the other; `between` happens after each. */
  async function pages(who: Coordinator, asked: QueueAsked = {}, between = async () => {}): Promise<Queue[]> {
    const walked = [await queue(deps, who, asked)]
    for (let after = walked[0]?.after; after !== undefined; after = walked.at(-1)?.after) {
      await between()
      walked.push(await queue(deps, who, { ...asked, after }))
    }
    return walked
  }
  const walk = async (who: Coordinator, asked?: QueueAsked, between?: () => Promise<void>) =>
    (await pages(who, asked, between)).flatMap(({ rows }) => rows.map(({ id }) => id))
  const counts = async (who: Coordinator, asked?: QueueAsked) => (await queue(deps, who, asked)).counts

  it('never ends before everybody was reached, in the order of promises and receipts', async () => {
    const count = size(230, 2139)
    const ids = await standing(deps.store, many(count))
    const walked = await pages(lea)
    const rows = walked.flatMap((page) => page.rows)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(ids))
    expect(rows).toHaveLength(count)
    const order = rows.map(({ promise, receivedAt }) => `${promise?.until} ${receivedAt}`)
    expect(order).toEqual([...order].sort())
    expect(walked.every(({ counts: { open } }) => open === count)).toBe(true)
    const [first] = walked
    expect(first?.rows.length).toBeLessThan(count) // red twin: one who reads the first page alone has not met everybody
    tell('queue', `${engine.name}: a walk along all that are open`, {
      open: count,
      reached: rows.length,
      pages: walked.length,
    })
  })

  it('counts what each state walks along, whatever is on a page, and each area apart', async () => {
    const until = NOON + HOUR
    const held = (who: string, taken_until: number) => ({
      row: { status: 'taken', taken_by: who, taken_until },
    })
    const kinds: ((at: number) => Partial<Wish>)[] = [
      () => ({}),
      () => held('aino', until),
      () => held('elias', until),
      () => held('elias', NOON - 1), // let lapse
      () => ({
        row: {
          status: 'taken',
          taken_by: 'elias',
          taken_until: until,
          attempts: 1,
          first_attempt_at: NOON - 1,
        },
      }),
      () => ({ row: { status: 'unreachable', taken_by: 'aino', taken_until: until, attempts: 2 } }),
      () => ({ summary: { flags: 1 } }),
      () => ({ row: { closed_at: NOON, status: 'closed', taken_by: 'aino' } }),
      () => ({ row: { closed_at: NOON, status: 'closed', taken_by: 'aino', recorded: 1 } }),
      () => ({
        summary: {
          attention: ['safety'],
          way: 'visit',
          visit: { station: 'joutsa', day: '2026-11-23', from: '09:00', to: '10:00' },
        },
      }),
      () => ({
        summary: {
          way: 'visit',
          visit: { station: 'joutsa', day: '2026-12-23', from: '09:00', to: '10:00' },
        },
      }),
    ]
    await standing(
      deps.store,
      many(11 * 20, (at) => kinds[at % kinds.length]?.(at) ?? {}),
    )
    for (const who of [aino, lea]) {
      const told = await counts(who)
      for (const state of ['open', 'waiting', 'mine', 'tried', 'overdue', 'unrecorded'] as const)
        expect([state, told[state]]).toEqual([state, (await walk(who, { state })).length])
      expect(told.danger).toBe((await walk(who, { danger: 'true' })).length)
      for (const area of who === lea ? ['south', 'north'] : ['south']) {
        const here = told.parts
          .filter((part) => part.area === area)
          .reduce((sum, { count }) => sum + count, 0)
        expect([area, here]).toEqual([area, (await walk(who, { area })).length])
      }
      const untried = await walk(who, { state: 'untried' })
      const settled = told.parts
        .filter(({ due }) => due === 'settled')
        .reduce((sum, { count }) => sum + count, 0)
      expect(untried.length + told.tried + settled).toBe(told.open)
    }
    const [south, north] = [await counts(aino), await counts(helmi)]
    expect(south.unrecorded + north.unrecorded).toBe(20)
    expect(await counts(lea)).toMatchObject({ unrecorded: 20, open: 180, mine: 0, tried: 20, danger: 40 })
  })

  it('is looked through by danger, way and wished time together, and counted so', async () => {
    const kinds: Partial<Wish>[] = [
      { summary: { flags: 2, way: 'text', window: 'morning' } },
      { summary: { way: 'text', window: 'afternoon' } },
      { summary: { way: 'call', window: 'morning', safeTime: 'chosen' } },
      { summary: { attention: ['safety'], way: 'call', safeTime: 'words' } },
    ]
    const ids = await standing(
      deps.store,
      many(600, (at) => ({ area: 'south', ...kinds[at % 4] })),
    )
    const kind = (at: number) => ids.filter((_, index) => index % 4 === at)
    const looks: [QueueAsked, number[]][] = [
      [{ danger: 'true' }, [0, 3]],
      [{ danger: 'false' }, [1, 2]],
      [{ way: 'text', window: 'morning' }, [0]],
      [{ window: 'safe' }, [2, 3]],
      [{ window: 'any' }, [3]],
      [{ danger: 'true', way: 'call', window: 'safe', area: 'south', state: 'waiting' }, [3]],
      [{ way: 'visit' }, []],
    ]
    for (const [asked, which] of looks) {
      const wanted = which.flatMap(kind)
      expect(new Set(await walk(aino, asked)), JSON.stringify(asked)).toEqual(new Set(wanted))
      expect((await counts(aino, asked)).open).toBe(wanted.length)
    }
  })

  it('meets everybody who stood through the walk once, while others take, try, hand over, close and ask', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(399), fc.constantFrom('take', 'try', 'close', 'move', 'ask')), {
          maxLength: 12,
        }),
        fc.constantFrom<QueueAsked>({}, { state: 'untried' }, { state: 'waiting' }, { danger: 'false' }),
        async (acts, asked) => {
          const ids = await standing(
            deps.store,
            many(330, () => ({ area: 'south' })),
          )
          const touched = new Set<string>()
          const left = [...acts]
          const between = async () => {
            for (const [which, what] of left.splice(0, 4)) {
              const id = ids[which % ids.length] ?? ''
              if (what === 'ask') await submit(deps, ORGANISATION, body())
              if (what === 'ask' || touched.has(id)) continue
              touched.add(id)
              await take(deps, elias, id)
              if (what === 'try') await attempt(deps, elias, id, { way: 'call', result: 'no-answer' })
              if (what === 'close') await close(deps, elias, id, { outcome: 'other', recorded: true })
              if (what === 'move') await transfer(deps, elias, id, { area: 'north' })
            }
          }
          const first = await queue(deps, aino)
          const met = await walk(aino, asked, between)
          // who is tried stands at the time of the next try, which may lie ahead of the walk; nobody else is met twice
          const twice = met.filter((id, at) => met.indexOf(id) !== at)
          expect(twice.filter((id) => !touched.has(id))).toEqual([])
          // what has changed since the walk began says what became of the others
          const { rows, gone = [] } = await queue(deps, aino, { since: String(first.number) })
          const told = new Set([...rows.map(({ id }) => id), ...gone])
          // a place that a closing gives back brings somebody forward, past where the walk is: that is told
          const log = await deps.store.read(ORGANISATION, (view) => view.log.after(first.number, 1000))
          const forward = log.filter(({ type }) => type === 'request-brought-forward')
          expect(forward.filter(({ request }) => !told.has(request ?? ''))).toEqual([])
          const moved = new Set(forward.map(({ request }) => request))
          const stood = ids.filter((id) => !touched.has(id) && !moved.has(id))
          expect(stood.filter((id) => !met.includes(id))).toEqual([])
          expect([...touched].filter((id) => !told.has(id))).toEqual([])
          const now = new Set(await walk(aino))
          expect(rows.filter(({ id }) => !now.has(id))).toEqual([])
          expect(gone.filter((id) => now.has(id))).toEqual([])
        },
      ),
      // its whole life is a long one: a failure is told as it was met
      { numRuns: size(engine.name === 'sqlite' ? 3 : 1, 10), endOnFailure: true },
    )
  })

  it('tells what has changed since an event: what stands, what is gone, and the row above a folded one', async () => {
    const numbers = Array.from({ length: 3 }, () => body({ contact: { way: 'call', phone: '040 7654321' } }))
    for (const one of numbers.slice(0, 2)) {
      clock.pass(1000)
      await submit(deps, ORGANISATION, one)
    }
    const [head, second, third] = numbers.map(({ id }) => id)
    const { number } = await queue(deps, aino)
    await submit(deps, ORGANISATION, numbers[2] ?? body())
    const folded = await queue(deps, aino, { since: String(number) })
    expect([folded.rows.map(({ id, folded: under }) => [id, under]), folded.gone]).toEqual([
      [[head, 1]],
      [third],
    ])
    await take(deps, aino, head ?? '')
    await close(deps, aino, head ?? '', { outcome: 'other', recorded: false })
    const closed = await queue(deps, aino, { since: String(folded.number) })
    // closed and not recorded it is the team's to see; the one under it has come in sight
    expect(new Set(closed.rows.map(({ id }) => id))).toEqual(new Set([head, third]))
    const seen = await queue(deps, elias, { since: String(folded.number) })
    expect([new Set(seen.rows.map(({ id }) => id)), seen.gone]).toEqual([new Set([head, third]), []])
    expect((await queue(deps, helmi, { since: String(folded.number) })).rows).toEqual([])
    await take(deps, aino, second ?? '')
    await release(deps, aino, second ?? '')
    const now = await queue(deps, aino, { since: String(closed.number) })
    expect(now.rows.map(({ id, status }) => [id, status])).toEqual([[second, 'waiting']])
    expect(await queue(deps, aino, { since: '999999' })).toMatchObject({ anew: true, rows: [] })
  })

  it('counts a visit by its own time, as it is set', async () => {
    const [id = ''] = await standing(deps.store, [
      { promised: NOON - HOUR, received: NOON - DAY, summary: { way: 'visit' } },
    ])
    expect(await counts(aino)).toMatchObject({ overdue: 1 })
    await take(deps, aino, id)
    await visit(deps, aino, id, { station: 'joutsa', day: '2026-11-25', from: '09:00', to: '10:00' })
    expect(await counts(aino)).toMatchObject({ overdue: 0, mine: 1, open: 1 })
    expect(await walk(aino, { state: 'overdue' })).toEqual([])
  })

  it('refuses an area that is not mine, and a cursor that is none', async () => {
    await expect(queue(deps, aino, { area: 'north' })).rejects.toMatchObject({ field: '/area' })
    await expect(queue(deps, aino, { after: 'moon' })).rejects.toMatchObject({ field: '/after' })
  })

  it('walked by how many were passed misses one when another is closed meanwhile (red twin)', async () => {
    const ids = await standing(
      deps.store,
      many(230, () => ({ area: 'south' })),
    )
    const all = await walk(aino)
    const byOffset = async (offset: number) => (await walk(aino)).slice(offset, offset + 100)
    const met = await byOffset(0)
    await take(deps, elias, all[0] ?? '')
    await close(deps, elias, all[0] ?? '', { outcome: 'other', recorded: true })
    for (const offset of [100, 200]) met.push(...(await byOffset(offset)))
    const missed = ids.filter((id) => !met.includes(id))
    expect(missed).toEqual([all[100]])
    tellTwin('queue', `${engine.name}: a walk by offset while one is closed`, { missed: missed.length })
  })
})
