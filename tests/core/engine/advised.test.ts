/** Which advice comes first: what a danger asks for, then one's own matters, the hardest before the others; and what is not for one. */
import { describe, expect, it } from 'vitest'
import { collect } from '#core/flow/advised.ts'
import type { Answers, Condition, Dialogue, Flow, Id, Tables } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { evidenceOf, route } from '#core/flow/route.ts'
import { ON, tables, toy } from '../toys/toy.ts'

const trouble = (...options: string[]): Flow['steps'][string] => ({
  ask: 'many',
  options,
  danger: { thorn: 'bite' },
  next: 'coping',
})
const walked = (...options: string[]): Flow => ({
  start: 'trouble',
  steps: {
    trouble: trouble(...options, 'thorn'),
    coping: { ask: 'scale', next: 'years' },
    years: { shared: true, next: 'done' },
    done: { end: true },
  },
})
const guidance: Flow = {
  start: 'wishes',
  dangers: ['bite', 'fire'],
  strip: { ask: 'many', options: ['fire'] },
  shared: {
    years: { ask: 'one', options: ['few', 'many'] },
    gifts: { ask: 'many', options: ['hat', 'cup'] },
  },
  request: { gifts: { shared: true } },
  steps: {
    wishes: { ask: 'many', options: ['tea', 'cake', 'jam'], next: 'walk' },
    walk: { agenda: 'wishes', sections: { tea: 'tea', cake: 'cake' }, next: 'end' },
    end: { end: true },
  },
}
type Row = Tables['advice']['rows'][number]
const row = (id: Id, when: Condition, gives: Id[], pace?: Row['pace']): Row => ({
  id,
  when,
  // biome-ignore lint/suspicious/noThenProperty: the tables' own word
  then: gives,
  ...(pace && { pace }),
  author: 'The Hatter',
  date: ON,
  reason: 'Because.',
})
/** The table stands in no order that a result could keep by chance. */
const rows: Row[] = [
  row('old', { years: 'many' }, ['armchair']),
  row('gift', { gifts: { any: ['cup'] } }, ['saucer']),
  row('jam', { wishes: { any: ['jam'] } }, ['spoon']),
  row('cold', { 'tea/trouble': { any: ['cold'] } }, ['kettle']),
  row('weak', { 'tea/trouble': { any: ['weak'] } }, ['leaves']),
  row('spilt', { 'tea/trouble': { any: ['spilt'] } }, ['cloth'], 'now'),
  row('spilt-and-old', { 'tea/trouble': { any: ['spilt'] }, years: 'many' }, ['cushion'], 'this-week'),
  row('burnt', { 'cake/trouble': { any: ['burnt'] } }, ['oven']),
  row('dry', { 'cake/trouble': { any: ['dry'] } }, ['butter']),
  row('thorn', { danger: ['bite'] } as unknown as Condition, ['plaster']),
  row('fire', { strip: { any: ['fire'] } }, ['bucket']),
]

function dialogueOf(table: Row[], unless: Record<Id, Condition> = {}): Dialogue {
  const made = toy(guidance, {
    flows: { tea: walked('cold', 'weak', 'spilt'), cake: walked('burnt', 'dry') },
    tables: { ...tables({ facts: { aged: { years: 'many' } } }), advice: { hit: 'collect', rows: table } },
  })
  const items = Object.entries(unless).map(([id, condition]) => [id, { unless: condition }])
  return { ...made, advice: Object.fromEntries(items) }
}
const dialogue = dialogueOf(rows)
const ids = (answers: Answers, of = dialogue) =>
  route(of, replay(of, answers, ON), ON).advice.map(({ id }) => id)
/** What a build would give that takes the table as it stands (the red twin of each order). */
const inTableOrder = (answers: Answers) =>
  collect(dialogue.tables.advice, evidenceOf(dialogue, replay(dialogue, answers, ON), ON)).map(({ id }) => id)

const told = (tea: Answers, cake: Answers, more: Answers = {}): Answers => ({
  wishes: ['tea', 'cake'],
  ...Object.fromEntries(Object.entries(tea).map(([step, value]) => [`tea/${step}`, value])),
  ...Object.fromEntries(Object.entries(cake).map(([step, value]) => [`cake/${step}`, value])),
  years: 'few',
  ...more,
})

describe('the order of advice', () => {
  const orders: [what: string, answers: Answers, expected: Id[]][] = [
    [
      'has what a danger asks for first, of whichever matter it was told',
      told({ trouble: ['cold'], coping: 1 }, { trouble: ['burnt', 'thorn'], coping: 5 }, { strip: ['fire'] }),
      ['plaster', 'bucket', 'kettle', 'oven'],
    ],
    [
      'has the hardest matter before the others',
      told({ trouble: ['cold'], coping: 4 }, { trouble: ['burnt'], coping: 2 }),
      ['oven', 'kettle'],
    ],
    [
      'has a grade that was not told after a hard one',
      told({ trouble: ['cold'], coping: 'dontKnow' }, { trouble: ['burnt'], coping: 2 }),
      ['oven', 'kettle'],
    ],
    [
      'has a matter without a grade where one varies would stand, after those chosen before it',
      told(
        { trouble: ['cold'], coping: 4 },
        { trouble: ['burnt'], coping: 3 },
        { wishes: ['tea', 'cake', 'jam'] },
      ),
      ['oven', 'spoon', 'kettle'],
    ],
    [
      'has what a fact asks for that several matters share after every matter, however hard the one that asked it',
      told({ trouble: ['cold'], coping: 1 }, { trouble: ['burnt'], coping: 5 }, { years: 'many' }),
      ['kettle', 'oven', 'armchair'],
    ],
    [
      'has what is told in the request after every matter',
      told({ trouble: ['cold'], coping: 3 }, { trouble: [], coping: 3 }, { gifts: ['cup'] }),
      ['kettle', 'saucer'],
    ],
    [
      'has what is wise to begin sooner first within a matter, and never before a harder one',
      told({ trouble: ['cold', 'spilt'], coping: 3 }, { trouble: ['burnt'], coping: 2 }, { years: 'many' }),
      ['oven', 'cloth', 'cushion', 'kettle', 'armchair'],
    ],
    [
      'lets matters that are equally hard take turns',
      told({ trouble: ['cold', 'weak'], coping: 2 }, { trouble: ['burnt', 'dry'], coping: 2 }),
      ['kettle', 'oven', 'leaves', 'butter'],
    ],
  ]
  it.each(orders)('%s', (_, answers, expected) => {
    expect(ids(answers)).toEqual(expected)
  })

  it('has a grade that was not told before one that varies: the twin of the order after a hard one', () => {
    const unsure = told({ trouble: ['cold'], coping: 3 }, { trouble: ['burnt'], coping: 'dontKnow' })
    expect(ids(unsure)).toEqual(['oven', 'kettle'])
    expect(ids({ ...unsure, 'cake/coping': 'declined' })).toEqual(['oven', 'kettle'])
  })

  it('is found out where it follows the table alone (red twin)', () => {
    const unlike = orders.filter(([, answers, expected]) => inTableOrder(answers).join() !== expected.join())
    expect(unlike.map(([what]) => what)).toEqual(orders.map(([what]) => what))
    expect([...inTableOrder(orders[0]?.[1] as Answers)].sort()).toEqual([...(orders[0]?.[2] ?? [])].sort())
  })

  it('keeps the soonest pace of an item that several rows ask for', () => {
    const both = dialogueOf([
      row('late', { 'tea/trouble': { any: ['cold'] } }, ['cloth'], 'this-week'),
      row('never', { 'tea/trouble': { any: ['cold'] } }, ['cloth']),
      row('soon', { 'tea/trouble': { any: ['spilt'] } }, ['cloth'], 'today'),
    ])
    const cloth = (...ticks: string[]) => {
      const answers = told({ trouble: ticks, coping: 3 }, { trouble: [], coping: 3 })
      return route(both, replay(both, answers, ON), ON).advice[0]
    }
    expect(cloth('cold', 'spilt')).toMatchObject({
      id: 'cloth',
      pace: 'today',
      rows: ['late', 'never', 'soon'],
    })
    expect(cloth('cold')).toMatchObject({ pace: 'this-week' })
    expect(cloth('spilt')).toMatchObject({ pace: 'today' })
  })
})

describe('an item that says of whom it is not', () => {
  const answers = told(
    { trouble: ['cold', 'weak'], coping: 3 },
    { trouble: [], coping: 3 },
    { years: 'many' },
  )
  const without = (unless: Condition) => ids(answers, dialogueOf(rows, { kettle: unless }))

  it('is not given to them, whichever row asks for it: by an answer, a fact, or a danger', () => {
    expect(without({ years: 'many' })).toEqual(['leaves', 'armchair'])
    expect(without({ fact: 'aged' })).toEqual(['leaves', 'armchair'])
    const hurt = { ...answers, strip: ['fire'] }
    expect(ids(hurt, dialogueOf(rows, { bucket: { danger: 'any' } }))).not.toContain('bucket')
  })

  it('is given to everybody else, also who did not tell (red twin)', () => {
    expect(without({ years: 'few' })).toEqual(['kettle', 'leaves', 'armchair'])
    const untold = dialogueOf(rows, { kettle: { years: 'many' } })
    expect(ids({ ...answers, years: 'dontKnow' }, untold)).toContain('kettle')
    expect(ids(answers)).toContain('kettle')
  })
})
