/** Renames a thing of the content wherever the content and its words speak of it, as a careful editor would. */
import { parse, stringify } from 'yaml'
import type { NamedKind } from '#core/check/named-kinds.ts'
import type { FileTexts } from '../../../server/content/reading/parse.ts'

/** The new name of whatever is renamed. */
export const ANEW = 'anew'

type Change = (name: string) => string

const parsed = new Map<string, unknown>()
/** Parsed once, which takes long. */
const parsedOf = (text: string): unknown => {
  if (!parsed.has(text)) parsed.set(text, parse(text))
  return parsed.get(text)
}
type Bag = Record<string, unknown>
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Values of these keys, and these keys themselves, are words of the language where they stand so. */
const isWord = (key: string, bag: Bag): boolean =>
  ['ask', 'provider', 'decides'].includes(key) || // a kind of question, and who provides and decides
  (key === 'pace' && 'then' in bag) || // how soon it is wise to begin
  (key === 'callback' && 'segment' in bag) ||
  (key === 'services' && 'lines' in bag) || // a table of the place
  (key === 'today' && ('segment' in bag || 'attention' in bag))

function deep(value: unknown, change: Change): unknown {
  if (typeof value === 'string') return value.split('/').map(change).join('/')
  if (Array.isArray(value)) return value.map((item) => deep(item, change))
  if (!isBag(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      isWord(key, value)
        ? [key, isBag(inner) || Array.isArray(inner) ? deep(inner, change) : inner]
        : [key.split('/').map(change).join('/'), deep(inner, change)],
    ),
  )
}

const FORMS = /(?:_(?:relative|professional|zero|one|two|few|many|other))+$/
/** `asker.options.relative_professional`: each part of the address without its forms. */
const keyed = (key: string, change: Change): string =>
  key
    .split('.')
    .map((part) => {
      const [forms = ''] = FORMS.exec(part) ?? []
      return change(part.slice(0, part.length - forms.length)) + forms
    })
    .join('.')

const filled = (text: unknown, change: Change): unknown =>
  typeof text === 'string' ? text.replace(/\{\{(\w[\w-]*)/g, (_, name: string) => `{{${change(name)}`) : text

function words(text: string, change: Change, fits: (key: string) => boolean): string {
  const entries = Object.entries(JSON.parse(text) as Bag)
  return JSON.stringify(
    Object.fromEntries(
      entries.map(([key, value]) => [fits(key) ? keyed(key, change) : key, filled(value, change)]),
    ),
    null,
    2,
  )
}

/** The name of a file of content that bears the thing's name: a flow and its words. */
const fileName = (file: string, change: Change): string =>
  file.replace(/([^/]+?)(\.state\.json|\.json|\.yaml)$/, (_, stem: string, end: string) => change(stem) + end)

/**
 * The texts with `name` called `anew`, as far as names of this kind reach.
 * @param texts logical file names → texts
 */
export function renamed(texts: FileTexts, kind: NamedKind, name: string): FileTexts {
  const change: Change = (one) => (one === name ? ANEW : one)
  const named = (file: string, text: string): [string, string] => {
    if (file.startsWith('locales/notes/') || file.startsWith('flows/schema/')) return [file, text]
    if (/locales\/\w+\/(widget|messages|language)\./.test(file)) return [file, text]
    if (/locales\/\w+\/desk\./.test(file))
      return [file, words(text, change, (key) => key.startsWith('segment.'))]
    // the words of lines, and of services of the place
    if (kind !== 'line' && /\/numbers\./.test(file)) return [file, text]
    if (kind === 'lane')
      return [file, /\/segments\./.test(file) ? words(text, change, (key) => key.startsWith('lane.')) : text]
    if (file.endsWith('.json')) return [fileName(file, change), words(text, change, () => true)]
    if (!file.endsWith('.yaml')) return [file, text]
    // the columns of the other files of the place are not names of the content
    if (file.startsWith('flows/area/') && !file.endsWith('/lines.yaml')) return [file, text]
    const fresh = deep(parsedOf(text), change)
    const isSame = JSON.stringify(fresh) === JSON.stringify(parsedOf(text))
    return [fileName(file, change), isSame ? text : stringify(fresh)]
  }
  return Object.fromEntries(Object.entries(texts).map(([file, text]) => named(file, text)))
}
