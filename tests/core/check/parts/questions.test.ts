/** Each question by itself: what it can be answered with, and within which bounds. */
import { describe, expect, it } from 'vitest'
import { checkQuestions } from '#core/check/flows/questions.ts'
import { type Change, tellerOf } from './changed.ts'

const { told, sentences } = tellerOf(checkQuestions)
const place = (says: string, ...more: Change[]) =>
  told([['place: { ask: text, for: coordinator,', `place: { ${says},`], ...more])
const LISTS = 'flows/lists.yaml'

describe('the answers of a question', () => {
  it('are its options or a list, and not both', () => {
    for (const ask of ['one', 'many']) {
      expect(place(`ask: ${ask}, options: [a, b]`)).toEqual([])
      expect(place(`ask: ${ask}, list: municipalities`)).toEqual([])
      expect(place(`ask: ${ask}`)).toEqual(['no-options guidance steps place key'])
      expect(place(`ask: ${ask}, options: [a, b], list: municipalities`)).toEqual([
        'options-and-list guidance steps place list key',
      ])
    }
    for (const ask of ['scale', 'number', 'text', 'municipality', 'phone', 'riddle'])
      expect(place(`ask: ${ask}`)).toEqual([])
  })

  it('are of a list that is there, which is not said while the lists were not read', () => {
    expect(place('ask: one, list: towns')).toEqual(['unknown-list guidance steps place list value'])
    expect(place('ask: one, list: 3')).toEqual([])
    const towns: Change = ['place: { ask: text, for: coordinator,', 'place: { ask: one, list: towns,']
    expect(told([towns], { broken: [LISTS] })).toEqual([])
  })

  it('are more than one, each once and none called like what belongs to every question', () => {
    expect(place('ask: one, options: [a]')).toEqual(['single-option guidance steps place options value'])
    expect(place('ask: many, options: [a]')).toEqual([])
    expect(place('ask: many, options: [a, b, a, b]')).toEqual([
      'duplicate-option guidance steps place options 2 value',
      'duplicate-option guidance steps place options 3 value',
    ])
    expect(place('ask: many, options: [none, None, dontknow, declined, some]')).toEqual(
      ['reserved-name', 'reserved-name', 'own-unsure', 'reserved-name'].map(
        (code, index) => `${code} guidance steps place options ${index} value`,
      ),
    )
  })
})

describe('the bounds of a question', () => {
  it('leave something between them, and are numbers', () => {
    expect(place('ask: number, min: 4, max: 4')).toEqual([])
    expect(place('ask: number, min: 5')).toEqual([])
    expect(place('ask: number, max: 5')).toEqual([])
    expect(place('ask: number, min: 5, max: 4')).toEqual(['upside-down guidance steps place min value'])
    expect(place("ask: number, min: '5', max: 4")).toEqual([])
    expect(place("ask: number, min: 5, max: '4'")).toEqual([])
  })

  it('allow no more ticks than there are options', () => {
    expect(place('ask: many, most: 2, options: [a, b]')).toEqual([])
    expect(place('ask: many, most: 3, options: [a, b]')).toEqual([
      'too-many-allowed guidance steps place most value',
    ])
    expect(place("ask: many, most: '3', options: [a, b]")).toEqual([])
    expect(place('ask: one, most: 3, options: [a, b]')).toEqual([])
    // what is not known has no number
    expect(place('ask: many, most: 3, list: towns')).toEqual(['unknown-list guidance steps place list value'])
  })
})

describe('the name of the strip', () => {
  it('is no name of a step', () => {
    const step: Change = ['  place: { ask', '  strip: { ask: text, next: done }\n  place: { ask']
    const noStrip: Change = ['strip: { ask: many, options: [fire, flood] }\n', '']
    expect(told([step, noStrip])).toEqual(['reserved-name guidance steps strip key'])
    expect(sentences([step, noStrip])[0]).toMatch(/^"strip" is a reserved word/)
  })
})

describe('a list', () => {
  it('has no id twice', () => {
    const row = "  - { id: '172', name: Joutsa, area: south }\n"
    expect(told([[row, `${row}  - { id: '173', name: Toinen, area: south }\n${row}`]])).toEqual([
      'list-duplicate lists municipalities 2 id value',
    ])
  })
})
