/** What is told of counts: nobody is found in a number, nor in what is left when numbers are taken from each other. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Few } from '#core/contract/statistics.ts'
import { ENDINGS } from '#core/request/counted.ts'
import { periodsWith } from '../../../server/statistics/periods.ts'
import { few, LEAST, parts, protect, quantile } from '../../../server/statistics/protect.ts'
import { count, newTally } from '../../../server/statistics/tally.ts'
import { together } from '../../../server/statistics/together.ts'
import type { FiguresRow } from '../../../server/store/statistics.ts'

const oneOf = <Item>(...items: Item[]) => fc.constantFrom(...items)
/** Some are frequent, as in life: a few categories are big and many are small. */
const row: fc.Arbitrary<FiguresRow> = fc
  .record({
    day: oneOf('2026-06-01', '2026-06-03', '2026-06-14', '2026-06-28', '2026-06-29', '2026-06-30'),
    hour: oneOf(8, 9, 9, 9, 10, 14),
    area: oneOf('south', 'south', 'south', 'north', 'west'),
    lane: oneOf('guidance', 'guidance', 'guidance', 'consultation'),
    asker: oneOf(null, 'self', 'self', 'professional'),
    segment: oneOf('callback', 'callback', 'coordination', 'emergency'),
    life_areas: oneOf('[]', '["money"]', '["money","housing"]', '["caring"]'),
    language: oneOf('fi', 'fi', 'fi', 'fi', 'sv', 'en'),
    dont_know_steps: oneOf('[]', '["applied"]', '["applied","money/coping"]'),
    attempts: oneOf(0, 1, 1, 2),
    minutes_to_attempt: oneOf(null, 5, 30, 120),
    dated: oneOf(0, 1, 1, 1, null),
    same_day: oneOf(0, 1, 1),
    within_promise: oneOf(0, 1, 1, 1, 1),
    failure_demand: oneOf(0, 0, 1),
    channel: oneOf('chat', 'phone', null),
    outcome: oneOf(...ENDINGS),
  })
  .map((made) => ({
    ...made,
    municipality: '172',
    revision: 'r1',
    minutes_to_contact: made.attempts > 0 ? made.minutes_to_attempt : null,
    reached_same_day: 0,
    reached_within_promise: 0,
  }))
const rows = fc.array(row, { maxLength: 120 })

const tallied = (all: readonly FiguresRow[]) => {
  const tally = newTally()
  for (const one of all) count(tally, one, (area) => area)
  return tally
}
type Told = ReturnType<typeof protect>
type Protects = (tally: ReturnType<typeof tallied>, open: number) => Told

/** Every count that is told, by whatever name; minutes and attempts are of ten requests at least. */
function countsIn(told: unknown): number[] {
  if (typeof told === 'number') return [told]
  if (told === null || typeof told !== 'object') return []
  return Object.entries(told).flatMap(([name, value]) =>
    /^minutes|^attempts/.test(name) ? [] : countsIn(value),
  )
}

/** The month, and each of its weeks, of the same rows. */
const tablesOf = (all: readonly FiguresRow[], protects: Protects): Told[] => {
  const periods = new Set(all.flatMap(({ day }) => periodsWith(day).map(({ period }) => period)))
  return [...periods].map((name) =>
    protects(tallied(all.filter(({ day }) => periodsWith(day).some(({ period }) => period === name))), 0),
  )
}

/** Numbers, and differences of two, that are of somebody and of fewer than five. */
function found(all: readonly FiguresRow[], protects: Protects): number[] {
  // what was told when the last three had not come yet is still in somebody's hands
  const before = tablesOf(all.slice(0, -3), protects)
  const told = new Set([...before, ...tablesOf(all, protects)].flatMap(countsIn))
  const differences = [...told].flatMap((one) => [...told].map((other) => Math.abs(one - other)))
  return [...told, ...differences].filter((number) => number > 0 && number < LEAST)
}

/** The same source without the rounding: the small ones are hidden, every other number stays as it is. */
async function withoutRounding(): Promise<Protects> {
  const path = 'server/statistics/protect.ts'
  const source = readFileSync(path, 'utf8')
  const broken = source
    .replace('Math.round(count / LEAST) * LEAST', 'count')
    .replace('  const small = counts.reduce', '  return counts.map(few)\n  const small = counts.reduce')
    .replace("'#core/request/counted.ts'", `'${pathToFileURL('core/request/counted.ts').href}'`)
  expect(broken.length).not.toBe(source.length)
  const file = join(mkdtempSync(join(tmpdir(), 'kynnys-unrounded-')), 'protect.ts')
  writeFileSync(file, broken)
  return ((await import(pathToFileURL(file).href)) as { protect: Protects }).protect
}

describe('figures that are told', () => {
  it('give nothing of fewer than five, whichever two numbers of a month, its weeks and the day before are taken from each other', () => {
    fc.assert(
      fc.property(rows, (all) => {
        expect(found(all, protect)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('of which only the small ones are hidden give them to who subtracts (red twin)', async () => {
    const unrounded = await withoutRounding()
    const caught = fc.sample(rows, { numRuns: 50, seed: 7 }).filter((all) => found(all, unrounded).length > 0)
    expect(caught.length).toBeGreaterThan(15)
    // the total and its parts alone are enough
    const [nine, two] = [row, row].map((one) => fc.sample(one, { numRuns: 1, seed: 3 })[0] as FiguresRow)
    const all = [
      ...Array.from({ length: 9 }, () => ({ ...(nine as FiguresRow), outcome: 'advice-given' })),
      ...Array.from({ length: 2 }, () => ({ ...(two as FiguresRow), outcome: 'handed-over-social' })),
    ]
    expect(found(all, unrounded)).toContain(2)
    expect(found(all, protect)).toEqual([])
  })

  const counts = fc.array(fc.nat(23), { minLength: 1, maxLength: 12 })
  const wholeOf = (all: readonly number[]) => few(all.reduce((sum, one) => sum + one, 0))

  it('are within four of what was counted, and parts add up to the whole but for what is hidden', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const whole = wholeOf(all)
        const told = parts(all, whole)
        let sum = 0
        for (const [at, part] of told.entries()) {
          const true_ = all[at] as number
          if (part === null) expect(true_ < LEAST || whole === null).toBe(true)
          else expect(Math.abs(part - true_)).toBeLessThan(LEAST)
          sum += part ?? 0
        }
        const hidden = all.reduce((one, part) => one + (part < LEAST ? part : 0), 0)
        if (whole !== null) expect(Math.abs(whole - sum - hidden)).toBeLessThan(LEAST)
      }),
    )
  })

  /** What somebody knows who knows the rule: how many values a hidden part may still have. */
  const possible = (told: readonly Few[], whole: number) => {
    const visible = told.flatMap((part) => part ?? [])
    const most = whole + 2 - visible.reduce((sum, part) => sum + Math.max(LEAST, part - 4), 0)
    const others = (told.length - visible.length - 1) * 4
    const least = whole - 2 - visible.reduce((sum, part) => sum + part + 4, 0) - others
    return Math.min(4, most) - Math.max(0, least) + 1
  }

  it('leave at least three values to each hidden part for who knows the whole and all the others', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const whole = wholeOf(all)
        const told = parts(all, whole)
        if (whole !== null && told.includes(null)) expect(possible(told, whole)).toBeGreaterThanOrEqual(3)
      }),
      { numRuns: 2000 },
    )
    // each rounded for itself, seven sevens and a four are found out (red twin)
    const alone = [7, 7, 7, 7, 7, 7, 7, 4]
    const told = alone.map(few)
    const closest = 55 - 2 - told.reduce<number>((sum, part) => sum + (part === null ? 0 : part + 2), 0)
    expect(closest).toBe(4)
  })

  it('count a request under each of its life areas, and one under none is in the total', () => {
    const [made] = fc.sample(row, { numRuns: 1, seed: 1 }) as [FiguresRow]
    const lists = ['["money"]', '["money","housing"]', '["money","money"]', '[]']
    const all = lists.flatMap((life_areas) => Array.from({ length: 5 }, () => ({ ...made, life_areas })))
    const { count: total, lines } = protect(tallied(all), 0)
    expect(total).toBe(20)
    expect(lines.lifeArea.map(({ id, count: told }) => [id, told])).toEqual([
      ['money', 15],
      ['housing', 5],
    ])
  })

  it('name the middle and the ninetieth of a hundred by the nearest rank', () => {
    const values = new Map([...Array(100).keys()].map((at) => [at + 1, 1]))
    expect([quantile(values, 0.5), quantile(values, 0.9)]).toEqual([50, 90])
    expect(quantile(new Map([[7, 1]]), 0.9)).toBe(7)
  })
})

describe('areas with fewer than three coordinators', () => {
  const owners = (areas: Record<string, string[]>) =>
    new Map(Object.entries(areas).map(([area, people]) => [area, new Set(people)]))

  it('are told of as one, which takes a bigger one in where it would be too few itself', () => {
    expect(together(owners({ south: ['a'], north: ['b'], west: ['c'] }))).toEqual(['north', 'south', 'west'])
    expect(together(owners({ big: ['a', 'b', 'c', 'd'], mid: ['e', 'f', 'g'], small: ['h'] }))).toEqual([
      'mid',
      'small',
    ])
    expect(together(owners({ big: ['a', 'b', 'c'], other: ['c', 'd', 'e'] }))).toEqual([])
    expect(together(owners({ one: ['a', 'b'], two: ['c'], big: ['d', 'e', 'f'] }))).toEqual(['one', 'two'])
    expect(together(owners({ one: ['a'], two: ['a'], big: ['d', 'e', 'f'] }))).toEqual(['big', 'one', 'two'])
  })
})
