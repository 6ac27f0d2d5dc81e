/** What the check is given: every content file as parsed, under the name it has in the repository. */
import type { Case, Dialogue } from '../../flow/definition.ts'
import { MUNICIPALITIES } from '../../flow/named.ts'
import { type Bag, inWords, isRecord, list, record } from './safe-access.ts'

/** A text file of a language: namespace → key → text. Values are unchecked until the check has seen them. */
export type WordFiles = Record<string, Record<string, unknown>>

export type ParsedContent = {
  /** flow id (the file’s name without ending) → the parsed file */
  flows: Record<string, unknown>
  routing: unknown
  lists: unknown
  advice: Record<string, unknown>
  cases: unknown
  /** file name without ending → the parsed file, of the dated tables of the place */
  area: Record<string, unknown>
  /** language → namespace → key → text */
  words: Record<string, WordFiles>
  /** language → its `phrases.yaml`: what people say, by what it leads to */
  phrases: Record<string, unknown>
  /** language → its `language.json` */
  languages: Record<string, unknown>
  /** language → its `refused.json`, and the one of the house where the words are an installation’s own */
  refused: Record<string, unknown>
  house: Record<string, unknown>
  /** language → namespace → key → how the text was made (`{namespace}.state.json`) */
  states: Record<string, WordFiles>
  /** logical names of files that could not be read; whatever needs them is left unsaid */
  broken: string[]
}

/** The language that every other one is translated from. */
export const SOURCE_LANGUAGE = 'fi'

/** Logical names of the files; whoever gives `locate` turns them into names a person can open. */
export const fileOf = {
  flow: (id: string) => `flows/${id}.yaml`,
  routing: 'flows/routing.yaml',
  lists: 'flows/lists.yaml',
  cases: 'flows/cases.yaml',
  advice: (id: string) => `flows/advice/${id}.yaml`,
  area: (name: string) => `flows/area/${name}.yaml`,
  words: (language: string, namespace: string) => `locales/${language}/${namespace}.json`,
  state: (language: string, namespace: string) => `locales/${language}/${namespace}.state.json`,
  phrases: (language: string) => `locales/${language}/phrases.yaml`,
  language: (language: string) => `locales/${language}/language.json`,
  refused: (language: string) => `locales/${language}/refused.json`,
}

/** The names of a municipality as lists have one: in the language of the source. */
const nameIn = (names: Bag): string => inWords(names[SOURCE_LANGUAGE] ?? Object.values(names)[0])

/** Named lists. Municipalities are those of the place: a list of its own in `lists.yaml` is only for content without one. */
export function listsOf({ lists, area }: Pick<ParsedContent, 'lists' | 'area'>): Bag {
  const own = record(lists)
  const rows = list(area.municipalities).filter(isRecord)
  if (MUNICIPALITIES in own || rows.length === 0) return own
  const items = rows.map(({ municipality, names, area: of }) => ({
    ...{ id: inWords(municipality), name: nameIn(record(names)), area: inWords(of) },
  }))
  const once = new Map(items.map((item) => [item.id, item]))
  return { ...own, [MUNICIPALITIES]: [...once.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** The dialogue in content that the check found whole. */
export const dialogueOf = (content: ParsedContent): Dialogue =>
  ({
    flows: content.flows,
    tables: content.routing,
    lists: listsOf(content),
    advice: content.advice,
  }) as Dialogue

/** The described situations of checked content. */
export const casesOf = (content: ParsedContent): Case[] => (content.cases ?? []) as Case[]
