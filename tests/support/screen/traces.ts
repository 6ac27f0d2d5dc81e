/** Looks for what somebody typed in every file of a folder, byte by byte, in the ways a browser may have written it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib'
import { blocksOf } from './leveldb.ts'

/** What is looked for, by a name for the report. */
export type Markers = Record<string, string>
export type Trace = { file: string; marker: string; written: string }

/** As text, as the browser's own strings (UTF-16), as an address or a hexadecimal dump has it, and inside Base64 at each of the three places it may begin. */
function spellings(text: string): [string, Buffer][] {
  const within = [0, 1, 2].map((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString('base64')
    // the outer letters depend on the neighbours
    return Buffer.from(coded.replace(/=+$/, '').slice(before === 0 ? 0 : before + 1, -1))
  })
  return [
    ['UTF-8', Buffer.from(text)],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['address', Buffer.from(encodeURIComponent(text))],
    ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
    ...within.map((coded): [string, Buffer] => ['Base64', coded]),
  ]
}

const tried = (unpack: () => Buffer): Buffer[] => {
  try {
    return [unpack()]
  } catch {
    return []
  }
}

/** A stream may be followed by other things, or be cut off: what can be unpacked is enough. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH }

/** Everything that looks like the head of a gzip or zlib stream, unpacked. */
function deflated(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 1))
    if (bytes.length > at + 1 && bytes.readUInt16BE(at) % 31 === 0)
      found.push(...tried(() => inflateSync(bytes.subarray(at), LENIENT)))
  const GZIP = Buffer.from('1f8b08', 'hex')
  for (let at = bytes.indexOf(GZIP); at !== -1; at = bytes.indexOf(GZIP, at + 1))
    found.push(...tried(() => inflateRawSync(bytes.subarray(at + 10), LENIENT)))
  return found
}

const CACHED = Buffer.from('305c72a71b6dfbfc', 'hex')
const HEAD = 24
const EOF_OF_BODY = Buffer.from('d8410d97456ffaf4', 'hex')

/** The body of an entry of the HTTP cache, which lies there as it was sent: with Brotli. */
function cachedBody(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(0, CACHED.length).equals(CACHED)) return []
  const from = HEAD + bytes.readUInt32LE(12)
  const body = bytes.subarray(from, bytes.indexOf(EOF_OF_BODY, from))
  return tried(() => brotliDecompressSync(body))
}

/** The file as it lies, and whatever is packed in it. */
export const readings = (bytes: Buffer): Buffer[] => [
  bytes,
  ...tried(() => Buffer.concat(blocksOf(bytes))),
  ...deflated(bytes),
  ...cachedBody(bytes),
]

/** Files under a folder. A browser that runs may take one away at any time: what it took away holds nothing. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))

/** @returns each marker that a file holds, with the first way in which it was found there */
export function tracesIn(
  folder: string,
  markers: Markers,
): { traces: Trace[]; files: number; bytes: number } {
  const wanted = Object.entries(markers).map(([marker, text]) => ({ marker, forms: spellings(text) }))
  const traces: Trace[] = []
  const files = filesUnder(folder)
  let total = 0
  for (const file of files) {
    const bytes = bytesOf(file)
    total += bytes.length
    const all = readings(bytes)
    for (const { marker, forms } of wanted) {
      const form = forms.find(([, form]) => all.some((reading) => reading.includes(form)))
      if (form) traces.push({ file: path.relative(folder, file), marker, written: form[0] })
    }
  }
  return { traces, files: files.length, bytes: total }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (existsSync(file)) throw error
    return Buffer.alloc(0)
  }
}
