/** Flows of thousands of steps: what leads where is looked up, and not walked again for each step. */
import { describe, expect, it } from 'vitest'
import type { FlowView } from '#core/check/base/survey.ts'
import { after, leadsTo, roundsOf } from '#core/check/flows/reach.ts'
import { problemsOf } from '../toy.ts'

const flowOf = (arrows: Record<string, string[]>): FlowView => {
  const steps = Object.entries(arrows).map(([name, goals]) => [name, { next: goals.map((go) => ({ go })) }])
  return { id: 'f', file: 'flows/f.yaml', whole: true, start: 'a', steps: Object.fromEntries(steps), bag: {} }
}

/** Everything that can come after, by following every arrow. */
function followed(arrows: Record<string, string[]>, from: string, seen = new Set<string>()): Set<string> {
  if (seen.has(from)) return seen
  seen.add(from)
  for (const goal of arrows[from] ?? []) followed(arrows, goal, seen)
  return seen
}

const GRAPHS: Record<string, string[]>[] = [
  { a: ['b', 'c'], b: ['d'], c: ['d'], d: ['e'], e: [] },
  { a: ['b'], b: ['c'], c: ['a', 'd'], d: ['e'], e: ['d', 'f'], f: [] },
  { a: ['a'], b: ['a'], c: [] },
  { a: ['d'], b: ['a', 'c'], c: ['b'], d: [], e: ['b', 'd'] },
]

describe('which steps lead to which', () => {
  it.each(GRAPHS.map((arrows) => [JSON.stringify(arrows), arrows] as const))('%s', (_, arrows) => {
    const flow = flowOf(arrows)
    const names = Object.keys(arrows)
    for (const from of names) {
      const reached = followed(arrows, from)
      expect(after(flow, from)).toEqual(reached)
      for (const to of names) expect([from, to, leadsTo(flow, from, to)]).toEqual([from, to, reached.has(to)])
    }
  })

  it('tells each knot of steps once, and a step that leads to itself', () => {
    expect(GRAPHS.map((arrows) => roundsOf(flowOf(arrows)).map((round) => [...round]))).toEqual([
      [],
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      [['a']],
      [['b', 'c']],
    ])
  })
})

/** A flow of so many questions, each of which may pass over the next; an error elsewhere, so that no conversation is walked. */
function manyQuestions(count: number): Record<string, string> {
  const name = (index: number) => (index < count ? `s${index}` : 'done')
  const steps = Array.from(
    { length: count },
    (_, at) =>
      `  s${at}: { ask: one, for: coordinator, options: [a, b], next: [{ when: { s${at}: a }, go: ${name(at + 2)} }, { go: ${name(at + 1)} }] }\n`,
  )
  const row = (segment: string) =>
    `{ id: ${segment}, then: { segment: ${segment}, contact: first }, author: A, date: '2026-11-02', reason: r }`
  return {
    'flows/guidance.yaml': `start: s0\nsteps:\n${steps.join('')}  done: { end: true }\n`,
    'flows/routing.yaml': `segment: { hit: first, unfinished: { segment: a, contact: first }, rows: [${row('a')}] }\nadvice: { hit: collect, rows: [] }\nattention: { hit: collect, rows: [] }\n`,
    'flows/area/cats.yaml': 'a: 1\n',
  }
}

it('a flow of 1,500 questions is checked, which took minutes for 250 while each step was looked for from every other', () => {
  expect(problemsOf(manyQuestions(1500)).some(({ file }) => file === 'flows/area/cats.yaml')).toBe(true)
})
