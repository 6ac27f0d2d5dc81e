/**
 * The words and the dialogue of the revision a request was made with, so that a question reads as it was asked.
 * They are immutable and hold nothing personal; kept in memory by revision.
 */
import i18next, { type i18n } from 'i18next'
import type { Manifest, Words } from '#core/contract/content.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { MAIN } from '#core/flow/words.ts'
import { CATALOGUE, flat, type NestedWords } from '#core/say/nested.ts'
import type { Speaker } from '#core/say/speaker.ts'
import { asRefused, call } from '../net/api.ts'
import { FIRST, has, say, spokenLanguage } from './words.ts'

type Content = { dialogue: Dialogue | undefined; words: i18n }

const held = new Map<string, Content>()
/** What the server does not have, by address: it is not asked for again. */
const absent = new Set<string>()
const keyOf = (revision: string) => `${spokenLanguage()}/${revision}`
let current: string | undefined

async function instanceOf(words: Words): Promise<i18n> {
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

const NOT_THERE: readonly number[] = [404, 410]

async function partOf<Part>(revision: string, name: string): Promise<Part | undefined> {
  const address = `/api/content/${revision}/${name}.json`
  if (absent.has(address)) return undefined
  try {
    return await call<Part>('GET', address)
  } catch (thrown) {
    // a line that was cut says nothing of the revision
    if (NOT_THERE.includes(asRefused(thrown).status)) absent.add(address)
    return undefined
  }
}

/** A revision from before the coordinator’s language had words is read in the language it was written in. */
async function wordsOf(revision: string, part: 'words' | 'advice' | 'host') {
  const words =
    (await partOf<NestedWords>(revision, `${part}.${spokenLanguage()}`)) ??
    (spokenLanguage() === FIRST ? undefined : await partOf<NestedWords>(revision, `${part}.${FIRST}`))
  if (!words) return undefined
  const { [CATALOGUE]: _, ...texts } = words
  return flat(texts)
}

/**
 * Makes a revision ready. Without its words the desk shows ids: a request is never hidden because of missing words.
 * @returns whether it brought words that were not there before
 */
export async function prepareWords(revision: string): Promise<boolean> {
  const key = keyOf(revision)
  if (held.has(key)) return false
  const [dialogue, words, advice, pages = {}] = await Promise.all([
    partOf<Dialogue>(revision, 'dialogue'),
    wordsOf(revision, 'words'),
    wordsOf(revision, 'advice'),
    wordsOf(revision, 'host'),
  ])
  if (!words) return false
  // names that only staff read, and the first question, stand with the words of the pages
  const beside = Object.entries(pages).map(([namespace, texts]) => [
    namespace,
    { ...words[namespace], ...texts },
  ])
  held.set(key, {
    dialogue,
    words: await instanceOf({ ...words, ...Object.fromEntries(beside), ...advice }),
  })
  return true
}

const manifestIn = (language: string) =>
  call<Manifest>('GET', `/api/content/${language}`).catch(() => undefined)

/** The revision that residents answer now: names the life areas of rows whose own revision is not at hand. */
export async function prepareCurrentWords(): Promise<void> {
  const manifest = (await manifestIn(spokenLanguage())) ?? (await manifestIn(FIRST))
  if (!manifest) return
  await prepareWords(manifest.revision)
  current = manifest.revision
}

/** A revision that the server does not have is read by what residents answer now: its ids say less. */
const isUnknown = (revision: string) => absent.has(`/api/content/${revision}/dialogue.json`)

/** Content of a revision, or of the current one. */
export const contentOf = (revision: string | undefined): Content | undefined =>
  held.get(keyOf(revision === undefined || isUnknown(revision) ? (current ?? '') : revision))

const wordsAt = (revision: string | undefined) => (contentOf(revision) ?? contentOf(undefined))?.words

/** First existing text of the keys. */
export function contentText(revision: string | undefined, keys: string[]) {
  const words = wordsAt(revision)
  const key = keys.find((one) => words?.exists(one))
  return key ? words?.t(key) : undefined
}

/** Speaks the words of a revision, as its residents read them; where it has none, the desk’s own. */
export function speakerOf(revision: string): Speaker {
  const words = wordsAt(revision)
  const knows = (key: string) => words?.exists(key) === true
  return {
    lang: spokenLanguage(),
    has: (key) => knows(key) || has(key),
    t: (key, values) => (knows(key) ? (words?.t(key, { ...values }) ?? key) : say(key, values)),
  }
}

/** Text of an option of the main flow’s question. */
export function optionText(revision: string | undefined, step: string, option: string): string | undefined {
  return contentText(revision, [`${MAIN}:${step}.options.${option}`])
}

/** The questions whose choices are walked one by one: what a matter is about. Of a revision, or of the current one. */
export function agendasOf(revision: string | undefined): string[] {
  const main = (contentOf(revision) ?? contentOf(undefined))?.dialogue?.flows[MAIN]
  return Object.values(main?.steps ?? {}).flatMap((step) => ('agenda' in step ? [step.agenda] : []))
}

/** The name that an entry of a named list carries. */
export function listedName(revision: string | undefined, list: string, id: string): string | undefined {
  const entry: Record<string, unknown> | undefined = contentOf(revision)?.dialogue?.lists[list]?.find(
    (one) => one.id === id,
  )
  return typeof entry?.name === 'string' ? entry.name : undefined
}
