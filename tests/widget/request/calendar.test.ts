/** The entry for one's own calendar: the right hours in Finland, whatever the season and the zone of the device. */
import { describe, expect, it } from 'vitest'
import { calendarFile, isPast } from '../../../widget/save/calendar.ts'

const at = (iso: string) => Date.parse(iso)
const linesOf = (entry: Parameters<typeof calendarFile>[0]) => calendarFile(entry).split('\r\n')
const BEFORE = at('2026-01-02T08:00:00Z')

describe('a calendar entry', () => {
  it('is in Finnish time, in winter and in summer', () => {
    const winter = linesOf({ title: 'Puhelu', day: '2026-12-28', from: '08:00', to: '16:00', now: BEFORE })
    expect(winter).toEqual(expect.arrayContaining(['DTSTART:20261228T060000Z', 'DTEND:20261228T140000Z']))
    const summer = linesOf({ title: 'Puhelu', day: '2026-06-24', from: '12:00', to: '15:45', now: BEFORE })
    expect(summer).toEqual(expect.arrayContaining(['DTSTART:20260624T090000Z', 'DTEND:20260624T124500Z']))
  })

  it('of today begins now, and not where it has gone by', () => {
    const today = { title: 'Puhelu', day: '2026-12-28', from: '08:00', to: '16:00' }
    const now = at('2026-12-28T11:20:30Z')
    expect(linesOf({ ...today, now })).toContain('DTSTART:20261228T112030Z')
    expect(isPast({ ...today, now })).toBe(false)
    expect(isPast({ ...today, now: at('2026-12-28T14:00:00Z') })).toBe(true)
  })

  it('holds its word, signs and all, keeps nobody from anything, and ends each line as it must', () => {
    const text = calendarFile({
      title: 'Samtal, möte; \\',
      day: '2026-12-28',
      from: '08:00',
      to: '16:00',
      now: BEFORE,
    })
    expect(text).toContain('SUMMARY:Samtal\\, möte\\; \\\\\r\n')
    expect(text).toContain('TRANSP:TRANSPARENT\r\n')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })
})
