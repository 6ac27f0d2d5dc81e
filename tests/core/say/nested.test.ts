import { describe, expect, it } from 'vitest'
import { flat, nested } from '#core/say/nested.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'

describe('words as they travel', () => {
  it.each(languagesOffered())('are the same texts again, all of them: %s', (language) => {
    const words = loadWords(language)
    expect(flat(JSON.parse(JSON.stringify(nested(words))))).toEqual(words)
  })

  it('say once what many keys begin with', () => {
    const card = {
      'trouble.question': 'Missä?',
      'trouble.question_relative': 'Missä hän?',
      'trouble.card': 'Apu',
    }
    expect(JSON.stringify(nested({ card }))).toBe(
      '{"card":{"trouble.":{"question":{"":"Missä?","_relative":"Missä hän?"},"card":"Apu"}}}',
    )
  })

  it('keep keys that are names of the language they are read in, and odd ones', () => {
    const odd = {
      constructor: 'a',
      'constructor.name': 'b',
      toString_relative: 'c',
      'form.safe': 'd',
      'form.safe.yes': 'e',
      '.': 'f',
      'x..y': 'g',
      _: 'h',
      '': 'i',
    }
    expect(flat(JSON.parse(JSON.stringify(nested({ odd, empty: {} }))))).toEqual({ odd, empty: {} })
  })

  it('are read as they are where they never were nested: a part that an older server gave', () => {
    const words = { widget: { 'form.safe': 'a', 'form.safe.yes': 'b' } }
    expect(flat(words)).toEqual(words)
  })
})
