/**
 * The title of the page says where one is, in neutral words: browsers keep it in their history. Never an answer or a need, nor
 * that a request was made: who looks there may be the one who is feared. */
import { useLayoutEffect } from 'preact/hooks'
import { useRoom } from '../state/context.ts'

/** @param said what stands before the name of the service; absent: its name alone */
export function useTitle(said: string | undefined | false) {
  const { speech, island } = useRoom()
  const name = `${speech.t('widget:title')} · ${island.place.station.name}`
  useLayoutEffect(() => {
    if (!said) return
    document.title = `${said} · ${name}`
    return () => {
      document.title = name
    }
  }, [said, name])
}
