/** The running room: fetches the content in its fixed order and warms up the machine while nobody waits for it. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Promises } from '#core/contract/promise.ts'
import { replay } from '#core/flow/replay.ts'
import { type Content, loadContent, loadPromises } from '../content.ts'
import { localTime } from '../format.ts'
import type { Island } from '../island.ts'
import type { Speech } from '../speech.ts'
import type { Early } from './live.ts'
import { Room } from './Room.tsx'
import { Request, Result, WayBack } from './screens.ts'

type Props = { island: Island; speech: Speech; early: Early; exit: () => void }

const idle = (work: () => void) => (self.requestIdleCallback ?? setTimeout)(work)

/** The dialogue and its words; the machine is compiled and taken one step in idle time, not at the first answer. */
function useContent({ island, speech }: Props, on: string) {
  const [content, setContent] = useState<Content>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    loadContent(island).then(
      (loaded) => {
        speech.add(loaded.words)
        idle(() => replay(loaded.dialogue, {}, on))
        setContent(loaded)
      },
      () => setFailed(true),
    )
  }, [island, speech, on])
  useEffect(load, [load])
  // a connection that comes back is tried at once: nobody has to press
  useEffect(() => {
    if (!failed) return
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [failed, load])
  return { content, failed, retry: load }
}

export function Running(props: Props) {
  const { island, speech, early, exit } = props
  const [on] = useState(() => localTime(new Date())[0])
  const [promises, setPromises] = useState<Promises>()
  const content = useContent(props, on)
  useEffect(() => {
    void loadPromises(island.place.station.station).then(setPromises)
    const later = island.page === 'chat' ? [Result, Request] : [WayBack]
    idle(() => {
      for (const screen of later) screen.prefetch().catch(() => undefined)
    })
  }, [island])
  return <Room island={island} speech={speech} live={{ ...content, promises, early, on, exit }} />
}
