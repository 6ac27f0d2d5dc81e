/**
 * The desk moves by itself: a request comes or goes, a colleague acts, an answer arrives. What stands where something else
 * could be pressed a moment ago is not reached by a press before anybody can have read it; neither is the second press of
 * two, nor one whose target has come to lead elsewhere. All else answers at once, and so do readers and keys that go on.
 */
import { ACTS, isPress, UNREAD, WRITES } from '#core/design/press.ts'

type Square = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>

/** A hand does not press twice on the same point (pixels). */
const HAND = 12
/** By this name the pause is found again. */
const NAME = 'unread'

const overlap = (one: Square, other: Square) =>
  one.left < other.right + HAND &&
  other.left < one.right + HAND &&
  one.top < other.bottom + HAND &&
  other.top < one.bottom + HAND

const isSame = (one: Square, other: Square | undefined) =>
  other !== undefined && Math.abs(one.left - other.left) < 1 && Math.abs(one.top - other.top) < 1

/** Passes presses by for a moment, without a timer or a mark that the next drawing would take away. */
function passBy(act: Element): void {
  act.animate({ pointerEvents: ['none', 'none'] }, { duration: UNREAD, id: NAME })
}
/** It has come to where something else could be pressed a moment ago. */
export const isUnread = (act: Element | null) => act?.getAnimations().some(({ id }) => id === NAME) ?? false

/** What can be pressed in a room, and where it stands. */
function placesIn(room: Element): Map<Element, Square> {
  const places = new Map<Element, Square>()
  for (const act of room.querySelectorAll(ACTS)) {
    const place = act.getBoundingClientRect()
    if (place.width > 0 && !act.matches(WRITES)) places.set(act, place)
  }
  return places
}

function watchPlaces(room: HTMLElement): void {
  let places = placesIn(room)
  let isLooking = false
  const look = () => {
    isLooking = false
    places = placesIn(room)
  }
  let pressed: Square | undefined
  // what a press has led to may come in several steps, and late
  const press = ({ clientX: x, clientY: y }: PointerEvent) => {
    pressed = { left: x, right: x, top: y, bottom: y }
  }
  // who scrolls or sizes the window sees what they do
  const soon = () => {
    if (!isLooking) requestAnimationFrame(look)
    isLooking = true
  }
  const changed = (records: readonly MutationRecord[]) => {
    const before = places
    places = placesIn(room)
    const turned = new Set<Node>(records.flatMap(({ type, target }) => (type === 'attributes' ? target : [])))
    for (const [act, place] of places) {
      if (turned.has(act)) passBy(act)
      if (isSame(place, before.get(act))) continue
      const wasOther = [...before].some(([other, its]) => other !== act && overlap(place, its))
      if (wasOther || (pressed && overlap(place, pressed))) passBy(act)
    }
  }
  new MutationObserver(changed).observe(room, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['href'],
  })
  room.addEventListener('pointerdown', press, true)
  room.addEventListener('scroll', soon, { capture: true, passive: true })
  for (const moved of ['scroll', 'resize']) addEventListener(moved, soon, { passive: true })
}

function watchKeys(room: HTMLElement): void {
  let before = ''
  room.addEventListener(
    'keydown',
    (event) => {
      const target = event.target as Element
      const wasPress = before === 'Enter' || before === ' '
      before = event.key
      if (!isPress(event.key, target)) return
      // a held key presses once, and the second of two presses is not meant for what the focus was led to by the first
      if (!event.repeat && !(wasPress && isUnread(target))) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}

/** @param room everything that is pressed stands in it */
export function passOverUnread(room: HTMLElement): void {
  watchPlaces(room)
  watchKeys(room)
}
