/** The branches of every step: what they name is there, each can hold, and none before it leaves it nothing. */
import { MAIN } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { list, record } from '../base/safe-access.ts'
import type { FlowView, Survey } from '../base/survey.ts'
import { after } from '../flows/reach.ts'
import { type AnsweredBefore, askedAt } from './asked-before.ts'
import { type ConditionScope, checkCondition } from './conditions.ts'
import { coveredBy, possible } from './imply.ts'

/** Where the conditions of a flow's steps stand. */
function scopeAt(survey: Survey, flow: FlowView, asked: AnsweredBefore | undefined): ConditionScope {
  const needs = flow.id === MAIN ? [] : (survey.sections.get(flow.id) ?? [])
  return { file: flow.file, needs, isBranch: true, ...(asked ? { asked } : {}) }
}

type Judged = { when: unknown; path: Path; isSound: boolean }

/** Of branches that are sound by themselves: one that nothing can make hold, and one that earlier ones leave nothing to. */
function checkTaken(survey: Survey, scope: ConditionScope, branches: Judged[]): void {
  const grounds = { survey, needs: scope.needs }
  for (const [index, { when, path, isSound }] of branches.entries()) {
    if (when === undefined || !isSound) continue
    if (!possible(grounds, when)) survey.report('impossible-condition', scope.file, path)
    else {
      const earlier = branches.slice(0, index).map((branch) => (branch.isSound ? branch.when : undefined))
      const covering = coveredBy(grounds, when, earlier)
      const places = covering.map((place) => place + 1).join(', ')
      if (covering.length > 0) survey.report('branch-shadowed', scope.file, path.slice(0, -1), { places })
    }
  }
}

/** The branches of one step, each with what its condition says. */
function checkStep(
  survey: Survey,
  flow: FlowView,
  name: string,
  scope: ConditionScope,
  isWhole: boolean,
): void {
  const branches = list(flow.steps[name]?.next).map((branch, index): Judged => {
    const { when } = record(branch)
    const path: Path = ['steps', name, 'next', index, 'when']
    const before = survey.told()
    checkCondition(survey, scope, when, path)
    return { when, path, isSound: survey.told() === before }
  })
  if (isWhole) checkTaken(survey, scope, branches)
}

/** Who is asked a question of the request: any answer may have been given by then, also by who stopped on the way; none of what stands below. */
function checkRequest(survey: Survey, { file, bag }: FlowView, isWhole: boolean): void {
  const all = Object.entries(record(bag.request)).map(([name, one]) => ({ name, one: record(one) }))
  for (const [index, { name, one }] of all.entries()) {
    const below = all.slice(index).flatMap((other) => ('ask' in other.one ? [other.name] : []))
    const asked = { has: (address: string) => !below.includes(address) }
    const path = ['request', name, 'when']
    const before = survey.told()
    checkCondition(survey, { file, needs: [], isBranch: true, asked }, one.when, path)
    const isSound = isWhole && one.when !== undefined && survey.told() === before
    if (isSound && !possible({ survey, needs: [] }, one.when))
      survey.report('impossible-condition', file, path)
  }
}

/** Checks the branches of every flow, and for whom the questions of the request are. `isWhole`: flows, tables and lists have the right shape, so that conditions can be tried out. */
export function checkBranches(survey: Survey, isWhole: boolean): void {
  for (const flow of survey.flows.values()) {
    if (flow.id === MAIN) checkRequest(survey, flow, isWhole)
    else if (!survey.sections.has(flow.id)) continue
    const reached = after(flow, typeof flow.start === 'string' ? flow.start : undefined)
    for (const name of Object.keys(flow.steps)) {
      const asked = reached.has(name) ? askedAt(survey, flow, name) : undefined
      checkStep(survey, flow, name, scopeAt(survey, flow, asked), isWhole)
    }
  }
}
