import { describe, expect, it } from 'vitest'
import type { Question } from '#core/flow/answer.ts'
import type { Answers, Condition } from '#core/flow/definition.ts'
import { because, type Evidence, matches } from '#core/flow/matches.ts'
import { ON } from '../toys/toy.ts'

const questions: Record<string, Question> = {
  strip: { ask: 'many', options: ['fire', 'flood'] },
  who: { ask: 'one', options: ['me', 'you'] },
  age: { ask: 'number' },
  born: { ask: 'date' },
  wishes: { ask: 'many', options: ['tea', 'cake', 'jam'] },
  home: { ask: 'municipality' },
  foods: { ask: 'many', list: 'food' },
  coping: { ask: 'scale' },
  'tea/coping': { ask: 'scale' },
  'cake/coping': { ask: 'scale' },
}
const lists = {
  municipalities: [
    { id: 'camelot', area: 'south', coast: false },
    { id: 'avalon', area: 'west', coast: true },
  ],
  food: [
    { id: 'sheep', meat: true, legs: 4 },
    { id: 'hay', meat: false, legs: 0 },
  ],
}
const facts: Record<string, Condition> = {
  grown: { age: { min: 18 } },
  alone: { all: [{ fact: 'grown' }, { who: 'me' }] },
  struggling: { coping: { max: 2 } },
}
const evidence = (answers: Answers, need?: string): Evidence => {
  const all = { answers, on: ON, lists, facts, questions }
  return need === undefined ? all : { ...all, need }
}
const when = (condition: Condition, answers: Answers, need?: string) =>
  matches(condition, evidence(answers, need))
const why = (condition: Condition, answers: Answers) => because(condition, evidence(answers))

describe('a test of one answer', () => {
  it.each<[Condition, Answers, boolean]>([
    [{ who: 'me' }, { who: 'me' }, true],
    [{ who: 'me' }, { who: 'you' }, false],
    [{ age: 5 }, { age: 5 }, true],
    [{ who: { is: 'me' } }, { who: 'me' }, true],
    [{ who: { any: ['me', 'you'] } }, { who: 'you' }, true],
    [{ who: { none: ['me'] } }, { who: 'you' }, true],
    [{ who: { none: ['me'] } }, { who: 'me' }, false],
    [{ wishes: 'tea' }, { wishes: ['tea', 'jam'] }, true],
    [{ wishes: 'none' }, { wishes: [] }, true],
    [{ wishes: 'none' }, { wishes: ['tea'] }, false],
    [{ wishes: { any: ['cake', 'jam'] } }, { wishes: ['jam'] }, true],
    [{ wishes: { all: ['tea', 'jam'] } }, { wishes: ['tea', 'cake', 'jam'] }, true],
    [{ wishes: { all: ['tea', 'jam'] } }, { wishes: ['tea'] }, false],
    [{ wishes: { none: ['tea'] } }, { wishes: [] }, true],
    [{ wishes: { size: { min: 1, max: 2 } } }, { wishes: ['tea', 'jam'] }, true],
    [{ wishes: { size: { max: 1 } } }, { wishes: ['tea', 'jam'] }, false],
    [{ age: { min: 18, max: 64 } }, { age: 64 }, true],
    [{ age: { min: 18, max: 64 } }, { age: 65 }, false],
    [{ age: { min: 1 } }, { age: '5' }, false],
    [{ age: { max: 9 } }, { age: '5' }, false],
    [{ who: { none: ['me', 'you'] } }, { who: 'you' }, false],
    [{ wishes: { before: '2000-01-01' } }, { wishes: ['1999-12-31'] }, false],
    [{ wishes: { after: '2000-01-01' } }, { wishes: ['2000-12-31'] }, false],
    [{ born: { before: '2000-01-01' } }, { born: '1999-12-31' }, true],
    [{ born: { before: '2000-01-01' } }, { born: '2000-01-01' }, false],
    [{ born: { after: 'on-18y' } }, { born: '2009-11-21' }, true],
    [{ born: { after: 'on-18y' } }, { born: '2009-11-20' }, false],
    [{ home: { where: { area: 'west' } } }, { home: 'avalon' }, true],
    [{ home: { where: { area: 'west', coast: false } } }, { home: 'avalon' }, false],
    [{ home: { where: { area: 'west' } } }, { home: 'elsewhere' }, false],
    [{ foods: { where: { meat: true, legs: 4 } } }, { foods: ['hay', 'sheep'] }, true],
    [{ wishes: { any: ['tea'], none: ['jam'], size: { min: 2 } } }, { wishes: ['tea', 'cake'] }, true],
    [{ wishes: { any: ['tea'], none: ['jam'] } }, { wishes: ['tea', 'jam'] }, false],
  ])('%j of %j is %s', (condition, answers, expected) => expect(when(condition, answers)).toBe(expected))
})

describe('not knowing and not telling', () => {
  it.each<[Condition, string, boolean]>([
    [{ age: { max: 2 } }, 'dontKnow', false],
    [{ age: { max: 2, unsure: true } }, 'dontKnow', true],
    [{ age: { max: 2, unsure: true } }, 'declined', true],
    [{ who: { none: ['me'] } }, 'dontKnow', false],
    [{ who: 'dontKnow' }, 'dontKnow', true],
    [{ who: { any: ['me', 'dontKnow'] } }, 'dontKnow', true],
    [{ who: { any: ['me', 'dontKnow'] } }, 'declined', false],
    [{ who: { dontKnow: true } }, 'dontKnow', true],
    [{ who: { dontKnow: true } }, 'declined', false],
    [{ who: { declined: true } }, 'declined', true],
    [{ who: { declined: true } }, 'dontKnow', false],
    [{ who: { declined: false } }, 'dontKnow', true],
    [{ age: { is: 'dontKnow', min: 1 } }, 'dontKnow', false],
    [{ who: { any: ['dontKnow'], none: ['me'] } }, 'dontKnow', false],
    [{ who: { dontKnow: false } }, 'declined', true],
    [{ who: { answered: true } }, 'dontKnow', false],
    [{ who: { answered: false } }, 'declined', true],
    [{ who: { unsure: true } }, 'declined', true],
    [{ who: { unsure: true } }, 'me', false],
    [{ who: { answered: true } }, 'me', true],
    [{ who: { answered: false } }, 'me', false],
    [{ who: { declined: true } }, 'me', false],
    [{ who: { any: ['me'], unsure: true } }, 'me', true],
    [{ who: { any: ['me'], unsure: true } }, 'you', false],
  ])('%j of %j is %s', (condition, value, expected) => {
    const answers = Object.fromEntries(Object.keys(condition).map((address) => [address, value]))
    expect(when(condition, answers)).toBe(expected)
  })
})

describe('an answer that was not given', () => {
  it.each<Condition>([
    { who: 'me' },
    { who: { none: ['me'] } },
    { age: { min: 0 } },
    { wishes: { size: { max: 9 } } },
    { who: { answered: true } },
    { who: { unsure: true } },
    { who: { dontKnow: true } },
    { home: { where: { area: 'west' } } },
    { who: { answered: false, is: 'me' } },
  ])('makes %j false', (condition) => expect(when(condition, {})).toBe(false))
  it('is not answered', () => expect(when({ who: { answered: false } }, {})).toBe(true))
  it('of the strip is “none of these”', () => {
    expect(when({ strip: 'none' }, {})).toBe(true)
    expect(when({ strip: { none: ['fire'] } }, {})).toBe(true)
    expect(when({ strip: { any: ['fire'] } }, {})).toBe(false)
  })
  it('is not found on the way every object has', () => {
    expect(when({ constructor: { answered: true } } as unknown as Condition, {})).toBe(false)
  })
})

describe('conditions together', () => {
  it('hold when every entry holds, and an empty one always', () => {
    expect(when({ who: 'me', age: { min: 18 } }, { who: 'me', age: 20 })).toBe(true)
    expect(when({ who: 'me', age: { min: 18 } }, { who: 'me', age: 2 })).toBe(false)
    expect(when({}, {})).toBe(true)
  })
  it('are joined by all, any and not', () => {
    const answers = { who: 'me', age: 20 }
    expect(when({ all: [{ who: 'me' }, { age: 20 }] }, answers)).toBe(true)
    expect(when({ any: [{ who: 'you' }, { age: 20 }] }, answers)).toBe(true)
    expect(when({ any: [{ who: 'you' }, { age: 21 }] }, answers)).toBe(false)
    expect(when({ not: { who: 'you' } }, answers)).toBe(true)
    expect(when({ not: { any: [{ who: 'you' }, { not: { age: 21 } }] } }, answers)).toBe(false)
  })
  it('may be named as facts, also inside facts', () => {
    expect(when({ fact: 'alone' }, { who: 'me', age: 18 })).toBe(true)
    expect(when({ fact: 'alone' }, { who: 'me', age: 17 })).toBe(false)
    expect(when({ fact: 'unheard-of' }, {})).toBe(false)
  })
})

describe('a step name', () => {
  it('means the step of the need being walked, else the shared or main one', () => {
    const answers = { coping: 5, 'tea/coping': 1, 'cake/coping': 4, who: 'me' }
    expect(when({ coping: { max: 2 } }, answers, 'tea')).toBe(true)
    expect(when({ coping: { max: 2 } }, answers, 'cake')).toBe(false)
    expect(when({ coping: { max: 2 } }, answers, 'jam')).toBe(false)
    expect(when({ who: 'me' }, answers, 'tea')).toBe(true)
    expect(when({ 'tea/coping': 1 }, answers, 'cake')).toBe(true)
  })
  it('outside every need means the shared or main one, whatever a need is called', () => {
    const odd = { ...evidence({ coping: 5, 'undefined/coping': 1 }) }
    const asked = { ...odd, questions: { ...questions, 'undefined/coping': { ask: 'scale' } as Question } }
    expect(matches({ coping: 5 }, asked)).toBe(true)
  })
  it('in a fact means the same everywhere', () => {
    expect(when({ fact: 'struggling' }, { coping: 5, 'tea/coping': 1 }, 'tea')).toBe(false)
  })
})

describe('a count', () => {
  const answers = { 'tea/coping': 1, 'cake/coping': 'dontKnow', coping: 1, who: 'declined' }
  it.each<[Condition, boolean]>([
    [{ count: { each: 'coping', where: { max: 2 } } }, true],
    [{ count: { each: 'coping', where: { max: 2 } }, atLeast: 2 }, false],
    [{ count: { each: 'coping', where: { max: 2, unsure: true } }, atLeast: 2 }, true],
    [{ count: { each: 'coping', where: { max: 2 } }, atMost: 1 }, true],
    [{ count: { each: 'coping', where: { min: 5 } }, atMost: 0 }, true],
    [{ count: 'dontKnow', atLeast: 1 }, true],
    [{ count: { each: 'coping', where: { min: 5 } } }, false],
    [{ count: 'declined', atLeast: 2 }, false],
    [{ count: 'unsure', atLeast: 2, atMost: 2 }, true],
    [{ count: 'unsure', atMost: 1 }, false],
  ])('%j is %s', (condition, expected) => expect(when(condition, answers)).toBe(expected))
})

describe('the reason', () => {
  it('is the answers that made it hold, each once', () => {
    const condition: Condition = {
      who: 'me',
      any: [{ age: { min: 18 } }, { who: 'me' }, { born: '1999-01-01' }],
    }
    expect(why(condition, { who: 'me', age: 20 })).toEqual([
      { address: 'who', value: 'me' },
      { address: 'age', value: 20 },
    ])
  })
  it('names of several ticks only those it is about', () => {
    expect(why({ wishes: { any: ['jam', 'tea'] } }, { wishes: ['tea', 'cake'] })).toEqual([
      { address: 'wishes', value: ['tea'] },
    ])
    expect(why({ all: [{ wishes: 'tea' }, { wishes: 'jam' }] }, { wishes: ['tea', 'cake', 'jam'] })).toEqual([
      { address: 'wishes', value: ['tea', 'jam'] },
    ])
    expect(why({ foods: { where: { meat: true } } }, { foods: ['sheep', 'hay'] })).toEqual([
      { address: 'foods', value: ['sheep'] },
    ])
  })
  it('of a “not” is what was answered instead', () => {
    expect(why({ not: { who: 'you' } }, { who: 'me', age: 3 })).toEqual([{ address: 'who', value: 'me' }])
    expect(why({ not: { fact: 'alone' } }, { who: 'you', age: 3 })).toEqual([
      { address: 'age', value: 3 },
      { address: 'who', value: 'you' },
    ])
  })
  it('of a “not” around others is all that they speak of', () => {
    const answers = { who: 'me', age: 3, 'tea/coping': 4 }
    const both = [
      { address: 'who', value: 'me' },
      { address: 'age', value: 3 },
    ]
    expect(why({ not: { any: [{ who: 'you' }, { age: { min: 30 } }] } }, answers)).toEqual(both)
    expect(why({ not: { all: [{ who: 'you' }, { age: { min: 30 } }] } }, answers)).toEqual(both)
    expect(why({ not: { not: { who: 'me' } } }, answers)).toEqual(both.slice(0, 1))
    expect(why({ not: { count: { each: 'coping', where: { max: 2 } } } }, answers)).toEqual([
      { address: 'tea/coping', value: 4 },
    ])
  })
  it('of a count is the answers counted; of none counted, those looked at', () => {
    const answers = { 'tea/coping': 1, 'cake/coping': 4 }
    const low = { count: { each: 'coping', where: { max: 2 } } }
    expect(why(low, answers)).toEqual([{ address: 'tea/coping', value: 1 }])
    expect(why({ count: { each: 'coping', where: { max: 0 } }, atMost: 0 }, answers)).toHaveLength(2)
    expect(why({ count: 'dontKnow' }, { who: 'dontKnow', age: 1 })).toEqual([
      { address: 'who', value: 'dontKnow' },
    ])
  })
  it('is no answer where it is that there was none', () => {
    expect(why({ who: { answered: false } }, {})).toEqual([])
    expect(why({ not: { who: 'you' } }, {})).toEqual([])
    expect(why({ count: 'dontKnow', atMost: 0 }, { age: 1 })).toEqual([])
    expect(why({ not: { count: 'dontKnow', atLeast: 2 } }, { who: 'dontKnow' })).toEqual([])
    expect(why({ not: { count: 'dontKnow', atMost: 0 } }, { who: 'dontKnow' })).toEqual([])
  })
  it('of an empty condition is nothing at all, and of one that fails there is none', () => {
    expect(why({}, { who: 'me' })).toEqual([])
    expect(why({ who: 'you' }, { who: 'me' })).toBeUndefined()
  })
})
