/** Many arrivals are told together, at most once a minute: the first at once, the others when the minute is over. */
export const MINUTE_MS = 60_000

type Watch = { now(): number; later(act: () => void, milliseconds: number): void }

/** @param tell told how many came since it was told last @returns what hears of arrivals */
export function onceAMinute({ now, later }: Watch, tell: (count: number) => void): (count: number) => void {
  let last = Number.NEGATIVE_INFINITY
  let came = 0
  let waits = false
  const flush = () => {
    waits = false
    last = now()
    const count = came
    came = 0
    tell(count)
  }
  return (count) => {
    came += count
    if (waits) return
    const left = last + MINUTE_MS - now()
    if (left <= 0) return flush()
    waits = true
    later(flush, left)
  }
}
