import { describe, expect, it } from 'vitest'
import { withdrawLine } from '#core/flow/card.ts'
import type { Answers } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { contactRank, route } from '#core/flow/route.ts'
import { teaParty } from '../toys/tea-party.ts'
import { ON } from '../toys/toy.ts'

const outcome = (answers: Answers) => route(teaParty, replay(teaParty, answers, ON), ON)
const party: Answers = {
  wishes: ['tea', 'jam'],
  'tea/sugar': 'yes',
  'tea/lumps': 6,
  hurry: 4,
  'tea/coping': 5,
  guest: 'dormouse',
  asleep: '2020-01-01',
}

describe('the headline', () => {
  it('is the first row that holds, with its reason', () => {
    expect(outcome({ ...party, strip: ['flood'], 'tea/coping': 'dontKnow' }).headline).toEqual({
      row: 'danger',
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      then: { segment: 'danger', contact: 'first' },
      because: [{ address: 'strip', value: ['flood'] }],
    })
  })
  it('is the last row when no other holds', () => {
    expect(outcome(party).headline).toMatchObject({ row: 'otherwise', because: [] })
  })
  it('is the last row also when that has a condition which does not hold: nobody is left without one', () => {
    const rows = teaParty.tables.segment.rows.map((row) => ({ ...row, when: { guest: 'nobody' } }))
    const strict = {
      ...teaParty,
      tables: { ...teaParty.tables, segment: { ...teaParty.tables.segment, rows } },
    }
    expect(route(strict, replay(strict, party, ON), ON).headline).toMatchObject({
      row: 'otherwise',
      because: [],
    })
    const empty = { ...strict, tables: { ...strict.tables, segment: { ...strict.tables.segment, rows: [] } } }
    expect(route(empty, replay(empty, party, ON), ON).headline.then.contact).toBe('first')
  })
  it('counts over the needs walked', () => {
    const hard = outcome({ ...party, wishes: ['tea', 'cake'], 'tea/coping': 1, 'cake/coping': 2 }).headline
    expect(hard.row).toBe('hard')
    expect(hard.because).toEqual([
      { address: 'tea/coping', value: 1 },
      { address: 'cake/coping', value: 2 },
    ])
  })
  it('does not see answers off the path', () => {
    expect(outcome({ ...party, 'cake/coping': 1, 'tea/coping': 1 }).headline.row).toBe('otherwise')
  })
})

describe('a conversation that was not finished', () => {
  it('leads to a person first and claims no other outcome', () => {
    const begun = outcome({ wishes: ['tea', 'jam'], 'tea/sugar': 'yes', 'tea/lumps': 6 })
    expect(begun).toMatchObject({
      finished: false,
      headline: {
        row: 'unfinished',
        // biome-ignore lint/suspicious/noThenProperty: the tables' own word
        then: { segment: 'talk', contact: 'first' },
        because: [],
      },
      needs: ['tea', 'jam'],
    })
    expect(outcome(party).finished).toBe(true)
  })
  it('still goes by a row that brings a person first, with its reason', () => {
    expect(outcome({ strip: ['fire'] }).headline).toMatchObject({
      row: 'danger',
      because: [{ address: 'strip', value: ['fire'] }],
    })
  })
  it('does not go by a row that only offers a person', () => {
    const unsure = outcome({ wishes: ['tea'], 'tea/sugar': 'dontKnow' })
    expect(unsure.headline).toMatchObject({ row: 'unfinished' })
    expect(unsure.dontKnow).toEqual(['tea/sugar'])
  })
  it('still collects advice and marks of attention, each with its reason', () => {
    expect(outcome({ wishes: ['jam'] }).advice.map(({ id }) => id)).toEqual([
      'dentist',
      'less-sugar',
      'clean-cup',
    ])
  })
  it('leads to a person also in a revision of before its tables could say so', () => {
    const { unfinished: _, ...segment } = teaParty.tables.segment
    const older = { ...teaParty, tables: { ...teaParty.tables, segment } } as typeof teaParty
    expect(route(older, replay(older, {}, ON), ON).headline).toMatchObject({
      row: 'unfinished',
      // biome-ignore lint/suspicious/noThenProperty: the tables' own word
      then: { segment: 'callback', contact: 'first' },
    })
  })
  it('stays as it is when a line is removed from its card: sound, and not finished', () => {
    const answers: Answers = { wishes: ['tea'], 'tea/sugar': 'yes', 'tea/lumps': 6 }
    for (const address of Object.keys(answers)) {
      const left = replay(teaParty, withdrawLine(teaParty, answers, address, ON), ON)
      expect(left).toMatchObject({ done: false, unused: [] })
      expect(left.refused).toBeUndefined()
    }
  })
})

describe('advice', () => {
  it('is collected from every row that holds, each once, in the order of the table', () => {
    expect(outcome(party).advice).toEqual([
      {
        id: 'dentist',
        rows: ['sweet-tooth'],
        because: [
          { address: 'tea/lumps', value: 6 },
          { address: 'wishes', value: ['jam'] },
        ],
      },
      {
        id: 'less-sugar',
        rows: ['sweet-tooth', 'many-lumps'],
        because: [
          { address: 'tea/lumps', value: 6 },
          { address: 'wishes', value: ['jam'] },
        ],
      },
      { id: 'spoon', rows: ['many-lumps'], because: [{ address: 'tea/lumps', value: 6 }] },
      { id: 'clean-cup', rows: ['everybody'], because: [] },
    ])
  })
})

describe('the rest of the outcome', () => {
  it('tells what a coordinator should notice, and why', () => {
    expect(outcome(party).attention).toEqual([
      { id: 'teapot', rows: ['sleepy'], because: [{ address: 'guest', value: 'dormouse' }] },
    ])
  })
  it('lists flags, all chosen needs, and what was not known', () => {
    const some = outcome({ ...party, strip: ['fire'], hurry: 'dontKnow', 'tea/coping': 'declined' })
    expect(some.flags).toEqual(['fire'])
    expect(some.needs).toEqual(['tea', 'jam'])
    expect(some.dontKnow).toEqual(['hurry'])
  })
  it('says whose lines answer now when help is wanted today, and nothing where the content has no such rows', () => {
    expect(outcome(party).today).toEqual([])
    const today = { hit: 'collect' as const, rows: teaParty.tables.attention.rows }
    const open = { ...teaParty, tables: { ...teaParty.tables, today } }
    expect(route(open, replay(open, party, ON), ON).today).toEqual(['teapot'])
  })
  it('is there for a conversation that has hardly begun', () => {
    expect(outcome({})).toMatchObject({ headline: { row: 'unfinished' }, needs: [], flags: [], dontKnow: [] })
    expect(outcome({ wishes: 'declined', strip: 'declined' })).toMatchObject({ needs: [], flags: [] })
  })
})

it('a person is offered more strongly from available over offered to first', () => {
  const ranks = (['available', 'offered', 'first'] as const).map((contact) => contactRank({ contact }))
  expect(ranks).toEqual(ranks.toSorted())
  expect(new Set(ranks).size).toBe(3)
})
