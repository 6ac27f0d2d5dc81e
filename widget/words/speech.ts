/** Words: i18next over the flat keys of `locales/`, for the browser and for the first screen alike. */

import { createInstance } from 'i18next'
import type { Language, Words } from '#core/contract/content.ts'

export type Speech = {
  /** ISO language tag, also for `Intl` */
  lang: string
  /** text of `namespace:key`; `asker` chooses the variant for a near one or a professional */
  t(key: string, values?: Record<string, unknown>): string
  has(key: string): boolean
  /** adds a loaded bundle of words */
  add(words: Words): void
}

/** A speaker of one language; `words` is namespace → key → text. */
export function speak(language: Language, words: Words): Speech {
  const { lang, fallback } = language
  const i18n = createInstance()
  void i18n.init({
    lng: lang,
    fallbackLng: fallback ?? false,
    resources: { [lang]: words },
    ns: Object.keys(words),
    keySeparator: false,
    nsSeparator: ':',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return {
    lang,
    // what was written as a number is read as a text too
    t: (key, values) => `${i18n.t(key, { ...values })}`,
    has: (key) => i18n.exists(key),
    add(more) {
      for (const [namespace, texts] of Object.entries(more))
        i18n.addResourceBundle(lang, namespace, texts, true, true)
    },
  }
}
