/** The last day of a term: counted in calendar days, and moved from a free day to the next working day (laki 150/1930, 5 §). */
import { describe, expect, it } from 'vitest'
import { isDayOff, lastDayOf } from '#core/request/days-off.ts'

const DAYS = 37

describe('the last day of a term', () => {
  it.each([
    ['an ordinary day stays', '2026-11-02', '2026-12-09'],
    ['a Saturday becomes Monday', '2026-11-05', '2026-12-14'],
    ['a Sunday becomes Monday', '2026-11-06', '2026-12-14'],
    ['Christmas Eve becomes the Monday after it', '2026-11-17', '2026-12-28'],
    ['New Year’s Day, a Friday, becomes Monday', '2026-11-25', '2027-01-04'],
    ['Epiphany becomes the next day', '2026-11-30', '2027-01-07'],
    ['Good Friday becomes the Tuesday after Easter', '2027-02-17', '2027-03-30'],
    ['Midsummer Eve becomes Monday', '2027-05-19', '2027-06-28'],
  ])('%s', (_what, sent, last) => {
    expect(lastDayOf(sent, DAYS)).toBe(last)
  })

  it('without the move it would fall on a holiday (red twin)', () => {
    expect(isDayOff('2026-12-24')).toBe(true)
    expect(lastDayOf('2026-11-17', DAYS)).not.toBe('2026-12-24')
  })
})
