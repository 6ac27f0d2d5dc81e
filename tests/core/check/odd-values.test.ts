/** Odd values at odd places: the check says a sentence of each, and whatever a part of it throws is an error of the file. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { attempt } from '#core/check/base/attempt.ts'
import type { ParsedContent } from '#core/check/base/content.ts'
import type { Problem } from '#core/check/base/problem.ts'
import { reporter } from '#core/check/base/report.ts'
import { check } from '#core/check/check.ts'
import { shaped } from '#core/check/shapes/value.ts'
import { type Schema, schemas } from '#core/flow/schema.ts'
import { parseContent } from '../../../server/content/reading/parse.ts'
import { size } from '../../support/evidence.ts'
import { problemsOf, spoilt, toy, whole } from './toy.ts'

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  '0',
  'é/ü',
  '<b>',
]
const deep = (levels: number): unknown =>
  levels === 0 ? 'x' : levels % 2 ? [deep(levels - 1)] : { a: deep(levels - 1) }
const ODD = [
  null,
  true,
  0,
  -1,
  1.5,
  1e12,
  1e308,
  '',
  ' ',
  'x'.repeat(5000),
  'Sana. '.repeat(2000),
  '{{name}}',
  '\u202e',
  'on+999999999d',
  'on-99999y',
  [],
  [[]],
  {},
  deep(40),
  deep(200),
  ['constructor', '__proto__', 'toString'],
  Object.fromEntries(ODD_KEYS.map((key) => [key, key])),
  { any: [{ all: [{ not: {} }] }] },
  { count: 'unsure', atLeast: 1e9 },
  { fact: 'fact' },
  { answer: 'constructor' },
]

const files = Object.keys(toy)
const values = Object.fromEntries(files.map((file) => [file, parse(toy[file] ?? '') as unknown]))

/** A part of the check as it is without `attempt`. */
const checkShapesBare = (content: ParsedContent) =>
  shaped(
    { report: () => {}, file: 'flows/area/staff.yaml' },
    schemas['area-staff'] as Schema,
    content.area.staff,
    [],
  )

/** Puts `odd` where `at` leads: instead of what stands there, or under an odd key beside it. */
function bend(value: unknown, odd: unknown, at: number, key: string | undefined): unknown {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const [name, inner] = entries[at % (entries.length || 1)] ?? []
  if (at === 0 || name === undefined) return odd
  const rest = Math.floor(at / entries.length)
  const bent = entries.map(([one, old]) => [one, one === name ? bend(inner, odd, rest, key) : old] as const)
  if (Array.isArray(value)) return bent.map(([, one]) => one)
  return Object.fromEntries(rest === 0 && key !== undefined ? [...bent, [key, odd] as const] : bent)
}

/** A sentence with its place, as an editor reads it. */
function readable({ file, line, column, says, fix, more = [] }: Problem): void {
  expect(file).toMatch(/^(flows|locales)\/\S/)
  expect([line > 0, column > 0]).toEqual([true, true])
  expect(says).toMatch(/\S.*[.!?:]/s)
  expect(fix.length).toBeGreaterThan(0)
  for (const one of more) readable(one)
}

const oddity = fc.record({
  file: fc.constantFrom(...files),
  at: fc.nat(20_000),
  odd: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ODD) }, fc.jsonValue({ maxDepth: 3 })),
  key: fc.option(fc.constantFrom(...ODD_KEYS), { nil: undefined }),
})

describe('odd values at odd places', () => {
  it('are told in a sentence each, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.array(oddity, { minLength: 1, maxLength: 3 }), (oddities) => {
        const texts = { ...toy }
        for (const { file, at, odd, key } of oddities)
          texts[file] = JSON.stringify(bend(values[file], odd, at, key))
        const { content, locate, problems } = parseContent(texts)
        for (const problem of [...problems, ...check(content, locate, { written: problems })])
          readable(problem)
      }),
      { seed: 14, numRuns: size(40, 600) },
    )
  }, 240_000)
})

describe('what a part of the check throws', () => {
  const thrown = (message: string) => {
    const told = reporter((file) => ({ file, line: 1, column: 1 }))
    attempt(told.report, 'flows/tea.yaml', () => {
      throw new RangeError(message)
    })
    return told.problems.map(whole)
  }

  it('is an error of the file it looked at, in a sentence', () => {
    expect(thrown('Maximum call stack\n size exceeded.')).toEqual([
      'flows/tea.yaml:1:1 The check could not look at this file to its end: Maximum call stack size exceeded. Undo the last change to it and make it again in small steps. If nothing was changed, this is a fault of the check: tell the makers of Kynnys, with the file.',
    ])
    expect(thrown('a'.repeat(5000))[0]?.length).toBeLessThan(600)
  })

  it('leaves the other parts their say', () => {
    const { content, locate } = parseContent(spoilt('flows/tea.yaml', 'next: done', 'next: dne'))
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('nobody thought of this')
        },
      },
    )
    const codes = check({ ...content, area: { ...content.area, staff: [trap] } }, locate).map(
      ({ code }) => code,
    )
    expect(codes).toContain('check-failed')
    expect(codes).toContain('unknown-step')
    // red twin: without an attempt that part takes all the others with it
    const bent = { ...content, area: { ...content.area, staff: [trap] } }
    expect(() => checkShapesBare(bent)).toThrow('nobody thought of this')
  })
})

describe('texts and files of any size', () => {
  const long = (key: string, letters: number) =>
    problemsOf({
      ...toy,
      'locales/fi/guidance.json': (toy['locales/fi/guidance.json'] ?? '').replace(
        new RegExp(`"${key}": "[^"]*"`),
        `"${key}": "${'aa '.repeat(letters / 2).trim()}"`,
      ),
    }).map(({ file, says }) => `${file} ${says}`)

  it('a text of more than 2,000 letters is one line, an option of more than 120 too', () => {
    const file = 'locales/fi/guidance.json'
    expect(long('wishes.question', 2002)).toEqual([
      `${file} The text "wishes.question" has 2002 letters; the limit is 2000.`,
    ])
    expect(long('wishes.options.tea', 122)).toEqual([
      `${file} The text "wishes.options.tea" has 122 letters; the limit is 120.`,
    ])
    expect(long('wishes.question', 400_000)).toEqual([
      `${file} The text "wishes.question" has 400000 letters; the limit is 2000.`,
    ])
  })
  it('a line after a hard answer has at most 60, and stands at an answer that there is', () => {
    const told = (key: string, text: string) =>
      problemsOf({
        ...toy,
        'locales/fi/guidance.json': (toy['locales/fi/guidance.json'] ?? '').replace(
          '{',
          `{"${key}": "${text}",`,
        ),
      }).map(({ code }) => code)
    expect(told('wishes.echo.tea', 'Kiitos, että kerroit.')).toEqual([])
    expect(told('wishes.echo.tea', 'Kiitos, että kerroit. '.repeat(4))).toContain('text-too-long')
    expect(told('wishes.echo.beer', 'Kiitos, että kerroit.')).toEqual(['text-unused'])
  })
  it('130,000 short sentences in one text are one line, and not a stack that is too small', () => {
    const text = 'Aa. '.repeat(200_000)
    const told = problemsOf({
      ...toy,
      'locales/fi/tea.json': JSON.stringify({ 'liking.question': text, 'sugar.question': 'b' }),
    })
    expect(told.map(({ code }) => code)).toEqual(['text-too-long'])
  })
  it('a bound that is far away makes no more guesses than a near one', () => {
    const rows = spoilt('flows/routing.yaml', '{ count: unsure }', '{ count: unsure, atLeast: 1000000000 }')
    expect(problemsOf(rows).map(({ code }) => code)).not.toContain('check-failed')
  })
  it('a day that no calendar has is told', () => {
    const far = spoilt(
      'flows/tea.yaml',
      'hungry: { shared',
      'born: { ask: date, before: on+999999999d, next: hungry }\n  hungry: { shared',
    )
    expect(problemsOf(far).map(({ code }) => code)).toContain('bad-test-day')
  })
})
