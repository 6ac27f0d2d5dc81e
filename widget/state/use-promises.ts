/** What we would promise, kept true: a page may stand open for days, hidden in a closed panel. */
import { useEffect, useState } from 'preact/hooks'
import type { Promises } from '#core/contract/promise.ts'
import { localTime } from '#core/say/time.ts'
import { serverNow } from '../net/clock.ts'
import { loadPromises } from '../net/content.ts'

/** How often it is looked whether they are still true (milliseconds). */
const OFTEN = 30_000
/** Older than this they are asked for again while somebody looks (milliseconds): a cut-off may have passed. */
const OLD = 180_000
/** Younger than this they are not: opening, focus and a returning line come together (milliseconds). */
const FRESH = 5_000

/** Some promise of them has passed, or a day has begun. */
const arePast = ({ at, areas }: Promises, now: number) =>
  localTime(new Date(at))[0] !== localTime(new Date(now))[0] ||
  areas.some(({ promise }) => promise && Date.parse(promise.until) <= now)

/** Estimates for all areas. They are asked for by the time and by what is looked at, never by what is answered. */
export function usePromises(station: string): Promises | undefined {
  const [promises, setPromises] = useState<Promises>()
  useEffect(() => {
    // the way back by a code belongs to no station: its own request says what was promised
    if (!station) return
    let known: Promises | undefined
    let asked = Number.NEGATIVE_INFINITY
    let over = false
    const ask = async () => {
      // by how long the page has run: a clock that is set meanwhile changes nothing
      asked = performance.now()
      const answer = await loadPromises(station)
      if (over || !answer) return
      known = answer
      setPromises(answer)
    }
    const wake = () => {
      if (document.visibilityState === 'visible' && performance.now() - asked > FRESH) void ask()
    }
    const look = () => {
      const age = performance.now() - asked
      if (age > OLD || !known || arePast(known, serverNow())) wake()
    }
    void ask()
    const timer = setInterval(look, OFTEN)
    // a closed panel draws nothing: its room comes in sight when it is opened
    const sight = new IntersectionObserver(([seen]) => seen?.isIntersecting && wake())
    sight.observe(document.documentElement)
    document.addEventListener('visibilitychange', wake)
    for (const event of ['online', 'focus', 'pageshow']) addEventListener(event, wake)
    return () => {
      over = true
      clearInterval(timer)
      sight.disconnect()
      document.removeEventListener('visibilitychange', wake)
      for (const event of ['online', 'focus', 'pageshow']) removeEventListener(event, wake)
    }
  }, [station])
  return promises
}
