/** What a file may be at most: larger or deeper ones are told in a sentence and not read on. */
import { thrownWords } from '#core/check/base/attempt.ts'
import type { Path } from '#core/check/base/problem.ts'
import { problemAt } from '#core/check/base/report.ts'
import { locator } from './locate.ts'
import { type ParsedText, parseText } from './parse-text.ts'

const MB = 1_000_000
/** Situations are many; every other file is small. */
const MOST_MB: Record<string, number> = { 'flows/cases.yaml': 4 }
/** Conditions stand inside conditions, but nobody could read this many levels. */
const MOST_LEVELS = 64

/** How many bytes of a file are read at most, by its logical name (`flows/money.yaml`). */
export const mostBytes = (name: string): number => (MOST_MB[name] ?? 1) * MB

/** The way to a value that stands too deep, if there is one. */
function deepPath(value: unknown, path: Path = []): Path | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (path.length >= MOST_LEVELS) return path
  const isList = Array.isArray(value)
  for (const [name, inner] of Object.entries(value)) {
    const found = deepPath(inner, [...path, isList ? Number(name) : name])
    if (found) return found
  }
  return undefined
}

/** What readers say who go down into every level, thrown or told. */
const NO_MORE_LEVELS = /call stack/

type File = { name: string; text: string; shown: string }

/** A file of which nothing is known but what is wrong with it. */
const unread = (shown: string, problem: ParsedText['problems'][number]): ParsedText => ({
  value: undefined,
  problems: [problem],
  tree: parseText('', shown, true).tree,
})

/**
 * Reads one file within its bounds; whatever the reader throws becomes a problem of the file.
 * @param read by whom, as `parseText`
 */
export function readWithin(read: typeof parseText, { name, text, shown }: File): ParsedText {
  const start = { file: shown, line: 1, column: 1 }
  const most = mostBytes(name)
  if (text.length > most || Buffer.byteLength(text) > most)
    return unread(shown, problemAt('file-too-large', start, { most: most / MB }))
  try {
    const parsed = read(text, shown, name.endsWith('.json'))
    const given = parsed.problems.find(({ says }) => NO_MORE_LEVELS.test(says))
    if (given) return unread(shown, problemAt('too-deep', given, { most: MOST_LEVELS }))
    const deep = deepPath(parsed.value)
    if (!deep) return parsed
    const at = locator(new Map([[name, parsed]]), () => shown)(name, deep)
    return unread(shown, problemAt('too-deep', at, { most: MOST_LEVELS }))
  } catch (error) {
    const detail = thrownWords(error)
    const code = NO_MORE_LEVELS.test(detail) ? 'too-deep' : 'check-failed'
    return unread(shown, problemAt(code, start, { detail, most: MOST_LEVELS }))
  }
}
