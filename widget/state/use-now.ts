/** The present, kept present: what is said of “now” is looked at again while it stands on the screen. */
import { useEffect, useState } from 'preact/hooks'

/** How long “open now” may be wrong at most (milliseconds). */
const OFTEN = 30_000

export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const look = () => setNow(new Date())
    const timer = setInterval(look, OFTEN)
    // a phone taken up again shows the truth at once
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return now
}
