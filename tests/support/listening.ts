/** A speaker that remembers every text it was asked for: which key, which form of it served, and what it said. */
import { createInstance, type TOptions } from 'i18next'
import type { Words } from '#core/contract/content.ts'
import type { Speech } from '../../widget/words/speech.ts'

export type Heard = {
  /** `guidance:needs.question` as it was asked for */
  key: string
  /** the form that served, `needs.question_relative`; undefined when there is none */
  form: string | undefined
  namespace: string
  text: string
}

/** @param words of one language as its folder holds them, nothing filled in from another */
export function listening(lang: string, words: Words): { speech: Speech; heard: Heard[] } {
  const i18n = createInstance()
  void i18n.init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: words },
    ns: Object.keys(words),
    keySeparator: false,
    nsSeparator: ':',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  const heard: Heard[] = []
  const t = (key: string, values: TOptions = {}) => {
    const said = i18n.t(key, { ...values, returnDetails: true })
    const form = i18n.exists(key, values) ? said.exactUsedKey : undefined
    heard.push({ key, form, namespace: said.usedNS, text: String(said.res) })
    return String(said.res)
  }
  const speech: Speech = { lang, t, has: (key) => i18n.exists(key), add: () => {} }
  return { speech, heard }
}
