/** Every described situation ends where its writer says, and each tells the whole story. */
import { describe, expect, test } from 'vitest'
import type { Answers, Case, Dialogue } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { randomWalk } from '#core/walk/walk.ts'
import { loadCases, loadDialogue, loadWords } from '../support/content.ts'
import { BREAKING, brokenBy, PROMISES } from './promises.ts'

const dialogue = loadDialogue()
const cases = loadCases()
const DAY = '2026-11-23'
const needsOf = ({ needs }: Answers) => (Array.isArray(needs) ? needs : [])

/** What the case says of its end, as the engine sees it. */
function endOf(content: Dialogue, { answers, on = DAY, ends }: Case) {
  const replayed = replay(content, answers, on)
  const { headline, advice, attention, dangers, today } = route(content, replayed, on)
  const all = {
    segment: headline.then.segment,
    contact: headline.then.contact,
    callback: headline.then.callback,
    advice: advice.map(({ id }) => id).sort(),
    attention: attention.map(({ id }) => id).sort(),
    dangers: [...dangers].sort(),
    today: [...today].sort(),
  }
  const told = ([key]: [string, unknown]) => key in ends || key === 'dangers'
  return { replayed, end: Object.fromEntries(Object.entries(all).filter(told)) }
}
const sorted = ({ at: _, ...ends }: Case['ends']) =>
  Object.fromEntries(
    Object.entries({ dangers: [], ...ends }).map(([key, value]) => [
      key,
      Array.isArray(value) ? [...value].sort() : value,
    ]),
  )

describe('the described situations', () => {
  test.each(cases.map((one) => [one.id, one] as const))('%s ends where it must', (_id, one) => {
    const { replayed, end } = endOf(dialogue, one)
    expect(replayed.refused).toBeUndefined()
    expect({ waitsAt: replayed.at?.address, unused: replayed.unused }).toEqual({
      waitsAt: one.ends.at,
      unused: [],
    })
    expect(end).toEqual(sorted(one.ends))
  })

  test('are at least two hundred and fifty, each with a source of its own words', () => {
    expect(cases.length).toBeGreaterThanOrEqual(250)
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(new Set(cases.map(({ situation }) => situation)).size).toBe(cases.length)
    expect(cases.filter(({ source, situation }) => !source || !situation)).toEqual([])
  })

  test('are mostly of one matter, and many of three', () => {
    const matters = (count: number) => cases.filter(({ answers }) => needsOf(answers).length === count).length
    expect(matters(1)).toBeGreaterThanOrEqual(150)
    expect(matters(3)).toBeGreaterThanOrEqual(45)
  })

  test('are of everybody: whoever asks, of every age, whatever the money comes from, and after each change in life', () => {
    const said = (address: string) => new Set(cases.flatMap(({ answers }) => [answers[address] ?? []].flat()))
    const shared = dialogue.flows.guidance?.shared as unknown as Record<string, { options: string[] }>
    const steps = dialogue.flows.guidance?.steps as unknown as Record<string, { options: string[] }>
    const open = { ...shared, asker: steps.asker, needs: steps.needs, permission: steps.permission }
    const missing = Object.entries(open).flatMap(([name, question]) =>
      (question?.options ?? [])
        .filter((option) => !said(name).has(option))
        .map((option) => `${name}: ${option}`),
    )
    expect(missing).toEqual([])
    const alone = cases.filter(({ answers }) => String(answers.needs) === 'life-change')
    expect(new Set(alone.flatMap(({ answers }) => [answers.changes ?? []].flat()))).toEqual(
      new Set([...(shared.changes?.options ?? []), 'dontKnow']),
    )
  })

  test('are also of those who do not know, do not tell or stop half way, and of what only the coordinator needs', () => {
    const replies = cases.flatMap(({ answers }) => Object.values(answers))
    expect(replies).toEqual(expect.arrayContaining(['dontKnow', 'declined']))
    expect(cases.filter(({ ends }) => ends.at !== undefined).length).toBeGreaterThanOrEqual(5)
    const asked = Object.keys(dialogue.flows.guidance?.request ?? {})
    const told = new Set(cases.flatMap(({ answers }) => Object.keys(answers)))
    expect(asked.filter((address) => !told.has(address))).toEqual([])
  })

  test('reach every segment and ask for every piece of advice', () => {
    const segments = new Set(dialogue.tables.segment.rows.map(({ then }) => then.segment))
    expect(new Set(cases.map(({ ends }) => ends.segment))).toEqual(segments)
    expect(new Set(cases.flatMap(({ ends }) => ends.advice ?? []))).toEqual(
      new Set(Object.keys(dialogue.advice)),
    )
  })

  test('tell their whole end, so that nothing can slip in', () => {
    const parts = ['advice', 'attention', 'contact', 'segment']
    const besides = ['at', 'callback', 'dangers', 'today']
    const told = ({ ends }: Case) => Object.keys(ends).filter((part) => !besides.includes(part))
    const open = cases.filter((one) => told(one).sort().join() !== parts.join())
    expect(open.map(({ id }) => id)).toEqual([])
  })
})

const TABLES = ['segment', 'advice', 'attention', 'linked', 'danger', 'today'] as const

/** The dialogue without one row. */
function without(table: (typeof TABLES)[number], row: string): Dialogue {
  const rows = (dialogue.tables[table]?.rows ?? []) as { id: string }[]
  const less = { ...dialogue.tables[table], rows: rows.filter(({ id }) => id !== row) }
  return { ...dialogue, tables: { ...dialogue.tables, [table]: less } }
}

/** The rows that decided something of a case; taking another row away cannot move it. */
function rowsOf({ answers, on = DAY }: Case): string[] {
  const { headline, advice, attention } = route(dialogue, replay(dialogue, answers, on), on)
  return [headline.row, ...[...advice, ...attention].flatMap(({ rows }) => rows)]
}

describe('every row of the tables', () => {
  const decided = cases.map((one) => [one, rowsOf(one)] as const)
  /** A row may also be there for the order of the steps. */
  const stepsOf = (content: Dialogue, { answers, on = DAY }: Case) => {
    const { advice, linked } = route(content, replay(content, answers, on), on)
    return [...advice.map(({ id }) => id), ...linked]
  }
  const moves = (content: Dialogue, one: Case) =>
    JSON.stringify([endOf(content, one).end, stepsOf(content, one)]) !==
    JSON.stringify([endOf(dialogue, one).end, stepsOf(dialogue, one)])

  test.each(TABLES)('is needed: without it a described situation ends elsewhere (%s)', (table) => {
    // what danger, links and today's lines do is seen in the end alone
    const isSeen = (rows: string[], id: string) =>
      rows.includes(id) || ['danger', 'linked', 'today'].includes(table)
    const idle = (dialogue.tables[table]?.rows ?? []).filter(({ id }) => {
      const content = without(table, id)
      return !decided.some(([one, rows]) => isSeen(rows, id) && moves(content, one))
    })
    expect(idle.map(({ id }) => id)).toEqual([])
  })

  test('would be found idle if no situation told of it (the red twin)', () => {
    const only = 'wants-to-help'
    const others = decided.filter(
      ([{ id, answers }]) => id !== only && !String(answers['social/trouble']).includes('helping'),
    )
    const content = without('advice', 'helping')
    expect(others.some(([one]) => moves(content, one))).toBe(false)
    expect(cases.filter((one) => moves(content, one)).map(({ id }) => id)).toContain(only)
  })
})

describe('every end', () => {
  const words = loadWords('fi')

  test('says who decides, in the segment and in each piece of advice', () => {
    const segments = new Set(dialogue.tables.segment.rows.map(({ then }) => then.segment))
    const silent = [...segments].filter((id) => !/päät/i.test(String(words.segments?.[`${id}.text`])))
    // to somebody in danger nothing is said but whom to call: nobody decides about that
    expect(silent).toEqual(['emergency'])
    const unsaid = Object.entries(dialogue.advice).filter(([id]) => !words.advice?.[`${id}.decides`])
    expect(unsaid.filter(([, { decides }]) => decides !== 'nobody')).toEqual([])
    // who is told whom to call hears nothing of decisions that nobody makes, nor of appealing against them
    const silentHelp = unsaid.map(([id]) => id)
    expect(silentHelp).toEqual(expect.arrayContaining(['crisis-help', 'violence-help', 'digital-support']))
    expect(silentHelp.filter((id) => words.advice?.[`${id}.appeal`])).toEqual([])
  })

  test('makes no call of an illness or of a life in danger alone, and only then', () => {
    const quiet = dialogue.tables.segment.rows.filter(({ then }) => then.callback === false)
    expect(quiet.map(({ id }) => id)).toEqual(['danger-and-nothing-else', 'illness-only'])
    const told = cases.filter((one) => quiet.some(({ id }) => rowsOf(one)[0] === id))
    expect(told.map(({ id }) => id)).toEqual([
      'only-a-sore-throat',
      'somebody-is-dying',
      'child-alone-outside',
    ])
  })

  test('gives no steps to somebody who only looks around: all the advice is there to look at', () => {
    const { ends } = cases.find(({ id }) => id === 'just-looking') as Case
    expect(ends).toMatchObject({ segment: 'looking', contact: 'available', advice: [] })
  })
})

describe('the steps of a result', () => {
  const stepsOf = (content: Dialogue, answers: Answers, on = DAY) =>
    route(content, replay(content, answers, on), on)
  const WALKS = 2000

  test.each(Object.keys(PROMISES))('of every described situation keep the promise: %s', (name) => {
    const broken = cases.flatMap(({ id, answers, on }) =>
      brokenBy(answers, stepsOf(dialogue, answers, on), [name]).map((what) => `${id}: ${what}`),
    )
    expect(broken).toEqual([])
  })

  test('of two thousand random conversations keep every promise', () => {
    for (let seed = 0; seed < WALKS; seed++) {
      const answers = randomWalk(dialogue, DAY, seed)
      const broken = brokenBy(answers, stepsOf(dialogue, answers))
      if (broken.length > 0) expect({ broken, seed, answers }).toBeNull()
    }
  })

  test.each(Object.keys(PROMISES))(
    'would be found out by a described situation and by a walk (red twin): %s',
    (name) => {
      const content = loadDialogue()
      BREAKING[name]?.(content)
      const isFound = (answers: Answers) => brokenBy(answers, stepsOf(content, answers), [name]).length > 0
      expect(cases.some(({ answers }) => isFound(answers))).toBe(true)
      let seed = 0
      while (seed < WALKS && !isFound(randomWalk(content, DAY, seed))) seed += 1
      expect(seed).toBeLessThan(WALKS)
    },
  )
})
