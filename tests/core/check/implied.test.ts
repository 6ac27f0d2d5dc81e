/** What can hold at all, and what an earlier row leaves to a later one: decided by trying. */
import { describe, expect, it } from 'vitest'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { coveredBy, possible } from '#core/check/conditions/imply.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { withAll } from './every-kind.ts'
import { toy } from './toy.ts'

/** Questions that are not as they should be. */
const WRONG = { odd: 'ask: number, min: few, max: many', riddle: 'ask: riddle' }

const survey = (() => {
  const { content, locate } = parseContent(withAll(toy, WRONG))
  return surveyOf(content, reporter(locate), () => true)
})()
const deep = (times: number, inner: object): object =>
  times === 0 ? inner : { all: [deep(times - 1, inner)] }
/** Of these answers 4000 combinations are tried, and no more of any. */
const MANY = { hungry: 'very', alone: 'alone', asker: 'self', steps: 1, cups: { answered: true } }

describe('a condition', () => {
  it.each<[string, object]>([
    ['all of what can be together', { all: [{ hungry: 'very' }, { alone: 'alone' }] }],
    ['any of two', { any: [{ hungry: 'very' }, { hungry: 'little' }] }],
    ['one and not another', { hungry: 'very', not: { hungry: 'little' } }],
    ['a fact and what it leaves', { fact: 'dislikes', 'tea/liking': 1 }],
    ['a fact that nobody knows', { fact: 'unheard-of', hungry: 'very' }],
    ['what is nested deeply', deep(40, { hungry: 'very' })],
    ['a count of at least one', { count: 'unsure' }],
    ['a count of none', { count: 'unsure', atMost: 0 }],
    [
      'a count within both bounds',
      {
        all: [
          { count: 'unsure', atLeast: 5 },
          { count: 'unsure', atMost: 5 },
        ],
      },
    ],
    [
      'a count that may be none',
      {
        all: [
          { count: 'unsure', atMost: 3 },
          { count: 'unsure', atMost: 0 },
        ],
      },
    ],
    ['a count above the bound', { count: 'unsure', not: { all: [{ count: 'unsure', atMost: 6 }] } }],
    ['a bound itself', { cups: { min: 3, max: 3 } }],
    ['what is between two bounds', { cups: { min: 3, max: 4, none: [3, 4] } }],
    ['what is above the greatest', { all: [{ cups: { min: 10 } }, { cups: { none: [9, 10] } }] }],
    ['what is below the least', { all: [{ cups: { max: 9 } }, { cups: { none: [9, 10] } }] }],
    ['a number of which nothing is asked', { cups: { answered: true } }],
    ['the least that a question takes', { few: { max: 0 } }],
    ['the most that a question takes', { few: { min: 9 } }],
    ['a number of a question whose bounds are none', { odd: { min: 3 } }],
    ['what is below the least, named beside not knowing', { cups: { none: ['dontKnow', 9], max: 9 } }],
    ['two ticks', { wishes: { all: ['tea', 'cake'] } }],
    ['as many ticks as there are', { wishes: { size: { min: 2 } } }],
    ['one tick and not the other', { wishes: { is: 'tea', none: ['cake'] } }],
    ['no tick', { wishes: 'none' }],
    ['a tick beside all that are named', { ticked: { none: ['a', 'b'], size: { min: 1 } } }],
    ['a tick of two that are allowed', { ticked: { all: ['a', 'b'] } }],
    ['every attribute that an item has', { listed: { where: { region: 'north' } } }],
    ['not knowing', { hungry: { dontKnow: true } }],
    ['withholding', { wishes: { declined: true } }],
    ['not having been asked', { hungry: { answered: false } }],
    ['not having been asked for ticks', { wishes: { answered: false, dontKnow: false, declined: false } }],
    ['not knowing at the strip', { strip: { dontKnow: true } }],
    ['what cannot be listed', { words: { answered: true }, not: { words: { answered: true } } }],
    [
      'more ticks than can be tried',
      { nine: { all: ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'i8'], none: ['i1'] } },
    ],
    ['a kind of question that there is not', { riddle: 'anything' }],
    ['a question whose answers are not known', { lost: 'anything' }],
    ['more answers together than can be tried', { ...MANY, plain: 'a', not: { hungry: 'very' } }],
  ])('of %s can hold', (_, condition) => {
    expect(possible({ survey, needs: [] }, condition)).toBe(true)
  })

  it.each<[string, object]>([
    ['two answers to one choice', { all: [{ hungry: 'very' }, { hungry: 'little' }] }],
    ['as many answers together as can be tried', { ...MANY, not: { hungry: 'very' } }],
    ['any of what cannot be', { any: [{ all: [{ hungry: 'very' }, { hungry: 'little' }] }] }],
    ['one and not the same', { hungry: 'very', not: { hungry: 'very' } }],
    ['a fact and its opposite', { fact: 'dislikes', 'tea/liking': 4 }],
    [
      'nothing between two counts',
      {
        all: [
          { count: 'unsure', atLeast: 5 },
          { count: 'unsure', atMost: 4 },
        ],
      },
    ],
    ['a count of one and none', { all: [{ count: 'unsure' }, { count: 'unsure', atMost: 0 }] }],
    ['nothing between two bounds', { cups: { min: 4, max: 3 } }],
    ['more than a question takes', { few: { min: 10 } }],
    ['less than a question takes', { few: { max: -1 } }],
    ['more ticks than there are', { wishes: { size: { min: 3 } } }],
    ['more ticks than may be made', { ticked: { all: ['a', 'b', 'c'] } }],
    ['a tick that is none', { wishes: { all: ['tea'], none: ['tea'] } }],
    ['an attribute that no item has', { listed: { where: { region: 'moon' } } }],
    ['a number that is not known', { cups: { min: 1, dontKnow: true } }],
    [
      'the strip passed by as if nothing was said: it is none of its flags',
      { strip: { answered: false, dontKnow: false, declined: false } },
    ],
    ['the strip unanswered and ticked', { strip: 'fire', not: { strip: { any: ['fire', 'flood'] } } }],
    [
      'seven ticks and not one of them',
      { nine: { all: ['i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7'], none: ['i1'] } },
    ],
  ])('of %s cannot hold', (_, condition) => {
    expect(possible({ survey, needs: [] }, condition)).toBe(false)
  })
})

describe('a row after others', () => {
  const covered = (condition: unknown, ...earlier: unknown[]) =>
    coveredBy({ survey, needs: [] }, condition, earlier)
  const very = { hungry: 'very' }
  const alone = { alone: 'alone' }

  it('is reached by nothing when an earlier one says the same, or less', () => {
    expect(covered(very, alone, very)).toEqual([1])
    expect(covered({ ...very, ...alone }, alone)).toEqual([0])
    expect(covered({ cups: { min: 5 } }, { cups: { min: 3 } })).toEqual([0])
    expect(covered({ cups: { min: 5 } }, { cups: { min: 8 } }, { cups: { max: 9 } }).sort()).toEqual([0, 1])
    expect(covered({ words: { answered: true } }, { words: { answered: true } })).toEqual([0])
    expect(covered({ fact: 'dislikes', ...very }, { 'tea/liking': { max: 3 } })).toEqual([0])
  })

  it('is reached when an earlier one says more, speaks of something else, or cannot be tried', () => {
    expect(covered(very, { ...very, ...alone })).toEqual([])
    expect(covered(very, alone)).toEqual([])
    expect(covered({ cups: { min: 3 } }, { cups: { min: 5 } })).toEqual([])
    expect(covered({ all: [very, { hungry: 'little' }] }, very)).toEqual([])
    expect(covered({ words: { answered: true }, ...very }, { words: { answered: true } })).toEqual([])
    expect(covered({ words: { answered: false } }, { not: { words: { answered: true } } })).toEqual([])
    expect(covered(very, 'very', undefined)).toEqual([])
  })

  it('is reached by nothing also where one that cannot be tried stands beside the one that says less', () => {
    const untried = { ...very, words: { answered: true } }
    expect(covered({ ...very, ...alone }, very, untried)).toEqual([0])
  })
})
