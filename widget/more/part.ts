/** The chat as a part of the page instead of a button above it: it is open, and neither Escape nor Back closes it. */
import type { Shown } from './api.ts'

/** Shown before it is seen by so much (px): it is there when somebody comes to it. */
const AHEAD = '400px'

/** @returns takes it back: a button again, the panel closed */
export function becomePart({ host, panel, launcher }: Shown): () => void {
  const layer = panel.parentElement as HTMLElement
  // what is in the browser’s top layer stands in no column
  layer.popover = null
  const load = () => launcher.onfocus?.(new FocusEvent('focus'))
  // a panel that is narrow would be modal; and it would close
  panel.showModal = () => panel.show()
  panel.close = () => {}
  // `show` takes the focus, which is on what somebody reads
  panel.setAttribute('open', '')
  const near = new IntersectionObserver(([seen]) => seen?.isIntersecting && load(), { rootMargin: AHEAD })
  near.observe(host)
  return () => {
    near.disconnect()
    for (const own of ['showModal', 'close'] as const) Reflect.deleteProperty(panel, own)
    panel.removeAttribute('open')
    layer.popover = 'manual'
  }
}
