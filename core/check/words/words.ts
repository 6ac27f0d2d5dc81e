/** The words: is there a text for everything that can be shown, in every language, and nothing that never is? */

import { attempt } from '../base/attempt.ts'
import type { Topic } from '../base/causes.ts'
import { fileOf, SOURCE_LANGUAGE } from '../base/content.ts'
import { nearest } from '../base/nearest.ts'
import { inWords, isRecord, record } from '../base/safe-access.ts'
import { guess } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { answerFormOf, checkForms, plainKey, type Texts, unnumbered } from '../base/text-forms.ts'
import { phrase } from '../said/saying.ts'
import { goneIn } from '../tables/tables.ts'
import { checkAnswerForms } from './answer-forms.ts'
import { checkCalls } from './calls.ts'
import { type Needed, neededTexts } from './needed.ts'
import { checkReading, limitsIn } from './reading.ts'
import { checkSigns } from './signs.ts'
import { checkTranslation, isDraft, neighbour } from './translation.ts'
import { checkWording } from './wording.ts'

const DRAFT = { level: 'warning', part: 'key' } as const

/** Signs of a text without its spaces, of an option, which stands on a button, and of a line after a hard answer: more would be a speech. */
const MOST_SIGNS = { text: 2000, option: 120, echo: 60 }
const OPTION = /^[^.]+\.options\./
const signsOf = (text: string): number => text.length - (text.match(/\s/g)?.length ?? 0)
const ECHO = /(^|\.)echo\./
function mostOf(key: string): number {
  if (ECHO.test(key)) return MOST_SIGNS.echo
  return OPTION.test(key) ? MOST_SIGNS.option : MOST_SIGNS.text
}

/** The texts of a size that can be read; the others are reported by their size, and by nothing that follows from it. */
function readable({ report }: Survey, file: string, texts: Texts): Texts {
  const fits = Object.entries(texts).filter(([key, text]) => {
    const [count, most] = [signsOf(text), mostOf(key)]
    if (count > most) report('text-too-long', file, [key], { key, count, most })
    return count <= most
  })
  return fits.length === Object.keys(texts).length ? texts : Object.fromEntries(fits)
}

/** The texts of a namespace; what is no text is reported. */
function textsOf({ content, report }: Survey, language: string, namespace: string): Texts {
  const file = content.words[language]?.[namespace]
  const texts: Texts = Object.create(null)
  for (const [key, text] of Object.entries(isRecord(file) ? file : {})) {
    const at = fileOf.words(language, namespace)
    if (typeof text !== 'string') report('text-key', at, [key], { key }, { part: 'key' })
    else if (text.trim() === '') report('text-empty', at, [key], { key })
    texts[key] = inWords(text)
  }
  return texts
}

function checkThere(
  { content, report }: Survey,
  namespace: string,
  keys: ReadonlySet<string>,
  texts: Texts,
  unused: string[],
): void {
  const file = fileOf.words(SOURCE_LANGUAGE, namespace)
  if (content.broken.includes(file)) return
  if (keys.size > 0 && !(namespace in (content.words[SOURCE_LANGUAGE] ?? {}))) {
    report('file-missing', file, [], { name: file }, { of: [{ file: fileOf.flow(namespace), path: [] }] })
    return
  }
  const there = new Set(Object.keys(texts).map(unnumbered))
  for (const key of keys) {
    if (there.has(unnumbered(key))) continue
    const at = { key, language: SOURCE_LANGUAGE, file: file.split('/').slice(-2).join('/') }
    const about = { file, path: [key] }
    // a key that was written wrong is why this one is missing
    const meant = nearest(key, unused)
    const of = [...(meant === undefined ? [] : [{ file, path: [meant] }]), ...ownersOf(namespace, key)]
    report('text-missing', file, neighbour(texts, key), at, { part: 'key', about, of, fold: file })
  }
}

/** What the texts of a key belong to: while something is wrong there, nobody knows which texts it needs. */
function ownersOf(namespace: string, key: string): Topic[] {
  const [id = ''] = key.split(/[._]/)
  if (namespace === 'advice') return [goneIn(id), { file: fileOf.advice(id), path: [] }]
  return [{ file: namespace === 'segments' ? fileOf.routing : fileOf.flow(namespace), path: [] }]
}

/** The source language must have what the content needs, and nothing besides. */
function checkSource(survey: Survey, namespace: string, needed: Needed): void {
  const texts = textsOf(survey, SOURCE_LANGUAGE, namespace)
  const known = new Set([...needed.required, ...needed.allowed])
  const unused = Object.keys(texts).filter((key) => !known.has(plainKey(key)))
  checkThere(survey, namespace, needed.required, texts, needed.complete ? unused : [])
  if (!needed.complete) return
  const file = fileOf.words(SOURCE_LANGUAGE, namespace)
  for (const key of unused) {
    const fill = { key, hint: guess(plainKey(key), known) ?? phrase('removeIt') }
    const of = ownersOf(namespace, key)
    const isNear = nearest(plainKey(key), needed.required) !== undefined
    const fold = isNear ? {} : { fold: `${file} ${key.split('.')[0]}` }
    survey.report('text-unused', file, [key], fill, { part: 'key', of, ...fold })
  }
  for (const key of Object.keys(texts)) {
    const plain = plainKey(key)
    const isForm = plain !== key && unnumbered(key) === key && answerFormOf(key) === undefined
    if (!isForm || plain in texts || !known.has(plain)) continue
    const of = [{ file, path: [plain] }, ...ownersOf(namespace, key)]
    survey.report('form-alone', file, [key], { key, plain }, { part: 'key', of, fold: `${file} ${plain}` })
  }
}

function checkLanguage({ content, report }: Survey, language: string): void {
  const file = content.languages[language]
  const isWhole =
    isRecord(file) &&
    typeof file.lang === 'string' &&
    typeof file.name === 'string' &&
    ['ltr', 'rtl'].includes(inWords(file.dir))
  const name = fileOf.language(language)
  if (record(file).limits !== undefined && !limitsIn(file))
    report('language-limits', name, ['limits'], { language })
  if (isWhole || content.broken.includes(name)) return
  report(file === undefined ? 'language-file-missing' : 'language-file', name, [], { language, name })
}

/** Which forms there are is asked of every text, what stands in them of those that can be read. */
const OF_KEYS = [checkForms, checkAnswerForms]
const OF_TEXTS = [checkSigns, checkWording, checkReading, checkCalls]

/** Checks every text of every language. */
export function checkWords(survey: Survey): void {
  const { content } = survey
  const languages = new Set([
    SOURCE_LANGUAGE,
    ...Object.keys(content.words),
    ...Object.keys(content.languages),
  ])
  const needed = neededTexts(survey)
  for (const [namespace, what] of Object.entries(needed)) checkSource(survey, namespace, what)
  const namespaces = new Set([...Object.keys(needed), ...Object.keys(content.words[SOURCE_LANGUAGE] ?? {})])
  for (const language of languages) {
    checkLanguage(survey, language)
    let lacking = 0
    for (const namespace of namespaces) {
      const texts = textsOf(survey, language, namespace)
      const source = language === SOURCE_LANGUAGE ? texts : textsOf(survey, SOURCE_LANGUAGE, namespace)
      attempt(survey.report, fileOf.words(language, namespace), () => {
        if (source !== texts) lacking += checkTranslation(survey, { language, namespace, source, texts })
        const read = readable(survey, fileOf.words(language, namespace), texts)
        for (const look of OF_KEYS) look(survey, language, namespace, texts)
        for (const look of OF_TEXTS) look(survey, language, namespace, read)
      })
    }
    if (isDraft(survey, language))
      survey.report('language-draft', fileOf.language(language), ['draft'], { language, lacking }, DRAFT)
  }
}
