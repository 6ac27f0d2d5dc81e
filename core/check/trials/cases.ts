/** Described situations: do they still end where their writer said? */
import { optionsOf } from '../../flow/answer.ts'
import type { Answers, Case, Dialogue } from '../../flow/definition.ts'
import { replay } from '../../flow/replay.ts'
import type { Outcome, Replay } from '../../flow/result.ts'
import { route } from '../../flow/route.ts'
import type { Topic } from '../base/causes.ts'
import { casesOf, fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { addressNow } from '../base/renamed.ts'
import { type Bag, inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint, meant } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { checkValue } from '../conditions/comparisons.ts'
import { homesOf, isDoubtful } from '../conditions/conditions.ts'
import { checkDanger } from '../flows/dangers.ts'
import { goalsOf, goneIn } from '../tables/tables.ts'
import { type Difference, type Strayed, tellElsewhere } from './elsewhere.ts'
import { rowsTried } from './rows.ts'

const FILE = fileOf.cases
/** The day a case is held on when it does not say. */
export const ON = '2026-11-23'

/** The value with its keys in one order, as a text. */
const inOrder = (value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, inOrder(inner)]),
      )
    : value

/** The same answers on the same day with the same end: one of the two shows nothing that the other does not. */
function checkTwin(
  { report }: Survey,
  { id, answers, ends, on, notAsked }: Bag,
  index: number,
  seen: Map<string, string>,
): void {
  const key = JSON.stringify(inOrder({ answers, ends, on, notAsked }))
  const other = seen.get(key)
  if (other === undefined) seen.set(key, inWords(id))
  else if (other !== id && isRecord(answers))
    report('case-twice', FILE, [index, 'id'], { name: inWords(id), other }, { level: 'warning' })
}

/** What cases name exists: questions, answers, segments, advice items. */
export function checkCases(survey: Survey): void {
  const { content, report, questions } = survey
  const rows = list(content.cases).map(record)
  const twins = new Map<string, string>()
  rows.forEach(({ id, answers, ends }, index) => {
    checkTwin(survey, rows[index] as Bag, index, twins)
    if (rows.findIndex((row) => row.id === id) < index)
      report('duplicate-id', FILE, [index, 'id'], { name: inWords(id) })
    for (const [address, value] of Object.entries(record(answers))) {
      const path = [index, 'answers', address]
      const question = questions.get(address)
      if (!question && isDoubtful(survey, address)) continue
      if (!question)
        report(
          'unknown-address',
          FILE,
          path,
          { name: address, hint: meant(addressNow(survey, address)) ?? hint(address, questions.keys()) },
          { part: 'key', of: homesOf(survey, address), fold: address },
        )
      else if (!Array.isArray(value)) checkValue({ survey, file: FILE, question }, value, path)
      else
        for (const [at, tick] of value.entries())
          checkValue({ survey, file: FILE, question }, tick, [...path, at])
    }
    checkMet(survey, rows[index] as Bag, index)
    checkEnds(survey, record(ends), [index, 'ends'])
  })
}

/** The question that a case stops at, and those it never meets, are there; it says where it ends, in one way. */
function checkMet(survey: Survey, { id, ends, notAsked }: Bag, index: number): void {
  const { report, questions } = survey
  const { at, segment } = record(ends)
  const known = (name: unknown, path: Path) => {
    if (typeof name === 'string' && !questions.has(name) && !isDoubtful(survey, name))
      report(
        'unknown-address',
        FILE,
        [index, ...path],
        { name, hint: meant(addressNow(survey, name)) ?? hint(name, questions.keys()) },
        { of: homesOf(survey, name), fold: name },
      )
  }
  known(at, ['ends', 'at'])
  for (const [place, name] of list(notAsked).entries()) known(name, ['notAsked', place])
  if (at === undefined && segment === undefined && isRecord(ends))
    report('case-without-end', FILE, [index, 'ends'], { name: inWords(id) }, { part: 'key' })
}

function checkEnds(survey: Survey, ends: Record<string, unknown>, path: Path): void {
  const { report, content, whole } = survey
  if (!whole(fileOf.routing)) return
  const segments = goalsOf(survey, 'segment')
  if (typeof ends.segment === 'string' && !segments.includes(ends.segment)) {
    const fill = { name: ends.segment, hint: hint(ends.segment, segments) }
    report('unknown-segment', FILE, [...path, 'segment'], fill, { fold: ends.segment })
  }
  const known = {
    advice: Object.keys(content.advice),
    attention: goalsOf(survey, 'attention'),
    today: goalsOf(survey, 'today'),
  }
  for (const [index, name] of list(ends.dangers).entries())
    checkDanger(survey, FILE, name, [...path, 'dangers', index])
  for (const part of ['advice', 'attention', 'today'] as const) {
    list(ends[part]).forEach((name, index) => {
      if (known[part].includes(inWords(name))) return
      const fill = { name: inWords(name), hint: hint(name, known[part]) }
      const file = fileOf.advice(fill.name)
      const of = part === 'advice' ? [{ file, path: [] }, goneIn(fill.name)] : []
      report(`unknown-${part}`, FILE, [...path, part, index], fill, { of, fold: fill.name })
    })
  }
}

type Ends = Record<string, string | string[]>
const endsOf = ({ headline, advice, attention, dangers, today }: Outcome): Ends => ({
  segment: headline.then.segment,
  contact: headline.then.contact,
  callback: inWords(headline.then.callback ?? true),
  advice: advice.map(({ id }) => id),
  attention: attention.map(({ id }) => id),
  dangers,
  today,
})
const namesOf = (end: string | string[] | false | undefined): string[] =>
  end === undefined ? [] : [end].flat().map(inWords)
const isSame = (one: string[], other: string[]): boolean =>
  [...one].sort().join() === [...other].sort().join()

/** Where the end of a case is not what its writer said. */
function differencesOf(it: Case, outcome: Outcome, index: number): Difference[] {
  const found = endsOf(outcome)
  const { at: _, ...ends } = it.ends
  // a danger that nobody expected is as wrong as one that is missing
  return Object.entries({ dangers: [], ...ends }).flatMap(([part, expected]) => {
    const [now, then] = [namesOf(found[part]), namesOf(expected)]
    const path = part in it.ends ? [index, 'ends', part] : [index, 'ends']
    return isSame(now, then) ? [] : [{ part, path, now, then, isList: Array.isArray(found[part]) }]
  })
}

/** What the case says of questions: where it stops, and which it never meets. */
function checkQuestions({ report }: Survey, it: Case, { at, path, refused }: Replay, index: number): void {
  const met = [...path, ...(at ? [at] : [])].map(({ address }) => address)
  for (const [place, name] of (it.notAsked ?? []).entries())
    if (met.includes(name))
      report('case-asked', FILE, [index, 'notAsked', place], { name: it.id, question: name })
  const expected = it.ends.at
  if (expected === undefined || refused || at?.address === expected) return
  const fill = { name: it.id, question: expected }
  if (at) report('case-stops-elsewhere', FILE, [index, 'ends', 'at'], { ...fill, found: at.address })
  else report('case-goes-on', FILE, [index, 'ends', 'at'], fill)
}

/** What the case answers and is never asked: told by its first such question, and with where it ends if others end so too. */
function tellUnused({ report }: Survey, it: Case, { unused }: Replay, index: number, of: Topic[]): void {
  const answers: Path = [index, 'answers']
  for (const address of unused) {
    const fill = { name: it.id, question: address }
    const earlier = address === unused[0] ? [] : [unusedIn(index, unused)]
    const causes = [{ file: FILE, path: answers, only: 'whole' as const }, ...of, ...earlier]
    report('case-unused', FILE, [...answers, address], fill, { part: 'key', of: causes, fold: address })
  }
}
const unusedIn = (index: number, [first = '']: string[]): Topic => ({
  file: FILE,
  path: [index, 'answers', first],
  only: 'whole',
})

/** @returns whether the case came where its end can be compared */
function checkPath(survey: Survey, it: Case, found: Replay, index: number): boolean {
  const { report, lists } = survey
  const { at, refused } = found
  const answers: Path = [index, 'answers']
  checkQuestions(survey, it, found, index)
  if (refused && at) {
    const known = hint('', optionsOf(at.question, lists as never))
    const fill = { name: it.id, question: refused.address, hint: known }
    report('case-refused', FILE, [...answers, refused.address], fill, { fold: refused.address })
  } else if (at && it.ends.at === undefined) {
    const fill = { name: it.id, question: at.address }
    report('case-stops', FILE, answers, fill, { part: 'key', fold: at.address })
  }
  return it.ends.at === undefined ? !at : at?.address === it.ends.at && !refused
}

/** Holds every case against the dialogue, which must be without fault; tells of the rows that none of them shows. */
export function runCases(survey: Survey, dialogue: Dialogue): void {
  const rows = rowsTried(survey, dialogue, ON)
  const before = survey.told()
  const cases = [...casesOf(survey.content).entries()].filter(([, it]) => isRecord(it))
  const strayed: Strayed[] = []
  const tried = cases.map(([index, it]) => {
    const on = it.on ?? ON
    const found = replay(dialogue, it.answers as Answers, on)
    const outcome = route(dialogue, found, on)
    const differences = checkPath(survey, it, found, index) ? differencesOf(it, outcome, index) : []
    if (differences.length > 0)
      strayed.push({
        name: it.id,
        index,
        outcome,
        differences,
        of: found.unused.length > 0 ? [unusedIn(index, found.unused)] : [],
      })
    rows.meet(found, outcome, on)
    return { it, index, found }
  })
  const causes = tellElsewhere(survey, dialogue, strayed)
  for (const { it, index, found } of tried) tellUnused(survey, it, found, index, causes(index))
  // what situations show is only worth saying when each of them ends as its writer meant
  if (survey.told() === before) rows.tell()
}
