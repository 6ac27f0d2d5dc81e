/** Steps that lead back to each other: refused when some answers go round, let alone when none do. */
import { describe, expect, it } from 'vitest'
import { checkCircles } from '#core/check/conditions/circles.ts'
import { tellerOf } from './changed.ts'

const TEA = 'flows/tea.yaml'
const teller = tellerOf(checkCircles)
type Given = [start: string, steps: string[], broken?: string[]]
const flow = (start: string, steps: string[], broken: string[] = []): Parameters<typeof teller.told> => [
  [],
  { more: { [TEA]: `${start}\nsteps:\n${steps.map((step) => `  ${step}\n`).join('')}` }, broken },
]
const told = (...given: Given) => teller.told(...flow(...given))
const rounds = (...given: Given) =>
  teller.sentences(...flow(...given)).flatMap((says) => /circle: (.*?)\. /.exec(says)?.[1] ?? [])
const ask = (step: string, next: string) => `${step}: { ask: scale, next: ${next} }`
const choose = (step: string, next: string) => `${step}: { ask: one, options: [north, south], next: ${next} }`
const END = 'end: { end: true }'
const branch = (when: string, go: string) => `{ when: ${when}, go: ${go} }`
const fork = (when: string, go: string, other: string) => `[${branch(when, go)}, { go: ${other} }]`

describe('steps that lead round', () => {
  it('are named from where the circle begins, with the arrow that closes it', () => {
    const steps = [ask('a', 'b'), ask('b', 'c'), ask('c', fork('{ c: 1 }', 'end', 'b')), END]
    expect(rounds('start: a', steps)).toEqual(['b → c → b, for example with tea/c: 2'])
    expect(told('start: a', steps)).toEqual(['cycle tea steps c next 1 go value'])
    expect(rounds('start: a', [ask('a', fork('{ a: 1 }', 'end', 'a'))])).toEqual([
      'a → a, for example with tea/a: 2',
    ])
    // no answer makes a difference
    expect(rounds('start: a', [ask('a', 'b'), ask('b', 'a')])).toEqual(['a → b → a'])
  })

  it('are found behind others, and not where nothing leads to them', () => {
    const both = fork('{ a: 1 }', 'b', 'c')
    expect(rounds('start: a', [ask('a', both), ask('b', 'd'), ask('c', 'd'), ask('d', 'end'), END])).toEqual(
      [],
    )
    const back = fork('{ c: 1 }', 'd', 'a')
    expect(rounds('start: a', [ask('a', both), ask('b', 'd'), ask('c', back), ask('d', 'end'), END])).toEqual(
      ['a → c → a, for example with tea/a: 2, tea/c: 2'],
    )
    expect(rounds('start: x', [ask('x', 'end'), ask('a', 'b'), ask('b', 'a'), END])).toEqual([])
  })

  it('are not looked for in a flow that could not be read', () => {
    expect(told('start: a', [ask('a', 'b'), ask('b', 'a')], [TEA])).toEqual([])
  })
})

describe('two questions whose order an answer decides', () => {
  const where = choose('where', fork('{ where: north }', 'aunts', 'elders'))
  const aunts = ask('aunts', fork('{ where: north }', 'elders', 'end'))
  const elders = ask('elders', fork('{ where: north }', 'end', 'aunts'))

  it('may lead to each other, both ways round', () => {
    expect(told('start: where', [where, aunts, elders, END])).toEqual([])
  })

  it('are a circle when one of them leads back with the same answer', () => {
    const always = ask('elders', 'aunts')
    expect(rounds('start: where', [where, aunts, always, END])).toEqual([
      'aunts → elders → aunts, for example with tea/where: north',
    ])
  })

  it('are a circle when the answer that decides comes only between them', () => {
    const late = choose('where', fork('{ where: north }', 'elders', 'end'))
    const twice = ask('elders', fork('{ where: { answered: false } }', 'where', 'where'))
    expect(rounds('start: elders', [twice, late, END])).toEqual([
      'elders → where → elders, for example with tea/where: north',
    ])
  })

  it('are refused where nobody can foresee it: by what is counted, or by a day', () => {
    const counted = ask('elders', fork('{ count: unsure }', 'end', 'aunts'))
    expect(rounds('start: where', [where, aunts, counted, END])).toEqual([
      'aunts → elders → aunts (or answers of which this cannot be foreseen)',
    ])
    // a count that stands within a fact is one too
    const lost = teller.sentences([], {
      more: {
        [TEA]: `start: a\nsteps:\n  ${ask('a', fork('{ not: { fact: lost } }', 'b', 'end'))}\n  ${ask('b', fork('{ fact: lost }', 'a', 'end'))}\n  ${END}\n`,
        'flows/routing.yaml': 'facts:\n  lost: { count: unsure }\n',
      },
    })
    expect(lost.join()).toMatch(/circle: a → b → a/)
  })

  it('are a circle when a shared one of them may have been answered before, and is passed by', () => {
    const first = choose('a', fork('{ hungry: very }', 'hungry', 'end'))
    const shared = `hungry: { shared: true, next: ${fork('{ a: north }', 'a', 'end')} }`
    expect(rounds('start: a', [first, shared, END])).toEqual([
      'a → hungry → a, for example with hungry: very, tea/a: north',
    ])
  })
})
