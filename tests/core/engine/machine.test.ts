import { describe, expect, it } from 'vitest'
import { initialTransition, transition } from 'xstate'
import { aroundOf, compile, configOf, machineFrom } from '#core/flow/compile.ts'
import { replay, replayOn } from '#core/flow/replay.ts'
import { everyBranch } from '#core/walk/walk.ts'
import { dragon } from '../toys/dragon.ts'
import { teaParty } from '../toys/tea-party.ts'
import { ON, toy } from '../toys/toy.ts'

const toys = { dragon, teaParty }

function* valuesIn(value: unknown): Generator<unknown> {
  yield value
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) yield* valuesIn(inner)
}

describe.each(Object.entries(toys))('the machine of %s', (_, dialogue) => {
  it('is data: it survives JSON without loss', () => {
    const config = configOf(dialogue)
    expect(JSON.parse(JSON.stringify(config))).toStrictEqual(config)
  })
  it('invokes nothing, waits for no time and hides no function', () => {
    const config = configOf(dialogue)
    for (const state of Object.values(config.states))
      expect(['type', 'meta', 'always', 'on']).toEqual(expect.arrayContaining(Object.keys(state)))
    for (const value of valuesIn(config)) expect(typeof value).not.toBe('function')
  })
  it('from JSON goes wherever the original goes', () => {
    const machine = machineFrom(JSON.parse(JSON.stringify(configOf(dialogue))), aroundOf(dialogue))
    for (const answers of everyBranch(dialogue, ON))
      expect(replayOn(machine, dialogue.lists, answers, ON)).toStrictEqual(replay(dialogue, answers, ON))
  })
  it('is made once', () => expect(compile(dialogue)).toBe(compile(dialogue)))
})

it('stays where it is when an answer is not acceptable', () => {
  const machine = compile(dragon)
  const [start] = initialTransition(machine)
  const [asked] = transition(machine, start, { type: 'begin', on: ON })
  const [refused] = transition(machine, asked, { type: 'answer', value: 'mauve' })
  expect(refused.value).toBe('colour')
  expect(refused.context.answers).toEqual({})
})

it('walks nothing for an agenda whose question is not there', () => {
  const walk = { agenda: 'nobody', sections: { x: 'moon' }, next: 'end' }
  const lost = toy({ start: 'walk', steps: { walk, end: { end: true } } })
  expect(replay(lost, {}, ON)).toMatchObject({ path: [], done: true })
})

it('says in a sentence which flow or question it cannot find', () => {
  const end = { end: true } as const
  expect(() => configOf({ ...dragon, flows: {} })).toThrow('The dialogue has no flow “guidance”.')
  expect(() => configOf(toy({ start: 'a', steps: { a: { shared: true, next: 'end' }, end } }))).toThrow(
    'The step “a” of “guidance” asks no known question.',
  )
  const lost = toy({
    start: 'a',
    steps: {
      a: { ask: 'many', options: ['x'], next: 'b' },
      b: { agenda: 'a', sections: { x: 'moon' }, next: 'end' },
      end,
    },
  })
  expect(() => configOf(lost)).toThrow('The agenda “b” names a flow “moon” that does not exist.')
})
