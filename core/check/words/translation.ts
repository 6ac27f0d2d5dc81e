/** Every other language beside the source language: nothing missing, nothing left over, and how it was made. */
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import type { Problem } from '../base/problem.ts'
import type { Report } from '../base/report.ts'
import { record } from '../base/safe-access.ts'
import { guess } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { originalOf, type Texts, unnumbered } from '../base/text-forms.ts'
import { type Code, type Fill, phrase } from '../said/saying.ts'
import { goneIn } from '../tables/tables.ts'
import { checkMarks } from './translation-states.ts'
import { isVariantHere, lacksForm } from './variant.ts'

/** A translation that lags behind stops nobody: the language it is made from is shown meanwhile. */
const BEHIND: string[] = [
  'translation-missing',
  'translation-file-missing',
  'translation-left-over',
  'translation-changed',
  'not-translated',
  'text-stale',
  'state-missing',
  'state-file-missing',
  'state-left-over',
  'state-shape',
] satisfies Code[]

/** Whether content with this problem may not be published. */
export const stopsPublication = ({
  code,
  level,
  more = [],
}: Pick<Problem, 'code' | 'level' | 'more'>): boolean =>
  (level === 'error' && !BEHIND.includes(code)) || more.some(stopsPublication)

/** The key beside which a missing one belongs: what stands for the same step. */
export const neighbour = (texts: Texts, key: string): string[] => {
  const step = `${key.split('.')[0]}.`
  const near = Object.keys(texts)
    .filter((other) => other.startsWith(step))
    .at(-1)
  return near === undefined ? [] : [near]
}

/** A language that is still being translated: it is not offered to anybody yet. */
export const isDraft = ({ content }: Survey, language: string): boolean =>
  record(content.languages[language]).draft === true

/** Texts of an advice item that is gone are told with it. */
const gone = (namespace: string, key: string) =>
  namespace === 'advice' ? [goneIn(key.split('.')[0] ?? '')] : []

type Pair = { language: string; namespace: string; source: Texts; texts: Texts }

/** What is missing in a language. A variant lacks nothing but the forms of what it says: the rest it says as its base does. */
function checkThere(survey: Survey, behind: Report, { language, namespace, source, texts }: Pair): void {
  const { content } = survey
  const file = fileOf.words(language, namespace)
  const original = fileOf.words(SOURCE_LANGUAGE, namespace)
  const of = [fileOf.language(language), fileOf.flow(namespace)].map((owner) => ({ file: owner, path: [] }))
  const at = { language, namespace, name: file, from: SOURCE_LANGUAGE }
  if (content.broken.includes(file)) return
  const variant = isVariantHere(survey, language)
  if (!(namespace in (content.words[language] ?? {}))) {
    if (variant) return
    behind('translation-file-missing', file, [], at, { of })
    return
  }
  const there = new Set(Object.keys(texts).map(unnumbered))
  for (const key of Object.keys(source))
    if (!there.has(unnumbered(key)) && (!variant || lacksForm(texts, key)))
      behind(
        'translation-missing',
        file,
        neighbour(texts, key),
        { ...at, key },
        { part: 'key', of: [...of, { file: original, path: [key] }], fold: file },
      )
}

/**
 * Checks one file of a translation. A translation may speak to an asker apart where the source language need not.
 * @returns how many texts a draft still lacks
 */
export function checkTranslation(survey: Survey, pair: Pair): number {
  const { language, namespace, source, texts } = pair
  // what the source language says cannot be read: nobody knows what is missing here, or left over
  if (survey.content.broken.includes(fileOf.words(SOURCE_LANGUAGE, namespace))) return 0
  const draft = isDraft(survey, language)
  let lacking = 0
  const behind: Report = (code, file, path, fill: Fill = {}, options = {}) => {
    if (!draft) return survey.report(code, file, path, fill, options)
    if (code === 'translation-missing') lacking += 1
    if (code === 'translation-file-missing') lacking += Object.keys(source).length
  }
  checkThere(survey, behind, pair)
  const known = new Set(Object.keys(source).map(unnumbered))
  for (const key of Object.keys(texts)) {
    if (originalOf(source, key) !== undefined) continue
    const fill = { key, from: SOURCE_LANGUAGE, hint: guess(key, known) ?? phrase('removeIt') }
    const file = fileOf.words(language, namespace)
    const original = fileOf.words(SOURCE_LANGUAGE, namespace)
    const of = [{ file: original, path: [key] }, ...gone(namespace, key)]
    behind('translation-left-over', file, [key], fill, { part: 'key', of, fold: file })
  }
  checkMarks(survey, behind, pair)
  return lacking
}
