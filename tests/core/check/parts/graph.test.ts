/** Where the steps of a flow lead: what is told of each arrow, and of what nothing leads to. */
import { describe, expect, it } from 'vitest'
import { checkGraph } from '#core/check/flows/graph.ts'
import { tellerOf } from './changed.ts'

const TEA = 'flows/tea.yaml'
const teller = tellerOf((survey) => {
  const flow = survey.flows.get('tea')
  if (flow) checkGraph(survey, flow)
})
/** What is told of a flow that is written so. */
const flow = (start: string, steps: string[], broken: string[] = []): Parameters<typeof teller.told> => [
  [],
  { more: { [TEA]: `${start}\nsteps:\n${steps.map((step) => `  ${step}\n`).join('')}` }, broken },
]
const told = (...given: Parameters<typeof flow>) => teller.told(...flow(...given))
const sentences = (...given: Parameters<typeof flow>) => teller.sentences(...flow(...given))
const ask = (step: string, next: string) => `${step}: { ask: scale, next: ${next} }`
const END = 'end: { end: true }'

describe('an arrow', () => {
  it('leads to a step that is there', () => {
    expect(told('start: a', [ask('a', 'end'), END])).toEqual([])
    expect(told('start: a', [ask('a', 'zzzz'), END])).toEqual(['unknown-step tea steps a next value'])
    expect(told('start: zzzz', [ask('a', 'end'), END])).toEqual(['unknown-step tea start value'])
    expect(told('start: a', [ask('a', '[{ when: { a: 1 }, go: zzzz }, { go: end }]'), END])).toEqual([
      'unknown-step tea steps a next 0 go value',
    ])
    expect(told('start: 3', [ask('a', '7'), END], [TEA])).toEqual([])
    expect(told('start: a', [ask('a', '7'), END])).toEqual([])
  })

  it('is taken for what was meant, so that one slip is told once', () => {
    const slip = ['first', 'second'].map((step) => ask(step, step === 'first' ? 'secnd' : 'end'))
    expect(told('start: first', [...slip, END])).toEqual(['unknown-step tea steps first next value'])
    expect(told('start: frist', [...slip, END])).toContain('unknown-step tea start value')
    const back = [ask('first', 'second'), ask('second', 'frist'), END]
    expect(told('start: first', back)).toEqual([
      'unknown-step tea steps second next value',
      'unreachable-step tea steps end key',
    ])
  })

  it('without a condition is the last of its step, and there is one', () => {
    const when = '{ when: { a: 1 }, go: end }'
    expect(told('start: a', [ask('a', `[${when}, { go: end }]`), END])).toEqual([])
    expect(told('start: a', [ask('a', `[${when}, ${when}]`), END])).toEqual([
      'dead-end tea steps a next 1 value',
    ])
    expect(told('start: a', [ask('a', `[${when}, { go: end }, ${when}, { go: end }]`), END])).toEqual([
      'branch-never-taken tea steps a next 2 value',
      'branch-never-taken tea steps a next 3 value',
    ])
    expect(told('start: a', [ask('a', '[{ go: end }]'), END])).toEqual([])
    expect(told('start: a', [ask('a', `[{ go: end }, ${when}]`), END])).toEqual([
      'branch-never-taken tea steps a next 1 value',
    ])
    // a branch that is none may have been the last
    expect(told('start: a', [ask('a', `[${when}, 3]`), END], [TEA])).toEqual([])
    expect(told('start: a', [ask('a', '[]'), END], [TEA])).toEqual([])
  })
})

describe('a flow', () => {
  it('has an end, and no step that nothing leads to', () => {
    expect(told('start: a', [ask('a', 'b'), ask('b', 'zzzz')])).toEqual([
      'unknown-step tea steps b next value',
      'no-end tea steps key',
    ])
    expect(told('start: a', [ask('a', 'end'), ask('b', 'end'), ask('c', 'b'), END])).toEqual([
      'unreachable-step tea steps b key',
      'unreachable-step tea steps c key',
    ])
    expect(sentences('start: a', [ask('a', 'end'), ask('b', 'end'), END])[0]).toMatch(/the step "b"/)
    // what is not known may have led there
    expect(told('start: a', [ask('a', 'zzzz'), ask('b', 'end'), END])).toEqual([
      'unknown-step tea steps a next value',
    ])
  })

  it('of which something could not be read is not said to lack what may stand there', () => {
    const steps = [ask('a', 'b'), ask('b', 'a'), ask('c', 'a')]
    expect(told('start: a', steps)).toEqual(['no-end tea steps key', 'unreachable-step tea steps c key'])
    expect(told('start: a', steps, [TEA])).toEqual([])
  })
})
