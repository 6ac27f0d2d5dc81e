/** Finnish working days: weekdays that are off, and office time. */
import { describe, expect, it } from 'vitest'
import { easter, isDayOff } from '#core/request/days-off.ts'
import { addDays, instantOf, localTime, weekdayOf } from '../../../server/promise/local-time.ts'
import { isWorkingDay, officeMinutes } from '../../../server/promise/working-day.ts'

const closedWeekdays = (year: number): string[] => {
  const closed: string[] = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
    if (weekdayOf(day) <= 5 && !isWorkingDay(day)) closed.push(day.slice(5))
  return closed
}
const at = (text: string) => Date.parse(text)

describe('working days', () => {
  it.each([
    [2026, ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '06-19', '12-24', '12-25']],
    [2027, ['01-01', '01-06', '03-26', '03-29', '05-06', '06-25', '12-06', '12-24']],
    [2028, ['01-06', '04-14', '04-17', '05-01', '05-25', '06-23', '12-06', '12-25', '12-26']],
  ])('are closed on the weekdays of %i that the almanac says', (year, days) => {
    expect(closedWeekdays(year)).toEqual(days)
  })

  it('know Easter of every kind: the earliest, the latest and the leap years between', () => {
    const known = {
      1900: '04-15',
      1954: '04-18',
      1981: '04-19',
      2000: '04-23',
      2008: '03-23',
      2011: '04-24',
      2014: '04-20',
      2019: '04-21',
      2024: '03-31',
      2025: '04-20',
      2026: '04-05',
      2027: '03-28',
      2038: '04-25',
      2049: '04-18',
      2076: '04-19',
      2100: '03-28',
      2285: '03-22',
    }
    for (const [year, day] of Object.entries(known)) expect(easter(Number(year))).toBe(`${year}-${day}`)
  })

  it('keep Midsummer and All Saints on their Saturdays', () => {
    for (let year = 2024; year < 2064; year++) {
      const off = (from: string, days: number) =>
        Array.from({ length: days }, (_, index) => addDays(`${year}-${from}`, index)).filter(isDayOff)
      expect(off('06-20', 7).map(weekdayOf)).toContain(6)
      expect(off('10-31', 7).map(weekdayOf)).toEqual([6])
    }
  })

  it('never count a Saturday or a Sunday, and count New Year’s Eve and Maundy Thursday', () => {
    expect(isWorkingDay('2026-11-28')).toBe(false)
    expect(isWorkingDay('2026-11-29')).toBe(false)
    expect(isWorkingDay('2026-12-31')).toBe(true)
    expect(isWorkingDay('2026-04-02')).toBe(true)
  })
})

describe('local time', () => {
  it('is that of Finland on both days when the clocks are turned', () => {
    expect(localTime(at('2027-03-28T00:59:00Z'))).toMatchObject({ day: '2027-03-28', time: '02:59', hour: 2 })
    expect(localTime(at('2027-03-28T01:00:00Z'))).toMatchObject({ day: '2027-03-28', time: '04:00', hour: 4 })
    expect(localTime(at('2027-10-31T00:59:00Z'))).toMatchObject({ day: '2027-10-31', time: '03:59' })
    expect(localTime(at('2027-10-31T01:00:00Z'))).toMatchObject({ day: '2027-10-31', time: '03:00' })
    expect(instantOf('2027-03-29', '16:00')).toBe(at('2027-03-29T13:00:00Z'))
    expect(instantOf('2027-11-01', '16:00')).toBe(at('2027-11-01T14:00:00Z'))
    expect(instantOf('2027-03-28', '03:30')).toBe(at('2027-03-28T01:30:00Z'))
  })
})

describe('office minutes', () => {
  it('stop in the evening and over holidays', () => {
    expect(officeMinutes(at('2026-12-23T15:30:00+02:00'), at('2026-12-28T08:20:00+02:00'))).toBe(50)
    expect(officeMinutes(at('2026-11-24T10:00:00+02:00'), at('2026-11-24T10:45:00+02:00'))).toBe(45)
    expect(officeMinutes(at('2026-11-28T10:00:00+02:00'), at('2026-11-29T10:45:00+02:00'))).toBe(0)
    expect(officeMinutes(at('2026-11-24T06:00:00+02:00'), at('2026-11-24T19:00:00+02:00'))).toBe(480)
  })

  it('grow for four hundred days, and then no more', () => {
    const since = (day: string) => officeMinutes(at('2026-01-01T00:00:00+02:00'), at(`${day}T23:00:00+02:00`))
    expect(since('2027-02-04')).toBeGreaterThan(since('2027-02-03'))
    expect(since('2027-02-05')).toBe(since('2027-02-04'))
    expect(since('2029-02-05')).toBe(since('2027-02-04'))
  })
})
