/** The page that says what the content covers is true of the content: names, cases, totals and figures. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LIX_LANGUAGES, lix, sentencesOf, WORDS_FOR_LIX } from '#core/check/words/reading.ts'
import { replay } from '#core/flow/replay.ts'
import { route } from '#core/flow/route.ts'
import { baseOf } from '#core/say/language-tag.ts'
import { median } from '#core/walk/length.ts'
import {
  languagesOffered,
  loadArea,
  loadCases,
  loadDialogue,
  loadWords,
  ownWords,
} from '../support/content.ts'

const PAGE = readFileSync('flows/COVERAGE.md', 'utf8')
const DAY = '2026-11-23'
const dialogue = loadDialogue()
const cases = loadCases()
const finnish = loadWords('fi').advice ?? {}

/** What stands between one heading and the next. */
const under = (page: string, heading: string): string =>
  page.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''
/** The tables of a part, each as rows of cells without its head. */
const tablesOf = (part: string): string[][][] =>
  [...part.matchAll(/(?:^\|.*\|\n?)+/gm)].map(([table]) =>
    table
      .trim()
      .split('\n')
      .slice(2)
      .map((row) => row.slice(2, -2).split(' | ')),
  )
const ticked = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
const cell = (row: string[], at: number): string => row[at] ?? ''

/** All that a table may name: what is asked, where it leads, what is noticed, the tables themselves. */
const names = new Set([
  ...Object.keys(dialogue.advice),
  ...Object.keys(dialogue.flows),
  ...Object.keys(dialogue.tables),
  ...Object.values(dialogue.flows).flatMap(({ steps, shared, request }) =>
    [steps, shared, request].flatMap((part) => Object.keys(part ?? {})),
  ),
  ...Object.values(loadArea().lanes ?? []).map(({ lane }) => lane),
  ...dialogue.tables.segment.rows.map(({ then }) => then.segment),
  ...dialogue.tables.attention.rows.flatMap(({ then }) => then),
  ...cases.map(({ id }) => id),
])
const isThere = (name: string) => names.has(name) || (name.includes('/') && existsSync(name))
const isCase = (name: string) => cases.some(({ id }) => id === name)

function modelFaults(page: string): string[] {
  const [rows = []] = tablesOf(under(page, 'What the models'))
  return rows.flatMap((row) => [
    ...row.flatMap(ticked).flatMap((name) => (isThere(name) ? [] : [`${name} is nowhere`])),
    ...(/^[A-E]$/.test(cell(row, 0)) && row.length === 4 ? [] : [`“${cell(row, 1)}” has no source`]),
    ...(ticked(row[3]).some((name) => isCase(name) || name.startsWith('tests/'))
      ? []
      : [`“${cell(row, 1)}” is shown by nothing`]),
  ])
}

const KINDS = [
  (here: string) => here.startsWith('`'),
  (here: string) => here.startsWith('in `'),
  (here: string) => here.startsWith('none; '),
]
/** How many services there are, of an area or of all, and how many of each kind. */
const countOf = (rows: string[][]) =>
  [rows.length, ...KINDS.map((isKind) => rows.filter((row) => isKind(cell(row, 2))).length)].map(String)

const lawsIn = (text = ''): string[] => text.match(/\d+\/\d{4}/g) ?? []
/** Every Finnish text of an item, as one. */
const saidOf = (id: string): string =>
  Object.entries(finnish)
    .flatMap(([key, text]) => (key.startsWith(`${id}.`) ? [String(text)] : []))
    .join('\n')
    .toLowerCase()

function serviceFaults(page: string): string[] {
  const [totals = [], rows = []] = tablesOf(under(page, 'Services'))
  const wrongTotals = totals.filter(
    ([area, ...told]) =>
      countOf(area === 'all' ? rows : rows.filter(([its]) => its === area)).join() !== told.join(),
  )
  const wrongRows = rows.flatMap(([, service = '', here = '', ground]) => {
    const items = ticked(here)
    const word = /\*(.+)\*/.exec(here)?.[1]
    const item = dialogue.advice[items[0] ?? '']
    const basis = lawsIn(item?.legalBasis)
    return [
      ...items.flatMap((id) => (dialogue.advice[id] ? [] : [`${id} is no item`])),
      ...(KINDS.some((isKind) => isKind(here)) ? [] : [`“${service}” is told in no known way`]),
      ...(word && !saidOf(items[0] ?? '').includes(word.toLowerCase())
        ? [`${items[0]} does not say ${word}`]
        : []),
      ...(here.startsWith('`')
        ? lawsIn(ground).flatMap((law) => (basis.includes(law) ? [] : [`${items[0]} has no act ${law}`]))
        : []),
    ]
  })
  return [...wrongTotals.map(([area]) => `the total of ${area} is wrong`), ...wrongRows]
}

function turningFaults(page: string): string[] {
  const [rows = []] = tablesOf(under(page, 'Turning points'))
  return rows.flatMap((row) => {
    const [change = '', items, shown] = [ticked(row[0])[0], ticked(row[1]), ticked(row[3])[0]]
    const told = cases.find(({ id }) => id === shown)
    if (!told) return [`${shown} is no case`]
    const changes = (told.answers as Record<string, unknown>).changes
    return [
      ...(Array.isArray(changes) && changes.includes(change) ? [] : [`${shown} does not tell of ${change}`]),
      ...items.flatMap((id) => (told.ends.advice?.includes(id) ? [] : [`${shown} does not end in ${id}`])),
    ]
  })
}

/** Items of the content of which the tables say nothing. */
const untold = (page: string): string[] => {
  const told = new Set([...ticked(under(page, 'Services')), ...ticked(under(page, 'Turning points'))])
  return Object.keys(dialogue.advice).flatMap((id) => (told.has(id) ? [] : [`${id} stands in no table`]))
}

/** Medians of a language’s own texts of advice, as the page writes them: of a form of Finnish without those that it says as Finnish does. */
function measured(language: string): string[] {
  const texts = Object.values(ownWords(language).advice ?? {}).map(String)
  const lengths = texts.flatMap((text) => sentencesOf(text).map((words) => words.length))
  const long = texts.filter((text) => sentencesOf(text).flat().length >= WORDS_FOR_LIX)
  const read = Object.values(dialogue.advice).filter(({ checkedOn }) => checkedOn)
  const hardness = LIX_LANGUAGES.includes(baseOf(language)) ? String(Math.round(median(long.map(lix)))) : '–'
  const counts = [Object.keys(dialogue.advice).length, read.length, texts.length, median(lengths)]
  return [language, ...counts.map(String), hardness]
}
const isNear = (told: string, is: string) =>
  told === is || Math.abs(Number(told) - Number(is)) <= 0.05 * Number(is)

function figureFaults(page: string): string[] {
  const [rows = []] = tablesOf(under(page, 'How easy'))
  return languagesOffered().flatMap((language) => {
    const is = measured(language)
    const told = rows.find(([its]) => its === language)
    return is.every((figure, at) => isNear(told?.[at] ?? '', figure)) ? [] : [`| ${is.join(' | ')} |`]
  })
}

describe('the page of what is covered', () => {
  it('names only what is there, and says of each row where it comes from and what shows it', () => {
    expect(tablesOf(under(PAGE, 'What the models'))[0]?.length).toBeGreaterThanOrEqual(30)
    expect(modelFaults(PAGE)).toEqual([])
  })

  it('has an item, the word of another item or a reason for each service, and right totals', () => {
    const [totals = [], rows = []] = tablesOf(under(PAGE, 'Services'))
    expect(new Set(totals.map(([area]) => area))).toEqual(new Set([...rows.map(([area]) => area), 'all']))
    expect(serviceFaults(PAGE)).toEqual([])
  })

  it('tells of every item of the content', () => {
    expect(untold(PAGE)).toEqual([])
  })

  it('shows by a case what each turning point leads to', () => {
    const told = tablesOf(under(PAGE, 'Turning points'))[0]?.flatMap((row) => ticked(row[0]))
    const asked = dialogue.flows.guidance?.shared?.changes as { options: string[] }
    expect(told?.sort()).toEqual([...asked.options].sort())
    expect(turningFaults(PAGE)).toEqual([])
  })

  it('shows what often stands behind a matter by cases that end with it', () => {
    const row = tablesOf(under(PAGE, 'What the models'))[0]?.find(([, , lives]) =>
      lives?.includes('`linked`'),
    )
    const shown = cases.filter(({ id }) => ticked(row?.[3]).includes(id))
    const ends = shown.map((one) => route(dialogue, replay(dialogue, one.answers, DAY), DAY).linked)
    expect(ends.filter(({ length }) => length === 0)).toEqual([])
    expect(shown.length).toBeGreaterThanOrEqual(3)
  })

  it('has figures that are at most five per cent off', () => {
    expect(figureFaults(PAGE)).toEqual([])
  })
})

describe('a page that is not true (red twin)', () => {
  const broken = (from: string, to: string) => {
    expect(PAGE).toContain(from)
    return PAGE.replace(from, to)
  }

  it('names a case and a file that are not there', () => {
    const page = broken('`knows-nothing-at-all`', '`knows-everything`, `tests/flows/nowhere.test.ts`')
    expect(modelFaults(page)).toEqual([
      'knows-everything is nowhere',
      'tests/flows/nowhere.test.ts is nowhere',
    ])
  })

  it('names an item that is not there, so that another stands in no table', () => {
    const page = broken('| `dental` |', '| `teeth-care` |')
    expect(serviceFaults(page)).toEqual(['teeth-care is no item'])
    expect(untold(page)).toEqual(['dental stands in no table'])
  })

  it('says that an item names a service of which it says no word, or leaves a service out', () => {
    expect(serviceFaults(broken('*edunvalvonnasta*', '*saattohoidosta*'))).toEqual([
      'acting-for-another does not say saattohoidosta',
    ])
    const [, row = ''] = /(\| mind \| Gambling .*\n)/.exec(PAGE) ?? []
    expect(serviceFaults(broken(row, ''))).toEqual([
      'the total of mind is wrong',
      'the total of all is wrong',
    ])
  })

  it('shows a turning point by a case of another one', () => {
    expect(turningFaults(broken('`change-retired`', '`change-ill`'))).toEqual([
      'change-ill does not tell of retired',
      'change-ill does not end in old-age-pension',
    ])
  })

  it('has figures of some time ago', () => {
    const [, told = ''] = /^(\| fi \|.*)$/m.exec(PAGE) ?? []
    expect(figureFaults(broken(told, told.replace(/\d+/, '62')))).toHaveLength(1)
  })
})
