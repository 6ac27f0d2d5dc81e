import { describe, expect, it } from 'vitest'
import type { Flow } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { everyBranch, lowered, randomWalk, uncovered } from '#core/walk/walk.ts'
import { dragon } from '../toys/dragon.ts'
import { teaParty } from '../toys/tea-party.ts'
import { ON, tables, toy } from '../toys/toy.ts'

const end = { end: true } as const
const missed = (guidance: Flow, more = {}) => {
  const dialogue = toy(guidance, more)
  return uncovered(dialogue, ON, everyBranch(dialogue, ON))
}

describe.each(Object.entries({ dragon, teaParty }))('walking %s', (_, dialogue) => {
  const conversations = [...everyBranch(dialogue, ON)]
  it('takes every branch, and answers every question, also with not knowing and not telling', () => {
    expect(uncovered(dialogue, ON, conversations)).toEqual([])
  })
  it('ends every conversation, and uses all its answers', () => {
    for (const answers of conversations) {
      expect(replay(dialogue, answers, ON)).toMatchObject({ done: true, unused: [], answers })
    }
  })
  it('needs no more conversations than there are answers', () =>
    expect(conversations.length).toBeLessThan(30))
})

describe('a branch that hangs on an earlier answer', () => {
  const asked: Flow['steps'] = {
    first: { ask: 'one', options: ['a', 'b'], next: 'second' },
    second: { ask: 'one', options: ['c', 'd'], next: 'third' },
  }
  it('is found when two answers must meet', () => {
    const third = [{ when: { first: 'b', second: 'd', third: 5 }, go: 'end' }, { go: 'end' }]
    expect(
      missed({ start: 'first', steps: { ...asked, third: { ask: 'scale', next: third }, end } }),
    ).toEqual([])
  })
  it('is found behind a count, a “not” and a day', () => {
    const third = [
      { when: { count: 'dontKnow' as const, atLeast: 2 }, go: 'end' },
      { when: { all: [{ not: { first: 'a' } }, { third: { before: 'on-18y' } }] }, go: 'end' },
      { go: 'end' },
    ]
    expect(missed({ start: 'first', steps: { ...asked, third: { ask: 'date', next: third }, end } })).toEqual(
      [],
    )
  })
  it('is found behind each of fourteen written options', () => {
    const options = Array.from({ length: 14 }, (_, index) => `option-${index}`)
    const second: Flow = { start: 'first', steps: { first: { ask: 'scale', next: 'end' }, end } }
    const dialogue = toy(
      {
        start: 'needs',
        steps: {
          needs: { ask: 'many', options, next: 'walk' },
          walk: {
            agenda: 'needs',
            sections: Object.fromEntries(options.map((option) => [option, 'second'])),
            most: 3,
            next: 'end',
          },
          end,
        },
      },
      { flows: { second } },
    )
    expect(uncovered(dialogue, ON, everyBranch(dialogue, ON))).toEqual([])
  })
  it('twelve two-way questions need no 4096 conversations', () => {
    const names = Array.from({ length: 12 }, (_, index) => `q${index}`)
    const steps: Flow['steps'] = { end }
    for (const [index, name] of names.entries())
      steps[name] = {
        ask: 'one',
        options: ['a', 'b'],
        next: [{ when: { [name]: 'a' }, go: names[index + 1] ?? 'end' }, { go: names[index + 2] ?? 'end' }],
      }
    const dialogue = toy({ start: 'q0', steps })
    const conversations = [...everyBranch(dialogue, ON)]
    expect(uncovered(dialogue, ON, conversations)).toEqual([])
    expect(conversations.length).toBeLessThan(60)
  })
})

describe('a branch that nothing can take', () => {
  it('is reported', () => {
    const next = [
      { when: { hats: { min: 5 } }, go: 'end' },
      { when: { hats: { min: 7 } }, go: 'end' },
      { go: 'end' },
    ]
    expect(missed({ start: 'hats', steps: { hats: { ask: 'number', next }, end } })).toEqual(['hats:next#1'])
  })
  it('is reported with all that lies behind it', () => {
    const next = [{ when: { hat: 'bowler' }, go: 'secret' }, { go: 'end' }]
    const steps: Flow['steps'] = {
      hat: { ask: 'one', options: ['top'], next },
      secret: { ask: 'text', next: 'end' },
      end,
    }
    expect(missed({ start: 'hat', steps })).toEqual([
      'hat:next#0',
      'secret=answer',
      'secret=dontKnow',
      'secret=declined',
    ])
  })
  it('is reported also when only one conversation is looked at', () => {
    expect(uncovered(teaParty, ON, [{}])).toContain('wishes=dontKnow')
  })
})

describe('a random walk', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(randomWalk(teaParty, ON, 7)).toEqual(randomWalk(teaParty, ON, 7))
    expect(
      new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(randomWalk(teaParty, ON, seed)))).size,
    ).toBeGreaterThan(10)
  })
  it('is a whole conversation', () => {
    for (let seed = 0; seed < 100; seed++)
      for (const dialogue of [teaParty, dragon])
        expect(replay(dialogue, randomWalk(dialogue, ON, seed), ON)).toMatchObject({ done: true, unused: [] })
  })
  it('mostly passes the strip by, and ticks what nobody would have thought to tick together', () => {
    const walks = Array.from({ length: 200 }, (_, seed) => randomWalk(teaParty, ON, seed))
    const dangers = walks.filter(({ strip }) => strip !== undefined)
    expect(dangers.length).toBeGreaterThan(10)
    expect(dangers.length).toBeLessThan(60)
    const wishes = new Map<string, number>()
    for (const { wishes: ticked } of walks) wishes.set(String(ticked), (wishes.get(String(ticked)) ?? 0) + 1)
    // sixteen sets of ticks, and the two ways of not saying
    expect(wishes.size).toBeGreaterThan(14)
    expect(Math.max(...wishes.values())).toBeLessThan(50)
  })
})

describe('not knowing or not telling', () => {
  it('never lowers the offer of a person where content takes care of it', () => {
    for (const answers of everyBranch(teaParty, ON)) expect(lowered(teaParty, answers, ON)).toEqual([])
  })
  it('is reported where it does', () => {
    const careless = toy(
      { start: 'pain', steps: { pain: { ask: 'scale', next: 'end' }, end } },
      {
        tables: tables({
          segment: [{ id: 'bad', when: { pain: { max: 2 } }, segment: 'bad', contact: 'first' }],
        }),
      },
    )
    expect(lowered(careless, { pain: 1 }, ON)).toEqual([
      { address: 'pain', reply: 'dontKnow', from: 'first', to: 'available' },
      { address: 'pain', reply: 'declined', from: 'first', to: 'available' },
    ])
    expect(lowered(careless, { pain: 5 }, ON)).toEqual([])
  })
})
