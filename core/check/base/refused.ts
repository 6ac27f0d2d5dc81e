/**
 * What is refused in each language, and the words by which it speaks of danger and of telephones: `refused.json` beside the
 * language's texts. The house's own lists hold for every content; an installation adds to them and takes nothing away.
 */
import type { RefusedRule } from '../../flow/refused.ts'
import type { ParsedContent } from './content.ts'
import { list, record } from './safe-access.ts'

const RULES = ['decision', 'clinical', 'office'] as const
const STEMS = ['services', 'danger', 'calls', 'soon', 'honest'] as const
export type RefusedWords = Record<(typeof RULES)[number], RefusedRule[]> &
  Record<(typeof STEMS)[number], string[]>

const made = new Map<string, RegExp | undefined>()
function make(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'iu')
  } catch {
    return undefined
  }
}

/** The pattern of a text that begins a word; nothing when it is none. Each is made once, which takes longer than using it. */
export function beginning(find: unknown, ending = ''): RegExp | undefined {
  if (typeof find !== 'string' || find === '') return undefined
  const source = `(?<![\\p{L}\\p{N}])(?:${find})${ending}`
  if (!made.has(source)) made.set(source, make(source))
  return made.get(source)
}

const any = new WeakMap<readonly (string | RefusedRule)[], RegExp | undefined>()
/** Does a text hold any of these at the beginning of a word? One look, before each is asked which it is. */
export function holdsAny(finds: readonly (string | RefusedRule)[], text: string): boolean {
  if (!any.has(finds)) {
    const all = finds.map((find) => (typeof find === 'string' ? find : find.find))
    any.set(finds, beginning(all.map((find) => `(?:${find})`).join('|')))
  }
  return any.get(finds)?.test(text) === true
}

const isRule = (rule: unknown): rule is RefusedRule => {
  const { find, unless } = record(rule)
  return beginning(find) !== undefined && (unless === undefined || beginning(unless) !== undefined)
}
const isStem = (stem: unknown): stem is string => beginning(stem) !== undefined

/** Every pattern of a language's own file that is none, with where it stands. */
export function wrongPatterns(file: unknown): { path: (string | number)[]; found: string }[] {
  const wrong = (value: unknown, path: (string | number)[]) =>
    typeof value === 'string' && value !== '' && !beginning(value) ? [{ path, found: value }] : []
  return [
    ...RULES.flatMap((name) =>
      list(record(file)[name]).flatMap((rule, index) => [
        ...wrong(record(rule).find, [name, index, 'find']),
        ...wrong(record(rule).unless, [name, index, 'unless']),
      ]),
    ),
    ...STEMS.flatMap((name) => list(record(file)[name]).flatMap((stem, index) => wrong(stem, [name, index]))),
  ]
}

const joined = (files: unknown[]): RefusedWords => {
  const all = (name: string) => files.flatMap((file) => list(record(file)[name]))
  return Object.fromEntries([
    ...RULES.map((name) => [name, all(name).filter(isRule)]),
    ...STEMS.map((name) => [name, all(name).filter(isStem)]),
  ]) as RefusedWords
}

const known = new WeakMap<ParsedContent, Map<string, RefusedWords | undefined>>()

/** The lists of a language, or of the language it is a form of (`fi-simple` → `fi`); nothing where there are none. */
export function refusedIn(content: ParsedContent, language: string): RefusedWords | undefined {
  const languages = known.get(content) ?? new Map<string, RefusedWords | undefined>()
  known.set(content, languages)
  if (!languages.has(language)) {
    const base = language.split('-')[0] ?? ''
    const files = [...new Set([language, base])].flatMap((name) => [
      content.house[name],
      content.refused[name],
    ])
    const there = files.filter((file) => file !== undefined)
    languages.set(language, there.length > 0 ? joined(there) : undefined)
  }
  return languages.get(language)
}
