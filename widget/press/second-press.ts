/**
 * A press meant for what stood here before does nothing to what stands here now: the second click of a double click, a finger
 * that trembles, a key that is held down. For a moment after each press a shield that nobody sees stands where it was made, and what
 * comes there is not reached before anybody can have read it. Everything else answers at once, and so do keys and readers.
 */
import { ACTS, isPress, UNREAD, WRITES } from '#core/design/press.ts'

const acts = (target: EventTarget | null) => {
  const found = target instanceof Element ? target.closest(ACTS) : null
  return found !== null && !found.matches(WRITES)
}

/** @returns raises the shield at a place of the window, in its pixels, and takes it away */
function makeShield(root: Node) {
  const shield = document.createElement('div')
  shield.className = 'shield'
  shield.hidden = true
  root.appendChild(shield)
  let drawn: number | undefined
  let lowered: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    lowered = setTimeout(lower, UNREAD)
  }
  // counted from what the press has brought, not from the press: on a slow phone that may come later than a second one
  const stand = () => {
    if (drawn) cancelAnimationFrame(drawn)
    clearTimeout(lowered)
    drawn = requestAnimationFrame(wait)
  }
  const lower = () => {
    shield.hidden = true
  }
  // a third press is as little meant as a second; the focus stays where it is
  shield.addEventListener('mousedown', (event) => {
    event.preventDefault()
    stand()
  })
  const raise = (x: number, y: number) => {
    Object.assign(shield.style, { left: `${x}px`, top: `${y}px` })
    shield.hidden = false
    stand()
  }
  return { raise, lower }
}

/** @param container everything that is pressed stands in it; the shield stands beside it */
export function passOverSecondPresses(container: HTMLElement): void {
  const { raise, lower } = makeShield(container.getRootNode())
  let press: { x: number; y: number } | undefined
  container.addEventListener(
    'pointerdown',
    ({ target, clientX: x, clientY: y }) => {
      press = acts(target) ? { x, y } : undefined
    },
    true,
  )
  // not sooner: a browser that looks what stands where the finger was lifted would find the shield
  container.addEventListener(
    'click',
    () => {
      if (press) raise(press.x, press.y)
      press = undefined
    },
    true,
  )
  container.addEventListener(
    'keydown',
    (event) => {
      // who goes on by keys has seen where they are
      lower()
      if (!event.repeat || !isPress(event.key, event.target as Element)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    },
    true,
  )
}
