/** The line to the desk that frames this document: its own origin alone, and no words but those of the table in core. */
import { type FromAssisted, readToAssisted } from '#core/request/assisted.ts'

let speak: ((language: string) => void) | undefined

export function tellDesk(told: FromAssisted) {
  window.parent.postMessage(told, location.origin)
}

/** The desk speaks another language with the caller. */
export function heedDesk(act: (language: string) => void) {
  speak = act
}

/** @param wipe the call is over: nothing of it stays in this document */
export function meetDesk(wipe: () => void) {
  addEventListener('message', ({ source, origin, data }) => {
    const told = source === window.parent && origin === location.origin ? readToAssisted(data) : undefined
    if (told?.assisted === 'language') speak?.(told.language)
    if (told?.assisted === 'close') wipe()
  })
  tellDesk({ assisted: 'ready' })
}

/** So often is it told that somebody is here (milliseconds). */
const OFTEN = 10_000

/** Who types or presses here works at the desk. */
export function tellAlive() {
  let last = Number.NEGATIVE_INFINITY
  const alive = ({ timeStamp }: Event) => {
    if (timeStamp - last < OFTEN) return
    last = timeStamp
    tellDesk({ assisted: 'alive' })
  }
  for (const act of ['keydown', 'pointerdown', 'wheel'])
    addEventListener(act, alive, { capture: true, passive: true })
}
