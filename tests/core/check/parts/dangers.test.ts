/** What answers, rows and the main flow name as danger is one of its dangers. */
import { describe, expect, it } from 'vitest'
import { checkDangers } from '#core/check/flows/dangers.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences, levels } = tellerOf(checkDangers)
const MAIN = 'flows/guidance.yaml'
const NAMED: Change = ['start: wishes', 'dangers: [fire, flood, storm]\nstart: wishes']
const place = (says: string): Change => ['place: { ask: text, for: coordinator,', `place: { ${says},`]
const carrying = (danger: string, ...more: Change[]) =>
  told([place(`ask: one, options: [a, b], danger: ${danger}`), ...more])
const at = (way: string) => `unknown-danger guidance steps place danger ${way} value`

describe('the danger that an answer carries', () => {
  it('is a flag of the strip, or one that the main flow names, or none', () => {
    expect(carrying('{ a: fire, b: none }')).toEqual([])
    expect(carrying('{ a: storm }')).toEqual([at('a')])
    expect(carrying('{ a: storm }', NAMED)).toEqual([])
    expect(carrying('{ a: [fire, storm], b: [3] }')).toEqual([at('a 1')])
    expect(sentences([place('ask: one, options: [a, b], danger: { a: storm }')])[0]).toMatch(
      /Use one of: fire, flood\.$/,
    )
  })

  it('is not said to be unknown where none is known, or the main flow was not read', () => {
    const storm = place('ask: one, options: [a, b], danger: { a: storm }')
    expect(told([storm, ['strip: { ask: many, options: [fire, flood] }\n', '']])).toEqual([])
    expect(told([storm], { broken: [MAIN] })).toEqual([])
  })

  it('belongs to an answer of the question', () => {
    expect(carrying('{ c: fire }')).toEqual(['unknown-answer guidance steps place danger c key'])
    expect(told([place('ask: scale, danger: { 1: fire, 5: none }')])).toEqual([])
    const six = [place('ask: scale, danger: { 6: fire }')]
    expect(told(six)).toEqual(['unknown-answer guidance steps place danger 6 key'])
    expect(sentences(six)[0]).toMatch(/"6" is not an answer of the question "place"\. Did you mean "1"\?$/)
    // what has no options may have this one
    expect(told([place('ask: one, list: nowhere, danger: { c: fire }')])).toEqual([])
  })
})

describe('the dangers of the main flow', () => {
  it('are each named once', () => {
    expect(told([NAMED])).toEqual([])
    expect(told([NAMED, ['strip: { ask: many, options: [fire, flood] }\n', '']])).toEqual([])
    const twice: Change = ['start: wishes', 'dangers: [fire, flood, fire]\nstart: wishes']
    expect(told([twice])).toEqual(['duplicate-id guidance dangers 2 value'])
    expect(sentences([twice])[0]).toContain('"fire"')
  })

  it('are what is unseen, what the strip has as flags, and what rows of the tables lead to', () => {
    expect(told([['start: wishes', 'unseen: [fire, strm]\nstart: wishes']])).toEqual([
      'unknown-danger guidance unseen 1 value',
    ])
    expect(told([['start: wishes', 'dangers: [fire, storm]\nstart: wishes']])).toEqual([
      'unknown-danger guidance strip options 1 value',
    ])
    const rows: Change = [
      'advice:\n',
      'danger:\n  rows: [3, { then: [fire] }, { then: [flood, strm] }]\nadvice:\n',
    ]
    expect(told([rows])).toEqual(['unknown-danger routing danger rows 1 then 1 value'])
  })
})

describe('an answer that speaks of danger', () => {
  const words = (key: string, text: string): Change => [
    '"place.question": "Missä olet?"',
    `"place.question": "Missä olet?",\n  "place.options.${key}": "${text}"`,
  ]
  const REFUSED = {
    'locales/fi/refused.json': JSON.stringify({
      ...{ decision: [], clinical: [], office: [], services: [] },
      ...{ danger: ['lyö', 'pelk'], calls: [], soon: [], honest: [] },
    }),
  }
  const ask = 'ask: one, options: [a, b]'

  it('and carries none is warned of, with the word and the dangers there are', () => {
    const hit = [place(ask), words('b', 'Hän lyö-nyt minua')]
    expect(told(hit, { more: REFUSED })).toEqual(['danger-unmarked guidance steps place options 1 value'])
    expect(levels(hit, { more: REFUSED })).toEqual(['warning'])
    const [says = ''] = sentences(hit, { more: REFUSED })
    for (const part of ['"Hän lyö-nyt minua"', '"lyö-nyt"', 'fire, flood']) expect(says).toContain(part)
    const none = [...hit, ['strip: { ask: many, options: [fire, flood] }\n', ''] as Change]
    expect(sentences(none, { more: REFUSED })[0]).toContain('nothing')
    expect(
      told([place('ask: one, list: municipalities'), words('172', 'Pelkään')], { more: REFUSED }),
    ).toEqual(['danger-unmarked guidance steps place value'])
  })

  it('is warned of also in the form for another asker, and only where it is an answer', () => {
    const other = [place(ask), words('b_relative', 'Häntä pelkään')]
    expect(told(other, { more: REFUSED })).toEqual(['danger-unmarked guidance steps place options 1 value'])
    expect(told([place(ask), words('c', 'Pelkään')], { more: REFUSED })).toEqual([])
    expect(told([place('ask: scale'), words('1', 'Pelkään')], { more: REFUSED })).toEqual([])
    expect(told([place('ask: municipality'), words('172', 'Pelkään')], { more: REFUSED })).toEqual([])
    expect(told([place(ask), words('b', 'Pelkään')])).toEqual([])
    const listed: Change = ['"Missä olet?"', '"Missä olet?",\n  "place.options.b": ["Pelkään"]']
    expect(told([place(ask), listed], { more: REFUSED })).toEqual([])
    expect(told([['"Tuli"', '"Pelkään"']], { more: REFUSED })).toEqual([])
  })

  it('and carries one, or is said to carry none, is not warned of', () => {
    for (const danger of ['fire', 'none'])
      expect(
        told([place(`${ask}, danger: { b: ${danger} }`), words('b', 'Pelkään')], { more: REFUSED }),
      ).toEqual([])
  })
})
