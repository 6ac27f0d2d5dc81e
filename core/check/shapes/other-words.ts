/** Words and forms that people try first, because other languages have them: each is told with the right one. */
import type { Schema } from '../../flow/schema.ts'
import { nearest } from '../base/nearest.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord } from '../base/safe-access.ts'
import { type Fill, type PhraseName, phrase, type SaidWord } from '../said/saying.ts'
import { joinedBeside, joinedOtherwise, listAsCondition } from './joined.ts'
import { type CheckedFile, lastName } from './wrong-type.ts'

/** In a condition: what is meant, by what was written. */
const OF_CONDITIONS: Record<string, string> = {
  ...{ and: 'all', both: 'all', allOf: 'all' },
  ...{ or: 'any', either: 'any', anyOf: 'any', oneOf: 'any' },
  nor: 'not: { any: … }',
  if: 'when',
  none: 'not',
}
/** In a test of one answer. */
const OF_TESTS: Record<string, string> = {
  equals: 'is',
  eq: 'is',
  value: 'is',
  isNot: 'none',
  in: 'any',
  oneOf: 'any',
  contains: 'any',
  includes: 'any',
  notIn: 'none',
  gt: 'min',
  gte: 'min',
  lt: 'max',
  lte: 'max',
  atLeast: 'min',
  atMost: 'max',
  from: 'after',
  until: 'before',
  empty: 'size: { max: 0 }',
}
/** With another value than was written: our bounds hold themselves, our days do not. */
const OTHER_VALUE: Record<string, PhraseName> = {
  gt: 'meant.oneMore',
  lt: 'meant.oneLess',
  from: 'meant.dayBefore',
  until: 'meant.dayAfter',
}
const testMeant = (name: string): SaidWord => {
  const { [name]: value } = OTHER_VALUE
  const word = OF_TESTS[name] as string
  return value ? { sentences: [word, phrase(value)] } : word
}
/** Words of a step that do not stand in a flow. */
const OF_TEXTS = ['title', 'label', 'text', 'question', 'hint', 'description', 'help', 'name']
/** Words of those who want to compute; nothing here does (neither sums nor what somebody is entitled to). */
export const ARITHMETIC = [
  'sum',
  'plus',
  'minus',
  'times',
  'total',
  'add',
  'subtract',
  'multiply',
  'divide',
  'percent',
]

/** Something else in the place of a condition; always `false`. */
export function noCondition(place: CheckedFile, value: unknown, path: Path): false {
  if (Array.isArray(value)) return listAsCondition(place, value, path)
  if (value === null || value === undefined)
    place.report('empty-condition', place.file, path, {}, { part: 'key' })
  else place.report('condition-as-text', place.file, path, { value: inWords(value) })
  return false
}

const isCondition = (known: Record<string, Schema>) => 'fact' in known && 'danger' in known
const isTest = (known: Record<string, Schema>) => 'answered' in known && 'unsure' in known
const isStep = (known: Record<string, Schema>) => 'next' in known && 'ask' in known
/** A branch or a row of a table. */
const hasWhen = (known: Record<string, Schema>) => 'when' in known

/** The word that was written, of those that a set of named values does not have. */
function wordIn(
  place: CheckedFile,
  known: Record<string, Schema>,
  name: string,
  value: unknown,
  path: Path,
): boolean {
  const at = [...path, name]
  const told = (fill: Fill, code: 'other-word' | 'words-in-flow' | 'no-arithmetic' | 'not-in-test') => {
    place.report(code, place.file, at, { name, ...fill }, { part: 'key' })
    return true
  }
  if (isCondition(known)) {
    if (Object.hasOwn(OF_CONDITIONS, name) && (Array.isArray(value) || isRecord(value)))
      return told({ instead: OF_CONDITIONS[name] as string }, 'other-word')
    if (ARITHMETIC.includes(name) && Array.isArray(value)) return told({}, 'no-arithmetic')
    if (!(name in known) && Array.isArray(value) && value.every(isRecord))
      return told({ instead: nearest(name, ['all', 'any']) ?? 'any' }, 'other-word')
    if (!(name in known) && Array.isArray(value)) {
      place.report('test-as-list', place.file, at, { name, value: `[${value.map(inWords).join(', ')}]` })
      return true
    }
  }
  if (isTest(known)) {
    if (name === 'not') return told({ name: lastName(path), value: inWords(value) }, 'not-in-test')
    if (Object.hasOwn(OF_TESTS, name) && !Object.hasOwn(known, name))
      return told({ instead: testMeant(name) }, 'other-word')
  }
  if (!isStep(known) || !OF_TEXTS.includes(name)) return false
  const flow = (place.file.split('/').at(-1) ?? '').replace('.yaml', '')
  const part =
    name === 'hint' || name === 'help' || name === 'description'
      ? 'hint'
      : name === 'label'
        ? 'card'
        : 'question'
  return told({ flow, step: lastName(path), part }, 'words-in-flow')
}

/** Tells of the first such word; `true` when there is one. */
export const otherWords = (
  place: CheckedFile,
  known: Record<string, Schema>,
  value: Bag,
  path: Path,
): boolean =>
  (isCondition(known) && joinedOtherwise(place, value, path)) ||
  (hasWhen(known) && joinedBeside(place, value, path)) ||
  Object.entries(value).some(([name, inner]) => wordIn(place, known, name, inner, path))
