/** Minutes pass also when nothing happens: what says how long somebody has waited is drawn again twice a minute. */
import { useEffect, useState } from 'preact/hooks'
import { serverNow } from './desk.ts'

const TICK_MS = 30_000

/** The server’s time, epoch ms, refreshed every half minute. */
export function useNow(): number {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return serverNow()
}
