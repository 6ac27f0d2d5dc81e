/** Which dangers answers tell: by one tick, by the strip, by several answers together; and the order of their numbers. */
import { describe, expect, it } from 'vitest'
import type { Question } from '#core/flow/answer.ts'
import { carriedBy, dangersOf, inOrderOf, toldBy } from '#core/flow/danger.ts'
import type { Answers, Condition } from '#core/flow/definition.ts'
import { because, dangersIn, type Evidence, matches } from '#core/flow/matches.ts'
import { replay } from '#core/flow/replay.ts'
import { dangersTold } from '#core/flow/route.ts'
import { EMERGENCY } from '#core/flow/words.ts'
import { isAfraid } from '#core/queue/afraid.ts'
import { ON, tables, toy } from '../toys/toy.ts'

// biome-ignore lint/suspicious/noThenProperty: the tables' own word
const signed = (danger: string) => ({ then: [danger], author: 'Hare', date: '2027-01-01', reason: 'Tea.' })

const seen = { ask: 'many' as const, options: ['smoke', 'spark', 'egg'] } satisfies Question
const questions: Record<string, Question> = {
  strip: { ask: 'many', options: ['fire', 'flood'] },
  seen: { ...seen, danger: { smoke: 'fire', spark: ['bite', 'fire'], egg: 'none' } },
  nights: { ask: 'scale', danger: { 1: 'bite' } },
  mood: { ask: 'one', options: ['grim', 'merry'] },
}
// biome-ignore lint/suspicious/noThenProperty: the tables' own word
const rows = [{ when: { mood: 'grim', nights: { max: 2 } }, then: ['bite', 'theft'] }]
/** As it is written in content: the type of a condition has no room for a list that is not one of conditions. */
const danger = (wanted: string[]) => ({ danger: wanted }) as unknown as Condition
const evidence = (answers: Answers): Evidence => ({
  answers,
  on: ON,
  lists: {},
  facts: { uneasy: danger(['theft']) },
  questions,
  rows,
})
const told = (answers: Answers) => dangersIn(evidence(answers))
const when = (condition: Condition, answers: Answers) => matches(condition, evidence(answers))
const why = (condition: Condition, answers: Answers) => because(condition, evidence(answers))

describe('one tick', () => {
  it('carries the dangers it is marked with, one or several, and “none” is none', () => {
    expect(carriedBy(questions.seen, 'smoke')).toEqual(['fire'])
    expect(carriedBy(questions.seen, 'spark')).toEqual(['bite', 'fire'])
    expect(carriedBy(questions.seen, 'egg')).toEqual([])
  })
  it('carries none when it is not marked, its question has no marks, or there is no such question', () => {
    expect(carriedBy(questions.seen, 'shell')).toEqual([])
    expect(carriedBy(questions.seen, 'constructor')).toEqual([])
    expect(carriedBy(questions.mood, 'grim')).toEqual([])
    expect(carriedBy(undefined, 'grim')).toEqual([])
  })
})

describe('what answers tell by themselves', () => {
  it('is told with the ticks that tell it, and with no other tick', () => {
    expect(toldBy({ answers: { seen: ['smoke', 'egg'], nights: 1, mood: 'grim' }, questions })).toEqual([
      { address: 'seen', value: ['smoke'], dangers: ['fire'] },
      { address: 'nights', value: 1, dangers: ['bite'] },
    ])
  })
  it('is nothing when no tick is marked', () => {
    expect(toldBy({ answers: { seen: ['egg'], nights: 3 }, questions })).toEqual([])
  })
  it('of the strip is its flags; not knowing there is no flag', () => {
    expect(told({ strip: ['flood'] })).toEqual(['flood'])
    expect(told({ strip: 'dontKnow' })).toEqual([])
    expect(told({ strip: [] })).toEqual([])
  })
})

describe('several answers together', () => {
  it('tell what none of them tells alone, each danger once', () => {
    expect(told({ mood: 'grim', nights: 2 })).toEqual(['bite', 'theft'])
    expect(told({ mood: 'grim', nights: 1 })).toEqual(['bite', 'theft'])
    expect(told({ mood: 'merry', nights: 2 })).toEqual([])
  })
  it('need no condition where everybody is told', () => {
    expect(dangersIn({ ...evidence({}), rows: [signed('theft')] })).toEqual(['theft'])
  })
  it('tell nothing where the content has no such rows', () => {
    const { rows: _, ...without } = evidence({ mood: 'grim', nights: 2 })
    expect(dangersIn(without)).toEqual([])
    expect(matches({ danger: 'any' }, without)).toBe(false)
    expect(because({ danger: 'any' }, { ...without, answers: { nights: 1 } })).toEqual([
      { address: 'nights', value: 1 },
    ])
  })
  it('are read by whole addresses, also where a need is walked', () => {
    const inNeed = { ...evidence({ nights: 5, mood: 'grim', 'tea/nights': 1 }), need: 'tea' }
    const both = { ...inNeed, questions: { ...questions, 'tea/nights': { ask: 'scale' } as Question } }
    expect(dangersIn(both)).toEqual([])
    expect(matches(danger(['theft']), both)).toBe(false)
    expect(because(danger(['bite']), { ...both, answers: { ...both.answers, nights: 1 } })).toEqual([
      { address: 'nights', value: 1 },
      { address: 'mood', value: 'grim' },
    ])
  })
})

describe('a condition on danger', () => {
  it('holds of any danger, or of the named ones', () => {
    expect(when({ danger: 'any' }, { seen: ['smoke'] })).toBe(true)
    expect(when({ danger: 'any' }, { seen: ['egg'] })).toBe(false)
    expect(when(danger(['fire']), { seen: ['smoke'] })).toBe(true)
    expect(when(danger(['flood', 'fire']), { seen: ['smoke'] })).toBe(true)
    expect(when(danger(['flood']), { seen: ['smoke'] })).toBe(false)
    expect(when({ fact: 'uneasy' }, { mood: 'grim', nights: 2 })).toBe(true)
  })
  it('has for its reason the answers that told one that is meant, alone or together', () => {
    const answers = { seen: ['smoke', 'spark'], mood: 'grim', nights: 1 }
    expect(why(danger(['flood', 'fire']), answers)).toEqual([{ address: 'seen', value: ['smoke', 'spark'] }])
    expect(why(danger(['theft']), answers)).toEqual([
      { address: 'mood', value: 'grim' },
      { address: 'nights', value: 1 },
    ])
    expect(why(danger(['bite']), { nights: 1 })).toEqual([{ address: 'nights', value: 1 }])
  })
  it('that is not met has no answers to speak of', () => {
    expect(why({ not: { danger: 'any' } }, { mood: 'grim' })).toEqual([])
  })
})

describe('fear of somebody near', () => {
  const asked = (flags: string[], marks: string[]) =>
    isAfraid({ flags, attention: marks.map((id) => ({ id })) })

  it('is told by the flag of violence or by the mark of safety, alone or beside others', () => {
    expect(asked(['violence'], [])).toBe(true)
    expect(asked(['fire', 'violence'], ['money'])).toBe(true)
    expect(asked([], ['safety'])).toBe(true)
    expect(asked(['fire'], ['money', 'safety'])).toBe(true)
  })
  it('is told by no other flag or mark', () => {
    expect(asked([], [])).toBe(false)
    expect(asked(['fire'], [])).toBe(false)
    expect(asked(['safety'], ['violence'])).toBe(false)
  })
})

it('of every emergency the number is 112', () => expect(EMERGENCY).toBe('112'))

describe('the order of dangers', () => {
  it('is that of the main flow, each once, those it does not name last', () => {
    expect(inOrderOf(['bite', 'fire', 'flood'], ['theft', 'flood', 'bite', 'flood'])).toEqual([
      'bite',
      'flood',
      'theft',
    ])
  })
  it('is the one it names, else that of the flags of its strip', () => {
    const flow = { start: 'end', steps: { end: { end: true } } } as const
    const strip = { ask: 'many' as const, options: ['flood', 'fire'] }
    expect(dangersOf({ ...flow, dangers: ['fire'], strip })).toEqual(['fire'])
    expect(dangersOf({ ...flow, strip })).toEqual(['flood', 'fire'])
    expect(dangersOf(flow)).toEqual([])
  })
  it('holds for a whole conversation, whichever answer came first', () => {
    const dialogue = toy({
      start: 'seen',
      dangers: ['bite', 'fire'],
      strip: { ask: 'many', options: ['fire'] },
      steps: {
        seen: { ask: 'many', options: ['smoke', 'tooth'], danger: { tooth: 'bite' }, next: 'end' },
        end: { end: true },
      },
    })
    const answers = { strip: ['fire'], seen: ['tooth'] }
    expect(dangersTold(dialogue, replay(dialogue, answers, ON), ON)).toEqual(['bite', 'fire'])
    const said = { id: 'smoky', when: { seen: 'smoke' }, ...signed('theft') }
    const together = {
      ...dialogue,
      tables: { ...tables({}), danger: { hit: 'collect' as const, rows: [said] } },
    }
    expect(dangersTold(together, replay(together, { seen: ['smoke'] }, ON), ON)).toEqual(['theft'])
  })
})
