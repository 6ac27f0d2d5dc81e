import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Flow } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { randomWalk } from '#core/walk/walk.ts'
import { dragon, dragonAnswers } from '../toys/dragon.ts'
import { teaParty } from '../toys/tea-party.ts'
import { ON, toy } from '../toys/toy.ts'

const at = (answers: Answers) => replay(teaParty, answers, ON)
const addresses = (answers: Answers) => at(answers).path.map(({ address }) => address)
const party: Answers = {
  wishes: ['tea', 'cake'],
  'tea/sugar': 'yes',
  'tea/lumps': 2,
  hurry: 4,
  'tea/coping': 5,
  'cake/coping': 4,
  guest: 'alice',
}

describe('a replay', () => {
  it('of nothing waits at the first question', () => {
    const nothing = at({})
    expect(nothing).toMatchObject({ path: [], done: false, unused: [], answers: {} })
    expect(nothing.at).toMatchObject({ address: 'wishes', flow: 'guidance', step: 'wishes' })
  })
  it('asks one question of each kind, in order', () => {
    const whole = replay(dragon, dragonAnswers, ON)
    expect(whole.done).toBe(true)
    expect(whole.answers).toEqual(dragonAnswers)
    expect(whole.path.map(({ step }) => step)).toEqual(Object.keys(dragonAnswers))
  })
  it('does not care in which order answers come', () => {
    const backwards = Object.fromEntries(Object.entries(party).reverse())
    expect(at(backwards)).toEqual(at(party))
  })
  it('shows each question without its arrows, with the flow whose words it uses', () => {
    const sugar = at(party).path.find(({ step }) => step === 'sugar')
    expect(sugar).toStrictEqual({
      address: 'tea/sugar',
      flow: 'tea',
      step: 'sugar',
      need: 'tea',
      question: { ask: 'one', options: ['yes', 'no'] },
      value: 'yes',
    })
  })
  it('stops at an answer that cannot be accepted, and says why', () => {
    const stopped = at({ ...party, 'tea/lumps': 99 })
    expect(stopped.refused).toEqual({ address: 'tea/lumps', code: 'answer-too-large' })
    expect(stopped.at?.address).toBe('tea/lumps')
    expect(stopped.path.map(({ step }) => step)).toEqual(['wishes', 'sugar'])
    expect(stopped.unused).not.toContain('tea/lumps')
  })
  it('ignores answers off its path and lists them', () => {
    const some = at({ ...party, 'tea/sugar': 'no', 'riddle/coping': 1, nonsense: 'x' })
    expect(some.done).toBe(true)
    expect(some.unused).toEqual(['tea/lumps', 'riddle/coping', 'nonsense'])
    expect(Object.keys(some.answers)).not.toContain('tea/lumps')
  })
  it('takes an answer back into use when the path comes by again', () => {
    const detour = { ...party, 'tea/sugar': 'no' }
    expect(at({ ...detour, 'tea/sugar': 'yes' })).toEqual(at(party))
  })
  it('never takes an answer from what every object has', () => {
    const odd = toy({
      start: 'constructor',
      steps: { constructor: { ask: 'text', next: 'end' }, end: { end: true } } as unknown as Flow['steps'],
    })
    expect(replay(odd, {}, ON).at?.address).toBe('constructor')
    expect(replay(odd, { constructor: 'yes' } as unknown as Answers, ON).done).toBe(true)
  })
  it('does not run for ever when steps lead in a circle', () => {
    const circle = toy({
      start: 'a',
      steps: { a: { ask: 'text', next: 'b' }, b: { ask: 'text', next: 'a' } },
    })
    expect(replay(circle, { a: 'x', b: 'y' }, ON)).toMatchObject({ done: false, at: { address: 'a' } })
  })
})

describe('the agenda', () => {
  it('walks the chosen needs in the order they are written, and asks the shared question once', () => {
    const path = ['wishes', 'tea/sugar', 'tea/lumps', 'hurry', 'tea/coping', 'cake/coping', 'guest']
    expect(addresses({ ...party, wishes: ['cake', 'tea'] })).toEqual(path)
  })
  it('asks the shared question in whichever need comes to it first', () => {
    const hurry = at({ wishes: ['cake'], hurry: 4 }).path[1]
    expect(hurry).toMatchObject({ address: 'hurry', flow: 'guidance', need: 'cake' })
  })
  it('lets each place that shares a question lead its own way with the one answer', () => {
    expect(addresses({ ...party, hurry: 1 })).not.toContain('cake/coping')
    expect(addresses({ ...party, hurry: 1 })).toContain('tea/coping')
  })
  it('walks at most so many', () => {
    const three = at({ ...party, wishes: ['tea', 'cake', 'riddle'], 'riddle/coping': 1 })
    expect(three.done).toBe(true)
    expect(three.unused).toEqual(['riddle/coping'])
  })
  it('goes on when a chosen need has no section, or none is chosen, known or told', () => {
    for (const wishes of [['jam'], [], 'none', 'dontKnow', 'declined'])
      expect(addresses({ ...party, wishes } as Answers)).toEqual(['wishes', 'guest'])
  })
  it('that walks a need again asks nothing twice', () => {
    const walk = (next: string) => ({ agenda: 'wishes', sections: { x: 'more' }, next })
    const steps: Flow['steps'] = { wishes: { ask: 'many', options: ['x'], next: 'once' }, end: { end: true } }
    const more: Flow = { start: 'size', steps: { size: { ask: 'scale', next: 'done' }, done: { end: true } } }
    const twice = toy(
      { start: 'wishes', steps: { ...steps, once: walk('again'), again: walk('end') } },
      { flows: { more } },
    )
    expect(replay(twice, { wishes: ['x'], 'x/size': 3 }, ON)).toMatchObject({ done: true, unused: [] })
  })
  it('asks nothing again that was asked before it, wherever the file writes it', () => {
    const shared: Flow['steps'] = { hurry: { shared: true, next: 'done' }, done: { end: true } }
    const before = toy(
      {
        start: 'hurry',
        shared: { hurry: { ask: 'scale' } },
        steps: {
          wishes: { ask: 'many', options: ['x'], next: 'walk' },
          walk: { agenda: 'wishes', sections: { x: 'more' }, next: 'end' },
          hurry: { shared: true, next: 'wishes' },
          end: { end: true },
        },
      },
      { flows: { more: { start: 'hurry', steps: shared } } },
    )
    expect(replay(before, { hurry: 2, wishes: ['x'] }, ON)).toMatchObject({ done: true, unused: [] })
  })
  it('inside a section is not walked: it leads straight on', () => {
    const inner: Flow = {
      start: 'again',
      steps: {
        again: { agenda: 'wishes', sections: { x: 'inner' }, next: 'size' },
        size: { ask: 'scale', next: 'done' },
        done: { end: true },
      },
    }
    const nested = toy(
      {
        start: 'wishes',
        steps: {
          wishes: { ask: 'many', options: ['x'], next: 'walk' },
          walk: { agenda: 'wishes', sections: { x: 'inner' }, next: 'end' },
          end: { end: true },
        },
      },
      { flows: { inner } },
    )
    const { path, done } = replay(nested, { wishes: ['x'], 'x/size': 3 }, ON)
    expect([path.map(({ address }) => address), done]).toEqual([['wishes', 'x/size'], true])
  })
  it('leaves out a need that is no longer chosen', () => {
    expect(addresses({ ...party, wishes: ['cake'] })).toEqual(['wishes', 'hurry', 'cake/coping', 'guest'])
  })
})

describe('the strip', () => {
  it('unanswered is no line of the path', () => expect(addresses(party)).not.toContain('strip'))
  it('answered comes first', () => {
    expect(at({ ...party, strip: ['jabberwock', 'fire'] }).path[0]).toMatchObject({
      address: 'strip',
      value: ['fire', 'jabberwock'],
    })
  })
  it('refuses what is not one of its flags', () => {
    expect(at({ strip: ['dragon'] }).refused).toEqual({ address: 'strip', code: 'answer-not-an-option' })
  })
  it('is not there when the dialogue has none', () => {
    expect(replay(dragon, { strip: ['fire'] }, ON).unused).toEqual(['strip'])
  })
})

describe('whatever is answered', () => {
  const anything = fc.dictionary(
    fc.constantFrom(
      'strip',
      'wishes',
      'tea/sugar',
      'tea/lumps',
      'hurry',
      'tea/coping',
      'guest',
      'asleep',
      'toString',
    ),
    fc.oneof(fc.string(), fc.integer(), fc.array(fc.string()), fc.constantFrom('dontKnow', 'tea', 'yes')),
  ) as fc.Arbitrary<Answers>
  const sensible = fc.integer().map((seed) => randomWalk(teaParty, ON, seed))

  it('replaying the used answers gives the same again', () => {
    fc.assert(
      fc.property(fc.oneof(anything, sensible), (answers) => {
        const { unused: _, refused: before, ...once } = at(answers)
        fc.pre(before?.address !== 'strip') // a strip that is refused is waited for; one not answered is passed by
        const { unused, refused, ...again } = at(once.answers)
        expect(again).toEqual(once)
        expect(unused).toEqual([])
        expect(refused).toBeUndefined()
      }),
    )
  })
  it('every answer given is used, unused or refused', () => {
    fc.assert(
      fc.property(anything, (answers) => {
        const { answers: used, unused, refused } = at(answers)
        const all = [...Object.keys(used), ...unused, ...(refused ? [refused.address] : [])]
        expect(all.toSorted()).toEqual(Object.keys(answers).toSorted())
      }),
    )
  })
})
