/** Networks by the prefix of an address: what is counted as one, and how much more room a wider one has. */
import { type NetAddress, readAddress } from './address.ts'

/** A network as it is counted, `32/203.0.113.6`, and how many times the room of the narrowest it has. */
export type Prefix = { network: string; times: number }

/**
 * One IPv4 address may be a library, a school or a mobile operator's customers; its /24 is often one company. In IPv6 a machine has
 * a /64, a household a /56 and a customer who asks for it a /48.
 */
const WIDTHS = {
  ipv4: [
    { bits: 32, times: 1 },
    { bits: 24, times: 8 },
  ],
  ipv6: [
    { bits: 64, times: 1 },
    { bits: 56, times: 2 },
    { bits: 48, times: 8 },
  ],
} as const

/** The first bits of an address, in hex. */
const firstBits = (address: NetAddress, bits: number): string =>
  Buffer.from(address.toByteArray().slice(0, bits / 8)).toString('hex')

/** An address, in any spelling → the networks it is in, the narrowest first. What is no address is one network of its own. */
export function prefixesOf(written: string | undefined): Prefix[] {
  const address = readAddress(written)
  if (!address) return [{ network: 'nowhere', times: 1 }]
  const kind = address.kind()
  return WIDTHS[kind].map(({ bits, times }) => ({
    network: `${kind}/${bits}/${firstBits(address, bits)}`,
    times,
  }))
}

/**
 * The network of a sender and the wider one in which they easily change theirs: an IPv4 address and its /24, the /56 of a household
 * and its /48.
 */
export function networksOf(written: string | undefined): { address: string; wide: string } {
  const all = prefixesOf(written).map(({ network }) => network)
  const wide = all.at(-1) as string
  return { address: all.at(-2) ?? wide, wide }
}
