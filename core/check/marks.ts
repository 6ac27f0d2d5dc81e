/** Translations beside their source: the same names to fill in, and made from the text that stands there now. */
import { fileOf, SOURCE_LANGUAGE } from './content.ts'
import { record } from './look.ts'
import { phrase } from './report.ts'
import type { Survey } from './survey.ts'

type Texts = Record<string, string>

/** The short name of a source text that a translation was made from (FNV-1a, 32 bits, twice). */
export function sourceHash(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193]
  for (const sign of text) {
    const code = sign.codePointAt(0) as number
    one = Math.imul(one ^ code, 0x01000193) >>> 0
    two = Math.imul(two ^ (code + 0x9e37), 0x85ebca6b) >>> 0
  }
  return [one, two].map((half) => half.toString(16).padStart(8, '0')).join('')
}

const placeholders = (text: string): string =>
  [...new Set(text.match(/\{\{\s*[\w.]+/g) ?? [])]
    .map((mark) => `{{${mark.replace(/[{\s]/g, '')}}}`)
    .sort()
    .join(', ')

/** Checks the texts of one file of one language against the source language. */
export function checkMarks(
  { content, report }: Survey,
  language: string,
  namespace: string,
  source: Texts,
  texts: Texts,
): void {
  const file = fileOf.words(language, namespace)
  const states = record(content.states[language]?.[namespace])
  for (const [key, text] of Object.entries(texts)) {
    const original = source[key]
    if (original === undefined) continue
    const [found, expected] = [placeholders(text), placeholders(original)]
    if (found !== expected) {
      const nothing = phrase('nothing')
      const fill = { found: found || nothing, expected: expected || nothing, language: SOURCE_LANGUAGE }
      report('placeholders-differ', file, [key], fill)
    }
    const from = record(states[key]).source
    if (typeof from === 'string' && from !== sourceHash(original)) report('text-stale', file, [key], { key })
  }
}
