/** Checked content → the hashed parts of a revision. The same content has the same id, whoever makes it. */
import { createHash } from 'node:crypto'
import { dialogueOf, type ParsedContent, SOURCE_LANGUAGE } from '#core/check/content.ts'
import { plainKey, unnumbered } from '#core/check/forms.ts'
import type { Language, Words } from '#core/contract/content.ts'
import type { AdviceItem, Dialogue, Tables } from '#core/flow/definition.ts'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The files that content is made of, without what is generated from elsewhere or written for people. */
const isSource = (name: string) => /\.(yaml|json)$/.test(name) && !name.startsWith('flows/schema/')

/** The text of the part `source`: the files themselves, by logical name. Never served to the public. */
export const sourceOf = (texts: Record<string, string>) =>
  JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([name]) => isSource(name))))

/** A revision not yet published: part name → text, and the hashes that name it. */
export type Candidate = {
  revision: string
  flow: string
  parts: Record<string, string>
  manifest: Record<string, string>
}

/** Namespaces that the conversation does not load with its words. */
const ADVICE = ['advice']
const STAFF = ['desk']
const HOST = ['host']

/** A form of a text that the language has: in its own words it serves better than the same form in another language. */
const isServed = (own: Record<string, string>, key: string): boolean =>
  key in own || plainKey(key) in own || `${unnumbered(key)}_other` in own

/** Words of a language over those it falls back to: a missing text is shown in the language it is translated from. */
function wordsOf(content: ParsedContent, language: string, seen: string[] = []): Words {
  const { fallback } = (content.languages[language] ?? {}) as Partial<Language>
  const next = fallback ?? SOURCE_LANGUAGE
  const under =
    language === SOURCE_LANGUAGE || seen.includes(next) ? {} : wordsOf(content, next, [...seen, language])
  const merged: Words = { ...under }
  for (const [namespace, words] of Object.entries((content.words[language] ?? {}) as Words)) {
    const lacking = Object.entries(under[namespace] ?? {}).filter(([key]) => !isServed(words, key))
    merged[namespace] = { ...words, ...Object.fromEntries(lacking) }
  }
  return merged
}

/** One that is still being translated is offered to nobody. */
const isDraft = (content: ParsedContent, language: string) =>
  (content.languages[language] as Partial<Language> | undefined)?.draft === true

const only = (words: Words, wanted: (namespace: string) => boolean): Words =>
  Object.fromEntries(Object.entries(words).filter(([namespace]) => wanted(namespace)))

function wordParts(content: ParsedContent, language: string): [string, unknown][] {
  const words = wordsOf(content, language)
  const apart = [...ADVICE, ...STAFF, ...HOST]
  return [
    [`words.${language}`, only(words, (namespace) => !apart.includes(namespace))],
    [`advice.${language}`, only(words, (namespace) => ADVICE.includes(namespace))],
    [`desk.${language}`, only(words, (namespace) => STAFF.includes(namespace))],
    [`host.${language}`, only(words, (namespace) => HOST.includes(namespace))],
  ]
}

type Row = Tables['segment' | 'advice' | 'attention']['rows'][number]
/** What a conversation needs of a row. Who wrote it, when and why stays in `source`, where editors read it. */
const bare = ({ id, when, then }: Row) => ({ id, when, then })

/** The same of an advice item: its source, its owner and its days of review stay with the editors. */
const shown = ({ lifeAreas, kind, provider, decides, when, link }: AdviceItem) => ({
  lifeAreas,
  kind,
  provider,
  decides,
  when,
  link,
})

/** The dialogue as it runs: half the bytes for every resident. */
function running({ tables, advice: catalogue, ...others }: Dialogue) {
  const { facts, segment, advice, attention } = tables
  const [first, items, notices] = [segment, advice, attention].map(({ hit, rows }) => ({
    hit,
    rows: rows.map(bare),
  }))
  const facing = Object.entries(catalogue).map(([id, item]) => [id, shown(item)])
  return {
    ...others,
    advice: Object.fromEntries(facing),
    tables: {
      facts,
      segment: { ...first, unfinished: segment.unfinished },
      advice: items,
      attention: notices,
    },
  }
}

/**
 * Pure: parsed content that the check found whole → parts and their names.
 * @param source of `sourceOf`: kept with the revision, so that a folder can be compared with it and made from it
 */
export function candidateOf(content: ParsedContent, source = '{}'): Candidate {
  const offered = Object.keys(content.languages).filter((language) => !isDraft(content, language))
  const languages = offered.sort((a, b) =>
    a === SOURCE_LANGUAGE ? -1 : b === SOURCE_LANGUAGE ? 1 : a < b ? -1 : 1,
  )
  const values: [string, unknown][] = [
    ['dialogue', running(dialogueOf(content))],
    ['languages', Object.fromEntries(languages.map((language) => [language, content.languages[language]]))],
    ...languages.flatMap((language) => wordParts(content, language)),
  ]
  const parts = Object.fromEntries(values.map(([name, value]) => [name, JSON.stringify(value)]))
  parts.source = source
  const manifest = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, hash(text)]))
  return { revision: hash(JSON.stringify(manifest)), flow: manifest.dialogue as string, parts, manifest }
}
