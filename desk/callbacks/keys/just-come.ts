/** Whether the open request came to the screen a moment ago: a key was then meant for what stood there before. */
import { UNREAD } from '#core/design/press.ts'
import { callbacks } from '../state/callbacks.ts'

/** By this name the pause is found on the bar of acts. */
const NAME = 'just-come'
const bar = () => document.querySelector('.acts-bar')

let seen: string | undefined
let isComing = false

/** The pause begins when the request is drawn. */
function mark(): void {
  isComing = false
  bar()?.animate([{ opacity: 1 }, { opacity: 1 }], { duration: UNREAD, id: NAME })
}

/** Follows which request stands on the screen. @returns ends it */
export function watchComing(): () => void {
  const look = () => {
    const id = callbacks.get().request?.row.id
    if (id === seen) return
    seen = id
    if (id === undefined) return
    isComing = true
    requestAnimationFrame(mark)
  }
  look()
  return callbacks.watch(look)
}

export const hasJustCome = (): boolean =>
  isComing ||
  (bar()
    ?.getAnimations()
    .some(({ id }) => id === NAME) ??
    false)
