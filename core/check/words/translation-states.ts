/** Translations beside their source: made from the text that stands there now, and honest about who made them. */
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import type { ReportOptions } from '../base/report.ts'
import { isRecord, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { numberOf, originalOf, plainKey, type Texts } from '../base/text-forms.ts'
import { type Code, type Fill, phrase } from '../said/saying.ts'
import { namesOf } from './answer-forms.ts'
import { isFormOfSource } from './variant.ts'

/** Who made a translation: a program, a person who speaks the language, or nobody, because it is alike on purpose. */
export const MAKERS = ['machine', 'human', 'same'] as const
/** How a text was translated: the short names of what it was made from and of itself, and by whom. */
export type TranslationState = { source: string; text: string; by: (typeof MAKERS)[number] }

/** The short name of a text (FNV-1a, 32 bits, twice). */
export function shortName(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (const sign of text) {
    const code = sign.codePointAt(0) as number
    one = Math.imul(one ^ code, 0x01000193) >>> 0
    two = Math.imul(two ^ (code + 0x9e37), 0x85ebca6b) >>> 0
  }
  return [one, two].map((half) => half.toString(16).padStart(8, '0')).join('')
}

/** The value as a state, if it is one. */
export function stateOf(value: unknown): TranslationState | undefined {
  const { source, text, by } = record(value)
  const isWhole =
    typeof source === 'string' && typeof text === 'string' && MAKERS.includes(by as TranslationState['by'])
  return isWhole ? (value as TranslationState) : undefined
}

/** Nothing in it is a word: numbers, signs and names to fill in are alike in every language. */
export const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replace(/\{\{[^}]*\}\}/g, ''))

/** Names to fill in, apart from those that nothing fills in; a form for one number may say the number in words. */
const placeholders = (key: string, text: string, known: string[]): string =>
  [...new Set(text.match(/\{\{\s*[\w/.-]+/g) ?? [])]
    .map((mark) => mark.replace(/[{\s]/g, ''))
    .filter((name) => known.includes(name) && (name !== 'count' || numberOf(key) === undefined))
    .map((name) => `{{${name}}}`)
    .sort()
    .join(', ')

/** What is wrong with how one text was translated, if anything. */
function faultOf(language: string, state: unknown, text: string, original: string): Code | undefined {
  if (state === undefined) return 'state-missing'
  const { source, text: translated, by } = stateOf(state) ?? {}
  if (by === undefined) return 'state-shape'
  if (source !== shortName(original)) return 'text-stale'
  if (translated !== shortName(text)) return 'translation-changed'
  const isAlike = text === original && !isWordless(text) && !isFormOfSource(language)
  return isAlike && by !== 'same' ? 'not-translated' : undefined
}

/** Tells of a translation that lags behind; in a draft that is no news. */
type Behind = (code: Code, file: string, path: string[], fill: Fill, options?: ReportOptions) => void

type Sources = { language: string; namespace: string; source: Texts; states: Record<string, unknown> }

/**
 * A form of a text that stayed as it was when its plain text was changed. The translation tells: what it was made from is no longer
 * what stands there, and for the form it still is.
 */
function checkForm({ report }: Survey, { language, namespace, source, states }: Sources, key: string): void {
  const plain = plainKey(key)
  if (plain === key || !(key in source) || !(plain in source)) return
  const isAsItWas = (one: string) => stateOf(states[one])?.source === shortName(source[one] ?? '')
  if (stateOf(states[plain]) === undefined || isAsItWas(plain) || !isAsItWas(key)) return
  const file = fileOf.words(SOURCE_LANGUAGE, namespace)
  report('form-left-behind', file, [key], { plain, key, language }, { level: 'warning', fold: file })
}

/** Checks the texts of one file of one language against the source language. */
export function checkMarks(
  survey: Survey,
  behind: Behind,
  {
    language,
    namespace,
    source,
    texts,
  }: { language: string; namespace: string; source: Texts; texts: Texts },
): void {
  const { content, report } = survey
  const file = fileOf.words(language, namespace)
  const stateFile = fileOf.state(language, namespace)
  const fill = { language, namespace, from: SOURCE_LANGUAGE }
  const states = content.states[language]?.[namespace]
  const isTold = isRecord(states)
  if (!isTold && Object.keys(texts).length > 0 && !content.broken.includes(stateFile))
    behind('state-file-missing', file, [], { ...fill, name: stateFile })
  for (const [key, text] of Object.entries(texts)) {
    const original = originalOf(source, key)
    if (original === undefined) continue
    const [found, expected] = [text, original].map((one) =>
      one.includes('{{') ? placeholders(key, one, namesOf(survey, namespace, key)) : '',
    )
    if (found !== expected) {
      const nothing = phrase('nothing')
      const differ = { found: found || nothing, expected: expected || nothing, language: SOURCE_LANGUAGE }
      report('placeholders-differ', file, [key], differ)
    }
    if (isTold) checkForm(survey, { language, namespace, source, states }, key)
    const fault = isTold ? faultOf(language, states[key], text, original) : undefined
    if (fault !== undefined)
      behind(
        fault,
        file,
        [key],
        { ...fill, key },
        {
          fold: file,
          of: [
            { file: fileOf.words(SOURCE_LANGUAGE, namespace), path: [key] },
            { file, path: [key] },
          ],
        },
      )
  }
  for (const key of Object.keys(record(states)))
    if (!(key in texts))
      behind(
        'state-left-over',
        stateFile,
        [key],
        { ...fill, key },
        { part: 'key', fold: file, of: [{ file, path: [] }] },
      )
}
