/** Questions and answers in words: on the question, in the list of answers, in the reasons, on the card and at the desk. */
import type { Place } from '../contract/content.ts'
import { isUnsure, listOf, type Question } from '../flow/answer.ts'
import type { Address, Id } from '../flow/definition.ts'
import type { Ask } from '../flow/kinds.ts'
import { ANSWERED, NONE } from '../flow/words.ts'
import { wholeDate } from './day.ts'
import { figures } from './forms.ts'
import { phoneText } from './phone.ts'
import type { EarlierWords, Speaker } from './speaker.ts'

/** Where a question stands; `question` absent: its definition is not at hand. */
export type Asked = { flow: Id; step: Id; question?: Question | undefined }
export type Answered = Asked & { value?: unknown }
/** Names that are facts of the place, and no words of the content. */
export type Named = { municipalities: Pick<Place['municipalities'][number], 'code' | 'name'>[] }

/** The first of the keys that has a text, else the last resort. */
const firstOf = ({ t, has }: Speaker, keys: string[], lastResort: string): string => {
  const key = keys.find((one) => has(one))
  return key ? t(key) : lastResort
}

function municipalityText({ lang }: Speaker, { municipalities }: Named, id: Id): string | undefined {
  const name = municipalities.find(({ code }) => code === id)?.name
  return name && (name[lang] ?? name.fi ?? Object.values(name)[0])
}

/** Namespace of the names that entries of named lists carry, `{list}.{id}`: they stand in the words of a revision. */
export const LISTS = 'lists'

/** The text of one row; one that has no text is said by its id. */
export function optionText(
  speaker: Speaker,
  named: Named,
  { flow, step, question }: Asked,
  id: Id | number,
): string {
  const own = `${flow}:${step}`
  const place = question?.ask === 'municipality' && municipalityText(speaker, named, id as Id)
  const list = question && listOf(question)
  const keys =
    id === NONE || isUnsure(id)
      ? [`${own}.${id}`, `say:answer.${id}`]
      : [`${own}.options.${id}`, `say:${question?.ask}.${id}`, `${LISTS}:${list}.${id}`]
  return place || firstOf(speaker, keys, String(id))
}

/** Said by the text of its option. */
const chosen = undefined
/** An amount and its unit stay on one line. */
const amount = (unit: 'money' | 'percentage', least?: number) => (text: string, speaker: Speaker) =>
  `${figures(text, speaker, least)}\u00a0${speaker.t(`say:unit.${unit}`)}`

/** How an answer to each kind of question is said. */
const SAYS = {
  one: chosen,
  many: chosen,
  scale: chosen,
  number: figures,
  money: amount('money', 2),
  percentage: amount('percentage'),
  year: String,
  date: (text, speaker) => wholeDate(speaker, text),
  text: String,
  municipality: chosen,
  phone: phoneText,
} satisfies Record<Ask, ((text: string, speaker: Speaker) => string) | undefined>

/**
 * The answer as a resident would say it, one text for each thing chosen; none when there is no answer. Answers that the
 * replay did not accept are said as far as they can be.
 */
export function answerTexts(speaker: Speaker, named: Named, answered: Answered): string[] {
  const { value, question } = answered
  const option = (id: Id | number) => optionText(speaker, named, answered, id)
  if (value === undefined) return []
  if (Array.isArray(value)) return value.length === 0 ? [option(NONE)] : value.map(option)
  const says = isUnsure(value) ? chosen : question && SAYS[question.ask]
  return [says ? says(String(value), speaker) : option(String(value))]
}

/** The same in one line; empty when there is no answer. */
export const answerText = (speaker: Speaker, named: Named, answered: Answered): string =>
  answerTexts(speaker, named, answered).join(' · ')

/** The short label of a question on the card and in lists, else the question itself. */
export const labelOf = (speaker: Speaker, { flow, step }: Asked): string =>
  firstOf(speaker, [`${flow}:${step}.card`, `${flow}:${step}.question`], step)

type Met = Answered & { address: Address; need?: Id | undefined }
/** The real answer at an address; of one that was left open nothing is said. */
const realAt = (visits: Met[], address: Address): Id[] => {
  const value = visits.find((one) => one.address === address)?.value
  return value === undefined || isUnsure(value) ? [] : [value].flat().map(String)
}

/**
 * What the answers so far give to texts, from the words of their options alone: never what somebody wrote.
 * @param visits the questions met, also the one that waits
 */
export function spoken(speaker: Speaker, named: Named, visits: Met[]): EarlierWords {
  const forms = visits.flatMap(({ flow, step, need, question }): [string, string[]][] => {
    const by = question?.wordsBy
    if (by === undefined) return []
    const near = realAt(visits, `${need}/${by}`)
    const answer = near.length > 0 ? near : realAt(visits, by)
    return [[`${flow}:${step}`, answer.length > 0 ? [...answer, ANSWERED] : []]]
  })
  const wanted = visits.map(({ question }) => question?.wordsBy?.split('/').at(-1))
  const isChosen = ({ address, step, question }: Met) =>
    question && !SAYS[question.ask] && wanted.includes(step) && realAt(visits, address).length > 0
  return {
    values: Object.fromEntries(
      visits.filter(isChosen).map((one) => [one.step, answerText(speaker, named, one)]),
    ),
    forms: Object.fromEntries(forms),
  }
}
