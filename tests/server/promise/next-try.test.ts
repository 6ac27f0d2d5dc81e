/** When somebody who did not answer is tried next. */
import { describe, expect, it } from 'vitest'
import { nextTries } from '../../../server/promise/next-try.ts'
import type { Calendar } from '../../../server/promise/promise.ts'

const calendar: Calendar = {
  closures: [{ from: '2026-11-26', to: '2026-11-26' }],
  hours: () => ({ cutOff: '13:00', callBy: '16:00' }),
  room: () => 0,
}
const at = (stamp: string) => Date.parse(`${stamp}+02:00`)
const said = (tries: ReturnType<typeof nextTries>) =>
  tries.map(({ day, from, by }) => `${day.slice(8)}. ${from}–${by}`)

describe('the next try', () => {
  it('after a morning is proposed for the afternoon, hours later, though no day has room for another promise', () => {
    const [proposed] = said(nextTries(at('2026-11-24T09:10'), calendar, { safe: [] }, 'morning'))
    expect(proposed).toBe('24. 12:00–16:00')
    const [late] = said(nextTries(at('2026-11-24T11:50'), calendar, { safe: [] }, 'morning'))
    expect(late).toBe('24. 14:00–16:00')
  })

  it('after an afternoon is proposed for the next morning on which somebody calls', () => {
    const [proposed] = said(nextTries(at('2026-11-24T15:40'), calendar, { safe: [] }, 'afternoon'))
    expect(proposed).toBe('25. 08:00–12:00')
    // Thursday is closed
    const [over] = said(nextTries(at('2026-11-25T15:40'), calendar, { safe: [] }, 'afternoon'))
    expect(over).toBe('27. 08:00–12:00')
  })

  it('can be another: the times of the coming days follow in their order', () => {
    expect(said(nextTries(at('2026-11-24T09:10'), calendar, { safe: [] }, 'morning'))).toEqual([
      '24. 12:00–16:00',
      '24. 11:15–12:00',
      '25. 08:00–12:00',
      '25. 12:00–16:00',
      '27. 08:00–12:00',
      '27. 12:00–16:00',
    ])
  })

  it('keeps to the half-days in which alone contact is safe, and to the part of the day that was wished for', () => {
    expect(
      said(nextTries(at('2026-11-24T09:10'), calendar, { safe: ['2-morning', '5-morning'] }, 'morning')),
    ).toEqual([
      '24. 11:15–12:00',
      '27. 08:00–12:00',
      '01. 08:00–12:00',
      '04. 08:00–12:00',
      '08. 08:00–12:00',
      '11. 08:00–12:00',
    ])
    const mornings = nextTries(at('2026-11-24T11:30'), calendar, { safe: [], window: 'morning' }, 'morning')
    expect(said(mornings)[0]).toBe('25. 08:00–12:00')
  })

  it('is none where nobody calls', () => {
    const shut = { ...calendar, hours: () => undefined }
    expect(nextTries(at('2026-11-24T09:10'), shut, { safe: [] }, 'morning')).toEqual([])
  })
})
