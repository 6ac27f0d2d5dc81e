/** Checked content → the hashed parts of a revision. The same content has the same id, whoever makes it. */

import { createHash } from 'node:crypto'
import { dialogueOf, type ParsedContent, SOURCE_LANGUAGE } from '#core/check/base/content.ts'
import { over } from '#core/check/base/text-forms.ts'
import type { Language, Words } from '#core/contract/content.ts'
import { STAFF_PROBLEMS } from '#core/contract/problem.ts'
import type { AdviceItem, Dialogue, Lists, Tables } from '#core/flow/definition.ts'
import { MUNICIPALITIES } from '#core/flow/named.ts'
import { MAIN, STAFF_NAMESPACES } from '#core/flow/words.ts'
import { folded } from '#core/match/folded.ts'
import { type Phrases, packed, packedItems, wholePhrases } from '#core/match/phrases.ts'
import { LISTS } from '#core/say/answer.ts'
import { baseOf } from '#core/say/language-tag.ts'

export const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** The files that content is made of, without what is generated from elsewhere or written for people. */
const isSource = (name: string) => /\.(yaml|json)$/.test(name) && !name.startsWith('flows/schema/')

/** The text of the part `source`: the files themselves, by logical name. Never served to the public. */
export const sourceOf = (texts: Record<string, string>) =>
  JSON.stringify(Object.fromEntries(Object.entries(texts).filter(([name]) => isSource(name))))

/** A revision not yet published: part name → text, and the hashes that name it. */
export type RevisionCandidate = {
  revision: string
  flow: string
  parts: Record<string, string>
  manifest: Record<string, string>
}

/** Namespaces that the conversation does not load with its words. */
const ADVICE = ['advice']
/** What only a row that most never open says: a part of its own, fetched when it is opened. */
const OWN = ['own']
/** What only the server’s own pages say; and the lines to call, which stand on each of them. */
const HOST = ['host', 'numbers']

/** Words of a language over those it falls back to: a missing text is shown in the language it is translated from. */
function wordsOf(content: ParsedContent, language: string, seen: string[] = []): Words {
  const { fallback } = described(content, language)
  const next = fallback ?? SOURCE_LANGUAGE
  const under =
    language === SOURCE_LANGUAGE || seen.includes(next) ? {} : wordsOf(content, next, [...seen, language])
  const own = Object.entries((content.words[language] ?? {}) as Words)
  const merged = own.map(([namespace, words]) => [namespace, over(words, under[namespace])])
  return { ...under, ...Object.fromEntries(merged) }
}

const described = (content: ParsedContent, language: string): Partial<Language> =>
  content.languages[language] ?? {}
/** One that is still being translated is offered to nobody. */
const isDraft = (content: ParsedContent, language: string) => described(content, language).draft === true
/** The source language first, and what is a form of it beside it; the others by name. */
const inOrder = (one: string, other: string) => {
  const isForeign = (language: string) => Number(baseOf(language) !== SOURCE_LANGUAGE)
  return isForeign(one) - isForeign(other) || (one < other ? -1 : 1)
}
/** What a page needs of a language: how hard its texts may be is for whoever writes them. */
const offeredAs = ({ limits: _, ...shown }: Partial<Language>) => shown

const only = (words: Words, wanted: (namespace: string) => boolean): Words =>
  Object.fromEntries(Object.entries(words).filter(([namespace]) => wanted(namespace)))

/** In the namespace of the chat: beginnings of words by which people tell of a danger, one a line. */
const TELLING = /^danger\./

/** Beginnings of words without those that another one begins: they tell nothing more. */
const shortest = (lines: string[]): string[] =>
  [...new Set(lines)]
    .sort()
    .filter((line, _, all) => line && !all.some((other) => other && other !== line && line.startsWith(other)))

/**
 * Who is afraid writes in the language they think in: every page knows the words of all languages that are offered.
 * They only show numbers that are in view anyway, and leave no trace.
 */
function inEveryLanguage(words: Words, all: Words[]): Words {
  const { widget = {} } = words
  const keys = new Set(all.flatMap((one) => Object.keys(one.widget ?? {}).filter((key) => TELLING.test(key))))
  const joined = [...keys].map((key) => {
    const lines = all.flatMap((one) => one.widget?.[key]?.split('\n') ?? [])
    return [key, shortest(lines.map(folded)).join('\n')]
  })
  return { ...words, widget: { ...widget, ...Object.fromEntries(joined) } }
}

/** Names that entries of named lists carry are words too, the same in every language. Those of municipalities are the place's. */
export function namesIn({ [MUNICIPALITIES]: _, ...lists }: Lists = {}): Words {
  const named = Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ id, name }) => (typeof name === 'string' ? [[`${list}.${id}`, name]] : [])),
  )
  return named.length > 0 ? { [LISTS]: Object.fromEntries(named) } : {}
}

/** What stands on every page that the server makes comes with it, and need not come again with the words of the conversation. */
const ON_THE_PAGE =
  `disclosure title languages back wait exit exit.address exit.keys exit.oneMore exit.twoMore strip.label strip.open
strip.call strip.back human.open human.request offer.ask help.title help.goOn page.check failed.load failed.again failed.language
own.label own.hint own.found form.danger help.more foot.label foot.advice foot.newTab foot.purpose privacy.title privacy.whole accessibility.title accessibility.whole`.split(
    /\s/,
  )
const split = (texts: Record<string, string>, isTaken: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(texts).filter(([key]) => isTaken(key)))

/** The texts of the first question stand on every page of the chat; its short name does not. */
const ofFirst = ({ flows }: Dialogue) => {
  const start = `${flows[MAIN]?.start}.`
  return (key: string) => key.startsWith(start) && key !== `${start}card`
}
/** Names of marks and lanes, which coordinators read alone. */
const isName = (key: string) => /\.(name|means)$/.test(key)

/** Without what only staff are told, and what the page says itself. */
function forResidents(dialogue: Dialogue, { messages = {}, widget = {}, ...words }: Words): Words {
  const isFirst = ofFirst(dialogue)
  return {
    ...words,
    [MAIN]: split(words[MAIN] ?? {}, (key) => !isFirst(key)),
    segments: split(words.segments ?? {}, (key) => !isName(key)),
    messages: split(messages, (code) => !STAFF_PROBLEMS.includes(code)),
    widget: split(widget, (key) => !ON_THE_PAGE.includes(key)),
  }
}
/** What the server itself says around the conversation, and what only staff read of its words. */
const forPages = (dialogue: Dialogue, words: Words): Words => ({
  ...only(words, (namespace) => HOST.includes(namespace)),
  [MAIN]: split(words[MAIN] ?? {}, ofFirst(dialogue)),
  segments: split(words.segments ?? {}, isName),
  widget: split(words.widget ?? {}, (key) => ON_THE_PAGE.includes(key)),
})

/** What the services are called that advice sends people to: only whoever reads advice needs it. Their numbers are the place's. */
function toCall({ advice }: Dialogue, { numbers = {} }: Words): Words {
  const lines = new Set(Object.values(advice).map(({ line }) => line))
  const own = split(numbers, (key) => lines.has(key.split('.')[0]))
  return Object.keys(own).length > 0 ? { numbers: own } : {}
}

function wordParts(content: ParsedContent, language: string, all: Words[]): [string, unknown][] {
  const dialogue = dialogueOf(content)
  const spoken = { ...wordsOf(content, language), ...namesIn(dialogue.lists) }
  const words = inEveryLanguage(spoken, all)
  const apart = [...ADVICE, ...OWN, ...STAFF_NAMESPACES, ...HOST]
  return [
    [`words.${language}`, only(forResidents(dialogue, words), (namespace) => !apart.includes(namespace))],
    [
      `advice.${language}`,
      { ...only(words, (namespace) => ADVICE.includes(namespace)), ...toCall(dialogue, words) },
    ],
    [`own.${language}`, only(words, (namespace) => OWN.includes(namespace))],
    [`desk.${language}`, only(words, (namespace) => STAFF_NAMESPACES.includes(namespace))],
    [`host.${language}`, forPages(dialogue, words)],
  ]
}

type Row = Tables['segment' | 'advice' | 'attention']['rows'][number]
/** What a conversation needs of a row. Who wrote it, when and why stays in `source`, where editors read it. */
const bare = ({ id, when, then, pace }: Row & { pace?: string }) => ({ id, when, then, pace })

/** The same of an advice item: its source and its days of review are a part of their own, its owner stays with the editors; who decides is said in its words. */
const SHOWN = ['lifeAreas', 'kind', 'provider', 'unless', 'link', 'number', 'line', 'appeal'] as const
const shown = (item: AdviceItem) => Object.fromEntries(SHOWN.map((name) => [name, item[name]]))

/** Where an item was read and when it is read again: what the page of the item says, and no conversation loads. */
const provenance = ({ source, checkedOn, reviewBy }: AdviceItem) => ({ source, checkedOn, reviewBy })
const provenanceOf = ({ advice }: Dialogue) =>
  Object.fromEntries(Object.entries(advice).map(([id, item]) => [id, provenance(item)]))

/** Whose area a municipality is says the place, on the day it is asked. */
function withoutAreas({ [MUNICIPALITIES]: towns, ...lists }: Lists = {}): Lists {
  return { ...lists, ...(towns && { [MUNICIPALITIES]: towns.map(({ area: _, ...town }) => town) }) }
}

/** The dialogue as it runs: half the bytes for every resident. */
function running({ tables, advice: catalogue, lists, ...others }: Dialogue) {
  const { facts, segment, advice, attention, linked, danger, today } = tables
  const [first, items, notices, beside, dangers, now] = [
    segment,
    advice,
    attention,
    linked,
    danger,
    today,
  ].map((table) => table && { hit: table.hit, rows: table.rows.map(bare) })
  const facing = Object.entries(catalogue).map(([id, item]) => [id, shown(item)])
  return {
    ...others,
    lists: withoutAreas(lists),
    advice: Object.fromEntries(facing),
    tables: {
      facts,
      segment: { ...first, unfinished: segment.unfinished, ends: segment.ends },
      advice: items,
      attention: notices,
      linked: beside,
      danger: dangers,
      today: now,
    },
  }
}

/** The phrases of a language; one without any has those of the language that it names as its fallback. */
function phrasesOf(content: ParsedContent, language: string): Phrases | undefined {
  const { fallback } = described(content, language)
  const own = content.phrases[language] ?? (fallback && content.phrases[fallback])
  return own ? wholePhrases(own) : undefined
}

/** The phrases of each language as they travel, those of advice items apart; what has none offers no field for one's own words. */
function phraseParts(content: ParsedContent, languages: string[]): [string, unknown][] {
  const { advice } = dialogueOf(content)
  return languages.flatMap((language): [string, unknown][] => {
    const phrases = phrasesOf(content, language)
    if (!phrases) return []
    return [
      [`phrases.${language}`, packed(phrases)],
      [`item-phrases.${language}`, packedItems(phrases, (id) => advice[id]?.lifeAreas[0])],
    ]
  })
}

/**
 * Pure: parsed content that the check found whole → parts and their names.
 * @param source of `sourceOf`: kept with the revision, so that a folder can be compared with it and made from it
 */
export function candidateOf(content: ParsedContent, source = '{}'): RevisionCandidate {
  const offered = Object.keys(content.languages).filter((language) => !isDraft(content, language))
  const languages = offered.sort(inOrder)
  const all = languages.map((language) => wordsOf(content, language))
  const values: [string, unknown][] = [
    ['dialogue', running(dialogueOf(content))],
    ['provenance', provenanceOf(dialogueOf(content))],
    [
      'languages',
      Object.fromEntries(languages.map((language) => [language, offeredAs(described(content, language))])),
    ],
    ...languages.flatMap((language) => wordParts(content, language, all)),
    ...phraseParts(content, languages),
  ]
  const parts = Object.fromEntries(values.map(([name, value]) => [name, JSON.stringify(value)]))
  parts.source = source
  const manifest = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, hash(text)]))
  return { revision: hash(JSON.stringify(manifest)), flow: manifest.dialogue as string, parts, manifest }
}
