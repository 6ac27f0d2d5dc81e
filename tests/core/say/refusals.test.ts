import { expect, it } from 'vitest'
import type { AnswerProblem } from '#core/flow/result.ts'
import { languagesOffered, loadWords } from '../../support/content.ts'

/** Every reason for which an answer is not taken: a new one does not compile before it stands here. */
const REASONS = {
  'answer-missing': true,
  'answer-not-an-option': true,
  'answer-too-few': true,
  'answer-too-many': true,
  'answer-not-a-number': true,
  'answer-too-small': true,
  'answer-too-large': true,
  'answer-not-a-date': true,
  'answer-too-early': true,
  'answer-too-late': true,
  'answer-too-long': true,
  'answer-not-a-phone': true,
} satisfies Record<AnswerProblem, true>

const unsaid = (reasons: string[], words: Record<string, string> = {}) =>
  reasons.filter((reason) => !words[reason])

it.each(languagesOffered())('in %s every refused answer is told why', (lang) => {
  const { messages } = loadWords(lang)
  expect(unsaid(Object.keys(REASONS), messages)).toEqual([])
  expect(unsaid(['answer-not-a-time'], messages)).toEqual(['answer-not-a-time'])
})
