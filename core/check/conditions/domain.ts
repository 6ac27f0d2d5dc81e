/** The answers worth trying for one question: all that the tests made of it can tell apart. */
import type { Value } from '../../flow/definition.ts'
import type { Ask } from '../../flow/kinds.ts'
import { DECLINED, DONT_KNOW, END, STRIP } from '../../flow/words.ts'
import { isRecord, record, rowOf } from '../base/safe-access.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'

/** Variable → the tests made of it. */
export type Spoken = Map<string, unknown[]>
/** One combination of answers; a missing value is a question not answered. */
export type Guess = Record<string, Value | undefined>

const UNSURE = [DONT_KNOW, DECLINED, undefined]
const MOST_TICKS = 8

/** Every number and text that stands anywhere in the tests. */
function leaves(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  if (Array.isArray(value)) return value.flatMap(leaves)
  return isRecord(value) ? Object.values(value).flatMap(leaves) : []
}

/** Bounds, what lies between them and what lies outside. */
function numbers(tests: unknown[], { bag }: SurveyedQuestion): number[] {
  const own = [bag.min, bag.max].filter((bound) => typeof bound === 'number')
  const named = leaves(tests).filter((leaf) => typeof leaf === 'number')
  const bounds = [...new Set([...named, ...own])].sort((a, b) => a - b)
  const between = bounds.flatMap((bound, index) => {
    const next = bounds[index + 1]
    return next === undefined ? [] : [(bound + next) / 2]
  })
  const outside = bounds.length > 0 ? [(bounds[0] as number) - 1, (bounds.at(-1) as number) + 1] : [0]
  const [min, max] = [bag.min, bag.max].map((bound) => (typeof bound === 'number' ? bound : undefined))
  return [...bounds, ...between, ...outside].filter(
    (it) => it >= (min ?? -Infinity) && it <= (max ?? Infinity),
  )
}

/** Every set that can be made of these ids. */
function subsets([first, ...rest]: string[]): string[][] {
  if (first === undefined) return [[]]
  const without = subsets(rest)
  return without.concat(without.map((set) => [first, ...set]))
}

/** Ticks named by a test, and as many others as a size can tell apart. */
function ticks(tests: unknown[], { options, bag }: SurveyedQuestion): string[][] | undefined {
  const named = options.filter((option) => leaves(tests).includes(option))
  const sizes = tests.flatMap((test) => leaves(record(test).size)).map(Number)
  const others = options
    .filter((option) => !named.includes(option))
    .slice(0, sizes.reduce((most, size) => Math.max(most, size), 0) + 1)
  const tried = [...named, ...others]
  if (tried.length > MOST_TICKS) return undefined
  const most = typeof bag.most === 'number' ? bag.most : Infinity
  // one that is short of the least may well have been ticked together with others that no test can tell apart
  const least = typeof bag.least === 'number' ? Math.min(bag.least, 1) : 0
  return subsets(tried).filter((set) => set.length <= most && set.length >= least)
}

type Values = Guess[string][] | undefined

const chosen = ({ options }: SurveyedQuestion): Values =>
  options.length > 0 ? [...options, ...UNSURE] : undefined
/** Of bounds that are upside down nothing is said but that. */
function counted(question: SurveyedQuestion, tests: unknown[]): Values {
  const { min, max } = question.bag
  const isUpsideDown = typeof min === 'number' && typeof max === 'number' && min > max
  return isUpsideDown ? undefined : [...numbers(tests, question), ...UNSURE]
}
const unlisted = (): Values => undefined

function ticked(question: SurveyedQuestion, tests: unknown[]): Values {
  // attributes name no option, so no handful of ticks tells what they can be
  if (tests.some((test) => 'where' in record(test))) return undefined
  const sets = ticks(tests, question)
  const unsure = question.address === STRIP ? [DONT_KNOW, DECLINED] : UNSURE // the strip unanswered is none of these
  return sets && [...sets, ...unsure]
}

/** The values of each kind of question that tests can tell apart. */
const DOMAINS = {
  one: chosen,
  many: ticked,
  scale: () => [1, 2, 3, 4, 5, ...UNSURE],
  number: counted,
  money: counted,
  percentage: counted,
  year: counted,
  date: unlisted,
  text: unlisted,
  municipality: chosen,
  phone: unlisted,
} satisfies Record<Ask, (question: SurveyedQuestion, tests: unknown[]) => Values>

/** Does a test compare with another answer? Then no handful of values tells what can be. */
const comparesAnswers = (test: unknown): boolean =>
  Object.values(record(test)).some((bound) => 'answer' in record(bound))

/** Values to try for a variable; nothing when they cannot be listed. */
export function domainOf(survey: Survey, name: string, tests: unknown[]): Values {
  if (tests.some(comparesAnswers)) return undefined
  if (name.startsWith('count ')) {
    const bounds = tests.flatMap((test) => leaves([record(test).atLeast, record(test).atMost])).map(Number)
    // each bound, one less and one more: a large one makes no more of them
    const tried = bounds.filter(Number.isFinite).map(Math.floor)
    const counts = [0, 1, 2, ...tried.flatMap((bound) => [bound - 1, bound, bound + 1])]
    return [...new Set(counts.filter((count) => count >= 0))]
  }
  if (name === END) return [...survey.ends.keys(), undefined]
  const question = survey.questions.get(name)
  return (
    question &&
    rowOf<(question: SurveyedQuestion, tests: unknown[]) => Values>(DOMAINS, question.ask)?.(question, tests)
  )
}
