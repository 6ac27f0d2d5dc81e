/** Every condition, wherever it stands: are the questions, answers, facts and attributes it names there? */

import { CONDITION_WORDS, MAIN, STRIP } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { FlowView, Survey, SurveyedQuestion } from '../base/survey.ts'
import { checkDangerWord } from '../flows/dangers.ts'
import { after, before } from '../flows/graph.ts'
import { checkTest } from './comparisons.ts'

/** Where a condition stands: in a section bare names mean its own steps; `asked` is what can be known there. */
export type ConditionScope = { file: string; needs: string[]; asked?: Set<string> }

/** The question a name means in this scope. */
export function meaning(
  { questions }: Survey,
  { needs }: ConditionScope,
  name: string,
): SurveyedQuestion | undefined {
  const near = needs.map((need) => questions.get(`${need}/${name}`)).find((found) => found)
  return near ?? questions.get(name)
}

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
  else if (name === 'fact') checkFact(survey, scope, value, path)
  else if (name === 'count') checkCount(survey, scope, value, path)
  else if (name !== 'atLeast' && name !== 'atMost') checkAnswer(survey, scope, name, value, path)
}

function checkFact(
  { report, facts, whole }: Survey,
  { file }: ConditionScope,
  name: unknown,
  path: Path,
): void {
  if (typeof name !== 'string' || name in facts || !whole('flows/routing.yaml')) return
  report('unknown-fact', file, path, { name, hint: hint(name, Object.keys(facts)) })
}

function checkCount(survey: Survey, scope: ConditionScope, value: unknown, path: Path): void {
  const { each, where } = record(value)
  if (typeof each !== 'string') return
  const inNeeds = [...survey.questions.values()].filter(({ need }) => need !== undefined)
  const question = inNeeds.find(({ step }) => step === each)
  if (question) checkTest(survey, scope.file, question, where, [...path, 'where'])
  else if (!isDoubtful(survey, each)) {
    const known = new Set(inNeeds.map(({ step }) => step))
    survey.report('unknown-address', scope.file, [...path, 'each'], { name: each, hint: hint(each, known) })
  }
}

function checkAnswer(survey: Survey, scope: ConditionScope, name: string, value: unknown, path: Path): void {
  const question = meaning(survey, scope, name)
  const { report, main } = survey
  if (!question) {
    if (!main || isDoubtful(survey, name)) return
    report(
      'unknown-address',
      scope.file,
      path,
      {
        name,
        hint: hint(name, [...knownNames(survey, scope), ...CONDITION_WORDS], knownNames(survey, scope)),
      },
      { part: 'key' },
    )
    return
  }
  checkTest(survey, scope.file, question, value, path)
  if (scope.asked && !scope.asked.has(question.address)) {
    report('not-asked-yet', scope.file, path, { name }, { part: 'key' })
  }
}

/** Addresses of the questions that these steps of a flow ask; an agenda asks whatever its sections ask. */
function addressesOf(survey: Survey, flow: FlowView, steps: Set<string>, need?: string): string[] {
  return [...steps].flatMap((step) => {
    const bag = record(flow.steps[step])
    if ('ask' in bag) return need === undefined ? [step] : [`${need}/${step}`]
    if ('shared' in bag) return [step]
    if (need !== undefined) return [] // an agenda inside a section is not walked
    return Object.entries(record(bag.sections)).flatMap(([section, id]) => {
      const walked = survey.flows.get(inWords(id))
      return walked && walked.id !== MAIN
        ? addressesOf(survey, walked, new Set(Object.keys(walked.steps)), section)
        : []
    })
  })
}

/** What can have been answered when a step of a flow decides where to go. */
function askedAt(survey: Survey, flow: FlowView, step: string): Set<string> | undefined {
  const { main, sections } = survey
  if (!main?.whole || !flow.whole) return undefined
  const own = before(flow, step)
  if (flow.id === MAIN) return new Set([STRIP, ...addressesOf(survey, flow, own)])
  const agendas = Object.keys(main.steps).filter((name) =>
    Object.values(record(main.steps[name]?.sections)).includes(flow.id),
  )
  const needs = sections.get(flow.id) ?? []
  return new Set([
    STRIP,
    ...needs.flatMap((need) => addressesOf(survey, flow, own, need)),
    ...agendas
      .flatMap((name) => addressesOf(survey, main, before(main, name)))
      .filter((address) => {
        const [need, inner] = address.split('/')
        return inner === undefined || !needs.includes(need as string)
      }),
  ])
}

/** Checks the branches of every flow. */
export function checkBranches(survey: Survey): void {
  for (const flow of survey.flows.values()) {
    const needs = flow.id === MAIN ? [] : (survey.sections.get(flow.id) ?? [])
    if (flow.id !== MAIN && needs.length === 0) continue
    const reached = after(flow, typeof flow.start === 'string' ? flow.start : undefined)
    for (const [name, step] of Object.entries(flow.steps)) {
      const asked = reached.has(name) ? askedAt(survey, flow, name) : undefined
      const scope: ConditionScope = { file: flow.file, needs, ...(asked ? { asked } : {}) }
      for (const [index, branch] of list(step.next).entries()) {
        checkCondition(survey, scope, record(branch).when, ['steps', name, 'next', index, 'when'])
      }
    }
  }
}
