/** The address of the page, `#/{wing}/{page}`: a bookmark opens it, and Back works as people expect. */
import { createStore } from './store.ts'

export type PageAddress = {
  /** which work: `callbacks` … */
  wing: string | undefined
  /** what of it: an id, or the name of a page */
  page: string | undefined
}

const REQUEST = /^#\/([0-9a-f-]{36})$/

function read(): PageAddress {
  const [, wing, page] = /^#\/([a-z-]+)(?:\/([\w-]+))?$/.exec(location.hash) ?? []
  return { wing, page }
}

export const address = createStore<PageAddress>({ wing: undefined, page: undefined })

export const addressOf = (wing: string, page?: string): string => `#/${wing}${page ? `/${page}` : ''}`

/** Follows the address from now on. One from before there were wings, which names a request alone, is put right. */
export function followAddress(): void {
  const [, request] = REQUEST.exec(location.hash) ?? []
  if (request) history.replaceState(history.state, '', addressOf('callbacks', request))
  addEventListener('hashchange', () => address.set(read()))
  address.set(read())
}

/** Whoever signs in next begins at the beginning. */
export function forgetAddress(): void {
  history.replaceState(null, '', location.pathname + location.search)
  address.set(read())
}
