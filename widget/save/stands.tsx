/** What stands of a kept conversation, above every screen of it, the card among them: it goes on, or is open in another tab too. */
import { useEffect, useState } from 'preact/hooks'
import type { Elsewhere } from '../net/tabs.ts'
import { useRoom } from '../state/context.ts'
import { isOwn } from '../state/kept.ts'

export function Stands({ turn, elsewhere }: { turn: number; elsewhere: Elsewhere }) {
  const { t } = useRoom().speech
  const [resumedAt, setResumedAt] = useState<number>()
  // one that is kept as it begins here is one that goes on; a region that comes with its words is not heard
  useEffect(() => {
    if (isOwn()) setResumedAt(turn)
  }, [])
  const said = elsewhere === 'open' ? 'open' : turn === resumedAt && 'goesOn'
  return (
    <p role="status" class={said ? 'notice' : 'unseen'}>
      {said && t(`widget:keep.${said}`)}
    </p>
  )
}
