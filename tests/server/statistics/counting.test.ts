/** What the server counts is what happened: each request once, whether it is kept, waits or was moved, on both engines. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PeriodFigures } from '#core/contract/statistics.ts'
import { OUTCOMES } from '#core/request/choices.ts'
import { ENDINGS, FIRST_TRIES, PROMISES } from '#core/request/counted.ts'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../server/callbacks/tries/reached.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { statistics } from '../../../server/jobs/statistics.ts'
import { figuresPage } from '../../../server/statistics/page.ts'
import { periodsWith } from '../../../server/statistics/periods.ts'
import { few, parts } from '../../../server/statistics/protect.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { DAY, HOUR, KEEPING, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
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

/** What a person who stood by wrote down of a request. */
type Noted = {
  day: string
  hour: string
  language: string
  ending?: string
  promise: (typeof PROMISES)[number]
  firstTry: (typeof FIRST_TRIES)[number]
  /** minutes to the first try, and to contact */
  tried?: number
  spoken?: number
  failure: boolean
}
type Plan = {
  language: string
  topics: string[]
  /** minutes */
  waits: number
  ends: 'spoken' | 'unreachable' | 'duplicate' | 'withdrawn' | 'open'
  outcome: (typeof OUTCOMES)[number]
  recorded: boolean
  failure: boolean
}

const SPOKEN = OUTCOMES.filter((one) => !['unreachable', 'duplicate', 'not-our-matter'].includes(one))
const plan: fc.Arbitrary<Plan> = fc.record({
  language: fc.constantFrom('fi', 'fi', 'fi', 'fi', 'fi-simple'),
  topics: fc.constantFrom(['money'], ['money'], ['housing'], ['money', 'housing']),
  waits: fc.integer({ min: 1, max: 50 }),
  ends: fc.constantFrom(
    'spoken',
    'spoken',
    'spoken',
    'spoken',
    'unreachable',
    'duplicate',
    'withdrawn',
    'open',
  ),
  outcome: fc.constantFrom(...SPOKEN, 'advice-given', 'advice-given', 'manages-alone'),
  recorded: fc.constantFrom(true, true, true, false),
  failure: fc.constantFrom(true, false, false),
})
const DAYS = [
  '2026-09-28',
  '2026-09-30',
  '2026-10-01',
  '2026-10-02',
  '2026-10-05',
  '2026-10-14',
  '2026-10-30',
]
const PLANS = fc.sample(fc.array(plan, { minLength: 14, maxLength: 14 }), { numRuns: DAYS.length, seed: 26 })

describe.each(engines)('what is counted ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  const noted: Noted[] = []
  let countedFirst = 0
  /** what they read after the day, after a part was erased, and when all was moved */
  const seen: Record<string, PeriodFigures>[] = []

  const job = () => statistics.does({ store: deps.store, organisation: ORGANISATION, clock, ...KEEPING })
  const page = (asked?: string) =>
    deps.store.read(ORGANISATION, (view) => figuresPage(view, clock.now(), asked))
  const readAll = async () => {
    const { periods } = await page()
    const told: Record<string, PeriodFigures> = {}
    for (const { period } of periods) {
      const { figures } = await page(period)
      if (figures) told[period] = figures
    }
    return told
  }

  async function call(id: string, { ends, outcome, waits, failure, recorded }: Plan, note: Noted) {
    await take(deps, aino, id)
    clock.pass(waits * MINUTE)
    if (ends !== 'duplicate') {
      const missed = ends === 'unreachable'
      const row = await attempt(deps, aino, id, { way: 'call', result: missed ? 'wrong-number' : 'answered' })
      Object.assign(note, { tried: waits, promise: 'kept', firstTry: 'same-day' })
      if (!missed && row.status !== 'reached') await reached(deps, aino, id)
      if (!missed) note.spoken = waits
    }
    const as = ends === 'spoken' ? outcome : ends
    await close(deps, aino, id, { outcome: as as Plan['outcome'], recorded, failureDemand: failure })
    Object.assign(note, { ending: as, failure })
  }

  async function live(day: string, at: number, one: Plan) {
    const hour = 8 + (at % 4)
    clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+03:00`)
    if (day > '2026-10-25') clock.set(`${day}T${String(hour).padStart(2, '0')}:00:00+02:00`)
    const answers = { topics: one.topics, coping: 3, municipality: '172', story: 'omin sanoin' }
    const sent = body({ on: day, language: one.language, answers })
    const note: Noted = {
      ...{ day, hour: String(hour), language: one.language, failure: false },
      ...{ promise: 'released', firstTry: 'untried' },
    }
    noted.push(note)
    await submit(deps, ORGANISATION, sent)
    if (one.ends === 'open') return
    if (one.ends !== 'withdrawn') return call(sent.id, one, note)
    await withdraw(deps, ORGANISATION, sent)
    note.ending = 'withdrawn'
  }

  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    clock.set(`${DAYS[0]}T07:00:00+03:00`)
    await settle(deps.store, {
      seed: place(),
      people: [aino, elias, staff('liisa', ['south']), helmi],
    })
    for (const [on, day] of DAYS.entries())
      for (const [at, one] of (PLANS[on] as Plan[]).entries()) await live(day, at, one)
    clock.pass(8 * HOUR)
    countedFirst = clock.now()
    await job()
    seen.push(await readAll())
    const erase = async (until: string) => {
      clock.set(until)
      // counted while they are being erased, and once more when they are
      await Promise.all([eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING), job()])
      seen.push(await readAll())
      await job()
      seen.push(await readAll())
    }
    // those of September and the first days of October are due
    await erase('2026-11-03T09:00:00+02:00')
    await erase('2026-12-15T09:00:00+02:00')
    for (const _ of ['unrecorded ones', 'the few that wait for others']) {
      clock.pass(100 * DAY)
      await erase(new Date(clock.now()).toISOString())
    }
  })
  afterAll(() => database.remove())

  const ended = (period: string) =>
    noted.filter(
      ({ day, ending }) => ending !== undefined && periodsWith(day).some((one) => one.period === period),
    )
  const told = <Name extends string>(
    names: readonly Name[],
    of: readonly Noted[],
    is: (one: Noted) => string,
  ) =>
    Object.fromEntries(
      parts(
        names.map((name) => of.filter((one) => is(one) === name).length),
        few(of.length),
      ).map((count, at) => [names[at], count]),
    )
  const PERIODS = ['2026-09', '2026-10', '2026-W40', '2026-W41', '2026-W42', '2026-W44']

  it('has seen requests that end in every way, kept, waiting and moved', async () => {
    expect(new Set(noted.map(({ ending }) => ending)).size).toBeGreaterThan(8)
    const rows = await deps.store.read(ORGANISATION, async (view) => {
      const db = rawOf(view)
      const all = await db.selectFrom('statistics').selectAll().execute()
      return all.length
    })
    expect(rows).toBe(noted.filter(({ ending }) => ending !== undefined).length)
    expect(PERIODS.every((period) => seen[0]?.[period])).toBe(true)
  })

  it.each(PERIODS)('%s is as whoever stood by wrote it down, at each stage of being erased', (period) => {
    const own = ended(period)
    for (const stage of seen) {
      const figures = stage[period] as PeriodFigures
      expect(figures.count).toBe(few(own.length))
      expect(figures.failureDemand).toBe(few(own.filter(({ failure }) => failure).length))
      expect(figures.promise).toEqual(told(PROMISES, own, ({ promise }) => promise))
      expect(figures.firstTry).toEqual(told(FIRST_TRIES, own, ({ firstTry }) => firstTry))
      const endings = told(ENDINGS, own, ({ ending }) => ending ?? '')
      expect(Object.fromEntries(figures.endings.map(({ id, count }) => [id, count]))).toEqual(endings)
      const lines = (name: 'hour' | 'language', ids: string[], is: (one: Noted) => string) => {
        const counts = Object.fromEntries(figures.lines[name].map(({ id, count }) => [id, count]))
        expect(Object.fromEntries(ids.map((id) => [id, counts[id] ?? null]))).toEqual(told(ids, own, is))
      }
      lines('hour', ['8', '9', '10', '11'], ({ hour }) => hour)
      lines('language', ['fi', 'fi-simple'], ({ language }) => language)
    }
  })

  const ranked = (values: number[], share: number) =>
    values.sort((one, other) => one - other)[Math.ceil(share * values.length) - 1] ?? 0
  const toFive = (minutes: number) => Math.round(minutes / 5) * 5

  it('times are those of a watch', () => {
    for (const period of ['2026-10', '2026-09']) {
      const figures = seen[0]?.[period] as PeriodFigures
      const tried = ended(period).flatMap((one) => one.tried ?? [])
      const spoken = ended(period).flatMap((one) => one.spoken ?? [])
      expect(tried.length).toBeGreaterThan(10)
      const both = (values: number[]) => ({
        median: toFive(ranked(values, 0.5)),
        p90: toFive(ranked(values, 0.9)),
      })
      expect(figures.minutesToAttempt).toEqual(both(tried))
      expect(figures.minutesToContact).toEqual(both(spoken))
      expect(figures.attemptsPerReached).toBe(1)
    }
  })

  it('a period stays as it was told while its requests are erased and moved', () => {
    const told = (stage: Record<string, PeriodFigures> | undefined) =>
      PERIODS.map((period) => ({ ...stage?.[period], countedAt: '', over: true, open: null }))
    for (const stage of seen) expect(told(stage)).toEqual(told(seen[0]))
  })

  it('counts who still waits, and says until when it counted', () => {
    const october = seen[0]?.['2026-10'] as PeriodFigures
    const open = noted.filter(({ day, ending }) => ending === undefined && day.startsWith('2026-10')).length
    expect(october.open).toBe(few(open))
    expect(Date.parse(october.countedAt)).toBe(countedFirst)
    expect(seen[0]?.['2026-10']?.over).toBe(false)
    expect(seen[1]?.['2026-10']?.over).toBe(true)
  })

  it('the area of three is told of alone, and that of one takes it in so that it is not', () => {
    expect(seen[0]?.['2026-10']?.together).toEqual(['north', 'south'])
  })

  it('that anything sealed was opened for it is written down, once each time and of nobody', async () => {
    const rows = await deps.store.read(ORGANISATION, (view) => view.log.accesses(0, 10_000))
    const own = rows.filter(({ action }) => action === 'figures.counted')
    expect(own.length).toBeGreaterThanOrEqual(3)
    expect(own.every(({ person, request }) => person === 'system' && request === null)).toBe(true)
  })
})
