/** One test of one answer: does it suit the kind of question, and does the question have such an answer? */

import { ANSWERED_BY, type Ask, SCALE } from '../../flow/kinds.ts'
import { DECLINED, DONT_KNOW, NONE } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { dayNotThere } from '../base/days.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, list, record, rowOf } from '../base/safe-access.ts'
import { guess, hint } from '../base/suggest.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'
import { phrase } from '../said/saying.ts'

const STATUS = ['asked', 'answered', 'dontKnow', 'declined', 'unsure']
const OF_NUMBERS = ['is', 'any', 'none', 'min', 'max']
/** What can be asked of an answer, by kind of question; its status can be asked of every one. */
const TESTS = {
  one: ['is', 'any', 'none', 'where'],
  municipality: ['is', 'any', 'none', 'where'],
  many: ['is', 'any', 'all', 'none', 'size', 'where'],
  scale: OF_NUMBERS,
  number: OF_NUMBERS,
  money: OF_NUMBERS,
  percentage: OF_NUMBERS,
  year: OF_NUMBERS,
  date: ['is', 'any', 'none', 'before', 'after'],
  text: [],
  phone: [],
} satisfies Record<Ask, string[]>
const EVERY = [...new Set(Object.values(TESTS).flat())]

/** `meaning`: the question that another name in the same condition means; a name that means none is reported there. */
export type Meaning = (name: string, path: Path) => SurveyedQuestion | undefined
export type Compared = { survey: Survey; file: string; question: SurveyedQuestion; meaning: Meaning }

/** Several answers that somebody joined as one speaks: `rent or moving`, `rent, moving`. */
function partsOf(value: unknown, options: readonly unknown[]): string[] | undefined {
  const parts = inWords(value).split(/\s*(?:,|\||\/|&|\s(?:or|and|tai|ja|eller|och)\s)\s*/)
  return parts.length > 1 && parts.every((part) => options.includes(part)) ? parts : undefined
}

/** Checks one value that an answer is compared with, or given. */
export function checkValue(
  { survey, file, question }: Omit<Compared, 'meaning'>,
  value: unknown,
  path: Path,
): void {
  const { ask, options, step: name } = question
  if (value === DONT_KNOW || value === DECLINED) return
  if (rowOf(ANSWERED_BY, ask) === 'steps' && !SCALE.includes(value as number)) {
    survey.report('wrong-scale', file, path, { value: inWords(value) })
  }
  const lacking = ask === 'date' && typeof value === 'string' ? dayNotThere(value) : undefined
  if (lacking) survey.report(lacking.code, file, path, lacking.fill)
  if (ask === 'many' && value === NONE) return
  if (options.length === 0 || options.includes(value as string)) return
  const parts = partsOf(value, options)
  if (parts) {
    survey.report('answers-in-one', file, path, { value: inWords(value), names: parts.join(', ') })
    return
  }
  const listed = { sentences: [hint(value, options), phrase('orRemoved')] }
  const fill = { value: inWords(value), name, hint: guess(value, options) ?? listed }
  const of = [
    { file: question.file, path: question.path },
    ...(question.list === undefined ? [] : [{ file: fileOf.area(question.list), path: [] }]),
  ]
  // it is the question whose answers are others than its readers think
  const about = { file: question.file, path: [...question.path, 'answers', fill.value] }
  survey.report('unknown-answer', file, path, fill, { of, about, fold: `${question.address} ${fill.value}` })
}

function checkWhere({ survey, file, question }: Compared, where: Bag, path: Path): void {
  const items = survey.lists[question.list ?? '']
  if (!items) return
  const known = new Set(items.flatMap((item) => Object.keys(item)).filter((name) => name !== 'id'))
  for (const [name, value] of Object.entries(where)) {
    const at = [...path, name]
    if (!known.has(name)) {
      survey.report(
        'unknown-attribute',
        file,
        at,
        { list: question.list ?? '', name, hint: hint(name, known) },
        { part: 'key' },
      )
    } else if (!items.some((item) => item[name] === value)) {
      const values = new Set(items.flatMap((item) => (name in item ? [inWords(item[name])] : [])))
      survey.report('unknown-answer', file, at, { value: inWords(value), name, hint: hint(value, values) })
    }
  }
}

function checkRange({ survey, file, question }: Compared, range: Bag, path: Path): void {
  const { min, max } = range
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    survey.report('upside-down', file, [...path, 'min'], { least: min, greatest: max })
  }
  for (const bound of rowOf(ANSWERED_BY, question.ask) === 'steps' ? ['min', 'max'] : []) {
    if (bound in range && !SCALE.includes(range[bound] as number)) {
      survey.report('wrong-scale', file, [...path, bound], { value: inWords(range[bound]) })
    }
  }
}

/** Which kinds of answers can be compared: a figure of money with money, a day with a day. */
const COMPARED = {
  one: undefined,
  many: undefined,
  scale: 'scale',
  number: 'number',
  money: 'money',
  percentage: 'percentage',
  year: 'year',
  date: 'date',
  text: undefined,
  municipality: undefined,
  phone: undefined,
} satisfies Record<Ask, string | undefined>
const BOUNDS = ['is', 'min', 'max', 'before', 'after']

/** Checks the other answer that a test compares with. */
function checkOther({ survey, file, question, meaning }: Compared, bound: Bag, path: Path): void {
  const at = [...path, 'answer']
  const other = typeof bound.answer === 'string' ? meaning(bound.answer, at) : undefined
  if (!other) return
  const [own, its] = [question, other].map(({ ask }) => rowOf<string | undefined>(COMPARED, ask))
  const fill = { name: question.step, kind: question.ask, other: other.step, otherKind: other.ask }
  if (own === undefined || own !== its || other.address === question.address)
    survey.report('not-comparable', file, at, fill)
}

/** Checks a test (a bare value, or an object of named tests) against the question whose answer it looks at. */
export function checkTest(
  survey: Survey,
  file: string,
  question: SurveyedQuestion,
  test: unknown,
  path: Path,
  meaning: Meaning,
): void {
  const spot = { survey, file, question, meaning }
  if (!isRecord(test)) {
    if (!Array.isArray(test)) checkValue(spot, test, path)
    return
  }
  const suited = rowOf<string[]>(TESTS, question.ask) ?? EVERY
  // only the items of a list have attributes
  const allowed = suited.filter((name) => name !== 'where' || question.list !== undefined)
  for (const [name, value] of Object.entries(test)) {
    const at = [...path, name]
    const fits = [...allowed, ...STATUS].includes(name)
    if (!fits && EVERY.includes(name)) {
      const fill = {
        test: name,
        name: question.step,
        kind: question.ask,
        hint: hint('', [...allowed, ...STATUS]),
      }
      survey.report('wrong-test', file, at, fill, { part: 'key' })
    } else if (BOUNDS.includes(name) && isRecord(value)) checkOther(spot, value, at)
    else if (name === 'is') checkValue(spot, value, at)
    else if (name === 'where') checkWhere(spot, record(value), at)
    else for (const [index, item] of list(value).entries()) checkValue(spot, item, [...at, index])
  }
  checkRange(spot, test, path)
  checkRange({ ...spot, question: { ...question, ask: 'size' } }, record(test.size), [...path, 'size'])
}
