import { describe, expect, it } from 'vitest'
import { openingOf } from '../../widget/contact/opening.ts'
import { inputOf } from './harness.ts'

const { place } = inputOf(false)
const at = (instant: string, station = place.station, facts = place) =>
  openingOf(station, facts, new Date(instant))
const opens = (day: string, today = false) => ({ open: false, opens: { day, time: '08:00', today } })

describe('open now or not', () => {
  it.each([
    ['a weekday morning', '2026-11-24T10:00:00+02:00'],
    ['the very minute it opens', '2026-11-24T08:00:00+02:00'],
    ['the last minute', '2026-11-24T15:59:00+02:00'],
    ['the same moment on a device in Thailand', '2026-11-24T15:00:00+07:00'],
    ['summer time', '2027-03-29T08:30:00+03:00'],
  ])('on %s it is open and says when it closes', (_, instant) => {
    expect(at(instant)).toEqual({ open: true, closes: '16:00' })
  })

  it.each([
    ['before it opens', '2026-11-24T07:59:00+02:00', opens('2026-11-24', true)],
    ['at the minute it closes', '2026-11-24T16:00:00+02:00', opens('2026-11-25')],
    ['on Friday evening', '2026-11-20T18:00:00+02:00', opens('2026-11-23')],
    ['on Sunday', '2026-11-22T12:00:00+02:00', opens('2026-11-23')],
    ['the evening before Christmas Eve', '2026-12-23T17:00:00+02:00', opens('2026-12-28')],
    ['on Christmas Eve, a Thursday', '2026-12-24T10:00:00+02:00', opens('2026-12-28')],
  ])('%s it is closed and says when it opens next', (_, instant, expected) => {
    expect(at(instant)).toEqual(expected)
  })

  it('without the holidays it would send people to a closed door (red twin)', () => {
    const { daysOff: _, ...naive } = place
    expect(at('2026-12-24T10:00:00+02:00', place.station, naive)).toMatchObject({ open: true })
  })

  it('names the station that serves while its own is closed', () => {
    const closures = [{ from: '2026-11-23', to: '2026-11-27', substitute: 'konnevesi' }]
    expect(at('2026-11-24T10:00:00+02:00', { ...place.station, closures })).toEqual({
      ...opens('2026-11-30'),
      substitute: 'konnevesi',
    })
  })

  it('says nothing of hours that it does not know, nor of an opening beyond the known days', () => {
    expect(at('2026-11-24T10:00:00+02:00', { ...place.station, hours: [] })).toBeUndefined()
    const closures = [{ from: '2026-11-01', to: '2027-11-01' }]
    expect(at('2026-11-24T10:00:00+02:00', { ...place.station, closures })).toEqual({ open: false })
  })
})
