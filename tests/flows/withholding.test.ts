/**
 * Not knowing, or not telling, costs nobody a person. Every answer of a conversation is replaced, so each costs some
 * forty replays: all described situations, in short every third branch and a few random walks, in full all and two hundred.
 */
import { describe, expect, test } from 'vitest'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { everyBranch, lowered, randomWalk } from '#core/walk/walk.ts'
import { loadCases, loadDialogue } from '../support/content.ts'
import { size, some } from '../support/evidence.ts'

const dialogue = loadDialogue()
const DAY = '2026-11-23'
/** The row that treats an answer that is not known as if it were the serious one. */
const UNKNOWN = 'unknown-could-be-serious'
const PARTS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

const branches = some([...everyBranch(dialogue, DAY)], 3)
const told = loadCases().map(({ answers }) => answers)
const walks = Array.from({ length: size(20, 200) }, (_, seed) => randomWalk(dialogue, DAY, seed))
const losers = (content: Dialogue, conversations: Answers[]) =>
  conversations.flatMap((answers) => lowered(content, answers, DAY).map((fall) => ({ ...fall, answers })))
const part = (conversations: Answers[], which: number) =>
  conversations.filter((_, index) => index % PARTS.length === which)

describe('not knowing, or not telling', () => {
  test.each(PARTS)('never lowers the offer of a person (random walks, part %i)', (which) => {
    expect(losers(dialogue, part(walks, which))).toEqual([])
  })

  test.each(PARTS)('never lowers it in any branch or described situation (part %i)', (which) => {
    expect(losers(dialogue, part([...branches, ...told], which))).toEqual([])
  })

  test('twice brings a person first', () => {
    const unsure = (answers: Answers) => Object.values(answers).filter((value) => value === 'dontKnow').length
    const often = walks.filter((answers) => unsure(answers) >= 2)
    expect(often.length).toBeGreaterThan(walks.length / 10)
    const offers = often.map((answers) => route(dialogue, replay(dialogue, answers, DAY), DAY).headline.then)
    expect(new Set(offers.map(({ contact }) => contact))).toEqual(new Set(['first']))
  })
})

/** A day when everything goes rather well: each row below makes one thing of it serious. */
const calm: Answers = {
  needs: ['daily-life', 'money', 'housing'],
  asker: 'self',
  'daily-life/coping': 4,
  'daily-life/trouble': [],
  age: '30-64',
  'money/coping': 4,
  'money/trouble': [],
  'housing/coping': 4,
  'housing/trouble': [],
  'when-needed': 'can-wait',
  municipality: '410',
  helpers: ['near-one'],
  changes: [],
  applied: 'not-yet',
}
const three = { 'daily-life/coping': 2, 'money/coping': 2, 'housing/coping': 2 }
const many = { helpers: ['service'], services: 'four-or-more', 'money/coping': 3 }
/** One need of its own, going as well as `coping` says. */
const only = (need: string, coping: number, trouble: string[], more: Answers = {}): Answers => ({
  needs: [need],
  [`${need}/coping`]: coping,
  [`${need}/trouble`]: trouble,
  ...more,
})
const paper = { needs: ['papers'], 'papers/what': ['letter'] }

const serious: [string, Answers, (content: Dialogue) => void][] = [
  ['danger ticked', { strip: ['violence'] }, without('danger-not-sure')],
  ['danger ticked, then taken off the card', { strip: ['violence'] }, withoutUnknown(0)],
  ['a professional asks', { ...paper, asker: 'professional', permission: 'given' }, alone(withoutUnknown(1))],
  ['lives elsewhere', { municipality: 'elsewhere' }, withoutUnknown(2)],
  ['help is needed today', { 'when-needed': 'today' }, withoutUnknown(3)],
  ['many services, and a paper is not enough: who helps', many, withoutUnknown(4)],
  [
    'hard, and a social worker is there',
    { helpers: ['social-worker'], 'money/coping': 2 },
    withoutUnknown(4),
  ],
  ['cannot manage', { 'money/coping': 1 }, withoutUnknown(5)],
  ['two hard areas of three', { 'money/coping': 2, 'housing/coping': 2 }, withoutUnknown(5)],
  ['a family that cannot manage', only('family-children', 1, []), withoutUnknown(5)],
  ['a mind that cannot manage alone', only('mood-crisis', 1, []), withoutUnknown(5)],
  ['75 or more, and days are hard', { age: '75-or-more', 'daily-life/coping': 2 }, withoutUnknown(5)],
  ['no home', { 'housing/trouble': ['no-home'] }, withoutUnknown(6)],
  ['the rent is not paid', { 'housing/trouble': ['arrears'] }, withoutUnknown(6)],
  ['no money for food', { 'money/trouble': ['no-food'] }, withoutUnknown(6)],
  ['treated badly at home', { 'daily-life/trouble': ['fear'] }, withoutUnknown(6)],
  ['fear at home', only('family-children', 4, ['fear']), withoutUnknown(6)],
  ['nobody takes care of a child', only('family-children', 4, ['neglect']), withoutUnknown(6)],
  ['fear of the one cared for', only('caring', 4, ['fear'], { 'caring/who': 'adult' }), withoutUnknown(6)],
  ['fear beside drinking', only('substances', 4, ['fear']), withoutUnknown(6)],
  ['a helper who frightens', only('rehab-aids', 4, ['fear']), withoutUnknown(6)],
  ['threatened for a debt', only('debts', 4, ['threat']), withoutUnknown(6)],
  ['does not want to live', only('mood-crisis', 4, ['not-living']), withoutUnknown(6)],
  ['something heavy has happened', only('mood-crisis', 4, ['heavy-event']), withoutUnknown(6)],
  ['a disability that makes life hard', only('rehab-aids', 2, ['own-assistant']), withoutUnknown(6)],
  [
    'services that do not work together',
    { needs: ['health-care-access'], 'health-care-access/trouble': ['not-together'] },
    withoutUnknown(6),
  ],
  ['many services, and a paper is not enough: how many', many, withoutUnknown(7)],
  [
    'days are hard, and the age is 75 or more',
    { age: '75-or-more', 'daily-life/coping': 2 },
    withoutUnknown(8),
  ],
  ['somebody old is not managing', only('caring', 2, [], { 'caring/who': 'older' }), withoutUnknown(9)],
  ['three hard areas, chosen as needs', three, without('where-to-start')],
  ['a letter to read together', paper, without('once-unsure')],
]

describe('the rules for what is not known', () => {
  test.each(serious)('cost nobody a person: %s; without its rule it would', (_name, change, breakRule) => {
    const broken = loadDialogue()
    breakRule(broken)
    const answers = { ...calm, ...change }
    expect(replay(dialogue, answers, DAY).done).toBe(true)
    expect(losers(dialogue, [answers])).toEqual([])
    expect(losers(broken, [answers]).length).toBeGreaterThan(0)
  })

  test('are all shown to be needed, one by one', () => {
    const row = dialogue.tables.segment.rows.find(({ id }) => id === UNKNOWN)
    expect(row?.when?.any?.length).toBe(10)
  })
})

/** Takes a row of the segment table away. */
function without(row: string) {
  return ({ tables }: Dialogue) => {
    tables.segment.rows = tables.segment.rows.filter(({ id }) => id !== row)
  }
}

/**
 * The same without the row for who is unsure twice: whoever no longer says that the matter is a client’s is asked what a client
 * is not asked, and has two answers missing, which would hide the rule that is looked at.
 */
function alone(breakRule: (content: Dialogue) => void) {
  return (content: Dialogue) => {
    breakRule(content)
    without('repeatedly-unsure')(content)
  }
}

/** Takes one alternative away from the row that treats an unknown answer as the serious one. */
function withoutUnknown(index: number) {
  return ({ tables }: Dialogue) => {
    const row = tables.segment.rows.find(({ id }) => id === UNKNOWN)
    if (row?.when?.any) row.when.any = row.when.any.filter((_, at) => at !== index)
  }
}
