/** Before the page goes the browser asks about what is unsaved; a number is called in the middle of a note without a question. */
import { JUST_NOW, opensProgram } from '#core/design/press.ts'

/**
 * @param room its numbers stand in it
 * @param isUnsaved whether something would be lost
 */
export function askBeforeLeaving(room: HTMLElement, isUnsaved: () => boolean): void {
  let called = Number.NEGATIVE_INFINITY
  room.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (opensProgram(link?.getAttribute('href') ?? '')) called = performance.now()
  })
  addEventListener('beforeunload', (event) => {
    if (isUnsaved() && performance.now() - called > JUST_NOW) event.preventDefault()
  })
}
