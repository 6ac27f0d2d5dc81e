/** A screen of the talk comes to its line, and its heading takes the focus, as it is drawn: what is pressed at once must not fall between two. */
import { useLayoutEffect, useRef } from 'preact/hooks'

/** @param focus false where nothing is to be moved: the first screen stands as it came */
export function useLine(focus = true) {
  const section = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const toItsLine = () => section.current?.scrollIntoView({ block: 'start', behavior: 'instant' })
  useLayoutEffect(() => {
    if (!focus) return
    heading.current?.focus({ preventScroll: true })
    toItsLine()
  }, [focus])
  return { section, heading, toItsLine }
}
