/** One slip, one line: what only follows from a mistake, and what is the same mistake in other places, is folded under it. */

import { type Code, sentencesOf } from '../said/saying.ts'
import { nearest } from './nearest.ts'
import type { Path, Problem } from './problem.ts'

/** A place that other places rely on. `only: keys`: a name that was given right there, and not what stands deeper; `only: whole`: the place itself; `near`: the name there is, or was meant to be, this one. */
export type Topic = { file: string; path: Path; only?: 'keys' | 'whole'; near?: string }
/**
 * A problem as it was told: what it is about, what it would follow from, and which others are the same slip.
 * `name` is what stands for it where several are counted in one sentence.
 */
export type ToldProblem = { problem: Problem; about: Topic; of?: Topic[]; fold: string; name: string }

/** Files in the order in which an editor mends: flows before tables, tables before what is tried on them, translations last. */
const ORDER = [
  /^flows\/guidance\.yaml$/,
  /^flows\/lists\.yaml$/,
  /^flows\/(?!routing|cases)[^/]*$/,
  /^flows\/routing\.yaml$/,
  /^flows\/advice\//,
  /^flows\/area\//,
  /^locales\/fi\//,
  /^flows\/cases\.yaml$/,
]
const rankOf = (file: string): number => {
  const rank = ORDER.findIndex((kind) => kind.test(file))
  return rank < 0 ? ORDER.length : rank
}

const byPlace = (one: ToldProblem, other: ToldProblem): number =>
  rankOf(one.about.file) - rankOf(other.about.file) ||
  (one.about.file === other.about.file ? 0 : one.about.file < other.about.file ? -1 : 1) ||
  one.problem.line - other.problem.line ||
  one.problem.column - other.problem.column

const begins = (path: Path, start: Path): boolean =>
  start.every((part, index) => String(path[index]) === String(part))

/** What is only missed, because another name was written wrong: never a cause of that. */
const MISSED = ['question-without-effect', 'unreachable-step', 'danger-unmarked', 'danger-without-line']
const isMissed = ({ problem }: ToldProblem): boolean => MISSED.includes(problem.code)

/** The same name, or one that a slip makes of it: a capital, another sign between its words, a letter or two. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')
const isLike = (name: string, other: string): boolean =>
  bare(name).includes(bare(other)) || bare(other).includes(bare(name)) || nearest(other, [name]) !== undefined

/** Is a problem about what the other relies on? Its whole surroundings, or something in it. */
function isAbout({ file, path, only, near }: Topic, told: ToldProblem): boolean {
  const { about } = told
  if (about.file !== file || (only && isMissed(told))) return false
  if (near !== undefined && !isLike(String(about.path.at(-1)), near)) return false
  if (only) return about.path.length === path.length + Number(only === 'keys') && begins(about.path, path)
  return begins(about.path, path) || begins(path, about.path)
}

/** Names first, then what is missed, texts last. */
function turnOf(told: ToldProblem): number {
  if (!told.about.file.startsWith('locales/')) return Number(isMissed(told))
  const turn = ['text-unused', 'text-missing', 'form-alone'].indexOf(told.problem.code)
  return turn < 0 ? 9 : turn + 2
}
const textsLast = (one: ToldProblem, other: ToldProblem): number => turnOf(one) - turnOf(other)

type Group = { head: ToldProblem; rest: ToldProblem[] }

function shown({ head, rest }: Group): Problem {
  const alike = rest.filter(({ problem }) => problem.code === head.problem.code)
  const level = rest.some(({ problem }) => problem.level === 'error') ? 'error' : head.problem.level
  const more = rest.map(({ problem }) => problem)
  const { code, fill } = head.problem
  const names = alike.length > 0 ? { names: [head, ...alike].map(({ name }) => name) } : {}
  const words = sentencesOf(code as Code, fill, undefined, names.names)
  return { ...head.problem, ...names, ...words, level, ...(more.length > 0 ? { more } : {}) }
}

/** Everything told, causes in the order in which they are mended, each with what is folded under it. */
export function causesOf(told: ToldProblem[]): Problem[] {
  const groups = new Map<string, Group>()
  const sorted = [...told].sort(byPlace)
  const roots = sorted.filter(({ of }) => !of)
  const causes = new Map<ToldProblem, ToldProblem>()
  const byFile = new Map<string, ToldProblem[]>()
  const put = (told: ToldProblem) => {
    const { file } = told.about
    byFile.set(file, byFile.get(file) ?? [])
    if (told.problem.level === 'error') byFile.get(file)?.push(told)
  }
  for (const root of roots) put(root)
  /** What an earlier one has told of a place that this one relies on: a cause, before what follows from one. */
  function causeOf(one: ToldProblem): ToldProblem | undefined {
    const near = (one.of ?? []).flatMap((topic) =>
      (byFile.get(topic.file) ?? []).filter((other) => other.fold !== one.fold && isAbout(topic, other)),
    )
    const first = near.find((other) => !causes.has(other)) ?? near[0]
    return first && (causes.get(first) ?? first)
  }
  // what follows from nothing that is told is a cause itself: of what comes after it, texts last
  for (const one of sorted.filter(({ of }) => of).sort(textsLast)) {
    const root = causeOf(one)
    if (root) causes.set(one, root)
    put(one)
  }
  for (const one of sorted.filter((given) => !causes.has(given))) {
    const group = groups.get(one.fold)
    if (group) group.rest.push(one)
    else groups.set(one.fold, { head: one, rest: [] })
  }
  for (const [one, root] of causes) groups.get(root.fold)?.rest.push(one)
  return [...groups.values()].map(shown)
}
