/** The door of the check: content in, problems out. Never throws on content, whatever it is. */

import { MAIN } from '../flow/words.ts'
import { attempt } from './base/attempt.ts'
import { dialogueOf, fileOf, type ParsedContent, SOURCE_LANGUAGE } from './base/content.ts'
import { reporter } from './base/report.ts'
import { record } from './base/safe-access.ts'
import { surveyOf } from './base/survey.ts'
import { checkBranches } from './conditions/branches.ts'
import { checkCircles } from './conditions/circles.ts'
import { checkWordsBy } from './conditions/words-by.ts'
import { checkDangers } from './flows/dangers.ts'
import { checkEffect } from './flows/effect.ts'
import { checkEnds } from './flows/ends.ts'
import { checkQuestions } from './flows/questions.ts'
import { checkFlows } from './flows/structure.ts'
import { checkNamed } from './named.ts'
import { checkArea } from './place/area.ts'
import { checkRenamed } from './renamed.ts'
import { checkShapes } from './shapes/files.ts'
import { withoutCopies } from './shapes/unread.ts'
import { checkAdvice } from './tables/advice.ts'
import { checkTables } from './tables/tables.ts'
import { checkCases, runCases } from './trials/cases.ts'
import { checkOffer } from './trials/offer.ts'
import { checkNumberPages } from './words/calls.ts'
import { checkDeskNames } from './words/desk-names.ts'
import { checkPhrases } from './words/phrases.ts'
import { checkRefused } from './words/wording.ts'

export { stopsPublication } from './words/translation.ts'

import { type Locate, type Problem, sturdy } from './base/problem.ts'
import { checkWords } from './words/words.ts'

/** `today` (ISO date) adds warnings for what is overdue; `written`: the mistakes in the writing that whoever parsed the files has found. */
export type CheckOptions = { today?: string; written?: Problem[] }

/** Phrases of a language that is offered to nobody yet stop no publication, whatever is wrong with them. */
function mildInDraft({ languages }: ParsedContent, file: string, problem: Problem): Problem {
  const language = Object.keys(languages).find((one) => file === fileOf.phrases(one))
  return language !== undefined && record(languages[language]).draft === true
    ? { ...problem, level: 'warning' }
    : problem
}

/** Mistakes in the writing, as causes of whatever is missed because their files have no value. */
function addWritten(
  { told }: ReturnType<typeof reporter>,
  content: ParsedContent,
  locate: Locate,
  written: Problem[],
) {
  for (const [index, problem] of written.entries()) {
    const file = content.broken.find((name) => sturdy(locate)(name, []).file === problem.file) ?? problem.file
    told.push({
      problem: mildInDraft(content, file, problem),
      about: { file, path: [] },
      fold: `written ${index}`,
      name: '',
    })
  }
}

/**
 * Everything that is wrong with content, causes first in the order in which they are mended, each with its place, a sentence and
 * what to do, and with what only follows from it (`more`); an empty list for good content.
 */
export function check(
  content: ParsedContent,
  locate: Locate,
  { today, written = [] }: CheckOptions = {},
): Problem[] {
  const told = reporter(locate)
  addWritten(told, content, locate, written)
  attempt(told.report, fileOf.flow(MAIN), () => checkAll(content, told, today))
  let all: Problem[] | undefined
  attempt(told.report, fileOf.flow(MAIN), () => {
    all = told.all()
  })
  return all ?? [...written, ...told.problems]
}

function checkAll(given: ParsedContent, told: ReturnType<typeof reporter>, today: string | undefined): void {
  const content = withoutCopies(given, told.report)
  const whole = checkShapes(content, told.report)
  const survey = surveyOf(content, told, (file) => whole.has(file))
  const isWhole = [...Object.keys(content.flows).map(fileOf.flow), fileOf.routing, fileOf.lists].every(
    (file) => whole.has(file),
  )
  const look = (file: string, ...parts: (() => void)[]) => {
    for (const part of parts) attempt(told.report, file, part)
  }
  look(
    fileOf.flow(MAIN),
    () => checkFlows(survey),
    () => checkRenamed(survey),
    () => checkEnds(survey),
    () => checkQuestions(survey),
    () => checkEffect(survey),
    () => checkBranches(survey, isWhole),
    () => checkWordsBy(survey),
    () => survey.whole(fileOf.routing) && checkCircles(survey),
    () => checkDangers(survey),
    () => checkNamed(survey),
  )
  look(
    fileOf.routing,
    () => checkTables(survey, isWhole),
    () => checkAdvice(survey, today, isWhole),
    () => checkNumberPages(survey),
  )
  look(fileOf.cases, () => checkCases(survey))
  look(fileOf.area('organisation'), () => checkArea(survey, today))
  if (isWhole && survey.main && told.told.every(({ problem }) => problem.level === 'warning')) {
    const dialogue = dialogueOf(content)
    look(fileOf.cases, () => runCases(survey, dialogue))
    look(fileOf.routing, () => checkOffer(survey, dialogue))
  }
  look(
    fileOf.words(SOURCE_LANGUAGE, MAIN),
    () => checkRefused(survey),
    () => checkWords(survey),
    () => checkDeskNames(survey),
    () => checkPhrases(survey),
  )
}
