/**
 * Keeps the row under the pointer (or with focus) where it is when rows come and go above it, so that a click
 * never lands on another person’s request.
 */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

type Box = RefObject<HTMLElement | null>
type Anchor = { id: string; top: number }

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null

const topOf = (list: HTMLElement, id: string) =>
  list.querySelector(`[data-row="${CSS.escape(id)}"]`)?.getBoundingClientRect().top

/** Scrolls by `moved` px; where the list is too short to scroll so far, room is made under its last row. */
function holdStill(list: HTMLElement, room: HTMLElement, moved: number): void {
  const target = list.scrollTop + moved
  const content = room.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop
  room.style.blockSize = `${Math.max(0, Math.ceil(target + list.clientHeight - content))}px`
  list.scrollTop = target
}

/** `list` scrolls its rows (`[data-row]`); `room` is an empty element after the last of them. */
export function useAnchor(list: Box, room: Box, order: string): void {
  const anchor = useRef<Anchor | undefined>(undefined)
  useEffect(() => {
    const element = list.current
    if (!element) return
    const point = (event: Event) => {
      const row = rowOf(event.target)
      const id = row?.dataset.row
      anchor.current = row && id ? { id, top: row.getBoundingClientRect().top } : undefined
    }
    const leave = () => {
      anchor.current = undefined
      if (room.current) room.current.style.blockSize = '0' // the browser scrolls back as far as it must
    }
    const measure = () => {
      const { current } = anchor
      const top = current && topOf(element, current.id)
      if (current && top !== undefined) anchor.current = { id: current.id, top }
    }
    element.addEventListener('pointermove', point)
    element.addEventListener('focusin', point)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      element.removeEventListener('pointermove', point)
      element.removeEventListener('focusin', point)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('scroll', measure)
    }
  }, [])
  useLayoutEffect(() => {
    const { current: held } = anchor
    const top = held && list.current ? topOf(list.current, held.id) : undefined
    if (!held || top === undefined || !list.current || !room.current) return
    if (Math.abs(top - held.top) >= 1) holdStill(list.current, room.current, top - held.top)
  }, [order])
}
