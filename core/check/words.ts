/** The words: is there a text for everything that can be shown, in every language, and nothing that never is? */
import { fileOf, SOURCE_LANGUAGE } from './content.ts'
import { inWords, isRecord } from './look.ts'
import { checkMarks } from './marks.ts'
import { type Needed, neededTexts } from './needed.ts'
import { checkReading } from './reading.ts'
import { phrase } from './report.ts'
import { guess } from './suggest.ts'
import type { Survey } from './survey.ts'
import { checkWording } from './wording.ts'

type Texts = Record<string, string>

const FORM = /_(relative|professional|zero|one|two|few|many|other)$/
/** The key without its form for an asker or a number. */
export const plainKey = (key: string): string => {
  const shorter = key.replace(FORM, '')
  return shorter === key ? key : plainKey(shorter)
}
/** The key without its form for a number: languages have different ones. */
const unnumbered = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '')

/** The texts of a namespace; what is no text is reported. */
function textsOf({ content, report }: Survey, language: string, namespace: string): Texts {
  const file = content.words[language]?.[namespace]
  const texts: Texts = {}
  for (const [key, text] of Object.entries(isRecord(file) ? file : {})) {
    const at = fileOf.words(language, namespace)
    if (typeof text !== 'string') report('text-key', at, [key], { key }, { part: 'key' })
    else if (text.trim() === '') report('text-empty', at, [key], { key })
    texts[key] = inWords(text)
  }
  return texts
}

/** The key beside which a missing one belongs: what stands for the same step. */
const neighbour = (texts: Texts, key: string): string[] => {
  const step = `${key.split('.')[0]}.`
  const near = Object.keys(texts)
    .filter((other) => other.startsWith(step))
    .at(-1)
  return near === undefined ? [] : [near]
}

function checkThere(
  survey: Survey,
  language: string,
  namespace: string,
  keys: Iterable<string>,
  texts: Texts,
): void {
  const { content, report } = survey
  const file = fileOf.words(language, namespace)
  if (content.broken.includes(file)) return
  if (!(namespace in (content.words[language] ?? {}))) {
    report('file-missing', file, [], { name: file })
    return
  }
  const there = new Set(Object.keys(texts).map(unnumbered))
  for (const key of keys) {
    if (there.has(unnumbered(key))) continue
    const at = { key, language, file: file.split('/').slice(-2).join('/') }
    report('text-missing', file, neighbour(texts, key), at, { part: 'key' })
  }
}

/** The source language must have what the content needs, and nothing besides. */
function checkSource(survey: Survey, namespace: string, needed: Needed): void {
  const texts = textsOf(survey, SOURCE_LANGUAGE, namespace)
  checkThere(survey, SOURCE_LANGUAGE, namespace, needed.required, texts)
  if (!needed.complete) return
  const known = new Set([...needed.required, ...needed.allowed])
  for (const key of Object.keys(texts)) {
    const alone = plainKey(key) !== key && unnumbered(key) === key && !(plainKey(key) in texts)
    if (known.has(plainKey(key)) && !alone) continue
    const fill = { key, hint: guess(plainKey(key), known) ?? phrase('removeIt') }
    survey.report('text-unused', fileOf.words(SOURCE_LANGUAGE, namespace), [key], fill, { part: 'key' })
  }
}

/** Every other language must have what the source language has. */
function checkTranslation(survey: Survey, language: string, namespace: string): void {
  const source = textsOf(survey, SOURCE_LANGUAGE, namespace)
  const texts = textsOf(survey, language, namespace)
  checkThere(survey, language, namespace, Object.keys(source), texts)
  const known = new Set(Object.keys(source).map(unnumbered))
  const file = fileOf.words(language, namespace)
  for (const key of Object.keys(texts)) {
    if (known.has(unnumbered(key))) continue
    survey.report(
      'text-unused',
      file,
      [key],
      { key, hint: guess(key, known) ?? phrase('removeIt') },
      { part: 'key' },
    )
  }
  checkMarks(survey, language, namespace, source, texts)
}

function checkLanguage({ content, report }: Survey, language: string): void {
  const file = content.languages[language]
  const isWhole =
    isRecord(file) &&
    typeof file.lang === 'string' &&
    typeof file.name === 'string' &&
    ['ltr', 'rtl'].includes(inWords(file.dir))
  const name = fileOf.language(language)
  if (!isWhole && !content.broken.includes(name)) report('language-file', name, [], { language })
}

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
    for (const namespace of namespaces) {
      if (language !== SOURCE_LANGUAGE) checkTranslation(survey, language, namespace)
      const texts = textsOf(survey, language, namespace)
      checkWording(survey, language, namespace, texts)
      checkReading(survey, language, namespace, texts)
    }
  }
}
