/** What no HTTP library would send: two lengths, bare line feeds, folded headers, old versions, chunks that lie. */
import { gzipSync } from 'node:zlib'
import type { Random } from '#core/walk/random.ts'
import { MARKER } from './shapes.ts'

const HOST = 'Host: localhost'
const JSON_TYPE = 'Content-Type: application/json'
const SECOND = `GET /healthz?${MARKER} HTTP/1.1\r\n${HOST}\r\n\r\n`

const PATHS = [
  '/',
  '/healthz',
  '/api/promises?station=laukaa',
  '/api/desk/queue',
  '/api/nowhere',
  `/${MARKER}`,
]
const TARGETS = [
  ...PATHS,
  'http://localhost/healthz',
  `http://${MARKER}.example/api/desk/queue`,
  '*',
  '//healthz',
  '/../../etc/passwd',
  '/healthz#x',
  '/%',
  `/healthz\t${MARKER}`,
  'localhost:443',
  '',
]
const METHODS = ['GET', 'TRACE', 'CONNECT', 'PROPFIND', 'get', 'G E T', 'OPTIONS', MARKER, 'PRI', 'M-SEARCH']
const VERSIONS = ['HTTP/1.1', 'HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 ', '', 'HTTPS/1.1', 'HTTP/1.x']
const ENDS = ['\r\n', '\n', '\r', '\r\r\n', '\0\r\n']
const ODD_HEADERS = [
  `X: ${MARKER}\r\n folded`,
  ` X: ${MARKER}`,
  `X : ${MARKER}`,
  `X\0: ${MARKER}`,
  `: ${MARKER}`,
  'Host: two.example',
  'Expect: 100-continue',
  'Expect: the-unexpected',
  'Connection: close, keep-alive, upgrade',
  'Upgrade: h2c',
  'Upgrade: websocket',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13',
  'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 99\r\nSec-WebSocket-Key: x',
  `Cookie: ${'a=b; '.repeat(2000)}`,
  `X: ${'\u00ff'.repeat(200)}`,
  ...[0, 1].map((at) => Array.from({ length: 120 }, (_, index) => `X${index * at}: ${index}`).join('\r\n')),
]

/** Two ideas of where a body ends: what follows may be taken for another's request. */
const TWO_LENGTHS = [
  'Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding: chunked\r\nContent-Length: 40\r\n\r\n0\r\n\r\n',
  'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
  'Content-Length: +2\r\n\r\n{}',
  'Content-Length: 0x2\r\n\r\n{}',
  'Content-Length: 2, 2\r\n\r\n{}',
  'Content-Length: -1\r\n\r\n{}',
  'Content-Length: 99999999999999999999\r\n\r\n{}',
  'Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding:\tchunked\r\nTransfer-Encoding: cow\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n',
  'Transfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n',
  'Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n0\r\n\r\n',
  'Transfer-Encoding: chunked\r\n\r\n2;x="\n"\r\n{}\r\n0\r\n\r\n',
  `Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\nX: ${MARKER}\r\n folded\r\n\r\n`,
]

const BOMB = gzipSync(Buffer.alloc(10_000_000)).toString('latin1')
const BOMBS = [`Content-Length: ${BOMB.length}`, 'Transfer-Encoding: chunked'].map((length) => {
  const chunk = length.startsWith('T') ? `${BOMB.length.toString(16)}\r\n${BOMB}\r\n0\r\n\r\n` : BOMB
  const head = `POST /api/callback-requests HTTP/1.1\r\n${HOST}\r\n${JSON_TYPE}\r\nContent-Encoding: gzip`
  return `${head}\r\n${length}\r\n\r\n${chunk}`
})

/** What is said, and whether it could hide a second request: then only one answer may come. */
export type RawLines = { bytes: Buffer; smuggles: boolean }

function plain(random: Random): string {
  const end = random.chance(0.4) ? '\r\n' : random.pick(ENDS)
  const odd = Array.from({ length: random.below(3) }, () => random.pick(ODD_HEADERS))
  const version = random.chance(0.4) ? 'HTTP/1.1' : random.pick(VERSIONS)
  return [`${random.pick(METHODS)} ${random.pick(TARGETS)} ${version}`, HOST, ...odd, '', ''].join(end)
}

const smuggling = (random: Random, two: string): string =>
  `${random.pick(['POST', 'GET', 'DELETE'])} ${random.pick(PATHS)} HTTP/1.1\r\n${HOST}\r\n${JSON_TYPE}\r\n${two}${SECOND}`

/** The same for the same random. Every pair of lengths and every bomb is among the first. */
export function rawLines(count: number, random: Random): RawLines[] {
  const pairs = TWO_LENGTHS.map((two) => ({ text: smuggling(random, two), smuggles: true }))
  const lines = [...pairs, ...BOMBS.map((text) => ({ text, smuggles: false }))]
  while (lines.length < count) {
    const kind = random.below(10)
    const noise = () =>
      String.fromCharCode(...Array.from({ length: 1 + random.below(200) }, () => random.below(256)))
    if (kind < 5) lines.push({ text: plain(random), smuggles: false })
    else if (kind < 9) lines.push({ text: smuggling(random, random.pick(TWO_LENGTHS)), smuggles: true })
    else lines.push({ text: noise(), smuggles: false })
  }
  return lines.map(({ text, smuggles }) => ({ bytes: Buffer.from(text, 'latin1'), smuggles }))
}
