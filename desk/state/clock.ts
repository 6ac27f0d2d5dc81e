/** The server’s time: workstations are wrong by minutes. What tells of waiting is drawn again twice a minute. */
import { useEffect, useState } from 'preact/hooks'

const TICK_MS = 30_000

/** server’s clock minus this machine’s, ms */
let ahead = 0

/** @param now the server’s instant, as it came @param asked when it was asked for, by this machine; both epoch ms */
export function setClock(now: number, asked: number): void {
  ahead = now - (asked + Date.now()) / 2
}

/** The server’s time now, epoch ms. */
export const serverNow = () => Date.now() + ahead

/** The server’s time, epoch ms, refreshed every half minute. */
export function useNow(): number {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return serverNow()
}
