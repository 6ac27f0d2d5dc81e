/** The shipped conversation, walked: every branch is taken, every end has a person, and not knowing costs nobody one. */
import { describe, expect, test } from 'vitest'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, lowered, randomWalk, uncovered } from '#core/flow/walk.ts'
import { loadCases, loadDialogue } from '../support/content.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
const cases = loadCases()
const WALKS = 300
/** The row that treats an answer that is not known as if it were the serious one. */
const UNKNOWN = 'unknown-could-be-serious'

const branches = [...everyBranch(dialogue, DAY)]
const walks = Array.from({ length: WALKS }, (_, seed) => randomWalk(dialogue, DAY, seed))
const outcomeOf = (content: Dialogue, answers: Answers) => route(content, replay(content, answers, DAY), DAY)
const losers = (content: Dialogue, conversations: Answers[]) =>
  conversations.flatMap((answers) => lowered(content, answers, DAY).map((fall) => ({ ...fall, answers })))

describe('the conversation', () => {
  test('has no branch that no one can take', () => {
    expect(uncovered(dialogue, DAY, branches)).toEqual([])
  })

  test('has a described situation for every row of where it ends, and a walk for every other row', () => {
    const { segment, advice, attention } = dialogue.tables
    const told = cases.map(({ answers }) => outcomeOf(dialogue, answers))
    const ends = new Set(told.map(({ headline }) => headline.row))
    expect(segment.rows.filter(({ id }) => !ends.has(id)).map(({ id }) => id)).toEqual([])
    const walked = [...branches, ...walks].map((answers) => outcomeOf(dialogue, answers))
    const hit = new Set(
      [...told, ...walked].flatMap((one) => [...one.advice, ...one.attention].flatMap(({ rows }) => rows)),
    )
    expect([...advice.rows, ...attention.rows].filter(({ id }) => !hit.has(id))).toEqual([])
  })

  test('ends, and ends with a person within reach and a reason', () => {
    for (const answers of walks) {
      const replayed = replay(dialogue, answers, DAY)
      const { headline, advice } = route(dialogue, replayed, DAY)
      expect({ done: replayed.done, refused: replayed.refused }).toEqual({ done: true, refused: undefined })
      expect(['available', 'offered', 'first']).toContain(headline.then.contact)
      expect(advice.filter(({ id, because }) => !(id in dialogue.advice) || because.length === 0)).toEqual([])
    }
  })

  test('takes about two minutes: at most sixteen questions, eleven for one matter', () => {
    const asked = (answers: Answers) => Object.keys(answers).filter((address) => address !== 'strip').length
    expect(Math.max(...walks.map(asked))).toBeLessThanOrEqual(16)
    const one = walks.filter(({ needs }) => Array.isArray(needs) && needs.length <= 1)
    expect(Math.max(...one.map(asked))).toBeLessThanOrEqual(11)
  })

  test('tells the same advice in every municipality', () => {
    const towns = ['elsewhere', ...(dialogue.lists.municipalities ?? []).map(({ id }) => id)]
    for (const { answers } of cases.slice(0, 6)) {
      const ends = towns.map((municipality) => outcomeOf(dialogue, { ...answers, municipality }))
      const bare = ends.map(({ headline, advice }) => JSON.stringify([headline.row, advice]))
      expect(new Set(bare).size).toBe(1)
    }
  })
})

/** A day when everything goes rather well: each row below makes one thing of it serious. */
const calm: Answers = {
  needs: ['daily-life', 'money', 'housing'],
  asker: 'self',
  'daily-life/coping': 4,
  'daily-life/trouble': [],
  age: '23-64',
  'money/coping': 4,
  'money/trouble': [],
  applied: 'not-yet',
  'housing/coping': 4,
  'housing/trouble': [],
  helpers: ['near-one'],
  manages: 'yes',
  'when-needed': 'can-wait',
  municipality: '410',
}
const three = { 'daily-life/coping': 2, 'money/coping': 2, 'housing/coping': 2 }

const serious: [string, Answers, (content: Dialogue) => void][] = [
  ['danger ticked', { strip: ['violence'] }, without('danger-not-sure')],
  ['danger ticked, then taken off the card', { strip: ['violence'] }, withoutUnknown(0)],
  ['a professional asks', { asker: 'professional' }, withoutUnknown(1)],
  ['no home', { 'housing/trouble': ['no-home'] }, withoutUnknown(2)],
  ['75 or more, and days are hard', { age: '75-or-more', 'daily-life/coping': 2 }, withoutUnknown(3)],
  ['a minor who cannot manage', { age: 'under-18', 'daily-life/coping': 1 }, withoutUnknown(4)],
  ['cannot manage, and nobody helps', { 'money/coping': 1, helpers: [] }, withoutUnknown(5)],
  ['three hard areas', three, withoutUnknown(6)],
  [
    'many services, and a paper is not enough',
    { helpers: ['service'], services: 'four-or-more', manages: 'no' },
    withoutUnknown(7),
  ],
  ['three hard areas, chosen as needs', three, without('where-to-start')],
  ['needs a hand', { manages: 'maybe' }, without('once-unsure')],
]

describe('not knowing, or not telling', () => {
  test.each([0, 1, 2, 3, 4, 5])('never lowers the offer of a person (walks, part %i of six)', (part) => {
    expect(
      losers(
        dialogue,
        walks.filter((_, seed) => seed % 6 === part),
      ),
    ).toEqual([])
  })

  test('never lowers it in any branch or described situation', () => {
    expect(losers(dialogue, [...branches, ...cases.map(({ answers }) => answers)])).toEqual([])
  })

  test('twice brings a person first', () => {
    const unsure = (answers: Answers) => Object.values(answers).filter((value) => value === 'dontKnow').length
    const often = walks.filter((answers) => unsure(answers) >= 2)
    expect(often.length).toBeGreaterThan(20)
    const offers = often.map((answers) => outcomeOf(dialogue, answers).headline.then.contact)
    expect(new Set(offers)).toEqual(new Set(['first']))
  })

  test.each(serious)('costs nobody a person: %s; without its rule it would', (_name, change, breakRule) => {
    const broken = loadDialogue()
    breakRule(broken)
    const answers = { ...calm, ...change }
    expect(replay(dialogue, answers, DAY).done).toBe(true)
    expect(losers(dialogue, [answers])).toEqual([])
    expect(losers(broken, [answers]).length).toBeGreaterThan(0)
  })

  test('every alternative of the row for what is not known is shown to be needed', () => {
    const row = dialogue.tables.segment.rows.find(({ id }) => id === UNKNOWN)
    expect(row?.when?.any?.length).toBe(8)
  })
})

/** Takes a row of the segment table away. */
function without(row: string) {
  return ({ tables }: Dialogue) => {
    tables.segment.rows = tables.segment.rows.filter(({ id }) => id !== row)
  }
}

/** Takes one alternative away from the row that treats an unknown answer as the serious one. */
function withoutUnknown(index: number) {
  return ({ tables }: Dialogue) => {
    tables.segment.rows.find(({ id }) => id === UNKNOWN)?.when?.any?.splice(index, 1)
  }
}
