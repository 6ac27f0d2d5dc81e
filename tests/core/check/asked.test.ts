/** What can have been asked when a branch is decided: of the flow itself, of the needs before it, and of the main flow. */
import { describe, expect, it } from 'vitest'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { checkBranches } from '#core/check/conditions/branches.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { toy } from './toy.ts'

const [MAIN, TEA] = ['flows/guidance.yaml', 'flows/tea.yaml']
const IN_TEA = '{ liking: { max: 2 } }'
const IN_MAIN = '{ alone: together }'

/** What is told of the branches when this stands in the flows instead of that. */
function told(changes: [old: string, fresh: string][], broken: string[] = []) {
  const changed = (file: string) =>
    changes.reduce((text, [old, fresh]) => text.replace(old, fresh), toy[file] ?? '')
  const cake = 'start: sweet\nsteps:\n  sweet: { ask: scale, next: done }\n  done: { end: true }\n'
  const texts = { ...toy, [MAIN]: changed(MAIN), [TEA]: changed(TEA), 'flows/cake.yaml': cake }
  const { content } = parseContent(texts)
  const all = reporter((file, path) => ({ file: [file, ...path].join(' '), line: 1, column: 1 }))
  checkBranches(
    surveyOf(content, all, (file) => !broken.includes(file)),
    broken.length === 0,
  )
  return all.problems.map(({ code }) => code)
}

describe('a branch in the flow of a need', () => {
  it('may look at what another need asks, which may have been walked before', () => {
    const both: [string, string] = ['{ tea: tea }', '{ tea: tea, cake: cake }']
    expect(told([both, [IN_TEA, '{ cake/sweet: 5 }']])).toEqual([])
    expect(told([both, [IN_TEA, '{ tea/sugar: 5 }']])).toEqual(['not-asked-yet'])
  })

  it('may look at a question of the main flow that is called like the need', () => {
    const asked = told([
      ['next: asker }', 'next: tea }\n  tea: { ask: number, next: asker }'],
      [IN_TEA, '{ tea: 5 }'],
    ])
    expect(asked).toEqual([])
  })

  it('is not said to come too early where a file of flows has a mistake of its own', () => {
    const early: [string, string][] = [[IN_TEA, '{ sugar: 5 }']]
    expect(told(early)).toEqual(['not-asked-yet'])
    expect(told(early, [TEA])).toEqual([])
    expect(told(early, [MAIN])).toEqual([])
  })
})

describe('a branch of the main flow', () => {
  it('does not take for asked what only comes later, also where a need would walk the main flow itself', () => {
    const later: [string, string][] = [
      ['sections: { tea: tea }', 'sections: { cake: guidance }'],
      ['place: { ask: text, for: coordinator, next: done }', 'place: { shared: true, next: done }'],
      ['shared:\n', 'shared:\n  place: { ask: text }\n'],
      [IN_MAIN, '{ place: { answered: true } }'],
    ]
    expect(told(later)).toEqual(['not-asked-yet'])
  })
})
