/** One script for every language: a resident and a coordinator find each thing by the key of its text, never by the text. */
import type { Frame, Page } from 'playwright'
import type { Answers, Dialogue, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { QuestionVisit } from '#core/flow/result.ts'
import { dangersTold } from '#core/flow/route.ts'
import { DECLINED, DONT_KNOW, ELSEWHERE, NONE } from '#core/flow/words.ts'
import { speak } from '../../widget/words/speech.ts'
import { loadArea, loadWords } from '../support/content.ts'
import { choose } from '../support/screen/choosing.ts'
import { tellRow } from '../support/screen/in-request.ts'

/** Read once: eighteen journeys ask for the same words. */
function once<Value>(read: (language: string) => Value): (language: string) => Value {
  const known = new Map<string, Value>()
  return (language) => {
    const value = known.get(language) ?? read(language)
    known.set(language, value)
    return value
  }
}
const wordsOf = once(loadWords)
/** The words of a language, as the widget speaks them. */
export const speechOf = once((language) =>
  speak({ lang: language, dir: 'ltr', name: language }, wordsOf(language)),
)
const area = loadArea()

export type Voice = {
  language: string
  /** text of `namespace:key`, as it is said to who asks; a key without a text is an error */
  t: (key: string, values?: Record<string, unknown>) => string
  has: (key: string) => boolean
}

/** @param asker the answer to “who asks”: texts speak of a near one or a client accordingly */
export function voiceOf(language: string, asker?: Value): Voice {
  const speech = speechOf(language)
  const context = typeof asker === 'string' ? asker : undefined
  const t: Voice['t'] = (key, values) => {
    const text = speech.t(key, { context, ...values })
    if (text === key.split(':').at(-1)) throw new Error(`${key} has no text in ${language}`)
    return text
  }
  return { language, t, has: speech.has }
}

/** The question that waits after these answers; none at the end. */
const waitingAt = (dialogue: Dialogue, answers: Answers, on: string) => replay(dialogue, answers, on).at

type Asked = Pick<QuestionVisit, 'flow' | 'step' | 'question'>

/** The words of one row of a question. */
export function rowText({ t, has, language }: Voice, { flow, step, question }: Asked, id: string | number) {
  const own = `${flow}:${step}.${id}`
  if (id === DONT_KNOW || id === NONE) return t(has(own) ? own : `say:answer.${id}`)
  if (question.ask === 'scale') return t(`say:scale.${id}`)
  const place = area.municipalities.find(({ municipality }) => municipality === id)
  if (question.ask === 'municipality' && id !== ELSEWHERE) return place?.names[language] ?? String(id)
  return t(`${flow}:${step}.options.${id}`)
}

const rowsOf = (value: Value) => (Array.isArray(value) ? (value.length === 0 ? [NONE] : value) : [value])

/** Chooses the rows of the value in the question that stands, and goes on; by keys, which is quicker than a pointer. */
async function answerOne(frame: Frame, voice: Voice, visit: QuestionVisit, value: Value) {
  const question = voice.t(`${visit.flow}:${visit.step}.question`)
  // inside a matter its name stands before the question
  const ends = new RegExp(`(^|\\s)${question.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  const asked = frame.getByRole('group', { name: ends })
  await asked.waitFor()
  const go = (key: string) => frame.getByRole('button', { name: voice.t(key), exact: true }).press('Enter')
  if (value === DECLINED) return go('widget:answer.decline')
  if (visit.question.ask !== 'many') {
    const led = await choose(
      asked,
      rowsOf(value).map((id) => rowText(voice, visit, id)),
    )
    return led ? undefined : go('widget:next')
  }
  for (const id of rowsOf(value))
    await asked.getByRole('checkbox', { name: rowText(voice, visit, id), exact: true }).press('Space')
  await go('widget:next')
}

type Talk = {
  dialogue: Dialogue
  /** by address; what stands in the strip was ticked there */
  answers: Answers
  on: string
  /** how many of the questions, and from which on: all of them from the first */
  most?: number
  from?: number
  /** called with each question before it is answered */
  look?: (visit: QuestionVisit, at: number) => Promise<void>
  /** called on the screen that comes after a danger was told, with the answers so far */
  danger?: (answers: Answers) => Promise<void>
}

/** Answers every question that comes, in the words of the language. */
export async function talkBy(frame: Frame, language: string, talk: Talk) {
  const { dialogue, answers, on, from = 0, most = Number.POSITIVE_INFINITY, look, danger } = talk
  const given: Answers = answers.strip === undefined ? {} : { strip: answers.strip }
  for (let at = 0; at < from + most; at += 1) {
    const visit = waitingAt(dialogue, given, on)
    if (!visit) return
    const value = answers[visit.address]
    if (value === undefined) throw new Error(`${visit.address} was asked, and the situation has no answer`)
    if (at >= from) {
      await look?.(visit, at)
      await answerOne(frame, voiceOf(language, given.asker), visit, value)
    }
    const told = () => dangersTold(dialogue, replay(dialogue, given, on), on).length
    const before = told()
    given[visit.address] = value
    // who has told of danger sees first who answers, and goes on from there
    if (at >= from && told() > before) {
      await danger?.(given)
      const name = voiceOf(language).t('widget:help.goOn')
      await frame.getByRole('button', { name, exact: true }).press('Enter')
    }
  }
}

/** Tells in the request what the situation answers there, in the words of the language. */
export async function tellInRequest(frame: Frame, language: string, { dialogue, answers, on }: Talk) {
  const voice = voiceOf(language, answers.asker)
  for (const visit of replay(dialogue, answers, on).inRequest) {
    const { flow, step, question, value } = visit
    if (value === undefined || value === DECLINED) continue
    const rows =
      question.ask === 'text' ? [String(value)] : rowsOf(value).map((id) => rowText(voice, visit, id))
    await tellRow(frame, voice.t(`${flow}:${step}.question`), ...rows)
  }
}

/** The answers of the conversation alone, without those of the request: what the result is made of. */
export function saidBefore(dialogue: Dialogue, answers: Answers, on: string): Answers {
  const asked = replay(dialogue, answers, on).inRequest.map(({ address }) => address)
  return Object.fromEntries(Object.entries(answers).filter(([address]) => !asked.includes(address)))
}

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []
const everyText = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyText) : [String(value)]
const vocabulary = (texts: unknown) => new Set(everyText(texts).flatMap(wordsIn))

/** Words that are written in Finnish and not in this language; names of places, stations and people are everybody’s. */
const onlyFinnish = once((language) => {
  const shared = [vocabulary(wordsOf(language)), vocabulary(area)]
  const finnish = vocabulary(wordsOf('fi'))
  return new Set([...finnish].filter((word) => !shared.some((others) => others.has(word))))
})

/** All that is written or said in a page, also what is folded; what is marked as of another language is left out. */
const everythingWritten = (place: Page | Frame) =>
  place.evaluate(() => {
    const found: string[] = []
    const here = document.documentElement.lang
    const walk = (node: Node) => {
      if (node instanceof Text) found.push(node.data)
      if (node instanceof Element) {
        const { lang } = node as HTMLElement
        if ((lang && lang !== here) || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(node.tagName)) return
        for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
          found.push(node.getAttribute(name) ?? '')
      }
      // what stands beside a shadow root is for browsers without one
      const { shadowRoot } = node as Element
      for (const child of (shadowRoot ?? node).childNodes) walk(child)
    }
    walk(document.documentElement)
    return found.join(' ')
  })

/** Finnish words that stand in a page of another language; what the resident wrote is theirs. */
export async function finnishIn(place: Page | Frame, language: string, written: string[] = []) {
  if (language === 'fi') return []
  const theirs = vocabulary(written)
  const foreign = onlyFinnish(language)
  const words = wordsIn(await everythingWritten(place))
  return [...new Set(words.filter((word) => foreign.has(word) && !theirs.has(word)))]
}
