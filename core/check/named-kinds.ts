/** The kinds of names that code looks up: where each stands in content, and whether it is there. */
import type { ContentId } from '../flow/named.ts'
import { MAIN, STRIP } from '../flow/words.ts'
import { fileOf, SOURCE_LANGUAGE } from './base/content.ts'
import type { Path } from './base/problem.ts'
import { record } from './base/safe-access.ts'
import type { Survey, SurveyedQuestion } from './base/survey.ts'
import { idsOf, rowsOf } from './place/area-rows.ts'
import { goalsOf } from './tables/tables.ts'
import { neighbour } from './words/translation.ts'

export type NamedKind = 'mark' | 'flag' | 'question' | 'answer' | 'list' | 'line' | 'segment' | 'lane'
/** A question as the one that is looked for would be. */
export type Bearer = Pick<SurveyedQuestion, 'file' | 'path' | 'step'>
type At = { file: string; path: Path; part: 'key' | 'value' }
type Finding = {
  /** enough was read to say that something is missing */
  isKnown: (survey: Survey, of?: ContentId) => boolean
  isThere: (survey: Survey, name: ContentId, of?: ContentId) => boolean
  /** where the name belongs */
  at: (survey: Survey, name: ContentId, of?: ContentId) => At
}

const MAIN_FILE = fileOf.flow(MAIN)
const isMainWhole = ({ whole, flows }: Survey) =>
  whole(MAIN_FILE) && [...flows.values()].every((one) => one.whole)
const asked = ({ questions }: Survey, of: ContentId | undefined) => (of ? questions.get(of) : undefined)

const wordsOf = ({ content }: Survey, namespace: string) =>
  record(content.words[SOURCE_LANGUAGE]?.[namespace]) as Record<string, string>
const nextTo = (survey: Survey, namespace: string, key: string): At => ({
  file: fileOf.words(SOURCE_LANGUAGE, namespace),
  path: neighbour(wordsOf(survey, namespace), key),
  part: 'key',
})
const hasWords = (namespace: string) => (survey: Survey) => Object.keys(wordsOf(survey, namespace)).length > 0

/** One row a kind. */
export const kinds: Record<NamedKind, Finding> = {
  mark: {
    isKnown: ({ whole }) => whole(fileOf.routing),
    isThere: (survey, name) => goalsOf(survey, 'attention').includes(name),
    at: () => ({ file: fileOf.routing, path: ['attention'], part: 'key' }),
  },
  flag: {
    isKnown: (survey) => isMainWhole(survey) && survey.questions.has(STRIP),
    isThere: ({ questions }, name) => questions.get(STRIP)?.options.includes(name) === true,
    at: () => ({ file: MAIN_FILE, path: ['strip', 'options'], part: 'key' }),
  },
  question: {
    isKnown: isMainWhole,
    isThere: ({ questions }, name) => questions.has(name),
    at: () => ({ file: MAIN_FILE, path: ['steps'], part: 'key' }),
  },
  answer: {
    isKnown: (survey, of) => isMainWhole(survey) && asked(survey, of) !== undefined,
    isThere: (survey, name, of) => asked(survey, of)?.options.includes(name) === true,
    at: (survey, _, of) => ({ file: MAIN_FILE, path: asked(survey, of)?.path ?? ['steps'], part: 'key' }),
  },
  list: {
    isKnown: ({ whole }) => whole(fileOf.lists),
    isThere: ({ lists }, name) => name in lists,
    at: () => ({ file: fileOf.lists, path: [], part: 'value' }),
  },
  line: {
    isKnown: ({ whole }) => whole(fileOf.area('lines')),
    isThere: (survey, name) => idsOf(rowsOf(survey, 'lines', 'lines'), 'line').includes(name),
    at: () => ({ file: fileOf.area('lines'), path: ['lines'], part: 'key' }),
  },
  segment: {
    isKnown: hasWords('desk'),
    isThere: (survey, name) =>
      `segment.${name}` in wordsOf(survey, 'desk') || `${name}.title` in wordsOf(survey, 'segments'),
    at: (survey, name) => nextTo(survey, 'desk', `segment.${name}`),
  },
  lane: {
    isKnown: hasWords('segments'),
    isThere: (survey, name) => `lane.${name}.name` in wordsOf(survey, 'segments'),
    at: (survey, name) => nextTo(survey, 'segments', `lane.${name}.name`),
  },
}

/** The question that has this mark of the one looked for; one of the main flow before those of a need. */
export const carried =
  (fits: (question: SurveyedQuestion) => boolean) =>
  ({ questions }: Survey): Bearer | undefined => {
    const found = [...questions.values()].filter((one) => one.address !== STRIP && fits(one))
    return found.find(({ need }) => need === undefined) ?? found[0]
  }
