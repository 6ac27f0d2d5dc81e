/** Tells that what is on the screen may be old, and that it is being mended. */
import { useEffect, useState } from 'preact/hooks'
import { connection } from '../state/connection.ts'
import { useStore } from '../state/store.ts'
import { timeWords } from '../words/dates.ts'
import { say } from '../words/words.ts'

/** A connection that comes back within this is not worth a banner. */
const PATIENCE_MS = 1500

const bannerWords = (knownAt: number | undefined) =>
  knownAt === undefined ? say('live.bannerUnknown') : say('live.bannerAsOf', { time: timeWords(knownAt) })

export function ConnectionBanner() {
  const live = useStore(connection, (state) => state.live)
  const knownAt = useStore(connection, (state) => state.knownAt)
  const lost = live === 'lost'
  const [shown, show] = useState(false)
  useEffect(() => {
    if (!lost) return show(false)
    const timer = setTimeout(() => show(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [lost])
  return (
    <div role="status" class="banner-room">
      {lost && shown && <p class="banner">{bannerWords(knownAt)}</p>}
    </div>
  )
}
