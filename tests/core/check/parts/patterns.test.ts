/** The lists of what is refused: which patterns are some, where they are found, and which lists hold for a language. */
import { describe, expect, it } from 'vitest'
import type { ParsedContent } from '#core/check/base/content.ts'
import { beginning, holdsAny, refusedIn, wrongPatterns } from '#core/check/base/refused.ts'

describe('a pattern', () => {
  it('begins a word, in any letters', () => {
    const found = (find: unknown, text: string, ending?: string) => beginning(find, ending)?.exec(text)?.[0]
    expect(found('lyö', 'Hän LYÖ')).toBe('LYÖ')
    expect(found('lyö', 'Hän selyö')).toBeUndefined()
    expect(found('lyö', '3lyö')).toBeUndefined()
    expect(found('a|b', 'xa b')).toBe('b')
    expect(found('lyö', 'lyömä nyt', '\\p{L}*')).toBe('lyömä')
  })

  it('is a text that says something and closes its brackets', () => {
    for (const none of ['', undefined, null, 3, ['a'], 'a(', '[']) expect(beginning(none)).toBeUndefined()
    expect(beginning('a')).toBe(beginning('a'))
  })

  it('is looked for among others with one look', () => {
    const finds = ['lyö', { find: 'pelk|uhka' }]
    for (const text of ['Hän lyö', 'Pelkään', 'on uhka']) expect(holdsAny(finds, text)).toBe(true)
    for (const text of ['', 'Hän elää', 'sepelkko']) expect(holdsAny(finds, text)).toBe(false)
    expect(holdsAny([], 'Hän lyö')).toBe(false)
  })

  it('finds in that one look what it finds alone, however large the letters are', () => {
    const finds = ['lyö', 'o(?:ik|ig)\\p{L}+', 'SOS', 'y[^a]ä', 'µ', 'kassa']
    const texts = [
      'HÄN LYÖ',
      'Oikeus',
      'OIGE',
      'sos',
      'YLÄ',
      'YAÄ',
      'yAä',
      'μ',
      'Μ',
      'kaſſa',
      'Kassa',
      'KASSA',
      '– x',
    ]
    for (const one of finds)
      for (const text of texts)
        expect([one, text, holdsAny([one], text)]).toEqual([one, text, beginning(one)?.test(text)])
  })

  it('that is none is told with where it stands', () => {
    const rules = [{ find: 'a' }, { find: '(', unless: '[' }, { find: '', unless: 3 }, 7]
    const file = {
      decision: rules,
      office: [{ find: 'a', unless: ')' }],
      danger: ['a', '(', '', 5],
      honest: ['*'],
    }
    expect(wrongPatterns(file)).toEqual([
      { path: ['decision', 1, 'find'], found: '(' },
      { path: ['decision', 1, 'unless'], found: '[' },
      { path: ['office', 0, 'unless'], found: ')' },
      { path: ['danger', 1], found: '(' },
      { path: ['honest', 0], found: '*' },
    ])
    for (const other of [undefined, 3, { clinical: 3, soon: 'a' }]) expect(wrongPatterns(other)).toEqual([])
  })
})

describe('the lists of a language', () => {
  const given = (refused: object, house: object = {}) => ({ refused, house }) as ParsedContent
  const file = (...danger: unknown[]) => ({ danger })

  it('are those of the house and its own, of the language that it is a form of too', () => {
    const content = given({ 'fi-simple': file('a'), fi: file('b') }, { fi: file('c'), sv: file('d') })
    expect(refusedIn(content, 'fi-simple')?.danger).toEqual(['a', 'c', 'b'])
    expect(refusedIn(content, 'fi')?.danger).toEqual(['c', 'b'])
    expect(refusedIn(content, 'sv')?.danger).toEqual(['d'])
    expect(refusedIn(content, 'so')).toBeUndefined()
    expect(refusedIn(content, 'fi')).toBe(refusedIn(content, 'fi'))
    expect(refusedIn(given({ fi: file('e') }), 'fi')?.danger).toEqual(['e'])
  })

  it('hold only what can be looked for', () => {
    const office = [{ find: 'a' }, { find: 'b', unless: 'c' }, { find: 'd', unless: '(' }, { find: '(' }, 3]
    const lists = refusedIn(given({ fi: { office, soon: ['a', '(', 3, ''] } }), 'fi')
    expect(lists?.office).toEqual([{ find: 'a' }, { find: 'b', unless: 'c' }])
    expect(lists?.soon).toEqual(['a'])
    expect(lists).toMatchObject({
      decision: [],
      clinical: [],
      services: [],
      danger: [],
      calls: [],
      honest: [],
    })
  })
})
