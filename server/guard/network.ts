/** Who is asking, as limits see it: a keyed hash of a network, never an address. */
import { createHmac, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** `2001:db8::1` → its eight groups, in full. */
function groups(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, missing)).fill('0'), ...right].map((group) =>
    group.padStart(4, '0'),
  )
}

/** One IPv4 address, or the /56 that a household or office is given in IPv6. */
export function network(address: string | undefined): string {
  if (!address) return 'injected'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped || !isIPv6(address)) return mapped ?? address
  return groups(address.split('%')[0] as string)
    .join('')
    .slice(0, 14)
}

/** A key that lives as long as the process: what is counted cannot be turned back into an address later. */
export function makeNetworkKey() {
  const key = randomBytes(32)
  return (address: string | undefined) =>
    createHmac('sha256', key).update(network(address)).digest('base64url')
}
