/** Cases that end elsewhere by one change: told once, with what they have in common, and not one by one. */
import type { Dialogue, Id } from '../../flow/definition.ts'
import type { Outcome } from '../../flow/result.ts'
import type { Topic } from '../base/causes.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { inWords, list } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { factsIn } from '../conditions/facts.ts'
import { phrase, type Saying } from '../said/saying.ts'

const FILE = fileOf.cases

/** One part of a case’s end that is not as its writer said; `isList`: several things may be given, and not one of them decided. */
export type Difference = { part: string; path: Path; now: string[]; then: string[]; isList: boolean }
/** A case that ends elsewhere, with the outcome that it comes to now. */
export type Strayed = {
  name: string
  index: number
  outcome: Outcome
  differences: Difference[]
  /** what its other end follows from, if it has nothing in common with others */
  of: Topic[]
}

/** What several cases may have in common; the earlier kinds say more. */
const KINDS = ['always', 'decides', 'gained', 'lost', 'expected', 'instead', 'fact'] as const
type Common = { kind: (typeof KINDS)[number]; name: string }
const keyOf = ({ kind, name }: Common): string => `${kind} ${name}`

type Row = { id: Id; when?: unknown; then: unknown }

/** The rows of a table that lead to a name. */
const leadingTo = ({ tables }: Dialogue, part: string, name: string): Row[] =>
  (
    (tables as Record<string, { rows?: Row[] } | undefined>)[part === 'dangers' ? 'danger' : part]?.rows ?? []
  ).filter(({ then }) =>
    part === 'segment' ? JSON.stringify(then).includes(`"${name}"`) : list(then).includes(name),
  )

/** Facts that rows use, also by way of others. */
function factsOf(survey: Survey, rows: Row[]): string[] {
  const found = new Set<string>()
  const open = factsIn(rows.map(({ when }) => when))
  for (let fact = open.pop(); fact !== undefined; fact = open.pop()) {
    if (found.has(fact)) continue
    found.add(fact)
    open.push(...factsIn(survey.facts[fact]))
  }
  return [...found]
}

/** Everything that may be why a case ends elsewhere. */
function commonOf(survey: Survey, dialogue: Dialogue, { outcome, differences }: Strayed): Common[] {
  const found: Common[] = []
  const rows: Row[] = []
  for (const { part, now, then, isList } of differences) {
    if (!isList) {
      found.push({ kind: 'decides', name: outcome.headline.row })
      found.push({ kind: 'instead', name: `${part}: ${now.join()}` })
      rows.push(...dialogue.tables.segment.rows.filter(({ id }) => id === outcome.headline.row))
      if (part !== 'segment') continue
      found.push(...then.map((name): Common => ({ kind: 'expected', name })))
      rows.push(...then.flatMap((name) => leadingTo(dialogue, part, name)))
      continue
    }
    const gained = now.filter((name) => !then.includes(name))
    const lost = then.filter((name) => !now.includes(name))
    const always = gained
      .flatMap((name) => leadingTo(dialogue, part, name))
      .filter(({ when }) => when === undefined)
    found.push(...always.map(({ id }): Common => ({ kind: 'always', name: id })))
    found.push(...gained.map((name): Common => ({ kind: 'gained', name })))
    found.push(...lost.map((name): Common => ({ kind: 'lost', name })))
    rows.push(...[...gained, ...lost].flatMap((name) => leadingTo(dialogue, part, name)))
  }
  return [...found, ...factsOf(survey, rows).map((name): Common => ({ kind: 'fact', name }))]
}

type Group = { common: Common; cases: Strayed[] }

/** What most of the cases have in common, and those that have it. */
function largest(cases: Strayed[], known: Map<Strayed, Common[]>): Group | undefined {
  const groups = new Map<string, Group>()
  for (const one of cases)
    for (const common of new Map((known.get(one) ?? []).map((it) => [keyOf(it), it])).values()) {
      const group = groups.get(keyOf(common)) ?? { common, cases: [] }
      group.cases.push(one)
      groups.set(keyOf(common), group)
    }
  return [...groups.values()].sort(
    (a, b) => b.cases.length - a.cases.length || KINDS.indexOf(a.common.kind) - KINDS.indexOf(b.common.kind),
  )[0]
}

/** Groups of at least two, the largest first; one that holds most of all holds the others too. */
function groupsOf(survey: Survey, dialogue: Dialogue, all: Strayed[]): Group[] {
  const known = new Map(all.map((one) => [one, commonOf(survey, dialogue, one)]))
  const groups: Group[] = []
  let rest = all
  for (let group = largest(rest, known); group && group.cases.length > 1; group = largest(rest, known)) {
    const { cases } = group
    const isMost = groups.length === 0 && cases.length > 2 && cases.length * 2 > all.length
    groups.push(isMost ? { ...group, cases: all } : group)
    rest = isMost ? [] : rest.filter((one) => !cases.includes(one))
  }
  return groups
}

const NAMED = 3
const named = (cases: Strayed[]): string => {
  const first = cases.slice(0, NAMED).map(({ name }) => `"${name}"`)
  return [...first, ...(cases.length > NAMED ? ['…'] : [])].join(', ')
}
const said = ({ kind, name }: Common): Saying => phrase(`elsewhere.${kind}`, { name })
const topicOf = (index: number): Topic => ({ file: FILE, path: ['elsewhere', index] })

/**
 * Reports each case that ends elsewhere; those that have something in common under one line for them all.
 * @returns of a case’s place in the file what else of it follows from
 */
export function tellElsewhere(
  survey: Survey,
  dialogue: Dialogue,
  all: Strayed[],
): (index: number) => Topic[] {
  const groups = groupsOf(survey, dialogue, all)
  for (const [place, { common, cases }] of groups.entries()) {
    const [first] = cases
    const fill = { count: cases.length, names: named(cases), cause: said(common) }
    const about = topicOf(place)
    if (first) survey.report('cases-end-elsewhere', FILE, [first.index, 'ends'], fill, { about, part: 'key' })
  }
  const of = (index: number): Topic[] => {
    const place = groups.findIndex(({ cases }) => cases.some((one) => one.index === index))
    return place < 0 ? [] : [topicOf(place)]
  }
  const nothing = phrase('nothing')
  for (const { name, index, differences, of: own } of all)
    for (const { part, path, now, then } of differences) {
      const [found, expected] = [now, then].map((names) => [...names].sort().map(inWords).join(', '))
      const fill = { name, part, found: found || nothing, expected: expected || nothing }
      const follows = [...of(index), ...own]
      survey.report('case-ends-elsewhere', FILE, path, fill, {
        fold: `${part} ${expected} ${found}`,
        ...(follows.length > 0 ? { of: follows } : {}),
      })
    }
  return of
}
