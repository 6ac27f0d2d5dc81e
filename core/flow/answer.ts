/** Is this value an answer to this question, and in which one form is it kept? */
import { readPhone } from '../request/phone.ts'
import { dayOf, isDay } from './day.ts'
import type { Id, Lists, QuestionStep, SharedQuestion, Value } from './definition.ts'
import { type Ask, SCALE } from './kinds.ts'
import { MUNICIPALITIES } from './named.ts'
import type { AnswerProblem } from './result.ts'
import { DECLINED, DONT_KNOW, ELSEWHERE, NONE } from './words.ts'

export type Question = QuestionStep | SharedQuestion
type Of<Kind extends Ask> = Question & { ask: Kind }
export type Accepted = { ok: true; value: Value } | { ok: false; code: AnswerProblem }

/** Longest text kept when the step names no `most`: what a request may carry. */
const TEXT_MOST = 500
const bounds = {
  number: [-1e12, 1e12],
  money: [0, 1e12],
  percentage: [0, 100],
  year: [1000, 9999],
} as const

const yes = (value: Value): Accepted => ({ ok: true, value })
const no = (code: AnswerProblem): Accepted => ({ ok: false, code })

/** “I don't know” and a withheld answer: accepted by every question. */
export const isUnsure = (value: unknown): boolean => value === DONT_KNOW || value === DECLINED

/** The list a question's options come from, if any. */
export function listOf(question: Question): Id | undefined {
  if (question.ask === 'municipality') return MUNICIPALITIES
  return 'list' in question ? question.list : undefined
}

/** The option ids of a *one*, *many* or *municipality* in the order they are written; of other kinds none. */
export function optionsOf(question: Question, lists: Lists): Id[] {
  const list = listOf(question)
  const fromList = list === undefined ? [] : (lists[list] ?? []).map((item) => item.id)
  if (question.ask === 'municipality') return [...fromList, ELSEWHERE]
  return ('options' in question && question.options) || fromList
}

function acceptOption(question: Question, value: unknown, lists: Lists): Accepted {
  return typeof value === 'string' && optionsOf(question, lists).includes(value)
    ? yes(value)
    : no('answer-not-an-option')
}

/** Sorted into option order and each once, so that the same ticks are always the same answer. */
function acceptMany(question: Of<'many'>, value: unknown, lists: Lists): Accepted {
  const options = optionsOf(question, lists)
  const ticked = typeof value === 'string' ? [value] : value
  if (!Array.isArray(ticked)) return no('answer-not-an-option')
  const given = ticked.length === 1 && ticked[0] === NONE ? [] : ticked
  if (given.some((one) => !options.includes(one))) return no('answer-not-an-option')
  const sorted = options.filter((option) => given.includes(option))
  if (sorted.length < (question.least ?? 0)) return no('answer-too-few')
  return sorted.length > (question.most ?? Infinity) ? no('answer-too-many') : yes(sorted)
}

function acceptScale(_: Question, value: unknown): Accepted {
  const number = typeof value === 'string' ? Number(value) : value
  return SCALE.includes(number as number) ? yes(number as number) : no('answer-not-an-option')
}

/** Reads `1 234,5` as people write it. */
function readNumber(value: unknown): number {
  if (typeof value !== 'string') return typeof value === 'number' ? value : Number.NaN
  const plain = value
    .replace(/[\s€%]/g, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

function acceptNumber(question: Of<'number' | 'money' | 'percentage' | 'year'>, value: unknown): Accepted {
  const number = readNumber(value)
  if (!Number.isFinite(number)) return no('answer-not-a-number')
  if (question.ask === 'year' && !Number.isInteger(number)) return no('answer-not-a-number')
  const [least, most] = bounds[question.ask]
  if (number < (question.min ?? least)) return no('answer-too-small')
  if (number > (question.max ?? most)) return no('answer-too-large')
  return yes(number === 0 ? 0 : number)
}

/** `after` and `before` are strict: a birthday `before: on` is yesterday or earlier. */
function acceptDate(question: Of<'date'>, value: unknown, _: Lists, on: string): Accepted {
  if (typeof value !== 'string' || !isDay(value.trim())) return no('answer-not-a-date')
  const day = value.trim()
  if (question.after !== undefined && day <= dayOf(question.after, on)) return no('answer-too-early')
  if (question.before !== undefined && day >= dayOf(question.before, on)) return no('answer-too-late')
  return yes(day)
}

/** Control characters and broken surrogates are dropped: they cannot be read aloud, stored or compared. */
function acceptText(question: Of<'text'>, value: unknown): Accepted {
  if (typeof value !== 'string') return no('answer-missing')
  const text = value
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
    .normalize('NFC')
    .trim()
  if (text === '') return no('answer-missing')
  return [...text].length > (question.most ?? TEXT_MOST) ? no('answer-too-long') : yes(text)
}

function acceptPhone(_: Question, value: unknown): Accepted {
  const number = typeof value === 'string' ? readPhone(value) : undefined
  return number === undefined ? no('answer-not-a-phone') : yes(number)
}

type Accepts<Asked> = (question: Asked, value: unknown, lists: Lists, on: string) => Accepted

/** What each kind of question accepts. */
const ACCEPTS: { [Kind in Ask]: Accepts<Of<Kind>> } = {
  one: acceptOption,
  many: acceptMany,
  scale: acceptScale,
  number: acceptNumber,
  money: acceptNumber,
  percentage: acceptNumber,
  year: acceptNumber,
  date: acceptDate,
  text: acceptText,
  municipality: acceptOption,
  phone: acceptPhone,
}

/**
 * Judges and normalises one answer. Pure: `on` is the day of the conversation (ISO date), for dates against it.
 * “I don't know” and “declined” are accepted by every question; nothing at all is `answer-missing`.
 * Accepting an accepted value again gives the same value.
 */
export function accept(question: Question, value: unknown, lists: Lists, on: string): Accepted {
  if (value === DONT_KNOW || value === DECLINED) return yes(value)
  if (value === undefined || value === null) return no('answer-missing')
  if (typeof value === 'string' && value.trim() === '') return no('answer-missing')
  const accepts = ACCEPTS[question.ask] as Accepts<Question>
  return accepts(question, value, lists, on)
}
