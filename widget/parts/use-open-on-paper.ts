/** Paper has nothing to press: what is folded on the screen is opened while it is printed, and folded again after. */
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

export function useOpenOnPaper(where: RefObject<HTMLElement | null>) {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = []
    const unfold = () => {
      opened = [
        ...(where.current?.querySelectorAll<HTMLDetailsElement>('details:not([open], .save, .more)') ?? []),
      ]
      for (const one of opened) one.open = true
    }
    const fold = () => {
      for (const one of opened) one.open = false
    }
    addEventListener('beforeprint', unfold)
    addEventListener('afterprint', fold)
    return () => {
      removeEventListener('beforeprint', unfold)
      removeEventListener('afterprint', fold)
    }
  }, [where])
}
