/** The app speaks with a part of i18next: for every text of every language it says what the whole library says. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import * as whole from 'i18next'
import { afterAll, describe, expect, it } from 'vitest'
import type { Words } from '#core/contract/content.ts'
import { leanI18next } from '../../tools/lean.ts'
import { languagesOffered, loadWords } from '../support/content.ts'

const folder = mkdtempSync(path.join('node_modules', '.lean-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Library = Pick<typeof whole, 'createInstance'>
async function leanWith(fault: (code: string) => string, name: string): Promise<Library> {
  const file = path.join(folder, `${name}.mjs`)
  const source = readFileSync('node_modules/i18next/dist/esm/i18next.js', 'utf8')
  writeFileSync(file, fault(leanI18next(source).code))
  return import(pathToFileURL(path.resolve(file)).href)
}

/** Numbers are told apart, though no text of ours needs it now. */
const COUNTED = {
  apples_one: '{{count}} omena',
  apples_other: '{{count}} omenaa',
  apples_relative_other: 'hänen {{count}}',
  spaced: 'Soitamme {{ count }} kertaa, {{ name}}.',
}
const wordsOf = (lang: string): Words => ({ ...loadWords(lang), counted: COUNTED })

/** As `widget/words/speech.ts` makes it. */
function speaker({ createInstance }: Library, lang: string, fallback?: string) {
  const words = wordsOf(lang)
  const { first = {}, ...rest } = { first: words.widget, ...words }
  const i18n = createInstance()
  const resources = { [lang]: { widget: { ...first } } }
  void i18n.init({
    lng: lang,
    fallbackLng: fallback ?? false,
    resources,
    ns: ['widget'],
    keySeparator: false,
    nsSeparator: ':',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  for (const [namespace, texts] of Object.entries(rest))
    i18n.addResourceBundle(lang, namespace, texts, true, true)
  return i18n
}

const VALUES: Record<string, unknown>[] = [
  {},
  { context: 'relative' },
  { context: 'professional', count: 1 },
  { context: 'text', count: 2 },
  { count: 0 },
  { count: 1, context: undefined },
  { context: 'visit', count: 21, when: '{{name}}', name: '$& <b>', line: undefined },
]
const named = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/\{\{(.+?)\}\}/g)].map(([, name], at) => [name, at % 2 ? `«${name}»` : 7]),
  )

/** Texts that the two say differently, and keys of which only one knows. */
function differing(library: Library, lang: string, fallback?: string): string[] {
  const [ours, theirs] = [speaker(library, lang, fallback), speaker(whole, lang, fallback)]
  const keys = Object.entries(wordsOf(lang)).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => ({ key: `${namespace}:${key}`, text })),
  )
  const unknown = [
    'counted:apples',
    'widget:none.such',
    'nowhere:form.title',
    'widget:toString',
    'form.title',
    'widget:form.title_relative',
  ].map((key) => ({ key, text: '' }))
  return [...keys, ...unknown].flatMap(({ key, text }) => {
    if (ours.exists(key) !== theirs.exists(key)) return [`${key} is there`]
    return [...VALUES, named(text), { ...named(text), context: 'relative' }].flatMap((values) => {
      const [our, their] = [ours, theirs].map((one) => `${one.t(key, { ...values })}`)
      return our === their ? [] : [`${key} ${JSON.stringify(values)}: ${our} / ${their}`]
    })
  })
}

describe('the part of i18next that the app has', () => {
  it.each(languagesOffered())('says what the whole one says: %s', async (lang) => {
    expect(differing(await leanWith((code) => code, `as-is-${lang}`), lang)).toEqual([])
  })

  it('also where another language stands behind it', async () => {
    expect(differing(await leanWith((code) => code, 'fallback'), 'sv', 'fi')).toEqual([])
  })

  it('one that lost a value, a variant or a number would be found (red twin)', async () => {
    const faults: Record<string, [string, string]> = {
      value: ["?data[name]??'':all", '?all:all'],
      variant: ["contextSeparator:'_'", "contextSeparator:'-'"],
      number: ["pluralSeparator:'_'", "pluralSeparator:'-'"],
    }
    for (const [name, [find, put]] of Object.entries(faults)) {
      const broken = await leanWith((code) => {
        expect(code).toContain(find)
        return code.replace(find, put)
      }, name)
      expect(differing(broken, 'en').length, name).toBeGreaterThan(0)
    }
  })
})
