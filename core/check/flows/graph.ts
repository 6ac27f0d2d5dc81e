/** Where each step of a flow leads: steps that do not exist, are never come to, or go round in a circle. */
import { END } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { stepNow } from '../base/renamed.ts'
import { isRecord, list } from '../base/safe-access.ts'
import { hint, meant } from '../base/suggest.ts'
import type { FlowView, Survey } from '../base/survey.ts'
import { type Arrow, arrowsOf, goalOf } from './arrows.ts'
import { after } from './reach.ts'

function checkArrows(survey: Survey, flow: FlowView): void {
  const { report } = survey
  const known = Object.keys(flow.steps)
  const unknown = (name: unknown, path: Path) => {
    if (typeof name !== 'string' || name in flow.steps) return
    const of = [{ file: flow.file, path: ['steps'], only: 'keys' as const, near: name }]
    const about = { file: flow.file, path: ['steps', name] }
    const fill = { name, hint: meant(stepNow(survey, flow.id, name)) ?? hint(name, known) }
    report('unknown-step', flow.file, path, fill, { of, about, fold: `${flow.id} ${name}` })
  }
  unknown(flow.start, ['start'])
  for (const step of known) {
    const arrows = arrowsOf(flow, step)
    for (const { to, path } of arrows) unknown(to, path)
    const branches = list(flow.steps[step]?.next)
    // a branch with a word that is none may have meant a condition
    const isOpen = (branch: unknown) =>
      isRecord(branch) && Object.keys(branch).every((word) => word === 'go' || word === END)
    const open =
      branches.length > 0 ? branches.findIndex(isOpen) : arrows.findIndex((arrow) => !('when' in arrow))
    if (branches.length > 0 && open < 0 && arrows.length === branches.length) {
      const of = [{ file: flow.file, path: ['steps', step, 'next'] }]
      report('dead-end', flow.file, ['steps', step, 'next', branches.length - 1], {}, { of })
    }
    for (const late of open < 0 ? [] : arrows.slice(open + 1)) {
      report('branch-never-taken', flow.file, late.path.slice(0, -1))
    }
  }
}

const isEnding = ({ path }: Arrow): boolean => path.at(-1) === END

/** Checks one flow's arrows. What is absent is told only when the file's shape is whole. */
export function checkGraph(survey: Survey, flow: FlowView): void {
  checkArrows(survey, flow)
  if (!flow.whole) return
  const { report } = survey
  const every = Object.keys(flow.steps).flatMap((step) => arrowsOf(flow, step))
  if (!Object.values(flow.steps).some((step) => 'end' in step) && !every.some(isEnding)) {
    report('no-end', flow.file, ['steps'], {}, { part: 'key' })
  }
  const arrows = every.filter((arrow) => !isEnding(arrow)).map(({ to }) => to)
  if ([flow.start, ...arrows].some((to) => goalOf(flow, to) === undefined)) return
  const reached = after(flow, goalOf(flow, flow.start))
  for (const step of Object.keys(flow.steps)) {
    if (!reached.has(step))
      report(
        'unreachable-step',
        flow.file,
        ['steps', step],
        { name: step },
        { part: 'key', of: [{ file: flow.file, path: [] }], fold: flow.id },
      )
  }
}
