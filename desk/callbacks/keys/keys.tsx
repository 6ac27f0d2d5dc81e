/** The keys of the wing: they are listened to while it stands, and their help or the palette stands over the page when asked for. */
import { useEffect } from 'preact/hooks'
import { useStore } from '../../state/store.ts'
import { overPage } from '../state/over-page.ts'
import { Help } from './help.tsx'
import { watchComing } from './just-come.ts'
import { listenToKeys } from './listen.ts'
import { Palette } from './palette.tsx'

export function Keys() {
  const shown = useStore(overPage, (state) => state.shown)
  useEffect(() => {
    const ends = [watchComing(), listenToKeys()]
    return () => {
      for (const end of ends) end()
    }
  }, [])
  if (shown === 'help') return <Help />
  return shown === 'palette' ? <Palette /> : null
}
