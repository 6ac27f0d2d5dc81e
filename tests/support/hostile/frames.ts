/** Frames for the live socket that no browser would send, and the upgrade that comes before them. */
import type { Random } from '#core/walk/random.ts'
import { MARKER } from './shapes.ts'

const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const LINE = 'GET /api/desk/live?after=0 HTTP/1.1'

/**
 * The request for the socket, as a browser's but for what is changed.
 * @param more headers; `undefined` takes one away
 */
export function upgrade(url: string, more: Record<string, string | undefined>, line = LINE): Buffer {
  const { host, origin } = new URL(url)
  const own = { host, origin, upgrade: 'websocket', connection: 'Upgrade' }
  const headers = { ...own, 'sec-websocket-key': KEY, 'sec-websocket-version': '13', ...more }
  const given = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Buffer.from(
    [line, ...given.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'),
    'latin1',
  )
}

/** Upgrades that lack something: what is changed, and the first line. None of them may open a socket. */
export const BAD_UPGRADES: [Record<string, string | undefined>, string?][] = [
  [{ origin: undefined }],
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ cookie: undefined }],
  [{ cookie: `kynnys=${MARKER}` }],
  [{ 'sec-websocket-key': undefined }],
  [{ 'sec-websocket-key': MARKER }],
  [{ 'sec-websocket-version': '99' }],
  [{ 'sec-websocket-version': undefined }],
  [{ upgrade: 'h2c' }],
  [{ upgrade: MARKER }],
  [{ upgrade: undefined }],
  [{}, 'POST /api/desk/live HTTP/1.1'],
  [{}, 'GET /api/desk/queue HTTP/1.1'],
  [{}, 'GET /healthz HTTP/1.1'],
  [{}, `GET /${MARKER} HTTP/1.1`],
  [{}, 'GET /api/desk/live?after=-1 HTTP/1.1'],
  [{}, `GET /api/desk/live?after=${MARKER} HTTP/1.1`],
  [{}, 'GET /api/desk/live?after=%00 HTTP/1.1'],
  [{}, 'GET /api/desk/live/%zz HTTP/1.1'],
  [{ 'sec-websocket-protocol': ',,' }],
]

type Frame = {
  opcode: number
  payload: Buffer
  fin: boolean
  reserved: number
  masked: boolean
  claims?: number
}

function bytesOf({ opcode, payload, fin, reserved, masked, claims = payload.length }: Frame): Buffer {
  const first = (fin ? 0x80 : 0) | (reserved << 4) | opcode
  const mask = masked ? 0x80 : 0
  const long = Buffer.alloc(claims < 126 ? 0 : claims < 65_536 ? 2 : 8)
  if (long.length === 2) long.writeUInt16BE(claims)
  if (long.length === 8) long.writeBigUInt64BE(BigInt(claims))
  const length = long.length === 0 ? claims : long.length === 2 ? 126 : 127
  const key = Buffer.from([1, 2, 3, 4])
  const body = masked ? payload.map((byte, at) => byte ^ (key[at % 4] ?? 0)) : payload
  return Buffer.concat([Buffer.from([first, mask | length]), long, ...(masked ? [key] : []), body])
}

const PAYLOADS = [
  ...[
    '',
    MARKER,
    '{"take":"all"}',
    '{"type":"heartbeat"}',
    'x'.repeat(256),
    'x'.repeat(257),
    'x'.repeat(70_000),
  ].map((text) => Buffer.from(text)),
  Buffer.from([0xff, 0xfe, 0xc0, 0x80]), // not UTF-8
  Buffer.from([0x03, 0xe8]), // 1000 as a close code
  Buffer.from([0x00, 0x01]), // no close code
  Buffer.from([0x03]), // half a close code
]
/** Lengths that are claimed and not kept. */
const CLAIMS = [0, 125, 126, 65_535, 65_536, Number.MAX_SAFE_INTEGER]

const noise = (random: Random) =>
  Buffer.from(Array.from({ length: random.below(80) }, () => random.below(256)))

function frame(random: Random): Buffer {
  const claims = random.chance(0.1) ? { claims: random.pick(CLAIMS) } : {}
  return bytesOf({
    opcode: random.chance(0.8) ? random.pick([0, 1, 1, 2, 8, 9, 10]) : random.below(16),
    payload: random.chance(0.8) ? random.pick(PAYLOADS) : noise(random),
    fin: random.chance(0.7),
    reserved: random.chance(0.8) ? 0 : random.below(8),
    masked: random.chance(0.85),
    ...claims,
  })
}

/** What is said on a socket: from one frame to six, or noise. A text comes first of all. */
export const speeches = (count: number, random: Random): Buffer[] =>
  Array.from({ length: count }, (_, at) => {
    if (at === 0)
      return bytesOf({ opcode: 1, payload: Buffer.from(MARKER), fin: true, reserved: 0, masked: true })
    if (random.chance(0.15)) return noise(random)
    return Buffer.concat(Array.from({ length: 1 + random.below(6) }, () => frame(random)))
  })
