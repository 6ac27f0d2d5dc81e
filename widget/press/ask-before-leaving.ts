/** The browser asks before the page is left; never of a number that is called, and never on the quick way out, which wipes first. */
import { useLayoutEffect } from 'preact/hooks'
import { isCalling } from './calling.ts'

/** @param now whether there is something to lose */
export function useAskBeforeLeaving(now: boolean): void {
  // a layout effect ends with the wipe itself; any other would end after it, and the browser would ask first
  useLayoutEffect(() => {
    if (!now) return
    const ask = (event: Event) => isCalling() || event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [now])
}
