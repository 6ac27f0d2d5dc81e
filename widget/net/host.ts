/** Messages with the host page's loader: ready, resize, step, close, exit, and language from it. Nothing else; no content ever passes here. */
type Message =
  | { kynnys: 'ready' | 'step' | 'close' }
  | { kynnys: 'resize'; height: number }
  /** the neutral page, if the host names none */
  | { kynnys: 'exit'; to: string }

let host: string | undefined
let at: number | undefined
let speak: ((language: string) => void) | undefined

/** True inside the loader's panel; false as a page of its own. */
export const embedded = () => window.parent !== window

/** It is known who opened this panel, and how to close it. */
export const hasHost = () => host !== undefined

/**
 * Answers the loader's first word; from then on only its origin is spoken to.
 * @param met when it is known
 * @param closed at each closing of the panel, when the loader says the word again (and a browser may let it say it at any time)
 */
export function meetHost(met: () => void, closed: () => void) {
  if (!embedded()) return
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent) return
    if (data?.kynnys === 'language') speak?.(data.language)
    if (data?.kynnys !== 'ready') return
    if (host) return data.open || closed()
    host = origin
    tellHost({ kynnys: 'ready' })
    met()
  })
}

/** The host page's language has changed, or is another than the frame was asked for in. */
export function heedLanguage(act: (language: string) => void) {
  speak = act
}

export function tellHost(message: Message) {
  if (host) window.parent.postMessage({ ...message, at }, host)
}

/** Every message says how long the history is while its last entry is ours. */
export function tellStep(length?: number) {
  at = length
  tellHost({ kynnys: 'step' })
}

/** The host page has gone by then, unless it did not hear, or names an address that is none (milliseconds). */
const GONE = 1500

/** Leaves at once for a neutral page, so that Back does not return here. */
export function leave(address: string) {
  if (!host) return location.replace(address)
  tellHost({ kynnys: 'exit', to: address })
  setTimeout(() => window.top?.location.replace(address), GONE)
}
