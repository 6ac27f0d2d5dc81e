/** A question that nothing looks at is told, and no other: whatever may look at an answer is found. */
import { describe, expect, it } from 'vitest'
import { checkEffect } from '#core/check/flows/effect.ts'
import { type Change, tellerOf } from './changed.ts'

const { told } = tellerOf(checkEffect)
const PLACE = 'place: { ask: text, for: coordinator, next: done }'
const SUGAR = 'sugar: { ask: number, min: 0, max: 9, next: hungry }'
const inMain = (step: string, ...more: Change[]) => told([[PLACE, step], ...more])
const inTea = (step: string, ...more: Change[]) =>
  told([[SUGAR, `${SUGAR}\n  ${step}`], ['- go: hungry', '- go: more'], ...more])

describe('a question', () => {
  it('that nothing looks at is told, in the main flow and in a need', () => {
    expect(told([])).toEqual([])
    expect(inMain('place: { ask: text, next: done }')).toEqual([
      'question-without-effect guidance steps place key',
    ])
    expect(inTea('more: { ask: scale, next: hungry }')).toEqual([
      'question-without-effect tea steps more key',
    ])
  })

  it('that a branch looks at has an effect, also by its whole address', () => {
    const branch: Change = ['- when: { liking: { max: 2 } }', '- when: { more: 5 }']
    expect(inTea('more: { ask: scale, next: hungry }', branch)).toEqual([])
    for (const when of ['{ tea/more: 5 }', '{ any: [{ not: { tea/more: 5 } }] }'])
      expect(inTea('more: { ask: scale, next: hungry }', ['{ alone: together }', when])).toEqual([])
    // by its bare name only in its own flow
    expect(inTea('more: { ask: scale, next: hungry }', ['{ alone: together }', '{ more: 5 }'])).toEqual([
      'question-without-effect tea steps more key',
    ])
  })

  it('that is counted over the needs has an effect, in a table and in a branch', () => {
    const count = '{ count: { each: more, where: 5 } }'
    const more = 'more: { ask: scale, next: hungry }'
    expect(inTea(more, ['{ count: unsure }', count])).toEqual([])
    expect(inTea(more, ['{ alone: together }', count])).toEqual([])
    expect(inMain('more: { ask: scale, next: done }', ['{ count: unsure }', count])).toEqual([
      'question-without-effect guidance steps more key',
    ])
  })

  it('is not used by an answer that is called like it, nor by an agenda of the main flow', () => {
    const more = 'more: { ask: scale, next: hungry }'
    expect(inTea(more, ['{ alone: together }', '{ alone: more }'])).toEqual([
      'question-without-effect tea steps more key',
    ])
    const wishes: Change = [SUGAR, `${SUGAR}\n  wishes: { ask: scale, next: hungry }`]
    expect(told([wishes, ['- go: hungry', '- go: wishes']])).toEqual([
      'question-without-effect tea steps wishes key',
    ])
  })

  it('has an effect of itself when it tells of danger or takes a telephone number', () => {
    expect(inMain('place: { ask: phone, next: done }')).toEqual([])
    expect(inMain('place: { ask: scale, danger: { 1: fire }, next: done }')).toEqual([])
    expect(inMain('place: { ask: text, next: municipality }\n  municipality: { ask: municipality }')).toEqual(
      ['question-without-effect guidance steps place key'],
    )
  })

  it('is not said to have none while the tables, a flow or an agenda are not as they should be', () => {
    const unused: Change = [PLACE, 'place: { ask: text, next: done }']
    for (const file of ['routing', 'guidance', 'tea'])
      expect(told([unused], { broken: [`flows/${file}.yaml`] })).toEqual([])
    expect(told([unused, ['agenda: wishes', 'agenda: wises']])).toEqual([])
  })
})
