/** The search for traces finds what is there, however a browser packs it: else finding nothing would mean nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fromSnappy } from '../support/screen/leveldb.ts'
import { tracesIn } from '../support/screen/traces.ts'

const WORD = 'Zyxmerkki'
const text = Buffer.from(`${'x'.repeat(50)}${WORD}${'y'.repeat(50)}`)

/** Raw Snappy of "Zyxmerkki", whose second k is a copy of the first. */
const snappy = Buffer.concat([
  Buffer.from([9, 6 << 2]),
  Buffer.from('Zyxmerk'),
  // one byte, from one back; then an i as it stands
  Buffer.from([(0 << 2) | 2, 1, 0, 0]),
  Buffer.from('i'),
])

/** A block of one entry: nothing shared, a key of one letter, the value, and one restart. */
const blockOf = (value: Buffer) =>
  Buffer.concat([
    Buffer.from([0, 1, value.length]),
    Buffer.from('k'),
    value,
    Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]),
  ])
const end = (kind: number) => Buffer.from([kind, 0, 0, 0, 0])

/** A LevelDB table with one block packed by Snappy. */
function table(): Buffer {
  const index = blockOf(Buffer.from([0, snappy.length]))
  const at = snappy.length + 5
  const footer = Buffer.alloc(48)
  Buffer.from([0, 0, at, index.length]).copy(footer)
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40)
  return Buffer.concat([snappy, end(1), index, end(0), footer])
}

/** An entry of the HTTP cache: head, key, body as it was sent, end. */
function cached(): Buffer {
  const key = 'http://localhost/x'
  const head = Buffer.alloc(24)
  Buffer.from('305c72a71b6dfbfc', 'hex').copy(head)
  head.writeUInt32LE(key.length, 12)
  return Buffer.concat([
    head,
    Buffer.from(key),
    brotliCompressSync(text),
    Buffer.from('d8410d97456ffaf4', 'hex'),
  ])
}

const padded = (bytes: Buffer) => Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' and after')])

describe('the search for traces', () => {
  it.each<[string, Buffer]>([
    ['as it lies', text],
    ['in hexadecimal', padded(Buffer.from(text.toString('hex')))],
    ['in UTF-16', Buffer.from(text.toString(), 'utf16le')],
    ['in Base64 after one letter', Buffer.from(Buffer.from(`a${WORD}b`).toString('base64'))],
    ['in Base64 after two letters', Buffer.from(Buffer.from(`ab${WORD}b`).toString('base64'))],
    ['in gzip', padded(gzipSync(text))],
    ['in zlib', padded(deflateSync(text))],
    ['in a table of LevelDB', table()],
    ['in the cache, as Brotli', cached()],
  ])('finds a word %s, and no other', (_, bytes) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-traces-'))
    writeFileSync(path.join(folder, 'file'), bytes)
    const { traces } = tracesIn(folder, { there: WORD, absent: 'Qvwmerkki' })
    rmSync(folder, { recursive: true })
    expect(traces.map(({ marker }) => marker)).toEqual(['there'])
  })

  it('unpacks Snappy with copies that overlap themselves', () => {
    // one letter, and four more copied from one back
    expect(fromSnappy(Buffer.from([5, 0, 'a'.charCodeAt(0), 1, 1])).toString()).toBe('aaaaa')
  })
})
