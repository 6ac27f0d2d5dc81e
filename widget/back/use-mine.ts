/** Follows one's own request while the page is looked at: soon at first, seldom when nothing happens or nobody answers. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { getMine, type OwnRequest, type Trouble } from '../net/outbox.ts'

/** The shortest and the longest pause between two questions (milliseconds). */
const EVERY = 15_000
const MOST = 240_000
const OVER: Trouble['code'][] = ['gone', 'not-found']
/** So many answers without news double the pause. */
const CALM = 20

export type Followed = {
  mine: OwnRequest | undefined
  trouble: Trouble | undefined
  /** takes a newer answer into use, or asks again */
  refresh: (known?: OwnRequest) => void
}

/** `quiet`: answers in a row that told nothing new; `failed`: tries in a row without an answer; `retryAfter` in seconds. */
export const pauseAfter = (quiet: number, failed: number, retryAfter = 0) =>
  Math.max(Math.min(EVERY * 2 ** Math.max(failed, Math.floor(quiet / CALM)), MOST), retryAfter * 1000)

/** Asks until the returned function is called; `tell` hears each answer and says whether asking goes on. */
function follow(code: string, tell: (answer: Awaited<ReturnType<typeof getMine>>) => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let quiet = 0
  let failed = 0
  let version = -1
  let asking = false
  let over = false
  const ask = async () => {
    clearTimeout(timer)
    // a page that nobody looks at asks nothing; it asks at once when it is looked at again
    if (asking || over || document.visibilityState !== 'visible') return
    asking = true
    const answer = await getMine(code)
    asking = false
    if (over) return
    quiet = answer.ok && answer.body.version === version ? quiet + 1 : 0
    failed = answer.ok ? 0 : failed + 1
    if (answer.ok) version = answer.body.version
    const retryAfter = answer.ok ? 0 : answer.trouble.retryAfter
    if (tell(answer)) timer = setTimeout(ask, pauseAfter(quiet, failed, retryAfter))
    else over = true
  }
  const wake = () => {
    quiet = 0
    void ask()
  }
  wake()
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  return () => {
    over = true
    clearTimeout(timer)
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
  }
}

export function useMine(code: string): Followed {
  const [mine, setMine] = useState<OwnRequest>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [turn, setTurn] = useState(0)
  useEffect(
    () =>
      follow(code, (answer) => {
        if (answer.ok) setMine(answer.body)
        setTrouble(answer.ok ? undefined : answer.trouble)
        // what is closed, gone or unknown tells nothing more
        return answer.ok ? answer.body.status !== 'closed' : !OVER.includes(answer.trouble.code)
      }),
    [code, turn],
  )
  const proof = mine?.proof
  useEffect(() => {
    if (!proof || !mine) return
    // where it cannot be done the request keeps its place in the order
    import('../net/prove.ts')
      .then(({ prove }) => prove(proof, mine.id, code))
      .then((answer) => answer.ok && setMine(answer.body))
      .catch(() => undefined)
  }, [proof?.salt, code])
  const refresh = useCallback(
    (known?: OwnRequest) => (known ? setMine(known) : setTurn((now) => now + 1)),
    [],
  )
  return { mine, trouble, refresh }
}
