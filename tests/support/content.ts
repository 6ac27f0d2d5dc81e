/** The repository's own content, loaded once for tests: what the engine runs, the words and the place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { listsOf } from '#core/check/base/content.ts'
import { over } from '#core/check/base/text-forms.ts'
import type { Language, Words } from '#core/contract/content.ts'
import type { AdviceItem, Case, Dialogue, Flow, Lists, Tables } from '#core/flow/definition.ts'
import type { Phrases } from '#core/match/phrases.ts'
import type { AreaSeed } from '#core/place/area.ts'
import { baseOf, isVariant } from '#core/say/language-tag.ts'

const root = new URL('../../', import.meta.url).pathname
const NOT_FLOWS = ['routing.yaml', 'cases.yaml']

const parsed = new Map<string, unknown>()
/** Parsed once, which takes long; a copy for everybody, so that a test may break it. */
function yaml<T>(path: string): T {
  if (!parsed.has(path)) parsed.set(path, parse(readFileSync(join(root, path), 'utf8')))
  return structuredClone(parsed.get(path)) as T
}
const files = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith(ending))

/** Every YAML file of a folder by its name without the ending. */
function folder<T>(path: string, except: string[] = []): Record<string, T> {
  const names = files(path, '.yaml').filter((name) => !except.includes(name))
  return Object.fromEntries(names.map((name) => [basename(name, '.yaml'), yaml<T>(join(path, name))]))
}

export const loadDialogue = (): Dialogue => ({
  flows: folder<Flow>('flows', NOT_FLOWS),
  tables: yaml<Tables>('flows/routing.yaml'),
  lists: listsOf({ lists: undefined, area: folder('flows/area') }) as Lists,
  advice: folder<AdviceItem>('flows/advice'),
})

export const loadPhrases = (language: string): Phrases => yaml<Phrases>(`locales/${language}/phrases.yaml`)
export const loadCases = (): Case[] => yaml<Case[]>('flows/cases.yaml')
export const loadArea = (): AreaSeed => folder<unknown>('flows/area') as unknown as AreaSeed

const ONE_EACH = ['joutsa', 'keuruu', 'laukaa']
/** The example area with one station in each of its areas: a server that starts renders and packs the screen of every station. */
export function loadSmallArea(): AreaSeed {
  const { stations, ...area } = loadArea()
  const few = stations.stations.filter(({ station }) => ONE_EACH.includes(station))
  return { ...area, stations: { ...stations, stations: few } }
}

const described = (language: string): Language =>
  JSON.parse(readFileSync(join(root, 'locales', language, 'language.json'), 'utf8'))
/** Namespace → key → text, as the folder of one language holds them. */
export function ownWords(language: string): Words {
  const names = files(`locales/${language}`, '.json').filter(
    (name) => !name.endsWith('.state.json') && name !== 'refused.json',
  )
  const text = (name: string) => readFileSync(join(root, 'locales', language, name), 'utf8')
  const { limits: _, ...told } = described(language)
  const all = names.map((name) => [basename(name, '.json'), JSON.parse(text(name))])
  return { ...Object.fromEntries(all), language: told }
}

/** Namespace → key → text of one language, as people read it: of a variant with what it says as its base does. */
export function loadWords(language = 'fi'): Words {
  const own = ownWords(language)
  if (!isVariant(language, described(language))) return own
  const under = loadWords(baseOf(language))
  const merged = Object.entries(own).map(([namespace, texts]) => [namespace, over(texts, under[namespace])])
  return { ...under, ...Object.fromEntries(merged) }
}

/** Folders of the languages that are offered: all but those still being translated. */
export const languagesOffered = (): string[] =>
  readdirSync(join(root, 'locales'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'notes')
    .map(({ name }) => name)
    .filter((name) => !described(name).draft)

/** Who translated what in one file of a language: key → state; empty where nobody has said. */
export function loadStates(language: string, namespace: string): Record<string, unknown> {
  const file = join(root, 'locales', language, `${namespace}.state.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Notes for translators of one namespace: key or `prefix.*` → where the text shows and what to mind. */
export const loadNotes = (namespace: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'locales/notes', `${namespace}.json`), 'utf8'))
