/** Hostile requests for every address: odd names, queries, headers and bodies, the same for the same seed. */
import fc from 'fast-check'

/** Stands in whatever is sent: nothing that the server keeps for itself may hold it. */
export const MARKER = 'Zyxmerkki'

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
  {},
  {},
  {},
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

/** Bodies near a good one, and some that are far from any. */
function bodies(good: unknown): fc.Arbitrary<string | Buffer> {
  const near = fc
    .tuple(fc.constantFrom(...paths(good), [MARKER]), fc.constantFrom(...VALUES, undefined))
    .map(([path, by]) => JSON.stringify(replaced(good, path, by)))
  const random = fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value))
  const bytes = fc.uint8Array({ maxLength: 40 }).map((some) => Buffer.from(some))
  return fc.oneof(
    { weight: 6, arbitrary: near },
    { weight: 1, arbitrary: fc.constant(JSON.stringify(good)) },
    { weight: 2, arbitrary: fc.constantFrom(...RAW) },
    { weight: 1, arbitrary: random },
    { weight: 1, arbitrary: bytes },
  )
}

type Given = {
  /** headers of one who may */
  headers: Record<string, string>
  /** ids that exist */
  ids: string[]
  /** a body that the route accepts, if it reads one */
  good?: unknown
}

/** @returns `count` requests to a route */
export function hostile({ method, url }: Route, given: Given, count: number, seed: number): Hostile[] {
  const name = fc.constantFrom(...NAMES, ...given.ids, ...given.ids)
  const slots = url.match(/:[a-z]+|\*/g) ?? []
  const address = fc
    .tuple(fc.tuple(...slots.map(() => name)), fc.constantFrom(...QUERIES))
    .map(
      ([names, query]) => slots.reduce((path, slot, at) => path.replace(slot, names[at] ?? ''), url) + query,
    )
  const type = fc.oneof(
    { weight: 4, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
  )
  const reads = method !== 'GET' && method !== 'HEAD'
  return fc
    .sample(
      fc.tuple(address, fc.constantFrom(...HEADERS), type, fc.option(bodies(given.good ?? {}), { freq: 12 })),
      { numRuns: count, seed },
    )
    .map(([to, odd, as, payload]) => ({
      method,
      route: url,
      url: to,
      headers: { ...given.headers, ...(reads && payload !== null && as && { 'content-type': as }), ...odd },
      ...(reads && payload !== null && { payload }),
    }))
}
