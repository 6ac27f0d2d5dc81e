/**
 * Leaving by the keyboard: Shift pressed and released three times, with nothing between. A Shift that is held (Windows repeats
 * it), that writes a capital letter, belongs to another combination or to a word being written is none of ours.
 * The way of GOV.UK’s “Exit this page”: https://design-system.service.gov.uk/components/exit-this-page/
 */

/** Presses that leave. */
export const PRESSES = 3
/** A pause longer than this (milliseconds) begins anew. */
const PAUSE = 5000
/** Shift held so long (milliseconds) is waiting for a letter. */
const HELD = 1000

const WRITES = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'

type Key = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'timeStamp' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing'
>

/**
 * Counts presses with their releases.
 * @param tell hears how many more are needed; `undefined` when none has been counted any more; 0 leaves
 */
export function countShifts(tell: (left: number | undefined) => void) {
  let count = 0
  /** when the Shift that is down went down; absent: none is, or it has become part of something else */
  let down: number | undefined
  let ended: ReturnType<typeof setTimeout> | undefined
  const begin = () => {
    clearTimeout(ended)
    down = undefined
    if (count === 0) return
    count = 0
    tell(undefined)
  }
  return {
    /** anything but Shift alone has happened */
    begin,
    down({ key, repeat, timeStamp, altKey, ctrlKey, metaKey, isComposing }: Key) {
      const isOther = key !== 'Shift' || altKey || ctrlKey || metaKey || isComposing
      // held down, or the other Shift as well: what waits is no press of ours
      if (isOther || repeat || down !== undefined) return begin()
      down = timeStamp
    },
    up({ key, timeStamp }: Pick<Key, 'key' | 'timeStamp'>) {
      if (key !== 'Shift' || down === undefined) return
      const isHeld = timeStamp - down > HELD
      down = undefined
      if (isHeld) return begin()
      count += 1
      clearTimeout(ended)
      ended = setTimeout(begin, PAUSE)
      tell(PRESSES - count)
    },
  }
}

/**
 * Listens to a room’s keys.
 * @param container what is typed in its fields is no press
 * @param tell as of `countShifts`
 */
export function listenToShift(container: HTMLElement, tell: (left: number | undefined) => void): void {
  const shifts = countShifts(tell)
  // the target inside a closed root is known to the root’s own listeners alone
  let isWriting = false
  container.addEventListener('keydown', ({ target }) => {
    isWriting = (target as Element).matches(WRITES)
  })
  document.addEventListener('keydown', (event) => {
    if (isWriting) shifts.begin()
    else shifts.down(event)
    isWriting = false
  })
  document.addEventListener('keyup', shifts.up)
  for (const other of ['pointerdown', 'wheel'] as const)
    document.addEventListener(other, shifts.begin, { passive: true })
  addEventListener('blur', shifts.begin)
}
