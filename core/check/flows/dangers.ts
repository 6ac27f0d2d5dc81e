/** Danger told by an answer: is it one of the dangers of the main flow, and does every answer that speaks of danger carry one? */

import { ANSWERED_BY, SCALE } from '../../flow/kinds.ts'
import { VIOLENCE } from '../../flow/named.ts'
import { ANY_DANGER, MAIN, NO_DANGER, STRIP } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { nearest } from '../base/nearest.ts'
import type { Path } from '../base/problem.ts'
import { beginning, holdsAny, refusedIn } from '../base/refused.ts'
import { inWords, isRecord, list, record, rowOf } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'
import { plainKey } from '../base/text-forms.ts'
import { phrase } from '../said/saying.ts'

const STEPS = SCALE.map(String).sort()

/** Every danger that the main flow can tell, in its order: those it names, else the flags of its strip. */
export function dangersOf({ main, questions }: Survey): string[] {
  const named = list(main?.bag.dangers).map(inWords)
  return named.length > 0 ? named : (questions.get(STRIP)?.options ?? [])
}

const OF_PLACE = /^flows\/area\//

/**
 * The emergency flags must be in reach where residents are served and where an answer may tell of danger; a flow of its own,
 * without a place, has none to name.
 */
export function needsStrip({ main, content, questions }: Survey): boolean {
  const ofPlace = [...Object.keys(content.area).map(fileOf.area), ...content.broken]
  const told = [main?.bag.dangers, main?.bag.unseen, record(content.routing).danger]
  return (
    ofPlace.some((file) => OF_PLACE.test(file)) ||
    told.some((one) => one !== undefined) ||
    [...questions.values()].some(({ bag }) => bag.danger !== undefined)
  )
}

/** Every danger that answers, rows and the main flow itself speak of. */
function spokenDangers({ main, content, questions }: Survey): string[] {
  const carried = [...questions.values()].flatMap(({ bag }) => Object.values(record(bag.danger)).flat())
  const rows = list(record(record(content.routing).danger).rows).flatMap((row) => list(record(row).then))
  const all = [...list(main?.bag.unseen), ...carried, ...rows].filter((name) => typeof name === 'string')
  return [...new Set(all)].filter((name) => name !== NO_DANGER)
}

const missing = new WeakMap<Survey, boolean>()
/** The main flow names no dangers, and several that are told are no flags of its strip: no slip, the list is not there. */
function isListMissing(survey: Survey): boolean {
  const known = missing.get(survey)
  if (known !== undefined) return known
  const { main, questions } = survey
  const flags = questions.get(STRIP)?.options ?? []
  const others = spokenDangers(survey).filter((name) => !flags.includes(name) && !nearest(name, flags))
  const isMissing =
    main !== undefined && main.bag.dangers === undefined && flags.length > 0 && others.length > 1
  missing.set(survey, isMissing)
  if (isMissing) {
    const names = [...flags, ...others].join(', ')
    survey.report(
      'dangers-missing',
      main.file,
      ['strip'],
      { names },
      { part: 'key', about: { file: main.file, path: ['dangers'] } },
    )
  }
  return isMissing
}

/** Somebody near may look at the screen of whoever tells of violence. */
function checkUnseen({ main, report }: Survey): void {
  const isTold = list(main?.bag.dangers).includes(VIOLENCE)
  if (!main || !isTold || main.bag.unseen !== undefined) return
  report('unseen-missing', main.file, ['dangers'], { name: VIOLENCE }, { part: 'key', level: 'warning' })
}

/** Reports a name that is no danger. */
export function checkDanger(survey: Survey, file: string, name: unknown, path: Path): void {
  const known = dangersOf(survey)
  if (typeof name !== 'string' || known.includes(name) || known.length === 0) return
  if (!survey.whole(fileOf.flow(MAIN)) || isListMissing(survey)) return
  survey.report('unknown-danger', file, path, { name, hint: hint(name, known) })
}

/** The dangers of a condition `danger: any` or `danger: [violence]`. */
export function checkDangerWord(survey: Survey, file: string, value: unknown, path: Path): void {
  if (value === ANY_DANGER) return
  for (const [index, name] of list(value).entries()) checkDanger(survey, file, name, [...path, index])
}

/** What the answers of one question carry. */
function checkCarried(survey: Survey, { file, path, step, ask, options, bag }: SurveyedQuestion): void {
  const answers = rowOf(ANSWERED_BY, ask) === 'steps' ? STEPS : options
  for (const [answer, danger] of Object.entries(record(bag.danger))) {
    const at = [...path, 'danger', answer]
    if (answers.length > 0 && !answers.includes(answer)) {
      const fill = { value: answer, name: step, hint: hint(answer, answers) }
      survey.report('unknown-answer', file, at, fill, { part: 'key' })
    }
    if (danger === NO_DANGER) continue
    if (typeof danger === 'string') checkDanger(survey, file, danger, at)
    for (const [index, name] of list(danger).entries()) checkDanger(survey, file, name, [...at, index])
  }
}

/** The word of a text that speaks of fear, violence, self-harm or hunger in its language. */
function alarmingIn(content: Survey['content'], language: string, text: string): string | undefined {
  const stems = refusedIn(content, language)?.danger ?? []
  if (!holdsAny(stems, text)) return undefined
  return stems
    .map((stem) => beginning(stem, '[\\p{L}-]*')?.exec(text)?.[0])
    .find((found) => found !== undefined)
}

const textsByKey = new WeakMap<object, Map<string, string[]>>()
/** Key without its form → its texts, of one file of words. */
function textsOf(file: Record<string, unknown>): Map<string, string[]> {
  const known = textsByKey.get(file)
  if (known) return known
  const texts = new Map<string, string[]>()
  for (const [key, text] of Object.entries(file))
    if (typeof text === 'string') texts.set(plainKey(key), [...(texts.get(plainKey(key)) ?? []), text])
  textsByKey.set(file, texts)
  return texts
}

/** The word by which an option speaks of danger in some language and for some asker, with the text it stands in. */
function spokenBy({ content }: Survey, { flow, step }: SurveyedQuestion, option: string) {
  for (const [language, namespaces] of Object.entries(content.words)) {
    for (const text of textsOf(record(namespaces[flow])).get(`${step}.options.${option}`) ?? []) {
      const found = alarmingIn(content, language, text)
      if (found !== undefined) return { text, found }
    }
  }
  return undefined
}

/** A flag of the strip is a danger by itself. */
function checkUnmarked(survey: Survey, question: SurveyedQuestion): void {
  if (question.address === STRIP || rowOf(ANSWERED_BY, question.ask) !== 'options') return
  const marks = record(question.bag.danger)
  for (const [index, option] of question.options.entries()) {
    const spoken = option in marks ? undefined : spokenBy(survey, question, option)
    if (!spoken) continue
    const at = question.bag.options ? [...question.path, 'options', index] : question.path
    const fill = { option, ...spoken, dangers: dangersOf(survey).join(', ') || phrase('nothing') }
    const of = [{ file: question.file, path: [...question.path, 'danger'] }]
    survey.report('danger-unmarked', question.file, at, fill, { level: 'warning', of })
  }
}

/** The dangers that the main flow names, and the rows of the tables that lead to them. */
function checkNamed(survey: Survey): void {
  const { main, content, questions } = survey
  if (!main) return
  const named = list(main.bag.dangers).map(inWords)
  named.forEach((name, index) => {
    if (named.indexOf(name) < index) survey.report('duplicate-id', main.file, ['dangers', index], { name })
  })
  for (const [index, name] of list(main.bag.unseen).entries())
    checkDanger(survey, main.file, name, ['unseen', index])
  for (const [index, flag] of (questions.get(STRIP)?.options ?? []).entries())
    checkDanger(survey, main.file, flag, ['strip', 'options', index])
  const rows = list(record(record(content.routing).danger).rows).filter(isRecord)
  rows.forEach(({ then }, row) => {
    for (const [index, name] of list(then).entries())
      checkDanger(survey, fileOf.routing, name, ['danger', 'rows', row, 'then', index])
  })
}

/** Checks everything that tells of danger. */
export function checkDangers(survey: Survey): void {
  checkNamed(survey)
  checkUnseen(survey)
  for (const question of survey.questions.values()) {
    checkCarried(survey, question)
    checkUnmarked(survey, question)
  }
}
