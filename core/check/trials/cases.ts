/** Described situations: do they still end where their writer said? */
import { optionsOf } from '../../flow/answer.ts'
import type { Answers, Case, Dialogue } from '../../flow/definition.ts'
import { replay } from '../../flow/replay.ts'
import type { Outcome, Replay } from '../../flow/result.ts'
import { route } from '../../flow/route.ts'
import { casesOf, fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'
import { checkValue } from '../conditions/comparisons.ts'
import { homesOf, isDoubtful } from '../conditions/conditions.ts'
import { checkDanger } from '../flows/dangers.ts'
import { phrase } from '../said/saying.ts'
import { goalsOf, goneIn } from '../tables/tables.ts'
import { rowsTried } from './rows.ts'

const FILE = fileOf.cases
/** The day a case is held on when it does not say. */
export const ON = '2026-11-23'

/** What cases name exists: questions, answers, segments, advice items. */
export function checkCases(survey: Survey): void {
  const { content, report, questions } = survey
  const rows = list(content.cases).map(record)
  rows.forEach(({ id, answers, ends }, index) => {
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
          { name: address, hint: hint(address, questions.keys()) },
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
function checkMet({ report, questions }: Survey, { id, ends, notAsked }: Bag, index: number): void {
  const { at, segment } = record(ends)
  const known = (name: unknown, path: Path) => {
    if (typeof name === 'string' && !questions.has(name))
      report(
        'unknown-address',
        FILE,
        [index, ...path],
        { name, hint: hint(name, questions.keys()) },
        { fold: name },
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
const said = (end: string | string[] | false | undefined): string =>
  Array.isArray(end) ? [...end].sort().join(', ') : inWords(end)

function checkEnd({ report }: Survey, it: Case, outcome: Outcome, index: number): void {
  const found = endsOf(outcome)
  const { at: _, ...ends } = it.ends
  // a danger that nobody expected is as wrong as one that is missing
  for (const [part, expected] of Object.entries({ dangers: [], ...ends })) {
    const [now, then] = [said(found[part]), said(expected)]
    if (now === then) continue
    const path = part in it.ends ? [index, 'ends', part] : [index, 'ends']
    const nothing = phrase('nothing')
    const fill = { name: it.id, part, found: now || nothing, expected: then || nothing }
    report('case-ends-elsewhere', FILE, path, fill, { fold: `${part} ${then} ${now}` })
  }
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

/** @returns whether the case came where its end can be compared */
function checkPath(survey: Survey, it: Case, found: Replay, index: number): boolean {
  const { report, lists } = survey
  const { at, refused, unused } = found
  const answers: Path = [index, 'answers']
  checkQuestions(survey, it, found, index)
  for (const address of unused) {
    const of = [{ file: FILE, path: answers, only: 'whole' as const }]
    report(
      'case-unused',
      FILE,
      [...answers, address],
      { name: it.id, question: address },
      { part: 'key', of },
    )
  }
  if (refused && at) {
    const fill = {
      name: it.id,
      question: refused.address,
      hint: hint('', optionsOf(at.question, lists as never)),
    }
    report('case-refused', FILE, [...answers, refused.address], fill)
  } else if (at && it.ends.at === undefined)
    report('case-stops', FILE, answers, { name: it.id, question: at.address }, { part: 'key' })
  return it.ends.at === undefined ? !at : at?.address === it.ends.at && !refused
}

/** Holds every case against the dialogue, which must be without fault; tells of the rows that none of them shows. */
export function runCases(survey: Survey, dialogue: Dialogue): void {
  const rows = rowsTried(survey, dialogue, ON)
  const before = survey.told()
  casesOf(survey.content).forEach((it, index) => {
    if (!isRecord(it)) return
    const on = it.on ?? ON
    const found = replay(dialogue, it.answers as Answers, on)
    const isComparable = checkPath(survey, it, found, index)
    const outcome = route(dialogue, found, on)
    if (isComparable) checkEnd(survey, it, outcome, index)
    rows.meet(found, outcome, on)
  })
  // what situations show is only worth saying when each of them ends as its writer meant
  if (survey.told() === before) rows.tell()
}
