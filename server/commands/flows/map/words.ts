/** Questions and answers of the content in their own words, shortened. */
import { type ParsedContent, SOURCE_LANGUAGE } from '#core/check/base/content.ts'
import { reporter } from '#core/check/base/report.ts'
import { inWords, record } from '#core/check/base/safe-access.ts'
import { type Survey, type SurveyedQuestion, surveyOf } from '#core/check/base/survey.ts'
import { say, spoken } from './phrases.ts'

const MOST_WORDS = 8

/** What the map is drawn from. Mistakes are the check's to tell, not the map's. */
export function looked(content: ParsedContent): Survey {
  const nowhere = reporter((file) => ({ file, line: 1, column: 1 }))
  return surveyOf(content, nowhere, () => true)
}

/** The first words of a text, in quotes. */
export function quoted(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const short = words.slice(0, MOST_WORDS).join(' ')
  return say('quoted', { text: words.length > MOST_WORDS ? `${short} …` : short })
}

const isText = (text: unknown): text is string => typeof text === 'string' && text.trim() !== ''

/** The text of the source language, or of the language that is asked for, in quotes; else the name that content gives it. */
export function textOf({ content }: Survey, namespace: string, key: string, otherwise: string): string {
  const languages = spoken() === 'en' ? [SOURCE_LANGUAGE] : [spoken(), SOURCE_LANGUAGE]
  const all = languages.map((language) => record(content.words[language]?.[namespace])[key])
  const text = all.find(isText)
  return text === undefined ? otherwise : quoted(text)
}

/** A question by its own first words. */
export const questionText = (survey: Survey, { flow, step }: SurveyedQuestion): string =>
  textOf(survey, flow, `${step}.question`, step)

/** An answer as it is read: the option's words, the name in a list, a step of the scale. */
export function answerText(survey: Survey, question: SurveyedQuestion | undefined, answer: unknown): string {
  const id = inWords(answer)
  if (!question) return id
  const named = (survey.lists[question.list ?? ''] ?? []).find((item) => inWords(item.id) === id)
  if (typeof named?.name === 'string') return quoted(named.name)
  return textOf(survey, question.flow, `${question.step}.options.${id}`, id)
}
