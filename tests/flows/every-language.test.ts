/** Every described situation, held in every language: answered by its words, it ends in the same place, and nothing is left unsaid. */
import { describe, expect, test } from 'vitest'
import { isWordless, stateOf } from '#core/check/words/translation-states.ts'
import { isFormOfSource } from '#core/check/words/variant.ts'
import type { Place, Words } from '#core/contract/content.ts'
import { optionsOf } from '#core/flow/answer.ts'
import { cardLines } from '#core/flow/card.ts'
import type { Answers, Case, Value } from '#core/flow/definition.ts'
import { replay } from '#core/flow/replay.ts'
import type { Outcome, QuestionVisit } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { DECLINED, DONT_KNOW, NONE } from '#core/flow/words.ts'
import { answerText, labelOf, optionText, spoken } from '#core/say/answer.ts'
import { speakTo } from '#core/say/speaker.ts'
import { alreadyLines } from '../../widget/result/already.tsx'
import { isChosen } from '../../widget/state/draft.ts'
import { pathOf } from '../../widget/steps/path.ts'
import { tell } from '../../widget/steps/step-words.ts'
import { needText } from '../../widget/words/describe.ts'
import type { Speech } from '../../widget/words/speech.ts'
import {
  languagesOffered,
  loadArea,
  loadCases,
  loadDialogue,
  loadStates,
  loadWords,
} from '../support/content.ts'
import { type Heard, listening } from '../support/listening.ts'

const dialogue = loadDialogue()
const cases = loadCases()
const DAY = '2026-11-23'
const towns = loadArea().municipalities.map(({ municipality, names, area }) => ({
  code: municipality,
  name: names,
  area,
}))
const place = { municipalities: towns } as unknown as Place
const languages = languagesOffered().map((language) => ({ language, words: loadWords(language) }))
const finnish = loadWords('fi')

/** Every row that a question shows, the engine's own among them. */
const rowsOf = ({ question }: QuestionVisit): (string | number)[] => {
  const own = question.ask === 'scale' ? [5, 4, 3, 2, 1] : optionsOf(question, dialogue.lists)
  return [...own, ...(question.ask === 'many' ? [NONE] : []), DONT_KNOW]
}

/** Says a question as it stands on the screen, and gives what each of its rows is called. */
function ask(speech: Speech, visit: QuestionVisit): Map<string, string | number> {
  const prefix = `${visit.flow}:${visit.step}`
  speech.t(`${prefix}.question`)
  if (speech.has(`${prefix}.hint`)) speech.t(`${prefix}.hint`)
  const rows = isChosen(visit.question) ? rowsOf(visit) : []
  return new Map(rows.map((id) => [optionText(speech, place, visit, id), id]))
}

/** The answer of the case, found again by what its row is called in this language. */
function answeredByWords(speech: Speech, visit: QuestionVisit, rows: Map<string, string | number>): Value {
  const value = visit.value as Value
  if (rows.size === 0 || value === DECLINED) return value
  const chosen = (id: string | number) => rows.get(optionText(speech, place, visit, id)) as string | number
  if (!Array.isArray(value)) return chosen(value as string) as Value
  return value.length === 0 ? [] : value.map((id) => String(chosen(id)))
}

/** Says where it ends: segment, steps, reasons, what goes well, the lines of the card. */
function tellEnd(speech: Speech, replayed: ReturnType<typeof replay>, outcome: Outcome) {
  const { segment } = outcome.headline.then
  for (const part of ['title', 'text']) speech.t(`segments:${segment}.${part}`)
  for (const { id } of outcome.attention) speech.t(`segments:${id}.name`)
  for (const step of pathOf(speech, dialogue, outcome)) tell(speech, step, undefined)
  alreadyLines(speech, dialogue, replayed)
  const reasons = [outcome.headline, ...outcome.advice].flatMap(({ because }) => because)
  const because = replayed.path.filter(({ address }) => reasons.some((one) => one.address === address))
  for (const visit of [...because, ...cardLines(replayed)]) {
    labelOf(speech, visit)
    answerText(speech, place, visit)
  }
}

type Held = { end: unknown; heard: Heard[]; doubles: string[] }

/** The whole conversation of a case in one language. */
function hold({ answers, on = DAY }: Case, language: string, words: Words): Held {
  const { speech: bare, heard } = listening(language, words)
  const { path, answers: used } = replay(dialogue, answers, on)
  const speech = speakTo(bare, used.asker, spoken(bare, place, path))
  const said: Answers = {}
  const doubles: string[] = []
  for (const visit of path) {
    const rows = ask(speech, visit)
    if (isChosen(visit.question) && rows.size < rowsOf(visit).length) doubles.push(visit.address)
    said[visit.address] = answeredByWords(speech, visit, rows)
    needText(speech, dialogue, visit.need)
  }
  const replayed = replay(dialogue, said, on)
  const outcome = route(dialogue, replayed, on)
  tellEnd(speech, replayed, outcome)
  const { headline, advice, attention, flags } = outcome
  return { end: { done: replayed.done, headline, advice, attention, flags }, heard, doubles }
}

const formOf = (form: string) => /_(relative|professional)$/.exec(form)?.[0]

/** What is wrong with a text as it was said, beside the same text in Finnish. */
function fault(language: string, said: Heard, original: Heard | undefined): string | undefined {
  const name = `${said.namespace}:${said.form ?? said.key}`
  if (said.form === undefined) return `${said.key} has no text`
  if (said.text.trim() === '' || said.text === said.key.split(':')[1]) return `${name} says nothing`
  if (/\{\{|\$t\(/.test(said.text)) return `${name} leaves a gap unfilled: ${said.text}`
  const form = original?.form && formOf(original.form)
  if (form && formOf(said.form) !== form) return `${name} speaks to “you” where Finnish has ${form}`
  // what a form of Finnish has no words for it says as Finnish does
  if (isFormOfSource(language) || said.text !== original?.text || isWordless(said.text)) return undefined
  const state = stateOf(loadStates(language, said.namespace)[said.form])
  return state?.by === 'same' ? undefined : `${name} is left in Finnish: ${said.text}`
}

const original = new Map(cases.map((one) => [one.id, hold(one, 'fi', finnish)]))

/** Everything wrong with a case held in a language. */
function faults(one: Case, language: string, words: Words): string[] {
  const ours = hold(one, language, words)
  const theirs = original.get(one.id) as Held
  const found = ours.heard.flatMap((said, index) => fault(language, said, theirs.heard[index]) ?? [])
  const differs = JSON.stringify(ours.end) === JSON.stringify(theirs.end) ? [] : ['it ends elsewhere']
  const same = ours.doubles.map((address) => `two answers of ${address} are called the same`)
  return [...new Set([...found, ...differs, ...same])]
}

test('there is more than one language to hold them in', () => {
  expect(languages.map(({ language }) => language)).toEqual(expect.arrayContaining(['fi', 'sv', 'en']))
})

describe.each(languages)('in $language', ({ language, words }) => {
  test.each(cases.map((one) => [one.id, one] as const))(
    '%s ends in the same place, with every text said',
    (_id, one) => {
      expect(faults(one, language, words)).toEqual([])
    },
  )
})

describe('it would be found out (the red twins)', () => {
  const [one] = cases.filter(({ answers }) => answers.asker === 'relative') as [Case]
  const { language, words } = languages.find(
    (other) => !isFormOfSource(other.language),
  ) as (typeof languages)[number]
  const changed = (namespace: string, key: string, text?: string): Words => {
    const { [key]: _, ...rest } = words[namespace] ?? {}
    return { ...words, [namespace]: { ...rest, ...(text === undefined ? {} : { [key]: text }) } }
  }

  test('that a text is missing, empty, not filled in or left in Finnish', () => {
    const key = 'needs.question'
    const asked = finnish.guidance?.[key] ?? ''
    expect(faults(one, language, words)).toEqual([])
    expect(faults(one, language, changed('guidance', key))).toEqual([`guidance:${key} has no text`])
    expect(faults(one, language, changed('guidance', key, ' '))).toEqual([`guidance:${key} says nothing`])
    expect(faults(one, language, changed('guidance', key, '{{who}}?'))).toEqual([
      `guidance:${key} leaves a gap unfilled: {{who}}?`,
    ])
    expect(faults(one, language, changed('guidance', key, asked))).toEqual([
      `guidance:${key} is left in Finnish: ${asked}`,
    ])
  })

  test('that a near one is spoken to as if it were their own matter', () => {
    const own = changed('guidance', 'helpers.question_relative')
    expect(faults(one, language, own)).toEqual([
      'guidance:helpers.question speaks to “you” where Finnish has _relative',
    ])
  })

  test('that two answers cannot be told apart, so that the words lead elsewhere', () => {
    const guidance = Object.entries(words.guidance ?? {}).map(([key, text]) =>
      key.startsWith('age.options.') ? [key, 'Perhaps'] : [key, text],
    )
    const found = faults(one, language, { ...words, guidance: Object.fromEntries(guidance) })
    expect(found).toContain('two answers of age are called the same')
  })
})
