/** Where each step of a flow leads: steps that do not exist, are never come to, or go round in a circle. */
import type { Path } from '../base/problem.ts'
import { isRecord, list } from '../base/safe-access.ts'
import { hint, nearest } from '../base/suggest.ts'
import type { FlowView, Survey } from '../base/survey.ts'

export type Arrow = { from: string; to: unknown; when?: unknown; path: Path }

/** Every arrow out of a step, with the place where its goal is written. */
export function arrowsOf(flow: FlowView, step: string): Arrow[] {
  const next = flow.steps[step]?.next
  const path: Path = ['steps', step, 'next']
  if (!Array.isArray(next)) return next === undefined ? [] : [{ from: step, to: next, path }]
  return next.flatMap((branch, index) => {
    if (!isRecord(branch)) return []
    const when = 'when' in branch ? { when: branch.when } : {}
    return [{ from: step, to: branch.go, path: [...path, index, 'go'], ...when }]
  })
}

/** The step meant: a misspelt one counts as what it was meant to be, so that one slip is told once. */
function meant(flow: FlowView, name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined
  return name in flow.steps ? name : nearest(name, Object.keys(flow.steps))
}

const goals = (flow: FlowView, step: string): string[] =>
  arrowsOf(flow, step).flatMap(({ to }) => meant(flow, to) ?? [])

/** Every step that can come after `from`, itself included. */
export function after(flow: FlowView, from: string | undefined): Set<string> {
  const found = new Set<string>()
  const open = from === undefined ? [] : [from]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (found.has(step)) continue
    found.add(step)
    open.push(...goals(flow, step))
  }
  return found
}

/** Every step that can come before `to`, itself included. */
export const before = (flow: FlowView, to: string): Set<string> =>
  new Set(Object.keys(flow.steps).filter((step) => after(flow, step).has(to)))

/** One circle of steps, or nothing. */
function circle(flow: FlowView): string[] | undefined {
  const done = new Set<string>()
  const walk = (step: string, trail: string[]): string[] | undefined => {
    if (trail.includes(step)) return trail.slice(trail.indexOf(step))
    if (done.has(step)) return undefined
    for (const goal of goals(flow, step)) {
      const found = walk(goal, [...trail, step])
      if (found) return found
    }
    done.add(step)
    return undefined
  }
  for (const step of Object.keys(flow.steps)) {
    const found = walk(step, [])
    if (found) return found
  }
  return undefined
}

function checkArrows({ report }: Survey, flow: FlowView): void {
  const known = Object.keys(flow.steps)
  const unknown = (name: unknown, path: Path) => {
    if (typeof name !== 'string' || name in flow.steps) return
    report('unknown-step', flow.file, path, { name, hint: hint(name, known) })
  }
  unknown(flow.start, ['start'])
  for (const step of known) {
    const arrows = arrowsOf(flow, step)
    for (const { to, path } of arrows) unknown(to, path)
    const open = arrows.findIndex((arrow) => !('when' in arrow))
    const branches = list(flow.steps[step]?.next)
    if (branches.length > 0 && open < 0 && arrows.length === branches.length) {
      report('dead-end', flow.file, ['steps', step, 'next', branches.length - 1])
    }
    for (const late of open < 0 ? [] : arrows.slice(open + 1)) {
      report('branch-never-taken', flow.file, late.path.slice(0, -1))
    }
  }
}

/** Checks one flow's arrows. What is absent is told only when the file's shape is whole. */
export function checkGraph(survey: Survey, flow: FlowView): void {
  checkArrows(survey, flow)
  if (!flow.whole) return
  const { report } = survey
  const round = circle(flow)
  if (round) {
    const last = arrowsOf(flow, round.at(-1) as string).find(({ to }) => meant(flow, to) === round[0])
    report('cycle', flow.file, last?.path ?? ['steps'], { steps: [...round, round[0]].join(' → ') })
  }
  if (!Object.values(flow.steps).some((step) => 'end' in step)) {
    report('no-end', flow.file, ['steps'], {}, { part: 'key' })
  }
  const arrows = Object.keys(flow.steps).flatMap((step) => arrowsOf(flow, step).map(({ to }) => to))
  if ([flow.start, ...arrows].some((to) => meant(flow, to) === undefined)) return
  const reached = after(flow, meant(flow, flow.start))
  for (const step of Object.keys(flow.steps)) {
    if (!reached.has(step))
      report('unreachable-step', flow.file, ['steps', step], { name: step }, { part: 'key' })
  }
}
