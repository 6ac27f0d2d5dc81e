/** Reads content folders (YAML and JSON) into parsed values, and remembers where each value stands in its file. */
import type { ParsedContent } from '#core/check/base/content.ts'
import { meantBy } from '#core/check/base/copies.ts'
import type { Locate, Problem } from '#core/check/base/problem.ts'
import { problemAt } from '#core/check/base/report.ts'
import { readWithin } from './bounds.ts'
import { locator } from './locate.ts'
import { type ParsedText, parseText } from './parse-text.ts'
import { folderTexts, HOUSE } from './read-folder.ts'

/** `problems` are mistakes in the writing itself; a file with one has no value in `content`. */
export type Parsed = { content: ParsedContent; locate: Locate; problems: Problem[] }
/** Logical name (`flows/money.yaml`, `locales/fi/money.json`) → text of the file. */
export type FileTexts = Record<string, string>
type Show = (name: string) => string

const ID = /^[a-z0-9][a-z0-9-]*$/
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/
/** Files that are content's neighbours and not its parts. */
const ASIDE = [
  /(^|\/)(~\$[^/]*|Thumbs\.db|desktop\.ini)$/i,
  /\.md$/,
  /^flows\/schema\//,
  /^locales\/notes(\/|\.json$)/,
  /(^|\/)\./,
]
const SINGLE = ['routing', 'lists', 'cases'] as const

const nothing = (): ParsedContent => ({
  flows: {},
  routing: undefined,
  lists: undefined,
  advice: {},
  cases: undefined,
  area: {},
  words: {},
  phrases: {},
  languages: {},
  refused: {},
  house: {},
  states: {},
  broken: [],
})

const into = (
  shelf: Record<string, Record<string, unknown>>,
  language: string,
  name: string,
  value: unknown,
) => {
  shelf[language] = { ...shelf[language], [name]: value }
}

/** Puts a parsed file where the check looks for it; `false` when nobody knows what the file is for. */
function place(content: ParsedContent, name: string, value: unknown): boolean {
  const [room, ...rest] = name.split('/')
  const [folder, file] = rest.length === 2 ? rest : ['', rest[0]]
  if (rest.length > 2 || file === undefined) return false
  const stem = file.replace(/\.(yaml|json)$/, '')
  if (room === 'locales') return placeWords(content, folder ?? '', file, value)
  if (room === HOUSE) return placeOfHouse(content, folder ?? '', value)
  if (!file.endsWith('.yaml')) return false
  if (folder === 'advice' || folder === 'area') content[folder][stem] = value
  else if (folder !== '') return false
  else if ((SINGLE as readonly string[]).includes(stem)) content[stem as (typeof SINGLE)[number]] = value
  else content.flows[stem] = value
  return true
}

function placeWords(content: ParsedContent, language: string, file: string, value: unknown): boolean {
  if (!LANGUAGE.test(language)) return false
  if (file === 'phrases.json') return false
  if (file === 'phrases.yaml') content.phrases[language] = value
  if (!file.endsWith('.json')) return file === 'phrases.yaml'
  const stem = file.slice(0, -'.json'.length)
  if (stem === 'language') content.languages[language] = value
  else if (stem === 'refused') content.refused[language] = value
  else if (stem.endsWith('.state')) into(content.states, language, stem.slice(0, -'.state'.length), value)
  else into(content.words, language, stem, value)
  return true
}

function placeOfHouse(content: ParsedContent, language: string, value: unknown): boolean {
  content.house[language] = value
  return true
}

function nameProblem(name: string, shown: string, known: boolean): Problem[] {
  const at = { file: shown, line: 1, column: 1 }
  const file = name.split('/').at(-1) ?? name
  const stem = file.replace(/(\.state)?\.(yaml|json)$/, '')
  const [room, folder = '', inside] = name.split('/')
  if (!known && room === 'locales' && inside !== undefined && !LANGUAGE.test(folder))
    return [problemAt('language-folder', at, { name: folder })]
  if (!known) return [problemAt('file-unknown', at, { name: file })]
  if (ID.test(stem)) return []
  return [problemAt('file-name', at, { name: file, ending: file.slice(file.lastIndexOf('.')) })]
}

/** A file that nobody reads by its name, and what is told of it; it stands in the place of the one that it was meant to be. */
type Unread = { problem: Problem; insteadOf?: string }
function unread(texts: FileTexts, name: string, show: Show): Unread | undefined {
  const meant = meantBy(name, (one) => one in texts)
  const file = name.split('/').at(-1) ?? name
  const at = { file: show(name), line: 1, column: 1 }
  if (!meant || !place(nothing(), meant.name, undefined)) return undefined
  if (meant.isCopy) return { problem: problemAt('file-copy', at, { name: file, original: show(meant.name) }) }
  // what somebody noted for themselves has other lines than content
  if (/\.txt$/i.test(name) && !/^(?:- )?[\w-]+:|^\s*\{/m.test(texts[name] ?? '')) return undefined
  const right = meant.name.split('/').at(-1) ?? meant.name
  return { problem: problemAt('file-called', at, { name: file, right }), insteadOf: meant.name }
}

/**
 * Parses texts by their logical names.
 * @param show makes of such a name what a person can open
 * @param read another reader of a single text: one that remembers those that it has read
 */
export function parseContent(texts: FileTexts, show: Show = (name) => name, read = parseText): Parsed {
  const content = nothing()
  const parsed = new Map<string, ParsedText>()
  const problems: Problem[] = []
  const called = new Map<string, string>()
  const showFile: Show = (name) => show(called.get(name) ?? name)
  for (const [name, text] of Object.entries(texts)) {
    if (ASIDE.some((aside) => aside.test(name))) continue
    const known = /\.(yaml|json)$/.test(name)
    const result = known ? readWithin(read, { name, text, shown: show(name) }) : undefined
    const stem = (name.split('/').at(-1) ?? '').replace(/(\.state)?\.(yaml|json)$/, '')
    // of a file whose name is none nobody is told what it lacks
    const isRead = result !== undefined && ID.test(stem) && place(content, name, result.value)
    const other = isRead ? undefined : unread(texts, name, show)
    if (other) {
      problems.push(other.problem)
      if (other.insteadOf === undefined) continue
      place(content, other.insteadOf, undefined)
      content.broken.push(other.insteadOf)
      called.set(other.insteadOf, name)
      continue
    }
    const placed = result !== undefined && (ID.test(stem) ? isRead : known)
    for (const one of [...nameProblem(name, show(name), placed), ...(placed ? result.problems : [])])
      problems.push(one)
    if (result?.problems.some(({ level }) => level === 'error')) content.broken.push(name)
    if (result) parsed.set(name, result)
  }
  return { content, locate: locator(parsed, showFile), problems }
}

/** Reads `flows` and `locales` folders from disk; paths are shown relative to the working directory. */
export function readContent(flows: string, locales: string): Parsed {
  const { texts, show } = folderTexts({ flows, locales })
  return parseContent(texts, show)
}
