/** Forms of a text: for an asker (`_relative`), for a number (`_one`, as each language has them), for an earlier answer (`_if-north`). */
import { PROFESSIONAL, RELATIVE } from '../../flow/named.ts'
import { fileOf } from './content.ts'
import type { Survey } from './survey.ts'

/** Key → text of one file of words. */
export type Texts = Record<string, string>

const NUMBER = /_(zero|one|two|few|many|other)$/
const FORM = new RegExp(`_(${RELATIVE}|${PROFESSIONAL}|zero|one|two|few|many|other|if-[a-z0-9-]+)$`)
const ANSWER = /_if-([a-z0-9-]+)/

/** The key without its form for an asker, a number or an earlier answer. */
export const plainKey = (key: string): string => {
  const shorter = key.replace(FORM, '')
  return shorter === key ? key : plainKey(shorter)
}
/** The key without its form for a number: languages have different ones. */
export const unnumbered = (key: string): string => key.replace(NUMBER, '')
/** The number form of a key: `one`, `few` … */
export const numberOf = (key: string): string | undefined => NUMBER.exec(key)?.[1]

/** Have these texts one for the key, be it in another form? In its own words a language serves better than the same form in another one. */
export const serves = (texts: Texts, key: string): boolean =>
  key in texts || plainKey(key) in texts || `${unnumbered(key)}_other` in texts
/** The texts of a language, and of those under it what it has no words for. */
export const over = (own: Texts, under: Texts = {}): Texts => ({
  ...own,
  ...Object.fromEntries(Object.entries(under).filter(([key]) => !serves(own, key))),
})

/** The answer that a form of a text is for: `north` of `…_if-north`. */
export const answerFormOf = (key: string): string | undefined => ANSWER.exec(key)?.[1]
/** The same text for whoever did not answer so. */
export const withoutAnswerForm = (key: string): string => key.replace(ANSWER, '')

const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** The number forms of a language (CLDR): English has one and other, Polish four. */
function formsOf(language: string): string[] {
  try {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    return FORMS.filter((form) => pluralCategories.includes(form))
  } catch {
    return ['other']
  }
}

/** A text in number forms has every form of its language and no other, or one plain text that serves the rest. */
export function checkForms({ report }: Survey, language: string, namespace: string, texts: Texts): void {
  const file = fileOf.words(language, namespace)
  const forms = formsOf(language)
  const all = { language, forms: forms.join(', ') }
  const told = new Set<string>()
  for (const key of Object.keys(texts)) {
    const form = numberOf(key)
    if (form === undefined) continue
    const base = unnumbered(key)
    if (!forms.includes(form)) report('plural-unknown', file, [key], { ...all, key, form }, { part: 'key' })
    if (told.has(base) || base in texts) continue
    told.add(base)
    for (const missing of forms.filter((one) => !(`${base}_${one}` in texts)))
      report('plural-missing', file, [key], { ...all, key: base, form: missing }, { part: 'key' })
  }
}

/** The text that a translation was made from: the same form, or the one that the source language shows in its place. */
export function originalOf(source: Texts, key: string): string | undefined {
  const [bare, plain] = [unnumbered(key), plainKey(key)]
  const unasked = key.replace(/_(relative|professional)(?=_|$)/, '')
  return [key, bare, `${bare}_other`, unasked, plain, `${plain}_other`]
    .map((one) => source[one])
    .find((text) => text !== undefined)
}
