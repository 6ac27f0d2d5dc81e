/** Every condition, wherever it stands: are the questions, answers, facts and attributes it names there? */

import { CONDITION_WORDS, END, MAIN, STRIP } from '../../flow/words.ts'
import type { Topic } from '../base/causes.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { addressNow, givenUp, renamedIn } from '../base/renamed.ts'
import { inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint, meant } from '../base/suggest.ts'
import { meaning, type Survey, type SurveyedQuestion } from '../base/survey.ts'
import { checkDangerWord } from '../flows/dangers.ts'
import { checkEndWord } from '../flows/ends.ts'
import { ARITHMETIC } from '../shapes/other-words.ts'
import type { AnsweredBefore } from './asked-before.ts'
import { checkTest, type Meaning } from './comparisons.ts'

/** Where a condition stands: in a section bare names mean its own steps; `asked` is what can be known there. */
export type ConditionScope = { file: string; needs: string[]; isBranch: boolean; asked?: AnsweredBefore }

function knownNames({ questions }: Survey, { needs }: ConditionScope): string[] {
  const own = [...questions.values()].filter(({ need }) => need !== undefined && needs.includes(need))
  return [...own.map(({ step }) => step), ...questions.keys()]
}

/** A name that may be right and only seems unknown, because its step or its section has a mistake of its own. */
export function isDoubtful({ content, flows, main, questions }: Survey, name: string): boolean {
  if (name === STRIP && !questions.has(STRIP)) return true
  if ([...flows.values()].some(({ file }) => content.broken.includes(file))) return true
  const [need, step] = name.includes('/') ? name.split('/') : [undefined, name]
  const agendas = Object.values(main?.steps ?? {}).map(({ sections }) => record(sections))
  const isLost = agendas.some(
    (sections) => need !== undefined && need in sections && !flows.has(inWords(sections[need])),
  )
  return (
    isLost || [...flows.values()].some((flow) => !flow.whole && (step as string) in record(flow.bag.steps))
  )
}

/** Walks one condition and everything in it. */
export function checkCondition(survey: Survey, scope: ConditionScope, value: unknown, path: Path): void {
  if (!isRecord(value)) return
  const { report } = survey
  if (Object.keys(value).length === 0) report('empty-condition', scope.file, path)
  for (const bound of ['atLeast', 'atMost']) {
    if (!(bound in value) || 'count' in value) continue
    report('bound-without-count', scope.file, [...path, bound], { name: bound }, { part: 'key' })
  }
  const { atLeast, atMost } = value
  if (typeof atLeast === 'number' && typeof atMost === 'number' && atLeast > atMost) {
    report('upside-down', scope.file, [...path, 'atLeast'], { least: atLeast, greatest: atMost })
  }
  for (const [name, inner] of Object.entries(value)) checkEntry(survey, scope, name, inner, [...path, name])
}

function checkEntry(survey: Survey, scope: ConditionScope, name: string, value: unknown, path: Path): void {
  if (name === 'all' || name === 'any') {
    for (const [index, inner] of list(value).entries()) checkCondition(survey, scope, inner, [...path, index])
  } else if (name === 'not') checkCondition(survey, scope, value, path)
  else if (name === 'danger') checkDangerWord(survey, scope.file, value, path)
  else if (name === END) checkEndWord(survey, scope, value, path)
  else if (name === 'fact') checkFact(survey, scope, value, path)
  else if (name === 'count') checkCount(survey, scope, value, path)
  else if (name !== 'atLeast' && name !== 'atMost') checkAnswer(survey, scope, name, value, path)
}

/** Does a fact, or one that it uses, ask which end was reached? */
function asksForEnd(facts: Survey['facts'], name: string, seen: string[] = []): boolean {
  const inside = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(inside)
      : Object.entries(record(value)).some(
          ([key, inner]) =>
            key === END ||
            (key === 'fact' && typeof inner === 'string' && asksForEnd(facts, inner, [...seen, name])) ||
            inside(inner),
        )
  return !seen.includes(name) && inside(facts[name])
}

function checkFact(
  { report, facts, whole }: Survey,
  { file, isBranch }: ConditionScope,
  name: unknown,
  path: Path,
): void {
  if (typeof name === 'string' && isBranch && asksForEnd(facts, name))
    report('end-in-branch', file, path, {}, {})
  if (typeof name !== 'string' || name in facts || !whole('flows/routing.yaml')) return
  const about = { file: fileOf.routing, path: ['facts', name] }
  report('unknown-fact', file, path, { name, hint: hint(name, Object.keys(facts)) }, { about, fold: name })
}

function checkCount(survey: Survey, scope: ConditionScope, value: unknown, path: Path): void {
  const { each, where } = record(value)
  if (typeof each !== 'string') return
  const inNeeds = [...survey.questions.values()].filter(({ need }) => need !== undefined)
  const question = inNeeds.find(({ step }) => step === each)
  if (question) checkTest(survey, scope.file, question, where, [...path, 'where'], named(survey, scope))
  else if (!isDoubtful(survey, each)) {
    const known = new Set(inNeeds.map(({ step }) => step))
    const now = meant(renamedIn(survey).find(({ old }) => old === each)?.fresh)
    const fill = { name: each, hint: now ?? hint(each, known) }
    survey.report('unknown-address', scope.file, [...path, 'each'], fill, {
      of: [...homesOf(survey, each), ...givenUp(survey, each)],
      fold: `each ${each}`,
    })
  }
}

/** Where a question of this name would be written: a name that is no good there is why it is unknown here. */
export function homesOf({ flows, main }: Survey, name: string): Topic[] {
  const [need, step] = name.split('/')
  const agendas = Object.values(main?.steps ?? {}).map(({ sections }) => record(sections))
  const flow =
    step === undefined ? MAIN : inWords(agendas.map((sections) => sections[need ?? '']).find(Boolean) ?? need)
  const file = flows.get(flow)?.file ?? fileOf.flow(flow)
  const named: Topic[] = [
    ...(step === undefined ? [] : [{ file, path: [], only: 'whole' as const }]),
    { file, path: ['steps'], only: 'keys' as const, near: step ?? name },
    { file, path: ['shared'], only: 'keys' as const, near: step ?? name },
    { file, path: ['request'], only: 'keys' as const, near: step ?? name },
  ]
  const steps = Object.entries(main?.steps ?? {})
  const walks = steps.flatMap(([walk, { sections }]) => (sections ? [walk] : []))
  // an agenda without its sections asks nothing
  const empty = steps.flatMap(([walk, step]): Topic[] =>
    'agenda' in step && !step.sections ? [{ file: main?.file ?? '', path: ['steps', walk] }] : [],
  )
  const sections = walks.map((walk) => ({
    file: main?.file ?? '',
    path: ['steps', walk, 'sections'],
    only: 'keys' as const,
    near: need ?? name,
  }))
  return step === undefined ? [...named, ...empty] : [...named, ...sections, ...empty]
}

/** The question that a name means here; reports a name of none, and one that is asked only later. */
export function questionNamed(
  survey: Survey,
  scope: ConditionScope,
  name: string,
  path: Path,
  part: 'key' | 'value' = 'key',
): SurveyedQuestion | undefined {
  const question = meaning(survey, scope.needs, name)
  const { report, main } = survey
  if (!question) {
    if (!main || isDoubtful(survey, name)) return undefined
    const known = knownNames(survey, scope)
    const now = meant(addressNow(survey, name, scope.needs))
    const all = [...known, ...(part === 'key' ? CONDITION_WORDS : [])]
    const fill = { name, hint: now ?? hint(name, all, known) }
    report('unknown-address', scope.file, path, fill, {
      part,
      of: [
        ...homesOf(survey, name),
        ...(name.includes('/') ? [] : givenUp(survey, name)),
        { file: scope.file, path },
      ],
      fold: name,
    })
  } else if (scope.asked && !scope.asked.has(question.address))
    report('not-asked-yet', scope.file, path, { name }, { part })
  return question
}

const named =
  (survey: Survey, scope: ConditionScope): Meaning =>
  (name, path) =>
    questionNamed(survey, scope, name, path, 'value')

function checkAnswer(survey: Survey, scope: ConditionScope, name: string, value: unknown, path: Path): void {
  if (ARITHMETIC.includes(name) && !meaning(survey, scope.needs, name)) {
    survey.report('no-arithmetic', scope.file, path, { name }, { part: 'key' })
    return
  }
  const question = questionNamed(survey, scope, name, path)
  if (question) checkTest(survey, scope.file, question, value, path, named(survey, scope))
}
