/** Small rules of the desk that need no browser. */
import { describe, expect, it, vi } from 'vitest'
import { dueOf } from '../../desk/callbacks/state/due.ts'
import { coalesce } from '../../desk/net/coalesce.ts'
import { backoff } from '../../desk/net/live.ts'
import { request } from './people.ts'

describe('many events, few questions', () => {
  it('asks once for a burst, and once more for what came while asking', async () => {
    vi.useFakeTimers()
    const asked: (() => void)[] = []
    const trigger = coalesce(() => new Promise<void>((done) => asked.push(done)), 100)
    for (let event = 0; event < 50; event++) trigger()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(1)
    trigger()
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toHaveLength(1)
    asked[0]?.()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toHaveLength(2)
    vi.useRealTimers()
  })
})

describe('coming back after a lost connection', () => {
  it('waits longer each time, never more than fifteen seconds, and no two desks alike', () => {
    const waits = [0, 1, 2, 3, 4, 5, 6, 20].map((failures) => backoff(failures, 1))
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
    expect(backoff(20, 0)).toBe(7500)
  })
})

describe('how a promise stands', () => {
  it.each([
    ['overdue', { promised: -1 }],
    ['soon', { promised: 59 }],
    ['later', { promised: 3 * 24 * 60 }],
    // a message where a call was asked for is no call
    ['overdue', { promised: -1, row: { status: 'taken', attempts: 1 } }],
    [
      'again',
      { promised: -1, row: { status: 'taken', attempts: 1, firstAttemptAt: '2026-11-24T08:00:00Z' } },
    ],
    ['settled', { promised: -1, row: { status: 'reached' } }],
    ['overdue', { promised: -1, row: { status: 'taken' } }],
  ] as const)('is %s', (due, wish) => {
    expect(dueOf(request(wish).row, Date.now())).toBe(due)
  })
})
