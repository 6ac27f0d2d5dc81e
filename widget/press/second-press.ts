/**
 * A press meant for what stood here before does nothing to what stands here now: the second click of a double click, a finger
 * that trembles, a key that is held down. What acts at once and cannot be taken back must never be reached by them.
 */

/** A second press within it (milliseconds) has not read what has come since: people need longer to see and decide. */
const UNREAD = 300
/** So far apart (CSS pixels) two presses of a trembling finger may be. */
const NEAR = 16
/** Where what stood around a press is looked for: the same finger lands on one of them. */
const AROUND = [0, -NEAR, NEAR]

const ACTS = 'a, button, label, summary, input, select, textarea'
/** Writing is no act: who taps twice in a field marks a word. */
const WRITES = 'textarea, select, input:not([type=checkbox], [type=radio], [type=button])'

type Rooted = Pick<DocumentOrShadowRoot, 'elementFromPoint'>
type Press = { at: number; x: number; y: number; on: Element | undefined; around: Set<Element> }

/** What a press there would do: a label and its box are one. */
function actAt(target: unknown): Element | undefined {
  const found = target instanceof Element ? target.closest(ACTS) : null
  return (found instanceof HTMLLabelElement ? (found.control ?? found) : found) ?? undefined
}

const standingAround = (root: Rooted, x: number, y: number) =>
  new Set(
    AROUND.flatMap((right) => AROUND.map((down) => actAt(root.elementFromPoint(x + right, y + down)))).filter(
      (one) => one !== undefined,
    ),
  )

/** Is this press meant for what stood here at the one before? */
function isLeftover(press: Press, before: Press | undefined): boolean {
  if (!before || !press.on || press.on.matches(WRITES)) return false
  if (Math.hypot(press.x - before.x, press.y - before.y) > NEAR) return false
  return press.at - before.at < UNREAD && !before.around.has(press.on)
}

const stop = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** @param container everything that is pressed stands in it; its root is asked what stands where */
export function passOverSecondPresses(container: HTMLElement): void {
  const root = container.getRootNode() as ShadowRoot
  let last: Press | undefined
  let leftover = false
  container.addEventListener(
    'pointerdown',
    ({ target, timeStamp: at, clientX: x, clientY: y }) => {
      const press = { at, x, y, on: actAt(target), around: standingAround(root, x, y) }
      leftover = isLeftover(press, last)
      last = press
    },
    true,
  )
  // of a click without a pointer (a key, a reader’s own press) nobody knows a place: it is meant
  container.addEventListener('click', (event) => leftover && event.detail > 0 && stop(event), true)
  container.addEventListener(
    'keydown',
    (event) => {
      // who goes on by keys does not tremble with the pointer
      last = undefined
      leftover = false
      const { key, repeat, target } = event
      const acts = key === 'Enter' || (key === ' ' && !(target as Element).matches(WRITES))
      if (repeat && acts && !(target as Element).matches('textarea')) stop(event)
    },
    true,
  )
}
