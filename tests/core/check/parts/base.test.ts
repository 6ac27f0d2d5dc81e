/** What every part of the check stands on: careful looks, guesses of what was meant, reports, forms of a text. */
import { describe, expect, it } from 'vitest'
import { fileOf } from '#core/check/base/content.ts'
import { nearest } from '#core/check/base/nearest.ts'
import { problemAt, reporter } from '#core/check/base/report.ts'
import { inWords, isRecord, kindOf, list, record, rowOf, texts } from '#core/check/base/safe-access.ts'
import { guess, hint } from '#core/check/base/suggest.ts'
import { checkForms, numberOf, originalOf, plainKey, unnumbered } from '#core/check/base/text-forms.ts'
import english from '#core/check/said/en.json' with { type: 'json' }
import { type Saying, said } from '#core/check/said/saying.ts'
import { tellerOf } from './changed.ts'

const words = (saying: Saying | undefined): string => said(saying ?? '', english)

describe('a file', () => {
  it('has the name that it has in the repository', () => {
    expect([fileOf.routing, fileOf.lists, fileOf.cases, fileOf.flow('tea')]).toEqual(
      ['routing', 'lists', 'cases', 'tea'].map((name) => `flows/${name}.yaml`),
    )
    expect(fileOf.advice('eat')).toBe('flows/advice/eat.yaml')
    expect(fileOf.area('staff')).toBe('flows/area/staff.yaml')
    const words = [
      fileOf.words('fi', 'tea'),
      fileOf.state('fi', 'tea'),
      fileOf.language('fi'),
      fileOf.refused('fi'),
    ]
    expect(words).toEqual(
      ['tea', 'tea.state', 'language', 'refused'].map((name) => `locales/fi/${name}.json`),
    )
  })
})

describe('a careful look', () => {
  it('sees a set of named values, a list and its texts, and nothing where there is something else', () => {
    for (const other of [null, undefined, 3, 'a', [], [1]]) {
      expect(isRecord(other)).toBe(false)
      expect(record(other)).toEqual({})
    }
    expect(record({ a: 1 })).toEqual({ a: 1 })
    for (const other of [null, undefined, 3, 'abc', { 0: 'a' }]) expect(list(other)).toEqual([])
    expect(list([1, 'a'])).toEqual([1, 'a'])
    expect(texts([1, 'a', null, 'b'])).toEqual(['a', 'b'])
  })

  it('shows a value in words, and names its kind', () => {
    const shown = [undefined, null, 3, true, 'a', [1, 'a'], { a: 1 }].map(inWords)
    expect(shown).toEqual(['?', 'null', '3', 'true', 'a', '[1,"a"]', '{"a":1}'])
    const kinds = [undefined, null, 3, 3.5, true, 'a', [1], { a: 1 }].map(kindOf)
    expect(kinds).toEqual(['null', 'null', 'integer', 'number', 'boolean', 'string', 'array', 'object'])
  })

  it('finds no row for a word of the language itself', () => {
    expect(rowOf({ one: 1 } as never, 'one')).toBe(1)
    expect(rowOf({ one: 1 } as never, 'constructor')).toBeUndefined()
  })
})

describe('what was meant', () => {
  it('is the nearest name, if a slip of the finger leads to it', () => {
    expect(nearest('liking', ['liking'])).toBe('liking')
    for (const slip of ['likng', 'likinng', 'lixing', 'ilking', 'likign', 'LIKING', 'lixxng'])
      expect(nearest(slip, ['hungry', 'liking', 'sugar'])).toBe('liking')
    for (const other of ['lng', 'lxxxng', 'likingabc', '', 'zzzzzz'])
      expect(nearest(other, ['hungry', 'liking', 'sugar'])).toBeUndefined()
    expect(nearest('LIKNG', ['Liking'])).toBe('Liking')
    expect(nearest('tea', ['tex', 'tea'])).toBe('tea')
    expect(nearest('tea', ['teb', 'tec'])).toBe('teb')
    expect(nearest('tea', [])).toBeUndefined()
  })

  it('may differ the more the longer the name is, and by two at most', () => {
    expect(nearest('ab', ['ac'])).toBe('ac')
    expect(nearest('ab', ['cd'])).toBeUndefined()
    expect(nearest('abcde', ['abcxy'])).toBeUndefined()
    expect(nearest('abcdef', ['abcdxy'])).toBe('abcdxy')
    expect(nearest('abcdefghijkl', ['abcdefghixyz'])).toBeUndefined()
    // an exchange is one slip, and so is one at the beginning
    expect(nearest('abc', ['bac'])).toBe('bac')
    for (const [name, other] of [
      ['abc', 'cab'],
      ['ab', 'bc'],
      ['ab', 'ca'],
    ] as const)
      expect(nearest(name, [other])).toBeUndefined()
    expect(nearest('abcdef', ['badcef'])).toBe('badcef')
  })

  it('is asked for, else the names there are, twelve of them', () => {
    expect(words(guess('te', ['tea']))).toBe('Did you mean "tea"?')
    expect(words(guess(17, ['172']))).toBe('Did you mean "172"?')
    expect(guess('zzz', ['tea'])).toBeUndefined()
    expect(words(hint('te', ['tea']))).toBe('Did you mean "tea"?')
    expect(words(hint('zzz', ['tea', 'cake']))).toBe('Use one of: tea, cake.')
    expect(words(hint('zzz', new Set(['tea', 'cake'])))).toBe('Use one of: tea, cake.')
    expect(words(hint('zzz', ['tea', 'cake'], ['cake']))).toBe('Use one of: cake.')
    expect(words(hint('te', ['tea', 'cake'], ['cake']))).toBe('Did you mean "tea"?')
    const names = Array.from({ length: 13 }, (_, index) => `name${index}`)
    expect(words(hint('zzz', names.slice(0, 12)))).toBe(`Use one of: ${names.slice(0, 12).join(', ')}.`)
    expect(words(hint('zzz', names))).toBe(`Use one of: ${names.slice(0, 12).join(', ')}, ….`)
    for (const none of [hint('zzz', []), hint('zzz', ['tea'], [])])
      expect(words(none)).toBe('There is none to use yet: write one first.')
  })
})

describe('a report', () => {
  const at = { file: 'file', line: 1, column: 1 }

  it('fills its sentences, and leaves a gap as it is written', () => {
    const { says, fix, level } = problemAt('unknown-step', at, { name: 'a', hint: 'b' })
    expect([says, fix, level]).toEqual(['"a" is not a step of this flow.', 'b', 'error'])
    expect(problemAt('unknown-step', at).says).toBe('"{name}" is not a step of this flow.')
    expect(problemAt('unknown-step', at, { name: 0 }, 'warning')).toMatchObject({
      ...at,
      code: 'unknown-step',
      says: '"0" is not a step of this flow.',
      level: 'warning',
    })
  })

  it('tells the same at the same place once', () => {
    const parts: unknown[] = []
    const { report, problems } = reporter((_, __, part) => {
      parts.push(part)
      return at
    })
    report('unknown-step', 'file', ['a'], { name: 'a' })
    report('unknown-step', 'file', ['a'], { name: 'a' })
    expect(problems).toHaveLength(1)
    report('unknown-step', 'file', ['a'], { name: 'b' })
    report('unknown-step', 'file', ['b'], { name: 'a' })
    report('unknown-step', 'other', ['a'], { name: 'a' }, { part: 'key', level: 'warning' })
    report('unknown-flow', 'file', ['a'], { name: 'a' })
    expect(problems.map(({ level }) => level)).toEqual(['error', 'error', 'error', 'warning', 'error'])
    expect(parts).toEqual(['value', 'value', 'value', 'value', 'key', 'value'])
  })
})

describe('the forms of a text', () => {
  it('are parts of its key', () => {
    expect(
      ['a', 'a_one', 'a_relative', 'a_professional_other', 'a_relative_few', 'a_b'].map(plainKey),
    ).toEqual(['a', 'a', 'a', 'a', 'a', 'a_b'])
    expect(['a_one', 'a_relative_many', 'a_one_relative', 'a'].map(unnumbered)).toEqual([
      ...['a', 'a_relative', 'a_one_relative', 'a'],
    ])
    const numbers = ['zero', 'one', 'two', 'few', 'many', 'other']
    expect(numbers.map((one) => numberOf(`a_${one}`))).toEqual(numbers)
    expect(numberOf('a_ones')).toBeUndefined()
  })

  it('are made from the same form, else from one that is shown in its place', () => {
    const source = { a: 'A', b_other: 'B', b_one: 'B1', c: 'C', c_relative: 'CR', d_other: 'D' }
    const from = [
      'a',
      'a_one',
      'b_one',
      'b_few',
      'c_relative',
      'c_relative_one',
      'c_professional',
      'd_relative',
      'e',
    ]
    expect(from.map((key) => originalOf(source, key))).toEqual([
      ...['A', 'A', 'B1', 'B', 'CR', 'CR', 'C', 'D', undefined],
    ])
    expect(originalOf({ a: '' }, 'a_one')).toBe('')
    expect(originalOf({ a: 'A', a_relative_other: 'AR' }, 'a_relative_few')).toBe('AR')
  })

  const forms = (language: string, ...keys: string[]) =>
    tellerOf((survey) =>
      checkForms(survey, language, 'tea', Object.fromEntries(keys.map((key) => [key, 'x']))),
    )
  const told = (...given: Parameters<typeof forms>) =>
    forms(...given)
      .told([])
      .map((one) => one.replace(/locales\/[^/]+\/tea\.json /, ''))

  it('for a number are all that the language has, and no others', () => {
    expect(told('fi', 'a_one', 'a_other', 'b')).toEqual([])
    expect(told('fi', 'a_one')).toEqual(['plural-missing a_one key'])
    expect(told('fi', 'a_one', 'a')).toEqual([])
    expect(told('fi', 'a_one', 'a_other', 'a_few')).toEqual(['plural-unknown a_few key'])
    expect(told('pl', 'a_one', 'a_other')).toEqual(['plural-missing a_one key', 'plural-missing a_one key'])
    expect(told('not a tag', 'a_one')).toEqual(['plural-unknown a_one key', 'plural-missing a_one key'])
    expect(told('not a tag', 'a_other')).toEqual([])
    expect(told('fi', 'a_one', 'a_few', 'b_other')).toEqual([
      ...['plural-missing a_one key', 'plural-unknown a_few key', 'plural-missing b_other key'],
    ])
  })

  it('are named in the order in which grammar names them', () => {
    const [first = '', second = ''] = forms('pl', 'a_one', 'a_other').sentences([])
    expect(`${first} ${second}`).toMatch(/few.*many/)
    const [unknown = ''] = forms('pl', 'a', 'a_two').sentences([])
    expect(unknown).toContain('one, few, many, other')
    expect(unknown).toContain('two')
  })
})
