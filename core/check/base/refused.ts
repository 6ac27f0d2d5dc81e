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
function make(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

const beginningOf = (find: string) => `(?<![\\p{L}\\p{N}])(?:${find})`

/** The pattern of a text that begins a word; nothing when it is none. Each is made once, which takes longer than using it. */
export function beginning(find: unknown, ending = ''): RegExp | undefined {
  if (typeof find !== 'string' || find === '') return undefined
  const source = `${beginningOf(find)}${ending}`
  if (!made.has(source)) made.set(source, make(source, 'iu'))
  return made.get(source)
}

/** Signs of which more than one may be written for the same letter. */
const ODD = /[\u00b5\u0100-\u200f\u2027-\uffff]/
/** Parts of a pattern that mean the same in a text of small letters as in any: its letters are small, its classes of both sizes. */
const SMALL = /^(?:[^\\A-Z\u00c0-\u00d6\u00d8-\u00de]|\\p\{[LMN]\}|\\[sdb.?])*$/

type Look = (text: string) => boolean
/** Looks for any of some patterns. A pattern that need not mind the size of letters is made in a third of the time. */
function lookFor(source: string): Look {
  const inAnySize: Look = (text) => beginning(source)?.test(text) === true
  if (source === '' || !SMALL.test(source) || ODD.test(source)) return inAnySize
  const small = make(beginningOf(source), 'u')
  return (text) => (ODD.test(text) ? inAnySize(text) : small?.test(text.toLowerCase()) === true)
}

const any = new WeakMap<readonly (string | RefusedRule)[], Look>()
/** Does a text hold any of these at the beginning of a word? One look, before each is asked which it is. */
export function holdsAny(finds: readonly (string | RefusedRule)[], text: string): boolean {
  const all = () => finds.map((find) => `(?:${typeof find === 'string' ? find : find.find})`).join('|')
  const look = any.get(finds) ?? lookFor(all())
  any.set(finds, look)
  return look(text)
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
