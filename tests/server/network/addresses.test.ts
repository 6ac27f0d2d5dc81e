/** An address is the same address in every dialect of proxies; who stands behind it is counted once. */
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { plainly, readForwarded, trusting } from '../../../server/guard/forwarded.ts'
import { addressesIn, readAddress } from '../../../server/network/address.ts'
import { prefixesOf } from '../../../server/network/prefixes.ts'

const A = '203.0.113.6'
const B = '2001:db8::1'

describe('an address', () => {
  it.each([
    ['203.0.113.6', A],
    [' 203.0.113.6\t', A],
    ['203.0.113.6:40001', A],
    ['203.0.113.6:_hidden', A],
    ['"203.0.113.6"', A],
    ['"203.0.113.6:80"', A],
    ['[203.0.113.6]', A],
    ['[203.0.113.6]:80', A],
    ['::ffff:203.0.113.6', A],
    ['::FFFF:203.0.113.6', A],
    ['::ffff:cb00:7106', A],
    ['0:0:0:0:0:ffff:cb00:7106', A],
    ['[::ffff:203.0.113.6]:443', A],
    ['2001:db8::1', B],
    ['2001:DB8::1', B],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', B],
    ['[2001:db8::1]', B],
    ['[2001:db8::1]:443', B],
    ['[2001:DB8:0::1]:_x-1', B],
    ['"[2001:db8::1]:443"', B],
    ['fe80::1%eth0', 'fe80::1'],
    ['[fe80::1%25en1]:80', 'fe80::1'],
    ['::1', '::1'],
    ['unknown', undefined],
    ['Unknown', undefined],
    ['_hidden', undefined],
    ['_SEVKISEK', undefined],
    ['', undefined],
    ['-', undefined],
    ['localhost', undefined],
    ['proxy.example.fi:80', undefined],
    ['203.0.113', undefined],
    ['203.0.113.6.7', undefined],
    ['203.0.113.256', undefined],
    ['0313.0.0161.6', undefined],
    ['0xcb007106', undefined],
    ['3405803782', undefined],
    ['203.0.113.6:', undefined],
    ['2001:db8:::1', undefined],
    ['[2001:db8::1', undefined],
    ['12', undefined],
  ])('written %j is %s', (written, address) => {
    expect(readAddress(written)?.toString()).toBe(address)
  })

  it('of a network is found in every spelling, and everybody is no network', () => {
    const ours = addressesIn(
      ['10.0.0.0/8', '127.0.0.1', '2001:db8:1::/48', '::ffff:192.0.2.0/28'].slice(0, 3),
    )
    const isOurs = (written: string) =>
      ours(readAddress(written) as NonNullable<ReturnType<typeof readAddress>>)
    expect(['10.1.2.3:80', '::ffff:10.9.9.9', '127.0.0.1', '2001:DB8:1:ff::2'].map(isOurs)).toEqual(
      Array(4).fill(true),
    )
    expect(['11.1.2.3', '127.0.0.2', '2001:db8:2::1', '::1'].map(isOurs)).toEqual(Array(4).fill(false))
    for (const none of ['0.0.0.0/0', '::/0', '999.1.1.1', '10.0.0.0/33', '10.0.0.0/x', 'abc'])
      expect(() => addressesIn([none])).toThrow(none)
  })

  it('is counted in its network and in wider ones, which have more room', () => {
    const networks = (written: string) => prefixesOf(written).map(({ network }) => network)
    expect(networks(A)).toEqual(['ipv4/32/cb007106', 'ipv4/24/cb0071'])
    expect(networks('2001:db8:0:12ff::1')).toEqual([
      'ipv6/64/20010db8000012ff',
      'ipv6/56/20010db8000012',
      'ipv6/48/20010db80000',
    ])
    expect(networks('2001:DB8:0:12FF:aaaa::')).toEqual(networks('2001:db8:0:12ff::1'))
    const times = prefixesOf('2001:db8::1').map((prefix) => prefix.times)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(networks('unknown')).toEqual(networks(''))
  })
})

describe('a trusted proxy', () => {
  const trusts = addressesIn(['10.0.0.0/8'])
  const told = (headers: Record<string, string | string[]>) => {
    const said = plainly(
      readAddress('10.0.0.1') as NonNullable<ReturnType<typeof readAddress>>,
      headers,
      trusts,
    )
    return [said['x-forwarded-for'], said['x-forwarded-proto'], said['x-forwarded-host']]
  }
  const from = (list: string | string[]) => told({ 'x-forwarded-for': list })[0]

  it.each([
    ['203.0.113.6', A],
    ['203.0.113.6:40001', A],
    ['192.0.2.1, 203.0.113.6', A],
    ['203.0.113.6, 10.0.0.2', A],
    ['203.0.113.6:1, 10.0.0.2:2,10.0.0.3:3', A],
    ['203.0.113.6,, ,', A],
    [',203.0.113.6', A],
    ['unknown, 203.0.113.6', A],
    [['192.0.2.1', '203.0.113.6'], A],
    [['192.0.2.1,203.0.113.6', '10.0.0.9'], A],
    ['10.0.0.7, 10.0.0.8', '10.0.0.7'],
    ['203.0.113.6, unknown', '10.0.0.1'],
    ['203.0.113.6, _gateway, 10.0.0.2', '10.0.0.2'],
    ['', '10.0.0.1'],
  ])('that says %j tells of %s', (list, address) => {
    expect(from(list)).toBe(address)
  })

  it.each([
    ['HTTPS', undefined, 'https'],
    [' Https ', undefined, 'https'],
    ['https, http', undefined, 'https'],
    ['https,http', '203.0.113.6', 'https'],
    ['https, http', '203.0.113.6, 10.0.0.2', 'https'],
    // the first part is the sender's own word: the proxy's stands beside the address
    ['https, http', '192.0.2.1, 203.0.113.6', 'http'],
    ['wss', undefined, 'https'],
    ['HTTP', undefined, 'http'],
    ['on', undefined, undefined],
    ['', undefined, undefined],
  ])('that says %j of %s tells of %s', (proto, list, scheme) => {
    expect(told({ 'x-forwarded-proto': proto, ...(list && { 'x-forwarded-for': list }) })[1]).toBe(scheme)
  })

  it('tells a host in lower case, and of several the nearest proxy’s word', () => {
    expect(told({ 'x-forwarded-host': 'Neuvonta.Example.FI' })[2]).toBe('neuvonta.example.fi')
    expect(told({ 'x-forwarded-host': 'evil.example, a.example' })[2]).toBe('a.example')
    const two = { 'x-forwarded-for': '203.0.113.6, 10.0.0.2', 'x-forwarded-host': 'a.example, inside.local' }
    expect(told(two)[2]).toBe('a.example')
  })

  it('is read before anything else looks; another’s words are taken away', async () => {
    const app = Fastify({ trustProxy: trusting(['10.0.0.0/8']) })
    readForwarded(app, ['10.0.0.0/8'])
    app.get('/', async (request) => [request.ip, request.protocol, request.host])
    const headers = {
      host: 'inside',
      'x-forwarded-for': '203.0.113.6:40001',
      'x-forwarded-proto': 'HTTPS, http',
      'x-forwarded-host': 'A.example',
    }
    const seen = async (remoteAddress: string) =>
      (await app.inject({ url: '/', headers, remoteAddress })).json()
    expect(await seen('10.0.0.1')).toEqual([A, 'https', 'a.example'])
    expect(await seen('::ffff:10.0.0.1')).toEqual([A, 'https', 'a.example'])
    expect(await seen('192.0.2.9')).toEqual(['192.0.2.9', 'http', 'inside'])
    await app.close()
  })

  it('would hide a port as another sender, were the text itself counted', () => {
    // red twin: the words as they came, as the key
    const ports = ['203.0.113.6:40001', '203.0.113.6:40002']
    expect(new Set(ports).size).toBe(2)
    expect(new Set(ports.map((written) => prefixesOf(from(written))[0]?.network)).size).toBe(1)
  })
})
