/** The shipped conversation, walked: every branch is taken, and ten thousand random walks keep the rules that can be seen. */
import { describe, expect, test } from 'vitest'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { Outcome } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, randomWalk, uncovered } from '#core/flow/walk.ts'
import { loadCases, loadDialogue } from '../support/content.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
const cases = loadCases()
const THOUSANDS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const branches = [...everyBranch(dialogue, DAY)]
const walks = Array.from({ length: 300 }, (_, seed) => randomWalk(dialogue, DAY, seed))
const outcomeOf = (content: Dialogue, answers: Answers) => route(content, replay(content, answers, DAY), DAY)
const listAt = (answers: Answers, address: string): string[] => {
  const value = answers[address]
  return Array.isArray(value) ? value : []
}

describe('the conversation', () => {
  test('has no branch that no one can take', () => {
    expect(uncovered(dialogue, DAY, branches)).toEqual([])
  })

  test('takes a few minutes: at most eighteen questions, twelve for one matter', () => {
    const asked = (answers: Answers) => Object.keys(answers).filter((address) => address !== 'strip').length
    expect(Math.max(...[...walks, ...branches].map(asked))).toBeLessThanOrEqual(18)
    const one = [...walks, ...branches].filter(({ needs }) => Array.isArray(needs) && needs.length <= 1)
    expect(Math.max(...one.map(asked))).toBeLessThanOrEqual(12)
  })

  test('asks two to four things of each area of life', () => {
    const { guidance, ...sections } = dialogue.flows
    const questions = Object.values(sections).map(({ steps }) => Object.keys(steps).length - 1)
    expect([Math.min(...questions), Math.max(...questions)]).toEqual([2, 4])
    const needs = guidance?.steps.needs as unknown as { options: string[] }
    const unwalked = needs.options.filter((option) => !(option in sections))
    expect(unwalked).toEqual(['illness', 'other'])
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

/** What is wrong with an end, in words; nothing when it keeps the rules. */
function complaint(answers: Answers, { headline, advice, attention, flags }: Outcome): string | undefined {
  const { segment, contact, callback } = headline.then
  const needs = listAt(answers, 'needs')
  const unsure = Object.values(answers).filter((value) => value === 'dontKnow' || value === 'declined').length
  const isBare = needs.every((need) => need === 'illness') && Array.isArray(answers.needs)
  if (!['available', 'offered', 'first'].includes(contact)) return 'no person within reach'
  if (advice.some(({ id, because }) => !(id in dialogue.advice) || because.length === 0))
    return 'advice without a reason'
  if (attention.some(({ because }) => because.length === 0)) return 'a mark without a reason'
  if (flags.length > 0 && (segment !== 'emergency' || contact !== 'first')) return 'danger passed over'
  if (unsure >= 2 && contact !== 'first') return 'unsure twice, and no person first'
  if (unsure === 1 && contact === 'available') return 'unsure, and no person offered'
  if (callback === false && !isBare) return 'another matter lost its call'
  if (segment === 'clinical-contact' && (needs.length !== 1 || flags.length > 0))
    return 'more than an illness'
  if (needs.length > 1 && advice.length === 0 && contact === 'available') return 'nothing to go on with'
  return undefined
}

describe('ten thousand random conversations', () => {
  test.each(THOUSANDS)('end well: with a person within reach and reasons (thousand %i)', (thousand) => {
    for (let seed = thousand * 1000; seed < (thousand + 1) * 1000; seed++) {
      const answers = randomWalk(dialogue, DAY, seed)
      const outcome = route(dialogue, { answers, path: [], done: true, unused: [] }, DAY)
      const wrong = complaint(answers, outcome)
      if (wrong) expect({ wrong, seed, answers }).toBeUndefined()
    }
  })

  test('would be found out with a rule taken away (the red twin)', () => {
    const broken = loadDialogue()
    broken.tables.segment.rows = broken.tables.segment.rows.filter(({ id }) => id !== 'repeatedly-unsure')
    const found = walks.map((answers) => complaint(answers, outcomeOf(broken, answers)))
    expect(found).toContain('unsure twice, and no person first')
  })
})
