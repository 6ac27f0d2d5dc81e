/** Bytes of what was erased: cleared away for all at once who wait for it, and tried again by itself when it could not be. */

/** A reader is seldom longer in the way. */
const AGAIN_MS = 60_000

/**
 * @param scrub of the engine: false when it has to be tried again
 * @returns `scrub`, which a thousand withdrawals at once cost two runs: the one that runs may have begun before one of them; and `stop`
 */
export function scrubbing(scrub: () => Promise<boolean>) {
  let running: Promise<boolean> | undefined
  let next: Promise<boolean> | undefined
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  const again = () => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void together().catch(() => undefined), AGAIN_MS).unref()
  }
  const run = async () => {
    let isDone = false
    try {
      isDone = await scrub()
      return isDone
    } finally {
      if (!isDone) again()
    }
  }
  const begin = () => {
    running = run().finally(() => {
      running = undefined
    })
    return running
  }
  function together(): Promise<boolean> {
    if (!running) return begin()
    next ??= running
      .catch(() => false)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
  return {
    scrub: together,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
