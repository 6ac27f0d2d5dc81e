/** An answer as a line of the card: the question as it was asked, and what was answered, in words. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { DECLINED, DONT_KNOW, STRIP } from '#core/flow/words.ts'
import { contentOf, contentText, listedName } from './content.ts'
import { dayWords } from './dates.ts'
import { municipalityName } from './names.ts'
import { say, spokenLanguage } from './words.ts'

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
  return flows?.guidance?.shared?.[step]
}

const asked = (answers: OpenRequest['answers']) => {
  const asker = answers.find((one) => one.address === 'asker')?.value
  return asker === 'relative' || asker === 'professional' ? { context: asker } : {}
}

const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
  new Intl.NumberFormat(spokenLanguage(), options).format(value)

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
      contentText(
        revision,
        [`${flow}:${step}.options.${value}`, `widget:scale.${value}`],
        asked(request.answers),
      ) ?? value
    )
  if (ask === 'date') return `${dayWords(value)}${value.slice(0, 4)}`
  if (ask === 'municipality') return municipalityName({ municipality: value }, revision)
  const named =
    definition && 'list' in definition && definition.list
      ? listedName(revision, definition.list, value)
      : undefined
  const key = step === STRIP ? `guidance:strip.options.${value}` : `${flow}:${step}.options.${value}`
  return contentText(revision, [key], asked(request.answers)) ?? named ?? value
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
  contentText(
    request.revision,
    [`${flow}:${step}.card`, `${flow}:${step}.question`],
    asked(request.answers),
  ) ?? step

export const lineOf = (request: OpenRequest, answer: Answer): Line => ({
  address: answer.address,
  need: answer.need,
  question: questionText(request, answer),
  texts: valueTexts(request, answer),
  kind: kindOf(answer.value),
})

/** “question: answer” of the answers that made a rule hold. */
export function becauseTexts(request: OpenRequest, because: OpenRequest['because']): string[] {
  return because.flatMap(({ address, value }) => {
    const answer = request.answers.find((one) => one.address === address)
    if (!answer) return []
    const line = lineOf(request, { ...answer, value })
    return [say('because.line', { question: line.question, answer: line.texts.join(', ') })]
  })
}

/** The scale answer of a need, 5 goes well … 1 cannot manage without help, no number when not known; undefined: not asked. */
export function scaleOf(
  request: OpenRequest,
  need: string,
): { value: number | undefined; text: string } | undefined {
  const answer = request.answers.find(
    (one) => one.need === need && definitionOf(request.revision, one.flow, one.step)?.ask === 'scale',
  )
  const value = Number(answer?.value)
  if (!answer) return undefined
  return { value: Number.isInteger(value) ? value : undefined, text: valueTexts(request, answer).join(', ') }
}
