/** The one judge of an address, however a socket, a proxy or an operator has written it. */
import ipaddr from 'ipaddr.js'

export type NetAddress = ipaddr.IPv4 | ipaddr.IPv6

/** With a port, which may be a word (RFC 7239, 6.3); IPv6 then stands in brackets. */
const BRACKETED = /^\[([^\]]*)\](?::[\w.-]+)?$/
const WITH_PORT = /^([\d.]+):[\w.-]+$/

/**
 * `203.0.113.6:40001`, `[2001:DB8::1]:443`, `::ffff:203.0.113.6`, `fe80::1%eth0`, in quotes or not → the address itself.
 * An IPv4 address that is written as IPv6 is the IPv4 address.
 * @returns undefined for what names no address: nothing, `unknown`, `_hidden`, a host, an address in parts of other bases
 */
export function readAddress(written: string | undefined): NetAddress | undefined {
  const text = (written ?? '').trim().replace(/^"(.*)"$/, '$1')
  const [bare = ''] = (BRACKETED.exec(text)?.[1] ?? WITH_PORT.exec(text)?.[1] ?? text).split('%')
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare)
  return bare.includes(':') && ipaddr.IPv6.isValid(bare) ? ipaddr.process(bare) : undefined
}

/**
 * Addresses and networks (`10.0.0.0/8`) → is an address one of theirs?
 * @throws Error when one of them is none, or is everybody
 */
export function addressesIn(networks: readonly string[]): (address: NetAddress) => boolean {
  const ranges = networks.map((written) => {
    const [text, bits] = written.split('/')
    const address = readAddress(text)
    const whole = address?.kind() === 'ipv4' ? 32 : 128
    const length = bits === undefined ? whole : Number(bits)
    if (!address || !(length >= 1 && length <= whole)) throw new Error(`${written} is no network`)
    return { address, length }
  })
  return (asked) =>
    ranges.some(({ address, length }) => asked.kind() === address.kind() && asked.match(address, length))
}
