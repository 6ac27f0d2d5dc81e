/** A value held against a small schema: what fits, and what is told of the rest. */
import { describe, expect, it } from 'vitest'
import type { Path } from '#core/check/base/problem.ts'
import { reporter } from '#core/check/base/report.ts'
import { shaped } from '#core/check/shapes/value.ts'
import type { Schema } from '#core/flow/schema.ts'

function held(schema: Schema, value: unknown, at: Path) {
  const { report, problems } = reporter((_, path, part) => ({
    file: [...path, part].join(' '),
    line: 1,
    column: 1,
  }))
  const fits = shaped({ report, file: 'file' }, schema, value, at)
  expect(fits, 'whether it fits').toBe(problems.length === 0)
  return problems
}
const told = (schema: Schema, value: unknown, at: Path = ['at']) =>
  held(schema, value, at).map(({ code, file }) => `${code} ${file}`)
const sentences = (schema: Schema, value: unknown, at: Path = ['at']) =>
  held(schema, value, at).map(({ says, fix }) => `${says} ${fix}`)

const TEXT: Schema = { type: 'string' }
const NUMBER: Schema = { type: 'number' }

describe('a number', () => {
  it('lies within its bounds, which belong to it', () => {
    const both: Schema = { ...NUMBER, minimum: 2, maximum: 4 }
    for (const value of [2, 2.5, 4]) expect(told(both, value)).toEqual([])
    for (const value of [1, 1.9, 4.1, 5]) expect(told(both, value)).toEqual(['out-of-range at value'])
    expect(told(NUMBER, -99)).toEqual([])
    expect(sentences(both, 1)[0]).toContain('2')
    expect(sentences(both, 1)[0]).toContain('4')
    expect(sentences({ ...NUMBER, minimum: 2 }, 1)[0]).toMatch(
      /^1 is not possible here\. Use a number of 2 or more\.$/,
    )
    expect(sentences({ ...NUMBER, maximum: 4 }, 5)[0]).toContain('4')
    expect(sentences({ ...NUMBER, maximum: 4 }, 5)[0]).not.toMatch(/Infinity|or more/)
    expect(sentences(both, 5)[0]).not.toMatch(/or more/)
  })

  it('may be whole where any will do, and must be where only a whole one will', () => {
    expect(told(NUMBER, 3)).toEqual([])
    expect(told({ type: 'integer' }, 3)).toEqual([])
    expect(told({ type: 'integer' }, 3.5)).toEqual(['wrong-type at value'])
    expect(told({ type: 'boolean' }, 3)).toEqual(['wrong-type at value'])
    expect(told({ type: 'boolean' }, false)).toEqual([])
    expect(told({ type: 'null' }, null)).toEqual([])
  })
})

describe('one of some values', () => {
  it('is one of them, else they are named', () => {
    expect(told({ enum: ['a', 'b'] }, 'b')).toEqual([])
    expect(told({ const: false }, false)).toEqual([])
    expect(told({ const: false }, true, ['steps', 'end', 3])).toEqual(['not-one-of steps end 3 value'])
    expect(sentences({ enum: ['alpha', 'beta'] }, 'zzzzzz', ['kind', 0])).toEqual([
      '"zzzzzz" is not possible for "kind". Use one of: alpha, beta.',
    ])
    expect(sentences({ enum: ['alpha'] }, 'zzzzzz', [0])[0]).toMatch(/^"zzzzzz" is not possible for ""\./)
    expect(sentences({ const: true }, 'yes', ['end'])).toEqual([
      '"yes" is not possible for "end". Use one of: true.',
    ])
  })
})

describe('a list', () => {
  it('has as many items as it must, each of which is told of', () => {
    const some: Schema = { type: 'array', items: NUMBER, minItems: 2 }
    expect(told(some, [1, 2])).toEqual([])
    expect(told(some, [1])).toEqual(['empty-list at value'])
    expect(told({ type: 'array', items: NUMBER }, [])).toEqual([])
    expect(told(some, ['a', 2, 'b'])).toEqual(['wrong-type at 0 value', 'wrong-type at 2 value'])
  })
})

describe('a set of named values', () => {
  const known: Schema = { type: 'object', properties: { a: NUMBER, b: NUMBER }, additionalProperties: false }

  it('has what it must have, and nothing that is not known', () => {
    expect(told(known, {})).toEqual([])
    expect(told({ ...known, required: ['a', 'b'] }, { a: 1, b: 2 })).toEqual([])
    expect(told({ ...known, required: ['a', 'b'] }, {})).toEqual(['missing-key at key', 'missing-key at key'])
    expect(told(known, { a: 1, c: 2, b: 'x', d: 3 })).toEqual([
      'unknown-key at c key',
      'wrong-type at b value',
      'unknown-key at d key',
    ])
    expect(told({ properties: { a: NUMBER } }, { a: 1, c: 2 })).toEqual([])
    expect(told({ additionalProperties: NUMBER }, { a: 1, c: 'x' })).toEqual(['wrong-type at c value'])
    expect(told({ additionalProperties: true }, { c: 'x' })).toEqual([])
    expect(told({ properties: { a: NUMBER } }, [])).toEqual(['wrong-type at value'])
  })

  it('has names that look as they must, but for those that are known', () => {
    const names: Schema = { properties: { B: NUMBER }, patternProperties: { '^[a-z]$': NUMBER } }
    expect(told(names, { a: 1, B: 2 })).toEqual([])
    expect(told(names, { a: 1, C: 2 })).toEqual(['bad-name at C key'])
    expect(told(names, { C: 'x', a: 'x' })).toEqual([
      'bad-name at C key',
      'wrong-type at C value',
      'wrong-type at a value',
    ])
    const tags: Schema = { patternProperties: { '^[a-z]{2,3}(-[a-z]+)?$': TEXT } }
    expect(told(tags, { fi: 'a', svenska: 'b' })).toEqual(['bad-language at svenska key'])
  })

  it.each([
    ['next', 'missing-next'],
    ['contact', 'no-human-exit'],
    ['unfinished', 'no-unfinished'],
    ['dutyArea', 'no-duty-area'],
    ['reviewBy', 'missing-review-date'],
    ...['author', 'date', 'reason', 'source', 'owner'].map((name) => [name, 'missing-provenance']),
    ...['verifiedOn', 'verifiedBy', 'nextCheck'].map((name) => [name, 'number-not-verified']),
    ['other', 'missing-key'],
  ])('that lacks %s is told so in a sentence of its own', (name = '', code) => {
    expect(told({ required: [name] }, {})).toEqual([`${code} at key`])
  })

  it('that lacks something is named by what an editor would call it', () => {
    expect(sentences({ required: ['next'] }, {}, ['a', 'b', 'sugar'])[0]).toContain('The step "sugar"')
    const unverified = sentences({ required: ['verifiedBy'] }, { line: 'police' }, ['lines', 0])[0]
    expect(unverified).toContain('"police"')
    expect(unverified).toContain('"verifiedBy"')
    expect(sentences({ required: ['owner'] }, { line: 'police' })[0]).toMatch(/^"owner" is missing/)
  })
})

describe('one of several shapes', () => {
  it('is the one of its type', () => {
    const either: Schema = { anyOf: [TEXT, { anyOf: [NUMBER, { enum: ['a'] }] }, { type: 'boolean' }] }
    for (const value of ['x', 3, 3.5, true]) expect(told(either, value)).toEqual([])
    expect(told(either, [])).toEqual(['wrong-type at value'])
    expect(sentences(either, [])[0]).toMatch(
      /should be a text or a number or true or false, but it is a list\./,
    )
    expect(told({ anyOf: [{ enum: ['a'] }, NUMBER] }, 'b')).toEqual(['not-one-of at value'])
    expect(told({ anyOf: [{ properties: { a: NUMBER } }, TEXT] }, { a: 'x' })).toEqual([
      'wrong-type at a value',
    ])
    expect(told({ anyOf: [{ type: 'integer' }, TEXT] }, 3.5)).toEqual(['wrong-type at value'])
    expect(told({ anyOf: [TEXT, { type: 'array' }] }, 3)).toEqual(['wrong-type at value'])
    expect(told(TEXT, 3)).toEqual(['needs-quotes at value'])
  })

  const kinds = (ask: string, more: Schema = {}): Schema => ({
    properties: { ask: { const: ask }, next: TEXT },
    additionalProperties: false,
    ...more,
  })
  const END: Schema = { properties: { end: { const: true } }, additionalProperties: false }
  const SHARED: Schema = { properties: { shared: { const: true }, next: TEXT }, additionalProperties: false }
  const pair: Schema = {
    properties: { ask: { enum: ['number', 'money'] }, min: NUMBER, next: TEXT },
    additionalProperties: false,
  }
  const step: Schema = { anyOf: [kinds('scale'), pair, SHARED, END] }
  const question: Schema = { anyOf: [kinds('scale'), pair] }
  const at: Path = ['steps', 'tea']

  it('is a step of the kind that it says', () => {
    expect(told(step, { ask: 'scale', next: 'a' }, at)).toEqual([])
    expect(told(step, { ask: 'money', min: 3 }, at)).toEqual([])
    expect(told(step, { ask: 'scale', min: 3 }, at)).toEqual(['unknown-key steps tea min key'])
    expect(told(step, { end: true, next: 'a' }, at)).toEqual(['unknown-key steps tea next key'])
    expect(told(step, { shared: true, next: 'a' }, at)).toEqual([])
    expect(told(step, { ask: 'scal' }, at)).toEqual(['unknown-question-kind steps tea ask value'])
    expect(sentences(step, { ask: 'zzzzzz' }, at)[0]).toMatch(/Use one of: scale, number, money\.$/)
  })

  it('is a step also beside shapes that say nothing of what they have', () => {
    const loose: Schema = { anyOf: [{ type: 'object' }, kinds('scale'), END, { type: 'object' }] }
    expect(told(loose, { ask: 'scale' }, at)).toEqual([])
    expect(told(loose, { ask: 'scal' }, at)).toEqual(['unknown-question-kind steps tea ask value'])
    expect(told(loose, { end: true }, at)).toEqual([])
    expect(told({ anyOf: [kinds('scale'), { type: 'object' }] }, { ask: 'scale' }, at)).toEqual([])
  })

  it('is of one kind, which is said', () => {
    expect(told(step, { next: 'a' }, at)).toEqual(['no-step-kind steps tea key'])
    expect(sentences(step, { next: 'a' }, ['a', 'b', 'tea'])[0]).toMatch(/^The step "tea" /)
    expect(told(step, { ask: 'scale', end: true }, at)).toEqual(['two-step-kinds steps tea key'])
    expect(sentences(step, { end: true, ask: 'scale' }, at)[0]).toMatch(
      /"tea" is two things at once: ask, end\./,
    )
    expect(told(step, { next: 'a', aks: 'scale' }, at)).toEqual(['unknown-key steps tea aks key'])
    expect(sentences(step, { aks: 'scale' }, at)[0]).toContain('Did you mean "ask"?')
    // a slip beside what is known is told where that is held against its own shape
    expect(told(step, { aks: 'scale', end: true }, at)).toEqual(['unknown-key steps tea aks key'])
  })

  it('is a question where only questions stand', () => {
    expect(told(question, { next: 'a' }, at)).toEqual(['missing-key steps tea key'])
    expect(sentences(question, { next: 'a' }, at)[0]).toMatch(/^"ask" is missing here\./)
    expect(told(question, { ask: 'scale', end: true }, at)).toEqual(['unknown-key steps tea end key'])
    // nobody wrote an “ask” that would be no kind
    expect(told(question, { end: true }, at)).toEqual(['missing-key steps tea key'])
  })
})
