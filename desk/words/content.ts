/**
 * The words and the dialogue of the revision a request was made with, so that a question reads as it was asked.
 * They are immutable and hold nothing personal; kept in memory by revision.
 */
import i18next, { type i18n } from 'i18next'
import type { Manifest, Words } from '#core/contract/content.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { call } from '../net/api.ts'
import { spokenLanguage } from './words.ts'

type Content = { dialogue: Dialogue | undefined; words: i18n }

const held = new Map<string, Content>()
const keyOf = (revision: string) => `${spokenLanguage()}/${revision}`
let current: string | undefined

async function speaker(words: Words): Promise<i18n> {
  const lng = spokenLanguage()
  const instance = i18next.createInstance()
  await instance.init({
    lng,
    fallbackLng: lng,
    ns: Object.keys(words),
    keySeparator: false,
    nsSeparator: ':',
    interpolation: { escapeValue: false },
    resources: { [lng]: words },
  })
  return instance
}

/** Makes a revision ready. Without its words the desk shows ids: a request is never hidden because of missing words. */
export async function prepareWords(revision: string): Promise<void> {
  if (held.has(keyOf(revision))) return
  const part = <Part>(name: string) =>
    call<Part>('GET', `/api/content/${revision}/${name}.json`).catch(() => undefined)
  const [dialogue, words, advice] = await Promise.all([
    part<Dialogue>('dialogue'),
    part<Words>(`words.${spokenLanguage()}`),
    part<Words>(`advice.${spokenLanguage()}`),
  ])
  const content = { dialogue, words: await speaker({ ...words, ...advice }) }
  if (words) held.set(keyOf(revision), content)
}

/** The revision that residents answer now: names the life areas on the rows of the queue. */
export async function prepareCurrentWords(): Promise<void> {
  const manifest = await call<Manifest>('GET', `/api/content/${spokenLanguage()}`).catch(() => undefined)
  if (!manifest) return
  await prepareWords(manifest.revision)
  current = manifest.revision
}

/** Content of a revision, or of the current one. */
export const contentOf = (revision: string | undefined): Content | undefined =>
  held.get(keyOf(revision ?? current ?? ''))

/** First existing text of the keys, in the asker’s variant. */
export function contentText(
  revision: string | undefined,
  keys: string[],
  values: Record<string, unknown> = {},
) {
  const words = contentOf(revision)?.words
  const key = keys.find((one) => words?.exists(one, values))
  return key ? words?.t(key, values) : undefined
}

/** Text of an option of the main flow’s question. */
export function optionText(revision: string | undefined, step: string, option: string): string | undefined {
  return contentText(revision, [`guidance:${step}.options.${option}`])
}

/** The name that an entry of a named list carries. */
export function listedName(revision: string | undefined, list: string, id: string): string | undefined {
  const entry: Record<string, unknown> | undefined = contentOf(revision)?.dialogue?.lists[list]?.find(
    (one) => one.id === id,
  )
  return typeof entry?.name === 'string' ? entry.name : undefined
}
