/**
 * What proxies in front tell of a request: who sent it, by which scheme and name. Read once, as it is written by any of
 * them, and put in its plainest form in its place, so that everything behind reads the same.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { addressesIn, type NetAddress, readAddress } from '../network/address.ts'

/** The parts of a list that may have come in several lines. */
const listed = (value: string | string[] | undefined): string[] =>
  [value ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())

const FOR = 'x-forwarded-for'
const PROTO = 'x-forwarded-proto'
const HOST = 'x-forwarded-host'

/** A socket's scheme is told by some as its own (`wss`): the line is the same. */
const SCHEMES: Record<string, string> = { https: 'https', wss: 'https', http: 'http', ws: 'http' }

type Trusts = (address: NetAddress) => boolean

/**
 * From us outwards, as far as we trust who speaks. A proxy that does not say from where it was asked (`unknown`, `_hidden`) stands for
 * those behind it.
 * @returns the address, and its place in the list; -1 when the list says nothing
 */
function senderOf(from: NetAddress, list: readonly string[], trusts: Trusts) {
  let sender = { address: from, at: -1 }
  for (let at = list.length - 1; at >= 0 && trusts(sender.address); at--) {
    if (list[at] === '') continue
    const address = readAddress(list[at])
    if (!address) break
    sender = { address, at }
  }
  return sender
}

/**
 * What was said of the line on which the sender came. Where each proxy adds its own part, that is the part beside the address.
 * @param otherwise which part it is where the lists are not equally long
 */
const beside = (said: readonly string[], list: readonly string[], at: number, otherwise: number) =>
  said.length === list.length && at >= 0 ? said[at] : said.at(otherwise)

/**
 * The headers of a request from a trusted proxy, each with one value, or without one where nothing can be read of it.
 * A scheme of several (`https, http`) is the first, the browser's: who lies about it harms nobody else. A host is the last, what
 * the nearest proxy says: what came before it may be the sender's own.
 */
export function plainly(from: NetAddress, headers: IncomingHttpHeaders, trusts: Trusts) {
  const list = listed(headers[FOR])
  const { address, at } = senderOf(from, list, trusts)
  const scheme = beside(listed(headers[PROTO]), list, at, 0) ?? ''
  const host = beside(listed(headers[HOST]), list, at, -1)?.toLowerCase()
  return {
    [FOR]: address.toString(),
    [PROTO]: SCHEMES[scheme.toLowerCase()],
    [HOST]: host || undefined,
  }
}

/** For the framework: only who stands in front of us is believed, because what they said is one value by now. */
export function trusting(proxies: readonly string[]) {
  if (proxies.length === 0) return false
  const trusts = addressesIn(proxies)
  return (written: string, hop: number) => {
    const address = hop === 0 ? readAddress(written) : undefined
    return address !== undefined && trusts(address)
  }
}

const NOTHING = { [FOR]: undefined, [PROTO]: undefined, [HOST]: undefined }

/**
 * Call before every other hook. What somebody else than a proxy of ours says of itself is taken away.
 * @param proxies addresses and networks of the proxies in front
 */
export function readForwarded(app: FastifyInstance, proxies: readonly string[]) {
  const trusts = addressesIn(proxies)
  app.addHook('onRequest', async ({ raw }) => {
    const from = readAddress(raw.socket.remoteAddress)
    const said = from && trusts(from) ? plainly(from, raw.headers, trusts) : NOTHING
    for (const [name, value] of Object.entries(said))
      if (value === undefined) delete raw.headers[name]
      else raw.headers[name] = value
  })
}
