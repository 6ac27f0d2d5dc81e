/** Sealed values open only where they belong, unchanged, with the right key. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { blindIndex } from '../../server/seal/blind.ts'
import { keysFrom } from '../../server/seal/keys.ts'
import { newRecord, openRecord } from '../../server/seal/record.ts'
import { testKeys } from '../support/databases.ts'

const keys = testKeys()
const secret = () => randomBytes(32).toString('base64')

const record = newRecord(keys, 'example', 'r1')
const sealed = record.seal('callback_request', 'sealed', { name: 'Veera', words: 'Rahat loppu' })
const openAs = (organisation: string, id: string, table: string, field: string, blob = sealed) =>
  openRecord(keys, organisation, id, record.wrapped).open(table, field, blob)

/** The same blob with one bit of its bytes changed. */
function flipped(blob: string, byte: number): string {
  const at = blob.lastIndexOf('.') + 1
  const bytes = Buffer.from(blob.slice(at), 'base64url')
  bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << (byte % 8)), byte)
  return blob.slice(0, at) + bytes.toString('base64url')
}
const lengthOf = (blob: string) => Buffer.from(blob.slice(blob.lastIndexOf('.') + 1), 'base64url').length

describe('sealing', () => {
  it('opens what it sealed, and says its version and key', () => {
    expect(openAs('example', 'r1', 'callback_request', 'sealed')).toEqual({
      name: 'Veera',
      words: 'Rahat loppu',
    })
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/)
    expect(record.wrapped).toMatch(new RegExp(`^v1\\.${keys.current.kid}\\.`))
    expect(sealed).not.toContain('Veera')
  })

  it('opens in no other organisation, row, table or field', () => {
    expect(() => openAs('other', 'r1', 'callback_request', 'sealed')).toThrow()
    expect(() => openAs('example', 'r2', 'callback_request', 'sealed')).toThrow()
    expect(() => openAs('example', 'r1', 'note', 'sealed')).toThrow()
    expect(() => openAs('example', 'r1', 'callback_request', 'name')).toThrow()
  })

  it('notices every changed byte, of the value and of its wrapped key', () => {
    for (let byte = 0; byte < lengthOf(sealed); byte++)
      expect(() => openAs('example', 'r1', 'callback_request', 'sealed', flipped(sealed, byte))).toThrow()
    for (let byte = 0; byte < lengthOf(record.wrapped); byte++)
      expect(() => openRecord(keys, 'example', 'r1', flipped(record.wrapped, byte))).toThrow()
  })

  it('refuses another version, key name or spelling', () => {
    for (const wrong of [
      sealed.replace('v1.', 'v0.'),
      sealed.replace(/^v1\.[0-9a-f]{8}/, 'v1.00000000'),
      `${sealed}.x`,
      sealed.slice(0, -4),
      '',
    ])
      expect(() => openAs('example', 'r1', 'callback_request', 'sealed', wrong)).toThrow()
    expect(() => openRecord(testKeys(), 'example', 'r1', record.wrapped)).toThrow('cannot be opened')
  })

  it('does not tell lengths apart within its steps', () => {
    const seal = (length: number) => lengthOf(record.seal('t', 'f', 'x'.repeat(length)))
    expect(seal(3)).toBe(seal(200))
    expect(seal(300)).toBeGreaterThan(seal(200))
  })

  it('opens old records after the key was changed, and finds old indexes', () => {
    const [old, fresh] = [secret(), secret()]
    const before = keysFrom(old)
    const after = keysFrom(`${fresh}\n${old}\n`)
    const made = newRecord(before, 'example', 'r1')
    const blob = made.seal('callback_request', 'sealed', 'kept')
    expect(openRecord(after, 'example', 'r1', made.wrapped).open('callback_request', 'sealed', blob)).toBe(
      'kept',
    )
    expect(newRecord(after, 'example', 'r2').wrapped).toContain(after.current.kid)
    expect(blindIndex(after, 'example', 'phone', '+358')).toBe(blindIndex(before, 'example', 'phone', '+358'))
  })

  it('refuses a weak key in a sentence', () => {
    for (const weak of ['', 'short', 'päivää', Buffer.from('x').toString('base64')])
      expect(() => keysFrom(weak)).toThrow(/key/)
  })

  it('indexes equal values equally, per organisation and use, whatever the order of their keys', () => {
    const index = blindIndex(keys, 'example', 'body', { a: 1, b: { c: [1, 2], d: 'x' } })
    expect(blindIndex(keys, 'example', 'body', { b: { d: 'x', c: [1, 2] }, a: 1 })).toBe(index)
    expect(blindIndex(keys, 'example', 'body', { b: { d: 'x', c: [2, 1] }, a: 1 })).not.toBe(index)
    expect(blindIndex(keys, 'other', 'body', { a: 1, b: { c: [1, 2], d: 'x' } })).not.toBe(index)
    expect(blindIndex(keys, 'example', 'code', 'x')).not.toBe(blindIndex(keys, 'example', 'phone', 'x'))
  })
})
