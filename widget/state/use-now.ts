/** The present, kept present: what is said of “now” is looked at again while it stands on the screen. */
import { useEffect, useState } from 'preact/hooks'
import { isTimeKnown, serverNow } from '../net/clock.ts'

/** How long “open now” may be wrong at most (milliseconds). */
const OFTEN = 30_000

const look = () => (isTimeKnown() ? new Date(serverNow()) : undefined)

/** The server’s time; `undefined` while it is not known. */
export function useNow(): Date | undefined {
  const [now, setNow] = useState(look)
  useEffect(() => {
    const again = () => setNow(look())
    const timer = setInterval(again, OFTEN)
    // a phone taken up again shows the truth at once
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [])
  return now ?? look()
}
