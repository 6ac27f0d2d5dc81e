/** What `npm run flows -- --length` says: of each described situation the questions, presses and words to the result, and to *Sent*. */
import { casesOf, dialogueOf, type ParsedContent, SOURCE_LANGUAGE } from '#core/check/base/content.ts'
import { isRecord } from '#core/check/base/safe-access.ts'
import { ON } from '#core/check/trials/cases.ts'
import type { Words } from '#core/contract/content.ts'
import { optionsOf } from '#core/flow/answer.ts'
import type { Answers, Case, Dialogue, Lists } from '#core/flow/definition.ts'
import { ASKER } from '#core/flow/named.ts'
import { replay } from '#core/flow/replay.ts'
import type { QuestionVisit, Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { DONT_KNOW, MAIN, NONE } from '#core/flow/words.ts'
import { answerText, labelOf, optionText } from '#core/say/answer.ts'
import { type Speaker, speakTo } from '#core/say/speaker.ts'
import { lengthOf, median, PRESSES_TO_SENT, questionsAsked } from '#core/walk/length.ts'
import { say } from './map/phrases.ts'

/** A speaker of plain words, with the forms for an asker. */
const speakerOf = (words: Words): Speaker => {
  const textAt = (key: string) => {
    const [namespace = '', name = ''] = key.split(/:(.*)/s)
    return words[namespace]?.[name]
  }
  return {
    lang: SOURCE_LANGUAGE,
    has: (key) => textAt(key) !== undefined,
    t: (key, { context } = {}) => textAt(`${key}_${context}`) ?? textAt(key) ?? '',
  }
}

const NOBODY = { municipalities: [] }
const count = (text: string) => text.split(/\s+/).filter(Boolean).length

/** The words that stand on the screen of a question. */
function wordsOf(speaker: Speaker, lists: Lists, visit: QuestionVisit): number {
  const { flow, step, question } = visit
  const rows = [...optionsOf(question, lists), ...(question.ask === 'many' ? [NONE] : []), DONT_KNOW]
  const options = question.ask === 'scale' ? [5, 4, 3, 2, 1, DONT_KNOW] : rows
  const hint = `${flow}:${step}.hint`
  const texts = [
    speaker.t(`${flow}:${step}.question`),
    speaker.has(hint) ? speaker.t(hint) : '',
    ...options.map((id) => optionText(speaker, NOBODY, visit, id)),
  ]
  return count(texts.join(' '))
}

/** What else is read on the way from the result to *Sent*: the outcome, the request and its card, whose lines are one’s own. */
const ON_THE_WAY =
  `offer.title offer.ask form.title form.phone form.phoneHint form.way form.also form.safe form.window form.asked
form.more form.next card.title card.text privacy.short send`.split(/\s+/)

function wordsToSent(speaker: Speaker, { path }: Replay, segment: string): number {
  const fixed = [
    `segments:${segment}.title`,
    `segments:${segment}.text`,
    ...ON_THE_WAY.map((key) => `widget:${key}`),
  ]
  const lines = path.map((visit) => `${labelOf(speaker, visit)} ${answerText(speaker, NOBODY, visit)}`)
  return count([...fixed.map((key) => speaker.t(key)), ...lines].join(' '))
}

/** `sent`: presses and words to *Sent*; absent where no request is made of the matter, or the situation stops on the way. */
type Measured = {
  id: string
  needs: number
  questions: number
  presses: number
  words: number
  sent?: [number, number]
}

function measure(dialogue: Dialogue, plain: Speaker, { id, answers, on = ON }: Case): Measured {
  const found = replay(dialogue, answers as Answers, on)
  const speaker = speakTo(plain, found.answers[ASKER])
  const { questions, presses } = lengthOf(found)
  const words = questionsAsked(found).reduce((sum, visit) => sum + wordsOf(speaker, dialogue.lists, visit), 0)
  const { headline, needs } = route(dialogue, found, on)
  const { segment, callback } = headline.then
  const sent: [number, number] = [presses + PRESSES_TO_SENT, words + wordsToSent(speaker, found, segment)]
  return { id, needs: needs.length, questions, presses, words, ...(callback === false ? {} : { sent }) }
}

/** Every described situation, measured. */
export function measured(content: ParsedContent): Measured[] {
  const dialogue = dialogueOf(content)
  const speaker = speakerOf((content.words[SOURCE_LANGUAGE] ?? {}) as Words)
  return casesOf(content)
    .filter(isRecord)
    .map((one) => measure(dialogue, speaker, one as unknown as Case))
}

const column = (number: number | undefined) => String(number ?? '–').padStart(6)
const line = ({ id, questions, presses, words, sent }: Measured) =>
  `${column(questions)}${column(presses)}${column(words)}  ${column(sent?.[0])}${column(sent?.[1])}  ${id}`

function sumUp(all: Measured[], needs: number): string[] {
  const these = all.filter((one) => one.needs === needs && one.questions > 1)
  if (these.length === 0) return []
  const of = (pick: (one: Measured) => number) => these.map(pick)
  return [
    say('length.sum', {
      needs,
      count: these.length,
      questions: median(of(({ questions }) => questions)),
      presses: median(of(({ presses }) => presses)),
      words: median(of(({ words }) => words)),
      mostQuestions: Math.max(...of(({ questions }) => questions)),
      mostPresses: Math.max(...of(({ presses }) => presses)),
    }),
  ]
}

/** Lines: a head, one for each situation, and the medians by the number of matters. */
export function lengthsIn(content: ParsedContent): string[] {
  if (!content.flows[MAIN]) return []
  const all = measured(content)
  return [say('length.head'), ...all.map(line), '', ...[1, 2, 3, 4].flatMap((needs) => sumUp(all, needs)), '']
}
