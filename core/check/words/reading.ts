/**
 * Is a text easy to read? Limits of the house (not official): words in a sentence, LIX and letters in a word.
 * LIX = words per sentence + per cent of words with more than six letters (Björnsson 1968); for Finnish only.
 */

import { STAFF_NAMESPACES } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
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
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.:\u00ad-]*/gu) ?? []

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

/** Checks the texts of one file of one language. */
export function checkReading({ report }: Survey, language: string, namespace: string, texts: Texts): void {
  if (STAFF_NAMESPACES.includes(namespace)) return
  const file = fileOf.words(language, namespace)
  const most = ARTICLES.includes(namespace) ? MOST_WORDS.article : MOST_WORDS.ui
  const isLix = LIX_LANGUAGES.includes(language.split('-')[0] as string)
  for (const [key, text] of Object.entries(texts)) {
    if (FORMS.test(key)) continue
    const sentences = sentencesOf(text)
    const longest = sentences.reduce((most, words) => Math.max(most, words.length), 0)
    if (longest > most) report('sentence-too-long', file, [key], { count: longest, most })
    const words = sentences.flat()
    const word = words.find((it) => it.split(/[-\u00ad]/).some((part) => part.length > MOST_LETTERS))
    if (word !== undefined) report('word-too-long', file, [key], { found: word, count: word.length })
    if (!isLix || words.length < WORDS_FOR_LIX || lix(text) <= MOST_LIX) continue
    report('text-too-hard', file, [key], { lix: Math.round(lix(text)), most: MOST_LIX })
  }
}
