/** Options under soft headings, and the pictures beside them. */
import { describe, expect, it } from 'vitest'
import { checkQuestions } from '#core/check/flows/questions.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences } = tellerOf(checkQuestions)
const asked = (marks: string): Change[] => [
  [
    'place: { ask: text, for: coordinator,',
    `place: { ask: many, options: [a, b, c], ${marks}, for: coordinator,`,
  ],
]

describe('groups of options', () => {
  it('hold each option once', () => {
    expect(told(asked('groups: { one: [c, a], two: [b] }'))).toEqual([])
    expect(told(asked('groups: { one: [a, b], two: [b, c] }'))).toEqual([
      'grouped-twice guidance steps place groups two 0 value',
    ])
    const missing = asked('groups: { one: [a] }')
    expect(told(missing)).toEqual(['not-grouped guidance steps place groups key'])
    expect(sentences(missing)[0]).toMatch(/no group: b, c\./)
  })

  it('name options that there are', () => {
    const slip = asked('groups: { one: [a, b, c, d] }')
    expect(told(slip)).toEqual(['unknown-answer guidance steps place groups one 3 value'])
    expect(sentences(slip)[0]).toContain('"d" is not an answer of the question "place"')
  })
})

describe('pictures', () => {
  it('belong to options, and to the rows that the engine adds', () => {
    expect(told(asked('icons: { a: home, dontKnow: question, none: book }'))).toEqual([])
    expect(told(asked('icons: { d: home }'))).toEqual(['unknown-answer guidance steps place icons d key'])
  })
})
