/** What `npm run translated` does: writes the state files of a language, and tells how far each language is. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SOURCE_LANGUAGE } from '#core/check/base/content.ts'
import { MAKERS } from '#core/check/words/translation-states.ts'
import { isFormOfSource } from '#core/check/words/variant.ts'
import type { Result } from '../result.ts'
import { fileText, type Marked, type Marking, mark } from './states.ts'

const USAGE =
  'Usage: npm run translated [-- LANGUAGE [FILE] [KEY …] [--by machine|human|same] [--all]], for example: npm run translated -- sv guidance'

type TranslatedOptions = Marking & { language?: string; namespace?: string }
/** Told instead of a trace. */
class Wrong extends Error {}

function wishOf(args: string[]): TranslatedOptions {
  const wish: TranslatedOptions = {}
  const names: string[] = []
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, given] = word.split('=')
    if (name === '--all') wish.all = true
    else if (name === '--by') {
      const by = (given ?? rest.shift() ?? '') as NonNullable<Marking['by']>
      if (!MAKERS.includes(by)) throw new Wrong(`--by is ${MAKERS.join(', ')}, not "${by}". ${USAGE}`)
      wish.by = by
    } else if (word.startsWith('-')) throw new Wrong(`"${word}" is not an option. ${USAGE}`)
    else names.push(word)
  }
  const [language, namespace, ...keys] = names
  return { ...wish, ...(language && { language }), ...(namespace && { namespace }), keys }
}

type Json = Record<string, unknown>

function readJson(file: string): Json {
  if (!existsSync(file)) return {}
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Json
  } catch (error) {
    throw new Wrong(
      `${file} cannot be read as JSON (${(error as Error).message}): npm run flows shows the place.`,
    )
  }
}
const textsOf = (file: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(readJson(file)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

/** Files of a language that hold no texts. */
const NO_WORDS = ['language.json', 'refused.json']

/** Names of the text files of a language. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.state.json') && !NO_WORDS.includes(name))
    .map((name) => name.slice(0, -'.json'.length))

const languagesOf = (locales: string): string[] =>
  readdirSync(locales, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['notes', SOURCE_LANGUAGE].includes(entry.name))
    .map(({ name }) => name)

const counted = (states: Marked['states']): string => {
  const all = Object.values(states).map(({ by }) => by)
  const of = (maker: string) => all.filter((by) => by === maker).length
  return `${of('machine')} by machine, ${of('human')} by people, ${of('same')} the same`
}

const told = (marked: Marked, name: string): string[] => [
  `${name}: ${marked.written.length} written, ${marked.gone.length} removed; ${counted(marked.states)}.`,
  ...marked.stale.map(
    (key) =>
      `  ${key}: made from an older text. Correct it, or put the key after the command if it holds as it is.`,
  ),
  ...marked.alike.map(
    (key) => `  ${key}: word for word as in ${SOURCE_LANGUAGE}. Translate it, or give the key and --by same.`,
  ),
]

/** @param at file names of the pair, without ending @returns the states as they are or would be */
function marked(locales: string, language: string, namespace: string, wish: Marking): Marked {
  const source = textsOf(join(locales, SOURCE_LANGUAGE, `${namespace}.json`))
  const texts = textsOf(join(locales, language, `${namespace}.json`))
  for (const key of wish.keys ?? [])
    if (!(key in texts)) throw new Wrong(`${language}/${namespace}.json has no text "${key}".`)
  const before = readJson(join(locales, language, `${namespace}.state.json`))
  return mark(before, source, texts, wish)
}

function write(locales: string, language: string, wish: TranslatedOptions): string[] {
  if (!languagesOf(locales).includes(language))
    throw new Wrong(
      `There is no language "${language}" to mark: ${languagesOf(locales).join(', ')}. ${USAGE}`,
    )
  const all = filesOf(join(locales, language))
  if (wish.namespace !== undefined && !all.includes(wish.namespace))
    throw new Wrong(`There is no file ${language}/${wish.namespace}.json. ${USAGE}`)
  return all
    .filter((name) => name === (wish.namespace ?? name))
    .flatMap((namespace) => {
      const result = marked(locales, language, namespace, wish)
      writeFileSync(join(locales, language, `${namespace}.state.json`), fileText(result.states))
      const alike = isFormOfSource(language) ? [] : result.alike
      return told({ ...result, alike }, `${language}/${namespace}`)
    })
}

/** How far every language is, in a line each; nothing is written. */
function overview(locales: string): string[] {
  const texts = (language: string) =>
    filesOf(join(locales, language)).flatMap((name) =>
      Object.keys(textsOf(join(locales, language, `${name}.json`))),
    )
  const source = texts(SOURCE_LANGUAGE).length
  return languagesOf(locales).map((language) => {
    const states = filesOf(join(locales, language)).flatMap((name) =>
      Object.entries(readJson(join(locales, language, `${name}.state.json`))).map(([key, state]) => [
        `${name}:${key}`,
        state,
      ]),
    )
    const of = counted(Object.fromEntries(states) as Marked['states'])
    return `${language}: ${texts(language).length} texts of ${source} in ${SOURCE_LANGUAGE}; ${of}.`
  })
}

/** Runs the command on a folder of locales. */
export function run(args: string[], locales: string): Result {
  try {
    const wish = wishOf(args)
    const lines = wish.language === undefined ? overview(locales) : write(locales, wish.language, wish)
    return { lines, code: 0 }
  } catch (error) {
    if (error instanceof Wrong) return { lines: [error.message], code: 1 }
    throw error
  }
}
