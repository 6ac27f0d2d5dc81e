/**
 * The server’s time: workstations are wrong by minutes, and some are put right in the middle of a day. What tells of waiting is
 * drawn again twice a minute.
 */
import { useEffect, useState } from 'preact/hooks'

const TICK_MS = 30_000

/** What no clock of the machine changes, ms. */
export const steadyNow = () => performance.now()
/** the server’s time minus the steady one, ms; until the server has said it, as this machine believes */
let ahead = performance.timeOrigin

/** @param now the server’s instant, as it came @param asked when it was asked for, by `steadyNow` */
export function setClock(now: number, asked: number): void {
  ahead = now - (asked + steadyNow()) / 2
}

/** The server’s time now, epoch ms. */
export const serverNow = () => steadyNow() + ahead

/** The server’s time, epoch ms, refreshed every half minute. */
export function useNow(): number {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return serverNow()
}
