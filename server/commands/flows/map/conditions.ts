/** Conditions as sentences. */
import { inWords, isRecord, list, record } from '#core/check/base/safe-access.ts'
import { meaning, type Survey, type SurveyedQuestion } from '#core/check/base/survey.ts'
import { ANSWERED_BY, type Ask } from '#core/flow/kinds.ts'
import { ANY_DANGER, END } from '#core/flow/words.ts'
import { joined, say, sayOr } from './phrases.ts'
import { answerText, questionText } from './words.ts'

/** Where a condition stands: bare names mean steps of these needs; of `own` the question need not be said. */
export type Here = { survey: Survey; needs: string[]; own?: string }
type Met = { here: Here; question: SurveyedQuestion | undefined }

const isChosen = ({ question }: Met): boolean => {
  const by = ANSWERED_BY[question?.ask as Ask]
  return by === 'options' || by === 'place'
}
const isScale = ({ question }: Met): boolean => question?.ask === 'scale'

const nameOf = ({ survey, needs }: Here, name: unknown): string => {
  const question = meaning(survey, needs, inWords(name))
  return question ? questionText(survey, question) : inWords(name)
}

/** `on-18y` as it is meant; any other day as it is written. */
function dayText(day: string): string {
  if (day === 'on') return say('day.on')
  const [, sign, number = '', unit = ''] = /^on([+-])(\d+)([dmy])$/.exec(day) ?? []
  if (sign === undefined) return day
  return say(sign === '-' ? 'day.earlier' : 'day.later', { number, unit: sayOr(`day.${unit}`, unit) })
}

/** A bound: a number, a day, an answer, or another question's answer. */
function boundText(asked: Met, value: unknown): string {
  if (isRecord(value)) return say('range.answer', { question: nameOf(asked.here, value.answer) })
  return typeof value === 'string' && !isChosen(asked) ? dayText(value) : answerIn(asked, value)
}

const answerIn = ({ here, question }: Met, value: unknown): string => answerText(here.survey, question, value)

const answersIn = (asked: Met, value: unknown, by: 'and' | 'or'): string =>
  joined(
    list(value).map((one) => answerIn(asked, one)),
    by,
  )

const isText = (asked: Met, value: unknown): string =>
  say(isChosen(asked) ? 'chosen.one' : 'is', { answer: boundText(asked, value) })

/** `at least 2`, of the bounds that are given. */
function numberText(least: unknown, most: unknown): string {
  const fill = { least: inWords(least), most: inWords(most) }
  if (least === undefined) return say('number.most', fill)
  if (most === undefined) return say('number.least', fill)
  return least === most ? inWords(least) : say('number.between', fill)
}

function sizeText(size: unknown): string {
  const { min, max } = record(size)
  if (max === 0) return say('chosen.nothing')
  if (min === 1 && max === undefined) return say('chosen.something')
  return say('chosen.number', { number: numberText(min, max) })
}

function rangeText(asked: Met, { min, max }: Record<string, unknown>): string {
  const fill = { least: boundText(asked, min), most: boundText(asked, max) }
  if (min !== undefined && max !== undefined) return say('range.between', fill)
  const side = max === undefined ? 'least' : 'most'
  return say(`${isScale(asked) ? 'scale' : 'range'}.${side}`, fill)
}

function noneText(asked: Met, value: unknown): string {
  const [one, ...more] = list(value)
  if (!isChosen(asked)) return say('is.not', { answer: answersIn(asked, value, 'or') })
  if (more.length === 0) return say('chosen.not', { answer: answerIn(asked, one) })
  return say('chosen.none', { answers: answersIn(asked, value, 'or') })
}

const whereText = ({ question }: Met, value: unknown): string[] =>
  Object.entries(record(value)).map(([attribute, wanted]) =>
    say(question?.ask === 'municipality' ? 'lives' : 'has', { attribute, value: inWords(wanted) }),
  )

const yesOrNo = (name: 'asked' | 'answered' | 'dontKnow' | 'declined', value: unknown): string =>
  say(value === false ? `${name}.not` : name)

/** How each word of a test is said; `min` and `max` together. */
const WORDS: Record<
  string,
  (asked: Met, value: unknown, test: Record<string, unknown>) => string | string[]
> = {
  is: isText,
  any: (asked, value) =>
    isChosen(asked)
      ? say('chosen.any', { answers: answersIn(asked, value, 'or') })
      : say('is', { answer: answersIn(asked, value, 'or') }),
  all: (asked, value) =>
    say(list(value).length > 1 ? 'chosen.all' : 'chosen.any', { answers: answersIn(asked, value, 'and') }),
  none: noneText,
  min: (asked, _, test) => rangeText(asked, test),
  max: (asked, _, test) => ('min' in test ? [] : rangeText(asked, test)),
  size: (_, value) => sizeText(value),
  before: (asked, value) => say('before', { day: boundText(asked, value) }),
  after: (asked, value) => say('after', { day: boundText(asked, value) }),
  where: whereText,
  asked: (_, value) => yesOrNo('asked', value),
  answered: (_, value) => yesOrNo('answered', value),
  dontKnow: (_, value) => yesOrNo('dontKnow', value),
  declined: (_, value) => yesOrNo('declined', value),
}

/** A test of one answer. What is no word of the language is left as it is written: the check tells of it. */
function testText(asked: Met, test: unknown): string {
  if (!isRecord(test)) return isText(asked, test)
  const { unsure, ...rest } = test
  const parts = Object.entries(rest).flatMap(([word, value]) => {
    const how = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
    return how ? how(asked, value, rest) : `${word} ${inWords(value)}`
  })
  const said = parts.join(say('and'))
  return unsure === true ? say('unsure', { test: said }) : said
}

function countText(here: Here, { count, atLeast, atMost }: Record<string, unknown>): string {
  const least = atLeast ?? (atMost === undefined ? 1 : undefined)
  const number = numberText(least, atMost)
  if (!isRecord(count)) return sayOr(`count.${inWords(count)}`, inWords(count)).replace('{number}', number)
  const { each, where } = count
  const question = [...here.survey.questions.values()].find(
    ({ need, step }) => need !== undefined && step === each,
  )
  return say('count.needs', { question: inWords(each), test: testText({ here, question }, where), number })
}

function answerEntry(here: Here, name: string, test: unknown): string {
  const question = meaning(here.survey, here.needs, name)
  const said = testText({ here, question }, test)
  return question && question.address === here.own
    ? said
    : say('of', { question: nameOf(here, name), test: said })
}

/** Conditions of which one is enough. */
const grouped = (parts: string[]): string =>
  parts.length > 1 ? say('grouped', { condition: parts.join(say('alternative')) }) : (parts[0] ?? '')

function entryText(here: Here, name: string, value: unknown, condition: Record<string, unknown>): string[] {
  const each = () => list(value).map((inner) => conditionText(here, inner))
  if (name === 'all') return each()
  if (name === 'any') return [grouped(each())]
  if (name === 'not') return [say('not', { condition: conditionText(here, value) })]
  if (name === 'fact') return [say('fact', { name: inWords(value) })]
  if (name === 'danger')
    return [
      value === ANY_DANGER
        ? say('danger.any')
        : say('danger', { names: joined([value].flat().map(inWords), 'or') }),
    ]
  if (name === END) return [say('end', { names: joined([value].flat().map(inWords), 'or') })]
  if (name === 'count') return [countText(here, condition)]
  if (name === 'atLeast' || name === 'atMost') return []
  return [answerEntry(here, name, value)]
}

/** A condition as an editor says it: `“Vuokra on maksamatta” is chosen and “Missä asut?”: lives in area north`. */
export function conditionText(here: Here, value: unknown): string {
  const condition = record(value)
  const parts = Object.entries(condition).flatMap(([name, inner]) => entryText(here, name, inner, condition))
  return parts.length === 0 ? say('always') : parts.join(say('and'))
}
