/** The title of the page, kept true while the component stands. */
import { useEffect } from 'preact/hooks'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
  }, [title])
}
