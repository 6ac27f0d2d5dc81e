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
  age: '23-64',
  'money/coping': 4,
  'money/trouble': [],
  applied: 'not-yet',
  'housing/coping': 4,
  'housing/trouble': [],
  changes: [],
  helpers: ['near-one'],
  manages: 'yes',
  'when-needed': 'can-wait',
  municipality: '410',
}
const three = { 'daily-life/coping': 2, 'money/coping': 2, 'housing/coping': 2 }
const many = { helpers: ['service'], services: 'four-or-more', manages: 'no' }
/** One need of its own, going as well as `coping` says. */
const only = (need: string, coping: number, trouble: string[], more: Answers = {}): Answers => ({
  needs: [need],
  [`${need}/coping`]: coping,
  [`${need}/trouble`]: trouble,
  ...more,
})
const washing: Answers = {
  ...only('rehab-aids', 4, []),
  needs: ['daily-life', 'rehab-aids'],
  'daily-life/coping': 2,
}

const serious: [string, Answers, (content: Dialogue) => void][] = [
  ['danger ticked', { strip: ['violence'] }, alone(without('danger-not-sure'))],
  ['danger ticked, then taken off the card', { strip: ['violence'] }, alone(withoutUnknown(0))],
  ['a professional asks', { asker: 'professional', permission: 'given' }, withoutUnknown(1)],
  ['no home', { 'housing/trouble': ['no-home'] }, alone(withoutUnknown(2))],
  ['75 or more, and days are hard', { age: '75-or-more', 'daily-life/coping': 2 }, withoutUnknown(3)],
  ['a minor who cannot manage', { age: 'under-18', 'daily-life/coping': 1 }, alone(withoutUnknown(4))],
  ['cannot manage, and nobody helps', { 'money/coping': 1, helpers: [] }, alone(withoutUnknown(26, 5))],
  ['three hard areas', three, withoutUnknown(6)],
  ['many services, and a paper is not enough', many, withoutUnknown(7)],
  ['lives elsewhere', { municipality: 'elsewhere' }, withoutUnknown(8)],
  [
    'a carer of 75 or more, worn out',
    only('caring', 2, [], { 'caring/who': 'adult', age: '75-or-more' }),
    withoutUnknown(9),
  ],
  ['somebody old is not managing', only('caring', 2, [], { 'caring/who': 'older' }), withoutUnknown(10)],
  ['a family that cannot manage', only('family-children', 1, []), alone(withoutUnknown(11))],
  ['fear at home', only('family-children', 4, ['fear']), alone(withoutUnknown(12))],
  ['a disability, and days at home are hard', washing, withoutUnknown(13)],
  ['a disability that makes life hard', only('rehab-aids', 2, ['own-assistant']), withoutUnknown(14)],
  ['a mind that cannot manage alone', only('mood-crisis', 1, []), alone(withoutUnknown(15))],
  ['services that do not work together', only('health-care-access', 4, ['not-together']), withoutUnknown(16)],
  ['a child who cannot manage', only('caring', 1, [], { 'caring/who': 'child' }), withoutUnknown(17)],
  ['does not want to live', only('mood-crisis', 4, ['not-living']), alone(withoutUnknown(18))],
  [
    'fear of the one cared for',
    only('caring', 4, ['fear'], { 'caring/who': 'adult' }),
    alone(withoutUnknown(19)),
  ],
  ['fear beside drinking', only('substances', 4, ['fear']), alone(withoutUnknown(20))],
  ['no money for food', { 'money/trouble': ['no-food'] }, alone(withoutUnknown(21))],
  ['treated badly at home', { 'daily-life/trouble': ['fear'] }, alone(withoutUnknown(22))],
  ['threatened for a debt', only('debts', 4, ['threat']), alone(withoutUnknown(23))],
  ['a helper who frightens', only('rehab-aids', 4, ['fear']), alone(withoutUnknown(24))],
  ['cannot manage with drinking', only('substances', 1, []), alone(withoutUnknown(25))],
  [
    'nobody helps, and advice is not enough',
    { 'money/coping': 2, helpers: [], manages: 'no' },
    alone(withoutUnknown(26)),
  ],
  ['three hard areas, chosen as needs', three, without('where-to-start')],
  ['needs a hand', { manages: 'maybe' }, without('once-unsure')],
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
    expect(row?.when?.any?.length).toBe(27)
  })
})

/** Takes a row of the segment table away. */
function without(row: string) {
  return ({ tables }: Dialogue) => {
    tables.segment.rows = tables.segment.rows.filter(({ id }) => id !== row)
  }
}

/**
 * The same without the row for who is unsure twice: somebody in danger is not asked whether they manage, so that an unknown
 * danger brings that question back, unanswered, and would hide the rule that is looked at.
 */
function alone(breakRule: (content: Dialogue) => void) {
  return (content: Dialogue) => {
    breakRule(content)
    without('repeatedly-unsure')(content)
  }
}

/**
 * Takes alternatives away from the row that treats an unknown answer as the serious one: the one that is looked at, and
 * with it one that would answer for it when an unknown answer brings `manages` back, unanswered.
 */
function withoutUnknown(...indexes: number[]) {
  return ({ tables }: Dialogue) => {
    const row = tables.segment.rows.find(({ id }) => id === UNKNOWN)
    if (row?.when?.any) row.when.any = row.when.any.filter((_, index) => !indexes.includes(index))
  }
}
