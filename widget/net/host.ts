/** Messages with the host page's loader: ready, resize, close, exit, and nothing else. No content ever passes here. */
type Message = { kynnys: 'ready' | 'close' | 'exit' } | { kynnys: 'resize'; height: number }

let host: string | undefined

/** True inside the loader's panel; false as a page of its own. */
const embedded = () => window.parent !== window

/** Answers the loader's first word; from then on only its origin is spoken to. `met` runs when it is known. */
export function meetHost(met: () => void) {
  if (!embedded()) return
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || data?.kynnys !== 'ready') return
    host = origin
    tellHost({ kynnys: 'ready' })
    met()
  })
}

export function tellHost(message: Message) {
  if (host) window.parent.postMessage(message, host)
}

/** The host page has gone by then, unless it did not hear, or names an address that is none (milliseconds). */
const GONE = 1500

/** Leaves at once for a neutral page, so that Back does not return here. */
export function leave(address: string) {
  if (!host) return location.replace(address)
  tellHost({ kynnys: 'exit' })
  setTimeout(() => window.top?.location.replace(address), GONE)
}
