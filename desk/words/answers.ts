/** An answer as a line of the card: the question as it was asked, and what was answered, in words. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { ASKER, type ContentId, PROFESSIONAL, RELATIVE } from '#core/flow/named.ts'
import { DECLINED, DONT_KNOW, MAIN, STRIP } from '#core/flow/words.ts'
import { contentOf, contentText, listedName } from './content.ts'
import { dateWords } from './dates.ts'
import { lifeAreaName, municipalityName } from './names.ts'
import { localeTag, say } from './words.ts'

type Answer = OpenRequest['answers'][number]
export type Line = {
  address: string
  need: string | undefined
  question: string
  texts: string[]
  kind: LineKind
}
/** `dontKnow` and `declined` are signals of their own, not missing answers. */
export type LineKind = 'answer' | 'dontKnow' | 'declined'

const kindOf = (value: unknown): LineKind =>
  value === DONT_KNOW ? 'dontKnow' : value === DECLINED ? 'declined' : 'answer'

/** The question’s definition, through `shared` when the main flow owns it. */
function definitionOf(revision: string, flow: string, step: string) {
  const flows = contentOf(revision)?.dialogue?.flows
  const found = flows?.[flow]?.steps[step]
  if (found && 'ask' in found) return found
  return flows?.[MAIN]?.shared?.[step]
}

/**
 * Answers that could not be replayed come with the main flow’s name: one that the main flow never asks belongs to the
 * flow of its need, where that asks it.
 */
export const located = (request: OpenRequest): OpenRequest => {
  const asks = (flow: string, step: string) => definitionOf(request.revision, flow, step) !== undefined
  const answers = request.answers.map((answer) => {
    const { need, flow, step } = answer
    return need && !asks(flow, step) && asks(need, step) ? { ...answer, flow: need } : answer
  })
  return { ...request, answers }
}

/** The answer to a question of the main flow that has a meaning of its own here. */
export const answerTo = ({ answers }: Pick<OpenRequest, 'answers'>, question: ContentId) =>
  answers.find(({ address }) => address === question)

const asked = (request: OpenRequest) => {
  const asker = answerTo(request, ASKER)?.value
  return asker === RELATIVE || asker === PROFESSIONAL ? { context: asker } : {}
}

const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(localeTag(), options).format(value)

function numberText(ask: string | undefined, value: number): string {
  if (ask === 'money') return number(value, { style: 'currency', currency: 'EUR', minimumFractionDigits: 0 })
  if (ask === 'percentage') return number(value / 100, { style: 'percent', maximumFractionDigits: 1 })
  return ask === 'year' ? String(value) : number(value)
}

function oneText(request: OpenRequest, answer: Answer, value: string): string {
  const { revision } = request
  const { flow, step } = answer
  const definition = definitionOf(revision, flow, step)
  const ask = definition?.ask
  if (ask === 'scale')
    return (
      contentText(revision, [`${flow}:${step}.options.${value}`, `widget:scale.${value}`], asked(request)) ??
      value
    )
  if (ask === 'date') return dateWords(value)
  if (ask === 'municipality') return municipalityName({ municipality: value }, revision)
  const named =
    definition && 'list' in definition && definition.list
      ? listedName(revision, definition.list, value)
      : undefined
  const key = step === STRIP ? `${MAIN}:strip.options.${value}` : `${flow}:${step}.options.${value}`
  return contentText(revision, [key], asked(request)) ?? named ?? value
}

function valueTexts(request: OpenRequest, answer: Answer): string[] {
  const { flow, step, value } = answer
  const { revision } = request
  if (value === DONT_KNOW)
    return [
      contentText(revision, [`${flow}:${step}.dontKnow`, 'widget:answer.dontKnow']) ?? say('answer.dontKnow'),
    ]
  if (value === DECLINED) return [say('answer.declined')]
  if (Array.isArray(value)) {
    if (value.length > 0) return value.map((one) => oneText(request, answer, String(one)))
    return [contentText(revision, [`${flow}:${step}.none`, 'widget:answer.none']) ?? say('answer.none')]
  }
  const ask = definitionOf(revision, flow, step)?.ask
  if (typeof value === 'number' && ask !== 'scale') return [numberText(ask, value)]
  return [oneText(request, answer, String(value))]
}

/** The question’s short label on the card, else the question itself, else the step’s name. */
export const questionText = (request: OpenRequest, { flow, step }: { flow: string; step: string }): string =>
  contentText(request.revision, [`${flow}:${step}.card`, `${flow}:${step}.question`], asked(request)) ?? step

export const lineOf = (request: OpenRequest, answer: Answer): Line => ({
  address: answer.address,
  need: answer.need,
  question: questionText(request, answer),
  texts: valueTexts(request, answer),
  kind: kindOf(answer.value),
})

const askOf = (request: OpenRequest, { flow, step }: Answer) =>
  definitionOf(request.revision, flow, step)?.ask

export const isScale = (request: OpenRequest, answer: Answer) => askOf(request, answer) === 'scale'
export const isChoiceOfMany = (request: OpenRequest, answer: Answer) => askOf(request, answer) === 'many'

/** The question with the need it was asked in; how a need goes is asked by the need’s own name. */
export function questionInNeed(request: OpenRequest, answer: Answer): string {
  const question = questionText(request, answer)
  if (!answer.need || !answer.address.includes('/')) return question
  const need = lifeAreaName(request.revision, answer.need)
  return isScale(request, answer) ? need : say('because.inNeed', { need, question })
}

/** “question – answer” of the answers that made a rule hold. */
export function becauseTexts(request: OpenRequest, because: OpenRequest['because']): string[] {
  return because.flatMap(({ address, value }) => {
    const answer = request.answers.find((one) => one.address === address)
    if (!answer) return []
    const { texts } = lineOf(request, { ...answer, value })
    return [say('because.line', { question: questionInNeed(request, answer), answer: texts.join(', ') })]
  })
}

export type Scale = { value: number | undefined; text: string; kind: LineKind }

/** The scale answer of a need, 5 goes well … 1 cannot manage without help, no number when not known; undefined: not asked. */
export function scaleOf(request: OpenRequest, need: string): Scale | undefined {
  const answer = request.answers.find((one) => one.need === need && isScale(request, one))
  if (!answer) return undefined
  const value = Number(answer.value)
  return {
    value: Number.isInteger(value) && value >= 1 && value <= 5 ? value : undefined,
    text: valueTexts(request, answer).join(', '),
    kind: kindOf(answer.value),
  }
}
