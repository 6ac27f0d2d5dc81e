/** Whole months and whole weeks, as they are named and bounded. */
import { describe, expect, it } from 'vitest'
import {
  daysKeptFrom,
  monthsBefore,
  monthsLater,
  periodBefore,
  periodsBetween,
  periodsWith,
} from '../../../server/statistics/periods.ts'

describe('periods', () => {
  const week = (day: string) => periodsWith(day)[1]

  it('are the month and the week of a day; the week is numbered by its Thursday', () => {
    expect(periodsWith('2026-11-24')).toEqual([
      { period: '2026-11', kind: 'month', from: '2026-11-01', to: '2026-11-30' },
      { period: '2026-W48', kind: 'week', from: '2026-11-23', to: '2026-11-29' },
    ])
    expect(week('2027-01-03')).toMatchObject({ period: '2026-W53', from: '2026-12-28', to: '2027-01-03' })
    expect(week('2027-01-04')).toMatchObject({ period: '2027-W01' })
    expect(week('2024-12-30')).toMatchObject({ period: '2025-W01' })
  })

  it('follow each other without a gap and without an overlap', () => {
    const all = periodsBetween('2026-01-15', '2027-12-31', '2026-01-01')
    for (const kind of ['month', 'week'] as const) {
      const own = all.filter((one) => one.kind === kind)
      for (const [at, one] of own.entries()) if (at > 0) expect(periodBefore(one)).toEqual(own[at - 1])
      expect(own.at(-1)?.to).toBeDefined()
    }
    expect(all.filter(({ kind }) => kind === 'month')).toHaveLength(24)
  })

  it('a month is added across years', () => {
    expect(monthsLater('2026-11', 2)).toBe('2027-01')
    expect(monthsLater('2026-01', -1)).toBe('2025-12')
    expect(daysKeptFrom('2026-11-24')).toBe('2025-10-01')
  })

  it('of which the days are no longer kept are months alone', () => {
    const old = periodsBetween('2025-01-10', '2025-12-31', '2025-10-01')
    expect(old.filter(({ kind }) => kind === 'week').every(({ from }) => from >= '2025-10-01')).toBe(true)
    expect(old.filter(({ kind }) => kind === 'month')).toHaveLength(12)
    expect(monthsBefore('2025-10-01', '2025-07-03')).toEqual(['2025-07', '2025-08', '2025-09'])
  })
})
