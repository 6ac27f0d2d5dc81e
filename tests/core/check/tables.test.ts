/** What the check knows of the tables: rows that are there twice, never reached, or that nothing can make hold. */
import { describe, expect, it } from 'vitest'
import type { ParsedContent } from '#core/check/base/content.ts'
import { reporter } from '#core/check/base/report.ts'
import { surveyOf } from '#core/check/base/survey.ts'
import { checkTables, goalsOf, headlinesOf } from '#core/check/tables/tables.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { toy } from './toy.ts'

const parsed = parseContent(toy).content
type Tables = Record<string, unknown>
const rows = (...all: unknown[]) => ({ rows: all })

const surveyed = (
  tables: Tables,
  whole: (file: string) => boolean = () => true,
  flows: ParsedContent['flows'] = parsed.flows,
) => {
  const content = { ...parsed, flows, routing: { facts: {}, ...tables } } as ParsedContent
  // where a problem stands is told as the way to it
  const told = reporter((file, path, part) => ({ file: [file, ...path, part].join(' '), line: 1, column: 1 }))
  return { survey: surveyOf(content, told, whole), problems: told.problems }
}
function told(
  tables: Tables,
  isWhole = true,
  whole?: (file: string) => boolean,
  flows?: ParsedContent['flows'],
): string[] {
  const { survey, problems } = surveyed(tables, whole, flows)
  checkTables(survey, isWhole)
  return problems.map(({ code, file }) => `${code} ${file.replace('flows/routing.yaml ', '')}`)
}
const says = (tables: Tables) => {
  const { survey, problems } = surveyed(tables)
  checkTables(survey, true)
  return problems.map(({ says }) => says)
}

const very = { hungry: 'very' }
const little = { hungry: 'little' }
const never = { all: [very, little] }
const TABLES = ['segment', 'advice', 'attention', 'linked', 'danger', 'today']

describe.each(TABLES)('a row of the table %s', (table) => {
  const only = (...all: unknown[]) => told({ [table]: rows(...all, { id: 'last' }) })

  it('has an id of its own, which is not that of the unfinished', () => {
    expect(only({ id: 'a', when: very }, { id: 'b', when: little })).toEqual([])
    expect(only({ id: 'a', when: very }, { id: 'a', when: little })).toEqual([
      `duplicate-row ${table} rows 1 id value`,
    ])
    expect(only({ id: 'unfinished', when: very })).toEqual([`duplicate-row ${table} rows 0 id value`])
  })

  it('has a condition that can hold, and that names what there is', () => {
    expect(only({ id: 'a', when: never })).toContain(`impossible-condition ${table} rows 0 when value`)
    expect(only({ id: 'a', when: { danger: ['fire', 'fier'] } })).toEqual([
      `unknown-danger ${table} rows 0 when danger 1 value`,
    ])
    expect(only({ id: 'a', when: { hungri: 'very' } })).toEqual([
      `unknown-address ${table} rows 0 when hungri key`,
    ])
  })
})

describe('a condition that has a mistake of its own, or stands beside what was not read', () => {
  it('is not said to be impossible', () => {
    const wrong = { all: [very, little, { hungri: 'very' }] }
    expect(told({ attention: rows({ id: 'a', when: wrong }) })).toEqual([
      'unknown-address attention rows 0 when all 2 hungri key',
    ])
    expect(told({ attention: rows({ id: 'a', when: { hungry: 'huge' } }) })).toEqual([
      'unknown-answer attention rows 0 when hungry value',
    ])
    expect(told({ attention: rows({ id: 'a', when: never }) }, false)).toEqual([])
  })

  it('is told for its own row alone', () => {
    const wrong = { id: 'a', when: { hungri: 'very' } }
    expect(told({ attention: rows(wrong, { id: 'b', when: never }) })).toEqual([
      'unknown-address attention rows 0 when hungri key',
      'impossible-condition attention rows 1 when value',
    ])
  })
})

describe('the table of segments', () => {
  const a = { id: 'a', when: very }
  const b = { id: 'b', when: little }

  it('has a last row without a condition, and none after it', () => {
    expect(told({ segment: rows(a, b) })).toEqual(['table-gap segment rows 1 when key'])
    expect(told({ segment: rows() })).toEqual(['table-gap segment rows key'])
    expect(told({ segment: rows(a, { id: 'rest' }) })).toEqual([])
    expect(told({ segment: rows({ id: 'rest' }, a, b) })).toEqual([
      'row-unreachable segment rows 1 value',
      'row-unreachable segment rows 2 value',
    ])
    expect(says({ segment: rows({ id: 'rest' }, a) })).toEqual([
      'The row "a" is never reached: the row "rest" before it always holds.',
    ])
    expect(told({ advice: rows(a, b), attention: rows(a, b) })).toEqual([])
  })

  it('has no row that earlier ones leave nothing to', () => {
    const both = { id: 'both', when: { hungry: 'very', alone: 'alone' } }
    const rest = { id: 'rest' }
    expect(told({ segment: rows(a, both, rest) })).toEqual(['row-shadowed segment rows 1 value'])
    expect(told({ segment: rows(both, a, rest) })).toEqual([])
    expect(told({ segment: rows(a, both, rest) }, false)).toEqual([])
    expect(told({ segment: rows(a, both) })).toEqual([
      'table-gap segment rows 1 when key',
      'row-shadowed segment rows 1 value',
    ])
    const either = { id: 'either', when: { hungry: { any: ['very', 'little'] } } }
    expect(says({ segment: rows(a, b, either, rest) })).toEqual([
      'The row "either" is never reached: whenever it holds, the row "a", "b" before it holds too.',
    ])
    expect(told({ attention: rows(a, both) })).toEqual([])
  })

  it('does not say of a row that cannot hold that another stands before it', () => {
    const twice = { segment: rows({ id: 'a', when: never }, { id: 'b', when: never }, { id: 'rest' }) }
    expect(told(twice)).toEqual([
      'impossible-condition segment rows 0 when value',
      'impossible-condition segment rows 1 when value',
    ])
  })
})

describe('advice that a row gives', () => {
  it('is there, where the tables were read whole', () => {
    // biome-ignore lint/suspicious/noThenProperty: the tables' own word
    const giving = (id: string, ...items: unknown[]) => ({ id, then: items })
    const table = { advice: rows(giving('a', 'eat', 'eats', 3), giving('b', 'drink')) }
    expect(told(table)).toEqual([
      'unknown-advice advice rows 0 then 1 value',
      'unknown-advice advice rows 1 then 0 value',
    ])
    expect(told(table, true, (file) => file !== 'flows/routing.yaml')).toEqual([])
  })
})

describe('a fact', () => {
  const facts = (given: Record<string, unknown>, more: Tables = {}) => told({ facts: given, ...more })
  const used = (...names: string[]) => ({
    advice: rows(...names.map((name) => ({ id: name, when: { all: [{ fact: name }] } }))),
  })

  it('is used: by a row, by another fact or by a branch', () => {
    expect(facts({ a: very })).toEqual(['unused-fact facts a key'])
    for (const table of TABLES.filter((one) => one !== 'segment'))
      expect(facts({ a: very }, { [table]: rows({ id: 'x', when: { fact: 'a' } }) })).toEqual([])
    expect(facts({ a: very, b: { not: { fact: 'a' } } }, used('b'))).toEqual([])
    expect(facts({ a: very, b: { fact: 3 } }, used('b'))).toEqual(['unused-fact facts a key'])
    expect(facts({ a: very, b: { fact: { fact: 'a' } } }, used('b'))).toEqual([])
    expect(facts({ very: little }, { advice: rows({ id: 'x', when: very }) })).toEqual([
      'unused-fact facts very key',
    ])
    const { content } = parseContent({
      ...toy,
      'flows/tea.yaml': (toy['flows/tea.yaml'] ?? '').replace('{ liking: { max: 2 } }', '{ fact: a }'),
    })
    expect(told({ facts: { a: very } }, true, () => true, content.flows)).toEqual([])
  })

  it('names what there is, by whole addresses', () => {
    expect(facts({ a: { hungri: 'very' } }, used('a'))).toEqual(['unknown-address facts a hungri key'])
    expect(facts({ a: { liking: 5 } }, used('a'))).toEqual(['unknown-address facts a liking key'])
  })

  it('does not need itself, also not by others', () => {
    const circle = { a: { fact: 'b' }, b: { any: [very, { fact: 'c' }] }, c: { fact: 'a' }, d: { fact: 'a' } }
    expect(facts(circle, used('d'))).toEqual([
      'fact-circle facts a key',
      'fact-circle facts b key',
      'fact-circle facts c key',
    ])
    const twice = { a: { any: [{ fact: 'x' }, { fact: 'b' }] }, b: { fact: 'a' }, x: very }
    expect(facts(twice, used('a'))).toEqual(['fact-circle facts a key', 'fact-circle facts b key'])
  })

  it('is not said to be unused where the tables were not read whole', () => {
    expect(told({ facts: { a: very } }, true, () => false)).toEqual([])
  })
})

describe('where conversations can lead', () => {
  const { survey } = surveyed({
    // biome-ignore-start lint/suspicious/noThenProperty: the tables' own word
    segment: {
      rows: [
        { id: 'a', then: { segment: 'help', lane: 'fast' } },
        7,
        { id: 'b', then: { segment: 'help' } },
        { id: 'c', then: { segment: 3 } },
      ],
      unfinished: { segment: 'open' },
    },
    attention: rows({ id: 'd', then: ['lonely', 'safety'] }, { id: 'e', then: ['lonely', 5] }, { id: 'f' }),
    // biome-ignore-end lint/suspicious/noThenProperty: the tables' own word
  })

  it('is each once, also what is said of the unfinished', () => {
    expect(goalsOf(survey, 'segment')).toEqual(['help', 'open'])
    expect(goalsOf(survey, 'attention')).toEqual(['lonely', 'safety'])
    expect(goalsOf(survey, 'today')).toEqual([])
    expect(headlinesOf(survey)).toEqual([
      { segment: 'help', lane: 'fast' },
      { segment: 'help' },
      { segment: 3 },
      { segment: 'open' },
    ])
  })
})
