/** The shipped conversation, walked: every branch is taken, and it takes a few minutes. Ten thousand walks: `ten-thousand`. */
import { describe, expect, test } from 'vitest'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, randomWalk, uncovered } from '#core/walk/walk.ts'
import { loadCases, loadDialogue } from '../support/content.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
const cases = loadCases()

const branches = [...everyBranch(dialogue, DAY)]
const walks = Array.from({ length: 300 }, (_, seed) => randomWalk(dialogue, DAY, seed))
const outcomeOf = (content: Dialogue, answers: Answers) => route(content, replay(content, answers, DAY), DAY)

describe('the conversation', () => {
  test('has no branch that no one can take', () => {
    const told = cases.map(({ answers }) => answers)
    expect(uncovered(dialogue, DAY, [...branches, ...told])).toEqual([])
  })

  test('takes two minutes: seven questions of one matter, twelve of three, and no more than three of a professional', () => {
    const asked = (answers: Answers) => {
      const { path, inRequest } = replay(dialogue, answers, DAY)
      const later = inRequest.map(({ address }) => address)
      return path.filter(({ address }) => address !== 'strip' && !later.includes(address)).length
    }
    const told = [...walks, ...branches, ...cases.map(({ answers }) => answers)]
    const most = (conversations: Answers[]) => Math.max(...conversations.map(asked))
    expect(most(told)).toBeLessThanOrEqual(12)
    expect(most(told.filter(({ needs }) => Array.isArray(needs) && needs.length <= 1))).toBe(7)
    expect(most(told.filter(({ asker }) => asker === 'professional'))).toBe(3)
  })

  test('asks one to three things of each area of life, and four where age and a pension decide which help there is', () => {
    const { guidance, ...sections } = dialogue.flows
    const questions = Object.values(sections).map(({ steps }) => Object.keys(steps).length - 1)
    expect([Math.min(...questions), Math.max(...questions)]).toEqual([1, 4])
    const four = Object.keys(sections).filter((area) => Object.keys(sections[area]?.steps ?? {}).length === 5)
    expect(four.sort()).toEqual(['caring', 'life-change'])
    const needs = guidance?.steps.needs as unknown as { options: string[] }
    const unwalked = needs.options.filter((option) => !(option in sections))
    expect(unwalked).toEqual(['illness'])
  })

  test('tells the same in every municipality of the organisation, and the same advice elsewhere', () => {
    const towns = (dialogue.lists.municipalities ?? []).map(({ id }) => id)
    for (const { answers } of cases.filter(({ answers }) => towns.includes(String(answers.municipality)))) {
      const here = towns.map((municipality) => outcomeOf(dialogue, { ...answers, municipality }))
      expect(new Set(here.map(({ headline, advice }) => JSON.stringify([headline.row, advice]))).size).toBe(1)
      const there = outcomeOf(dialogue, { ...answers, municipality: 'elsewhere' })
      expect(there.advice).toEqual(here[0]?.advice)
    }
  })

  test('ends whole when it is replayed', () => {
    for (const answers of walks) {
      const { done, refused, unused } = replay(dialogue, answers, DAY)
      expect({ done, refused, unused }).toEqual({ done: true, refused: undefined, unused: [] })
    }
  })
})
