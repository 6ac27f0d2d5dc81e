/**
 * Is a text easy to read? Limits of the house (not official): words in a sentence, LIX and letters in a word.
 * LIX = words per sentence + per cent of words with more than six letters (Björnsson 1968); for Finnish only.
 */

import { STAFF_NAMESPACES } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import type { Texts } from '../base/text-forms.ts'

/** Articles may have longer sentences than what stands on buttons and above fields. */
const ARTICLES = ['advice']
const MOST_WORDS = { article: 18, ui: 14 }
const MOST_LIX = 60
/** LIX of a line or two says nothing. */
export const WORDS_FOR_LIX = 30
const MOST_LETTERS = 24
/** Where six letters are a long word only in Finnish. */
export const LIX_LANGUAGES = ['fi']

const SENTENCE_END = /(?<=[.!?…:;]["”)]*)\s+(?=["“”(–-]*[\p{Lu}\p{N}{])|\n+/u
/** Words without the signs after them. */
const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.:\u00ad-]*/gu) ?? []).map((word) =>
    word.replace(/[’'.:-]+$/, ''),
  )

/** Sentences, list items and headings of a text, each with its words. */
export const sentencesOf = (text: string): string[][] =>
  text
    .replace(/\{\{[^}]*\}\}/g, 'x')
    .split(SENTENCE_END)
    .map(wordsOf)
    .filter((words) => words.length > 0)

/** The readability index of a text. */
export function lix(text: string): number {
  const sentences = sentencesOf(text)
  const words = sentences.flat()
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6)
  return words.length / sentences.length + (100 * long.length) / words.length
}

/** Forms of words for a kind of near one are no sentence. */
const FORMS = /^whose\./

/** The limits that a language sets itself in its `language.json`: two whole numbers above nothing, or none. */
export function limitsIn(described: unknown): { words: number; letters: number } | undefined {
  const { words, letters, ...others } = record(record(described).limits)
  const isLimit = (one: unknown): one is number => Number.isInteger(one) && Number(one) > 0
  return isLimit(words) && isLimit(letters) && Object.keys(others).length === 0
    ? { words, letters }
    : undefined
}

/** A language may ask for less than the house does; for more it may not. */
function mostIn({ content }: Survey, language: string, namespace: string) {
  const house = {
    words: ARTICLES.includes(namespace) ? MOST_WORDS.article : MOST_WORDS.ui,
    letters: MOST_LETTERS,
  }
  const own = limitsIn(content.languages[language]) ?? house
  return { words: Math.min(own.words, house.words), letters: Math.min(own.letters, house.letters) }
}

/** Checks the texts of one file of one language. */
export function checkReading(survey: Survey, language: string, namespace: string, texts: Texts): void {
  if (STAFF_NAMESPACES.includes(namespace)) return
  const file = fileOf.words(language, namespace)
  const most = mostIn(survey, language, namespace)
  const isLix = LIX_LANGUAGES.includes(language.split('-')[0] as string)
  for (const [key, text] of Object.entries(texts)) {
    if (FORMS.test(key)) continue
    const sentences = sentencesOf(text)
    const longest = sentences.reduce((most, words) => Math.max(most, words.length), 0)
    if (longest > most.words)
      survey.report('sentence-too-long', file, [key], { count: longest, most: most.words })
    const words = sentences.flat()
    const word = words.find((it) => it.split(/[-\u00ad]/).some((part) => part.length > most.letters))
    if (word !== undefined) survey.report('word-too-long', file, [key], { found: word, count: word.length })
    if (!isLix || words.length < WORDS_FOR_LIX || lix(text) <= MOST_LIX) continue
    survey.report('text-too-hard', file, [key], { lix: Math.round(lix(text)), most: MOST_LIX })
  }
}
