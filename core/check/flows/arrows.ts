/** The arrows of a flow: where each step leads, and which step a name means. */
import { END } from '../../flow/words.ts'
import { nearest } from '../base/nearest.ts'
import type { Path } from '../base/problem.ts'
import { isRecord } from '../base/safe-access.ts'
import type { FlowView } from '../base/survey.ts'

export type Arrow = { from: string; to: unknown; when?: unknown; path: Path }

/** Every arrow out of a step, with the place where its goal is written; a branch that ends leads to no step. */
export function arrowsOf(flow: FlowView, step: string): Arrow[] {
  const next = flow.steps[step]?.next
  const path: Path = ['steps', step, 'next']
  if (!Array.isArray(next)) return next === undefined ? [] : [{ from: step, to: next, path }]
  return next.flatMap((branch, index) => {
    if (!isRecord(branch)) return []
    const when = 'when' in branch ? { when: branch.when } : {}
    return [{ from: step, to: branch.go, path: [...path, index, 'go' in branch ? 'go' : END], ...when }]
  })
}

/** The step meant: a misspelt one counts as what it was meant to be, so that one slip is told once. */
export function goalOf(flow: FlowView, name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined
  return name in flow.steps ? name : nearest(name, Object.keys(flow.steps))
}

/** The steps that a step leads to. */
export const goalsOf = (flow: FlowView, step: string): string[] =>
  arrowsOf(flow, step).flatMap(({ to }) => goalOf(flow, to) ?? [])
