/** An answer as a line of the card: the question as it was asked, and what was answered, in words. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { ASKER, type ContentId, PROFESSIONAL } from '#core/flow/named.ts'
import { DECLINED, DONT_KNOW, MAIN, STRIP } from '#core/flow/words.ts'
import { answerTexts, labelOf, spoken } from '#core/say/answer.ts'
import { isNearOne, type Speaker, speakTo } from '#core/say/speaker.ts'
import { session } from '../state/session.ts'
import { speaking } from '../state/speaking.ts'
import { contentOf, speakerOf } from './content.ts'
import { lifeAreaName } from './names.ts'
import { say, spokenLanguage } from './words.ts'

type Answer = OpenRequest['answers'][number]
export type AnswerLine = {
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

/** The question’s definition: a step’s own, one of those asked with the request, else `shared`, which the main flow owns. */
function definitionOf(revision: string, flow: string, step: string) {
  const flows = contentOf(revision)?.dialogue?.flows
  if (step === STRIP) return flows?.[MAIN]?.strip
  const own = flows?.[flow]
  const found = own?.steps[step] ?? own?.request?.[step]
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

const askerOf = (request: OpenRequest) => {
  const asker = answerTo(request, ASKER)?.value
  return isNearOne(asker) || asker === PROFESSIONAL ? asker : undefined
}

const withQuestion = ({ revision }: OpenRequest, { address, need, flow, step, value }: Answer) => ({
  address,
  need,
  flow,
  step,
  value,
  question: definitionOf(revision, flow, step),
})

const named = () => ({ municipalities: session.get().me?.municipalities ?? [] })

const made = new WeakMap<OpenRequest, { of: string; speaker: Speaker }>()
/** Speaks as the conversation did: of the one who asked, with their earlier answers at hand. Made anew when other words have come. */
export function speakerTo(request: OpenRequest): Speaker {
  const of = `${spokenLanguage()} ${speaking.get().words}`
  const known = made.get(request)
  if (known?.of === of) return known.speaker
  const bare = speakerOf(request.revision)
  // what could not be verified was not chosen from our options: nothing of it stands in another text
  const path = request.row.verified ? request.answers.map((answer) => withQuestion(request, answer)) : []
  const speaker = speakTo(bare, askerOf(request), spoken(bare, named(), path))
  made.set(request, { of, speaker })
  return speaker
}

/** Withheld is said in the desk’s own voice: the line may have been taken away, not only left unanswered. */
const valueTexts = (request: OpenRequest, answer: Answer): string[] =>
  answer.value === DECLINED
    ? [say('answer.declined')]
    : answerTexts(speakerTo(request), named(), withQuestion(request, answer))

/** The question’s short label on the card, else the question itself, else the step’s name. */
export const questionText = (request: OpenRequest, asked: { flow: string; step: string }): string =>
  labelOf(speakerTo(request), asked)

export const lineOf = (request: OpenRequest, answer: Answer): AnswerLine => ({
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
