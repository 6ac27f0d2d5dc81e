/** The door of the check: content in, problems out. Never throws on content, whatever it is. */

import { dialogueOf, fileOf, type ParsedContent } from './base/content.ts'
import { reporter } from './base/report.ts'
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
import { checkShapes } from './shapes/files.ts'
import { checkAdvice } from './tables/advice.ts'
import { checkTables } from './tables/tables.ts'
import { checkCases, runCases } from './trials/cases.ts'
import { checkOffer } from './trials/offer.ts'
import { checkNumberPages } from './words/calls.ts'
import { checkDeskNames } from './words/desk-names.ts'
import { checkRefused } from './words/wording.ts'

export { stopsPublication } from './words/translation.ts'

import type { Locate, Problem } from './base/problem.ts'
import { checkWords } from './words/words.ts'

/** `today` (ISO date) adds warnings for what is overdue. */
export type CheckOptions = { today?: string }

const inOrder = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1

/**
 * Everything that is wrong with content, each with its place, a sentence and what to do; an empty list for good
 * content. Mistakes in the writing of a file (`content.broken`) have been told by whoever parsed it.
 */
export function check(content: ParsedContent, locate: Locate, { today }: CheckOptions = {}): Problem[] {
  const told = reporter(locate)
  const { problems } = told
  const whole = checkShapes(content, told.report)
  const survey = surveyOf(content, told, (file) => whole.has(file))
  const isWhole = [...Object.keys(content.flows).map(fileOf.flow), fileOf.routing, fileOf.lists].every(
    (file) => whole.has(file),
  )
  checkFlows(survey)
  checkEnds(survey)
  checkQuestions(survey)
  checkEffect(survey)
  checkBranches(survey, isWhole)
  checkWordsBy(survey)
  if (survey.whole(fileOf.routing)) checkCircles(survey)
  checkDangers(survey)
  checkNamed(survey)
  checkTables(survey, isWhole)
  checkAdvice(survey, today)
  checkNumberPages(survey)
  checkCases(survey)
  checkArea(survey, today)
  if (isWhole && survey.main && problems.every(({ level }) => level === 'warning')) {
    const dialogue = dialogueOf(content)
    runCases(survey, dialogue)
    checkOffer(survey, dialogue)
  }
  checkRefused(survey)
  checkWords(survey)
  checkDeskNames(survey)
  return problems.sort(inOrder)
}
