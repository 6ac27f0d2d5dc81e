import { describe, expect, it } from 'vitest'
import { accept, optionsOf, type Question } from '#core/flow/answer.ts'
import { ANSWERED_BY } from '#core/flow/kinds.ts'
import { DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import { dragon, dragonAnswers, lists } from '../toys/dragon.ts'
import { ON } from '../toys/toy.ts'

const steps = dragon.flows.guidance?.steps ?? {}

it('the dragon is asked a question of every kind, so that each is tried here and in the walks', () => {
  const asked = Object.values(steps).flatMap((step) => ('ask' in step ? [step.ask] : []))
  expect([...new Set(asked)].sort()).toEqual(Object.keys(ANSWERED_BY).sort())
})
const said = (step: string, value: unknown) => {
  const judged = accept(steps[step] as Question, value, lists, ON)
  return judged.ok ? judged.value : judged.code
}

describe('an answer', () => {
  it.each(Object.keys(dragonAnswers))('to %s may always be “I don’t know”, and may be withheld', (step) => {
    expect(said(step, DONT_KNOW)).toBe(DONT_KNOW)
    expect(said(step, DECLINED)).toBe(DECLINED)
  })
  it.each(Object.entries(dragonAnswers))(
    'to %s that is accepted stays as it is when judged again',
    (step, value) => {
      expect(said(step, value)).toEqual(value)
    },
  )
  it.each(Object.keys(dragonAnswers))('to %s is missing when there is nothing or only space', (step) => {
    for (const nothing of [undefined, null, '', '  ']) expect(said(step, nothing)).toBe('answer-missing')
  })
  it.each(Object.keys(dragonAnswers))(
    'to %s is refused, not thrown at, when it is of a wrong kind',
    (step) => {
      for (const odd of [{}, [{}], true, Number.NaN, ['x', 3], () => 1, Symbol.iterator])
        expect(said(step, odd)).toMatch(/^answer-/)
    },
  )
})

describe('one choice', () => {
  it('is an option', () => expect(said('colour', 'red')).toBe('red'))
  it('is not something else, nor a list', () => {
    expect(said('colour', 'mauve')).toBe('answer-not-an-option')
    expect(said('colour', ['red'])).toBe('answer-not-an-option')
  })
})

describe('many choices', () => {
  it('are kept in the order of the options, each once', () => {
    expect(said('food', ['knight', 'sheep', 'knight'])).toEqual(['sheep', 'knight'])
  })
  it('unticked are “none”, whichever way it is said', () => {
    for (const none of [[], 'none', ['none']]) expect(said('food', none)).toEqual([])
  })
  it('cannot be both something and none', () => {
    expect(said('food', ['none', 'hay'])).toBe('answer-not-an-option')
  })
  it('are at most so many', () => expect(said('food', ['sheep', 'hay', 'knight'])).toBe('answer-too-many'))
  it('may come as one word', () => expect(said('food', 'hay')).toEqual(['hay']))
})

describe('a scale', () => {
  it('is one of five words, as a number', () => {
    expect(said('temper', '5')).toBe(5)
    expect(said('temper', 6)).toBe('answer-not-an-option')
    expect(said('temper', 2.5)).toBe('answer-not-an-option')
  })
})

describe('a number', () => {
  it.each([
    ['heads', '7', 7],
    ['gold', '1 234,50 €', 1234.5],
    ['gold', '1\u00a0000', 1000],
    ['shiny', '33 %', 33],
    ['hatched', '1999', 1999],
    ['heads', 12, 12],
    ['heads', 1, 1],
    ['heads', 0, 'answer-too-small'],
    ['heads', 13, 'answer-too-large'],
    ['gold', '−5', 'answer-too-small'],
    ['shiny', 101, 'answer-too-large'],
    ['hatched', 2028, 'answer-too-large'],
    ['hatched', 1999.5, 'answer-not-a-number'],
    ['heads', 'seven', 'answer-not-a-number'],
    ['heads', '1e1', 'answer-not-a-number'],
    ['gold', Number.POSITIVE_INFINITY, 'answer-not-a-number'],
    ['gold', -0, 0],
  ])('to %s said as %j is %j', (step, value, kept) => expect(said(step, value)).toBe(kept))
})

describe('a date', () => {
  it.each([
    ['2000-02-29', '2000-02-29'],
    [' 1999-12-31 ', '1999-12-31'],
    ['1999-02-29', 'answer-not-a-date'],
    ['31.12.1999', 'answer-not-a-date'],
    ['2027-11-19', '2027-11-19'],
    ['2027-11-20', 'answer-too-late'],
    ['1927-11-21', '1927-11-21'],
    ['1927-11-20', 'answer-too-early'],
    ['0001-01-01', 'answer-not-a-date'],
  ])('%j is %j', (value, kept) => expect(said('birthday', value)).toBe(kept))
})

describe('text', () => {
  it('is trimmed, without control characters, in one spelling', () => {
    expect(said('song', '  hei\u0000\u001b Tyttö\nja ')).toBe('hei Tyttö\nja')
    expect(said('song', 'a\ud800b')).toBe('ab')
  })
  it('ends its lines in one way', () => expect(said('song', 'a\rb\r\nc\nd')).toBe('a\nb\nc\nd'))
  it('of nothing that can be read is missing', () =>
    expect(said('song', '\u0000\u001b')).toBe('answer-missing'))
  it('is bounded in characters a person would count', () => {
    expect(said('song', '🐉'.repeat(20))).toBe('🐉'.repeat(20))
    expect(said('song', 'x'.repeat(21))).toBe('answer-too-long')
  })
  it('is bounded also when the step says nothing', () => {
    const question: Question = { ask: 'text' }
    expect(accept(question, 'x'.repeat(500), {}, ON).ok).toBe(true)
    expect(accept(question, 'x'.repeat(501), {}, ON)).toEqual({ ok: false, code: 'answer-too-long' })
  })
})

describe('a municipality', () => {
  it('is one of the list, or elsewhere', () => {
    expect(optionsOf({ ask: 'municipality' }, lists)).toEqual(['camelot', 'avalon', 'elsewhere'])
    expect(said('cave', 'elsewhere')).toBe('elsewhere')
    expect(said('cave', 'atlantis')).toBe('answer-not-an-option')
  })
})

describe('options', () => {
  it('are those that are written, else those of the list, else none', () => {
    expect(optionsOf({ ask: 'one', options: ['a', 'b'] }, lists)).toEqual(['a', 'b'])
    expect(optionsOf({ ask: 'many', list: 'food' }, lists)).toEqual(['sheep', 'hay', 'knight'])
    for (const question of [
      { ask: 'one' },
      { ask: 'one', list: 'unheard-of' },
      { ask: 'scale' },
    ] as Question[])
      expect(optionsOf(question, lists)).toEqual([])
  })
})

describe('a phone', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['+358 (40) 123-4567', '+358401234567'],
    ['call me', 'answer-not-a-phone'],
    ['1234', 'answer-not-a-phone'],
    ['12345678901234567', 'answer-not-a-phone'],
    [401234567, 'answer-not-a-phone'],
  ])('%j is %j', (value, kept) => expect(said('horn', value)).toBe(kept))
})
