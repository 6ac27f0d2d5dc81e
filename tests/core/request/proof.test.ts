import { describe, expect, it } from 'vitest'
import { isProof, triedText } from '#core/request/proof.ts'

const bytes = (...first: number[]) => Uint8Array.from([...first, ...Array(32 - first.length).fill(255)])

describe('a proof of work', () => {
  it('is a derived key that begins with as many zero bits as were asked for, and one more is none', () => {
    expect(isProof(bytes(0b0000_0001), 7)).toBe(true)
    expect(isProof(bytes(0b0000_0001), 8)).toBe(false)
    expect(isProof(bytes(0, 0b0111_1111), 9)).toBe(true)
    expect(isProof(bytes(0, 0b0111_1111), 10)).toBe(false)
    expect(isProof(bytes(0, 0, 0, 0), 32)).toBe(true)
    expect(isProof(bytes(0, 0, 0, 1), 32)).toBe(false)
  })

  it('is read from where the key begins, also inside other bytes', () => {
    const within = new Uint8Array(40).fill(255)
    within.set([0, 255], 8)
    expect(isProof(within.subarray(8), 8)).toBe(true)
    expect(isProof(within.subarray(7), 8)).toBe(false)
  })

  it('is bound to the request: the same number means another text for another one', () => {
    expect(triedText('a', '1')).not.toBe(triedText('b', '1'))
    expect(triedText('a', '11')).not.toBe(triedText('a 1', '1'))
  })
})
