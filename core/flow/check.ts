/** The door of the check: content in, problems out. Never throws on content, whatever it is. */
import { checkAdvice } from '../check/advice.ts'
import { checkArea } from '../check/area.ts'
import { checkNumberPages } from '../check/calls.ts'
import { checkCases, runCases } from '../check/cases.ts'
import { checkBranches } from '../check/conditions.ts'
import { dialogueOf, fileOf, type ParsedContent } from '../check/content.ts'
import { checkDangers } from '../check/dangers.ts'
import { checkDeskNames } from '../check/desk-names.ts'
import { checkEffect } from '../check/effect.ts'
import { checkFlows } from '../check/flows.ts'
import { checkOffer } from '../check/offer.ts'
import { checkQuestions } from '../check/questions.ts'
import { reporter } from '../check/report.ts'
import { checkShapes } from '../check/shapes.ts'
import { surveyOf } from '../check/survey.ts'
import { checkTables } from '../check/tables.ts'

export { stopsPublication } from '../check/translation.ts'

import { checkWords } from '../check/words.ts'
import type { Locate, Problem } from './problem.ts'

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
  checkQuestions(survey)
  checkEffect(survey)
  checkBranches(survey)
  checkDangers(survey)
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
  checkWords(survey)
  checkDeskNames(survey)
  return problems.sort(inOrder)
}
