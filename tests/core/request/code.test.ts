/** The resident's code, as it is typed from paper or after somebody has read it aloud. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALPHABET, CODE_LENGTH, isCode, readCode } from '#core/request/code.ts'

const letter = fc.constantFrom(...ALPHABET)
const code = fc
  .array(letter, { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((letters) => letters.join(''))

describe('a code', () => {
  it('is read as it was meant, however it is typed', () => {
    const looks: Record<string, string[]> = { 0: ['0', 'O', 'o'], 1: ['1', 'I', 'i', 'L', 'l'] }
    fc.assert(
      fc.property(code, fc.infiniteStream(fc.nat(11)), (meant, chance) => {
        const pick = (choices: string[]) => choices[(chance.next().value ?? 0) % choices.length] ?? ''
        const typed = [...meant]
          .map((one) => pick(looks[one] ?? [one, one.toLowerCase()]) + pick(['', '', '-', ' ']))
          .join('')
        expect(readCode(typed)).toBe(meant)
        expect(isCode(readCode(typed))).toBe(true)
      }),
    )
  })

  it('is none when a letter is missing, too many are there, or one is not of its alphabet', () => {
    expect(isCode(readCode('K7QM-3VZX-90A'))).toBe(false)
    expect(isCode('0'.repeat(21))).toBe(false)
    expect(isCode(readCode('K7QM-3VZX-90AU'))).toBe(false)
    expect(isCode(readCode('K7QM-3VZX-90AÄ'))).toBe(false)
  })
})
