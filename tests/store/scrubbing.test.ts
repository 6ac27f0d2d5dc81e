/** The bytes of what was erased are cleared away for many at once, and again when it could not be. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { scrubbing } from '../../server/store/health/scrubbing.ts'

describe('clearing away what was erased', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** An engine whose runs end when they are told to. */
  const slow = () => {
    const ends: ((isDone: boolean) => void)[] = []
    const { scrub, stop } = scrubbing(() => new Promise((end) => ends.push(end)))
    return { ends, scrub, stop }
  }
  const settled = () => vi.advanceTimersByTimeAsync(0)

  it('costs a thousand who come at once two runs, and each is told after a run that began after it came', async () => {
    const { ends, scrub } = slow()
    const told: number[] = []
    void scrub().then(() => told.push(0))
    for (let at = 1; at <= 1000; at++) void scrub().then(() => told.push(at))
    expect(ends).toHaveLength(1)
    ends[0]?.(true)
    await settled()
    expect(told).toEqual([0])
    expect(ends).toHaveLength(2)
    ends[1]?.(true)
    await settled()
    expect(told).toHaveLength(1001)
    expect(ends).toHaveLength(2)
  })

  it('is tried again every minute until it is done, and no more once the store is closed', async () => {
    const results = [false, new Error('disk I/O error'), false, true]
    let runs = 0
    const { scrub, stop } = scrubbing(async () => {
      const result = results[runs++] ?? true
      if (result instanceof Error) throw result
      return result
    })
    expect(await scrub()).toBe(false)
    await vi.advanceTimersByTimeAsync(3 * 60_000)
    expect(runs).toBe(4)
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(runs).toBe(4)
    results.push(false)
    expect(await scrub()).toBe(false)
    stop()
    await vi.advanceTimersByTimeAsync(60 * 60_000)
    expect(runs).toBe(5)
  })
})
