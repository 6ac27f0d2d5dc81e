/** The answer that decides the words of a question: an earlier one, and chosen, so that nothing that somebody wrote is said again. */
import { ANSWERED_BY } from '../../flow/kinds.ts'
import { ANSWERED, MAIN } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { record, rowOf } from '../base/safe-access.ts'
import type { FlowView, Survey, SurveyedQuestion } from '../base/survey.ts'
import { type AnsweredBefore, askedAt } from './asked-before.ts'
import { questionNamed } from './conditions.ts'

/** Can its answer stand in a text? */
export const isSayable = ({ ask }: SurveyedQuestion): boolean => rowOf(ANSWERED_BY, ask) !== 'writing'

function checkOne(
  survey: Survey,
  flow: FlowView,
  path: Path,
  by: unknown,
  asked: AnsweredBefore | undefined,
): void {
  if (typeof by !== 'string') return
  const needs = flow.id === MAIN ? [] : (survey.sections.get(flow.id) ?? [])
  const scope = { file: flow.file, needs, isBranch: true, ...(asked ? { asked } : {}) }
  const question = questionNamed(survey, scope, by, path, 'value')
  if (question?.options.includes(ANSWERED))
    survey.report('reserved-name', flow.file, path, { name: ANSWERED })
  else if (question?.need !== undefined && needs.length > 1)
    survey.report('words-by-several', flow.file, path, { name: by })
  else if (question && !isSayable(question))
    survey.report('words-by-written', flow.file, path, { name: by, kind: question.ask })
}

/** Checks `wordsBy` of every question. */
export function checkWordsBy(survey: Survey): void {
  for (const flow of survey.flows.values())
    for (const [name, step] of Object.entries(flow.steps)) {
      if (!('wordsBy' in step)) continue
      const before = 'ask' in step ? askedAt(survey, flow, name) : undefined
      // its own answer comes too late for its own words
      const own = [name, ...(survey.sections.get(flow.id) ?? []).map((need) => `${need}/${name}`)]
      const asked = before && { has: (address: string) => !own.includes(address) && before.has(address) }
      checkOne(survey, flow, ['steps', name, 'wordsBy'], step.wordsBy, asked)
    }
  const { main, shared } = survey
  for (const [name, bag] of Object.entries(shared))
    if (main) checkOne(survey, main, ['shared', name, 'wordsBy'], bag.wordsBy, undefined)
  // by then any answer may have been given
  for (const [name, bag] of Object.entries(record(main?.bag.request)))
    if (main) checkOne(survey, main, ['request', name, 'wordsBy'], record(bag).wordsBy, undefined)
}
