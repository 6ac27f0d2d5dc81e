/** Calling is not leaving: a browser asks “leave the page?” of a `tel:` link too, and who taps 112 must not be asked. */
import { JUST_NOW, opensProgram } from '#core/design/press.ts'

let pressed = Number.NEGATIVE_INFINITY

/** Whether a number has just been pressed. */
export const isCalling = () => performance.now() - pressed < JUST_NOW

/** @param container the room: its numbers stand in a closed root, where no one else hears what is pressed */
export function listenToCalls(container: HTMLElement): void {
  container.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (opensProgram(link?.getAttribute('href') ?? '')) pressed = performance.now()
  })
}
