/** Hostile requests for every address: odd names, queries, headers and bodies, the same for the same seed. */
import { gzipSync } from 'node:zlib'
import type { Random } from '#core/walk/random.ts'
import { MARKER } from './shapes.ts'

export type Hostile = {
  method: string
  /** the pattern, as the server names it */
  route: string
  url: string
  headers: Record<string, string>
  payload?: string | Buffer
}
export type Route = { method: string; url: string }

const NAMES = [
  MARKER,
  'mine',
  'fi',
  'laukaa',
  'dialogue',
  '0',
  '-1',
  '%00',
  `${MARKER}%00`,
  '..',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '%2F',
  '%5c..%5c',
  '%ff',
  '%E2%80%AE',
  '%F0%9F%98%80',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "'%20or%201=1--",
  '%24%7B1%7D',
  'x'.repeat(99),
  'x'.repeat(2000),
  '%zz',
]
const QUERIES = [
  '',
  '?station=laukaa',
  `?station=${MARKER}`,
  '?station=a&station=b',
  '?station[]=a',
  '?station=%00',
  '?station=',
  '?after=-1',
  '?after=NaN&after=1',
  '?after=99999999999999999999',
  '?__proto__=1&constructor=2',
  '?%zz=%zz',
  `?${'a=1&'.repeat(500)}`,
]
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/json;;=',
  'application/vnd.api+json',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
]
const HEADERS: Record<string, string>[] = [
  ...Array.from({ length: 15 }, () => ({})),
  { 'content-encoding': 'gzip' },
  { 'accept-encoding': 'br;q=x, *' },
  { authorization: `Bearer ${MARKER}` },
  { authorization: 'Bearer 000000000000' },
  { authorization: 'Basic %%%' },
  { origin: 'null' },
  { origin: `https://${MARKER}.example` },
  { cookie: `kynnys=${MARKER}; kynnys=%zz` },
  { range: 'bytes=0-0,-1', 'if-none-match': '*' },
  { upgrade: 'websocket', connection: 'upgrade' },
  { 'x-forwarded-for': '::1, 10.0.0.1', 'x-http-method-override': 'DELETE' },
  Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`x-${index}`, MARKER])),
]
const TEXTS = [
  '',
  MARKER,
  `${MARKER}\u0000`,
  '\ud800',
  '\u202e\u2066',
  '٠٤٠١٢٣٤٥٦٧',
  '０４０１２３４５６７',
  '040 1234567',
  '9999-12-31',
  '0000-00-00',
  '1000-01-01',
  '__proto__',
  'dontKnow',
  '-0',
  'a/b/c',
  'x'.repeat(600),
  '👩‍👩‍👧‍👦'.repeat(20),
]
const VALUES: unknown[] = [
  ...TEXTS,
  null,
  true,
  -0,
  1e308,
  -1,
  0.1,
  [],
  {},
  TEXTS,
  Array(200).fill(MARKER),
  Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, index])),
  { [MARKER]: { [MARKER]: MARKER } },
]
const RAW = [
  '',
  '{',
  '\ufeff{}',
  'null',
  '[[[[[[[[[[[[]]]]]]]]]]]]',
  `{"id":"${MARKER}","id":1,"__proto__":{"x":1}}`,
  '{"answers":1e400}',
  `"${MARKER}`,
  `{"x":"${'x'.repeat(17_000)}"}`,
  `{${Array.from({ length: 1000 }, (_, index) => `"k${index}":${index}`).join()}}`,
  `{${Array.from({ length: 100_000 }, (_, index) => `"k${index}":0`).join()}}`,
  '{"text":"\\ud800"}',
  '{"text":"\\u0000"}',
  `{"constructor":{"prototype":{"${MARKER}":1}}}`,
  `{"text":"${MARKER}",}`,
  `text=${MARKER}&id[$ne]=1`,
  gzipSync(Buffer.alloc(8_000_000)),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00]),
]

/** Every path into a value. */
function paths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...paths(inner).map((rest) => [key, ...rest]),
  ])
}

/** The value with what lies at the path replaced; nothing: taken away. */
function replaced(value: unknown, [key = '', ...rest]: string[], by: unknown): unknown {
  const copy = structuredClone(value) as Record<string, unknown>
  if (rest.length > 0) copy[key] = replaced(copy[key], rest, by)
  else if (by === undefined) delete copy[key]
  else copy[key] = by
  return copy
}

/** A body that fits, one that is near, or one that is far from any. */
function bodyOf({ good = {}, fitting }: Given, random: Random): string | Buffer {
  const kind = random.below(10)
  if (kind === 0) return JSON.stringify(good)
  if (kind < 3 && fitting !== undefined) return JSON.stringify(fitting)
  if (kind < 8) {
    const near = random.chance(0.3) && fitting !== undefined ? fitting : good
    const path = random.pick([...paths(near), [MARKER]])
    return JSON.stringify(replaced(near, path, random.pick([...VALUES, undefined])))
  }
  if (kind === 8) return random.pick(RAW)
  return Buffer.from(Array.from({ length: random.below(40) }, () => random.below(256)))
}

export type Given = {
  /** headers of one who may */
  headers: Record<string, string>
  /** names that exist where the address has a slot */
  names: string[]
  /** a body that the route accepts, if it reads one */
  good?: unknown
  /** a body that fits the schema, whatever it says */
  fitting?: unknown
}

/** @returns a request to a route, as chance has it */
export function hostile({ method, url }: Route, given: Given, random: Random): Hostile {
  const name = () => random.pick(random.chance(0.5) ? given.names : NAMES)
  const address = url.replace(/:[a-z]+|\*/g, name)
  const reads = method !== 'GET' && method !== 'HEAD' && !random.chance(0.08)
  const as = random.chance(0.8) ? 'application/json' : random.pick(TYPES)
  return {
    method,
    route: url,
    url: address + (random.chance(0.4) ? '' : random.pick(QUERIES)),
    headers: { ...given.headers, ...(reads && as && { 'content-type': as }), ...random.pick(HEADERS) },
    ...(reads && { payload: bodyOf(given, random) }),
  }
}
