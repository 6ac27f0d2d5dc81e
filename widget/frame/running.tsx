/** The running room: fetches the content in its fixed order and warms up the machine while nobody waits for it. */

import { useCallback, useEffect, useState } from 'preact/hooks'
import { replay } from '#core/flow/replay.ts'
import { DONT_KNOW } from '#core/flow/words.ts'
import { localTime } from '#core/say/time.ts'
import { serverNow } from '../net/clock.ts'
import { type LoadedContent, loadContent } from '../net/content.ts'
import { heedLanguage } from '../net/host.ts'
import type { Island } from '../net/island.ts'
import { tellLanguage } from '../net/own-address.ts'
import type { Early } from '../state/live.ts'
import { usePromises } from '../state/use-promises.ts'
import type { Speech } from '../words/speech.ts'
import { Room } from './room.tsx'
import { later, Request, Result, WayBack } from './screens.ts'

type Props = { island: Island; speech: Speech; early: Early; exit: () => void }

/** The page of all advice has everything it needs: nothing is asked there. */
const talks = ({ page }: Island) => page !== 'advice'

/** By Finnish local time, whatever zone the device is in. */
const today = () => localTime(new Date(serverNow()))[0]

const idle = (work: () => void) => (self.requestIdleCallback ?? setTimeout)(work)

/** The dialogue and its words; the machine is compiled and given an answer in idle time, not by the resident’s first. */
function useContent({ island, speech }: Pick<Props, 'island' | 'speech'>) {
  const [content, setContent] = useState<LoadedContent>()
  const [failed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    loadContent(island).then(
      (loaded) => {
        speech.add(loaded.words)
        idle(() => replay(loaded.dialogue, { [island.first.visit.address]: DONT_KNOW }, today()))
        setContent(loaded)
      },
      () => setFailed(true),
    )
  }, [island, speech])
  useEffect(() => {
    if (talks(island)) load()
  }, [load])
  // a connection that comes back is tried at once: nobody has to press
  useEffect(() => {
    if (!failed) return
    addEventListener('online', load)
    return () => removeEventListener('online', load)
  }, [failed, load])
  return { content, failed, retry: load }
}

/** The language in which the room speaks: the page's, until another is chosen. */
function useTongue(page: Pick<Props, 'island' | 'speech'>) {
  const [other, setOther] = useState<Pick<Props, 'island' | 'speech'>>()
  const tongue = other ?? page
  const speakIn = async (lang: string) => {
    const { translated } = await later()
    const next = await translated(tongue.island, lang)
    const { language, place } = next.island
    Object.assign(document.documentElement, { lang: language.lang, dir: language.dir })
    document.title = `${next.speech.t('widget:title')} · ${place.station.name}`
    tellLanguage()
    setOther(next)
  }
  heedLanguage((lang) => {
    const { language, languages } = tongue.island
    if (lang !== language.lang && languages.some((one) => one.lang === lang)) speakIn(lang).catch(() => {})
  })
  return { tongue, speakIn }
}

export function Running(props: Props) {
  const { early, exit } = props
  const { tongue, speakIn } = useTongue(props)
  const content = useContent(tongue)
  const { page, place } = tongue.island
  const { station } = place.station
  const promises = usePromises(talks(tongue.island) ? station : '')
  useEffect(() => {
    if (!talks(tongue.island)) return
    const screens = page === 'chat' ? [Result, Request] : [WayBack]
    idle(() => {
      for (const screen of screens) screen.prefetch().catch(() => undefined)
    })
  }, [page])
  return <Room {...tongue} live={{ ...content, promises, early, today, exit, speakIn }} />
}
