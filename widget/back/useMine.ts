/** Follows one's own request while the page is looked at. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { getMine, type Mine, type Trouble } from '../request/outbox.ts'

/** How often the status is asked for while the page is visible (milliseconds). */
const EVERY = 15_000

export type Followed = {
  mine: Mine | undefined
  trouble: Trouble | undefined
  /** takes a newer answer into use, or asks again */
  refresh: (known?: Mine) => void
}

export function useMine(code: string): Followed {
  const [mine, setMine] = useState<Mine>()
  const [trouble, setTrouble] = useState<Trouble>()
  const refresh = useCallback(
    (known?: Mine) => {
      if (known) return setMine(known)
      void getMine(code).then((answer) => {
        if (answer.ok) setMine(answer.body)
        setTrouble(answer.ok ? undefined : answer.trouble)
      })
    },
    [code],
  )
  const over = trouble?.code === 'gone' || trouble?.code === 'not-found'
  useEffect(() => {
    if (over) return
    const ask = () => document.visibilityState === 'visible' && refresh()
    ask()
    const timer = setInterval(ask, EVERY)
    document.addEventListener('visibilitychange', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [refresh, over])
  return { mine, trouble, refresh }
}
