/** How flows hang together: the main flow, what it alone may have, agendas and their sections, shared questions. */

import { MAIN } from '../../flow/words.ts'
import type { Topic } from '../base/causes.ts'
import { fileOf } from '../base/content.ts'
import { nearest } from '../base/nearest.ts'
import type { Path } from '../base/problem.ts'
import { flowsRenamed, oldPlaceOf, renamedIn, stepNow } from '../base/renamed.ts'
import { type Bag, inWords, record } from '../base/safe-access.ts'
import { hint, meant } from '../base/suggest.ts'
import { type FlowView, questionOfStep, type Survey } from '../base/survey.ts'
import { phrase } from '../said/saying.ts'
import { needsStrip } from './dangers.ts'
import { checkGraph } from './graph.ts'
import { leadsTo } from './reach.ts'

function checkMain(survey: Survey): void {
  const { report, main, content } = survey
  const file = `flows/${MAIN}.yaml`
  if (!main) report('main-flow-missing', file, [], { name: MAIN })
  else if (main.whole && !('strip' in main.bag) && !content.broken.includes(file) && needsStrip(survey))
    report('no-strip', file, [])
}

function checkPlaceOfParts({ report }: Survey, flow: FlowView): void {
  if (flow.id === MAIN) return
  for (const name of ['strip', 'shared', 'request', 'dangers', 'unseen']) {
    if (name in flow.bag) report('outside-main', flow.file, [name], { name, main: MAIN }, { part: 'key' })
  }
  for (const [name, step] of Object.entries(flow.steps)) {
    if ('agenda' in step)
      report('nested-agenda', flow.file, ['steps', name, 'agenda'], { main: MAIN }, { part: 'key' })
  }
}

function checkSections(survey: Survey, flow: FlowView, name: string, options: string[] | undefined): void {
  const { report, flows } = survey
  const question = inWords(flow.steps[name]?.agenda)
  for (const [option, goal] of Object.entries(record(flow.steps[name]?.sections))) {
    const path: Path = ['steps', name, 'sections', option]
    if (options && !options.includes(option)) {
      report(
        'unknown-section',
        flow.file,
        path,
        { name: option, question, hint: hint(option, options) },
        { part: 'key' },
      )
    }
    if (goal === MAIN) report('flow-in-itself', flow.file, path, { name: MAIN })
    else if (typeof goal === 'string' && !flows.has(goal)) {
      const others = [...flows.keys()].filter((id) => id !== MAIN)
      const now = flowsRenamed(survey).find(([old]) => old === goal)?.[1]
      const of = [
        { file: fileOf.flow(goal), path: [] },
        ...(now === undefined ? [] : [{ file: fileOf.flow(now), path: [] }]),
        { file: fileOf.advice(goal), path: [] },
      ]
      report(
        'unknown-flow',
        flow.file,
        path,
        { name: goal, hint: meant(now) ?? hint(goal, others) },
        { of, about: of[0] as Topic },
      )
    }
  }
}

/** Of an agenda with more sections than these nobody can be meant to walk all of them. */
const MANY_SECTIONS = 5

/** Of a step that nobody comes to nothing more is said than that. */
const isReached = (flow: FlowView, name: string): boolean =>
  typeof flow.start === 'string' && leadsTo(flow, flow.start, name)

function checkAgenda(survey: Survey, flow: FlowView, name: string): void {
  const { report } = survey
  const chosen = flow.steps[name]?.agenda
  if (typeof chosen !== 'string') return
  const path: Path = ['steps', name, 'agenda']
  const question = chosen in flow.steps ? questionOfStep(survey, flow, chosen) : undefined
  if (!(chosen in flow.steps)) {
    const known = Object.keys(flow.steps).filter((step) => flow.steps[step]?.ask === 'many')
    const fill = { name: chosen, hint: meant(stepNow(survey, flow.id, chosen)) ?? hint(chosen, known) }
    const of = [{ file: flow.file, path: ['steps'], only: 'keys' as const, near: chosen }]
    const about = { file: flow.file, path: ['steps', chosen] }
    report('unknown-step', flow.file, path, fill, { of, about, fold: `${flow.id} ${chosen}` })
  } else if (question?.ask !== 'many') report('agenda-not-many', flow.file, path, { name: chosen })
  else if (flow.whole && isReached(flow, name) && !leadsTo(flow, chosen, name)) {
    report('agenda-too-early', flow.file, path, { name: chosen })
  }
  const walked = Object.keys(record(flow.steps[name]?.sections)).length
  if (walked > MANY_SECTIONS && flow.steps[name]?.most === undefined)
    report('agenda-without-most', flow.file, path, { count: walked }, { part: 'key', level: 'warning' })
  checkSections(survey, flow, name, question?.ask === 'many' ? question.options : undefined)
}

/** Shared questions of a name like this one. */
const keysNear = ({ file }: FlowView, near: string): Topic[] => [
  { file, path: ['shared'], only: 'keys', near },
]

/** What a flow asks: its steps, and in the request. */
const asking = ({ steps, bag }: FlowView): [string, Bag, Path][] => [
  ...Object.entries(steps).map(([name, step]): [string, Bag, Path] => [name, step, ['steps', name]]),
  ...Object.entries(record(bag.request)).map(([name, one]): [string, Bag, Path] => [
    name,
    record(one),
    ['request', name],
  ]),
]

function checkShared(survey: Survey): void {
  const { report, flows, shared, main } = survey
  const asked = new Set<string>()
  for (const flow of flows.values()) {
    for (const [name, step, path] of asking(flow)) {
      if ('shared' in step || 'ask' in step) asked.add(name)
      if (!('shared' in step)) continue
      if (name in shared || !main?.whole) continue
      const now = renamedIn(survey).find(({ old, question }) => old === name && name !== question.step)?.fresh
      const fill = { name, hint: meant(now) ?? hint(name, Object.keys(shared)) }
      const own = /^[a-z0-9-]+$/.test(name) ? [] : [{ file: flow.file, path }]
      const of = [...own, ...(now === undefined ? [] : keysNear(main, name))]
      report('unknown-shared', flow.file, path, fill, {
        part: 'key',
        ...(of.length > 0 ? { of } : {}),
      })
    }
  }
  if (!main || ![...flows.values()].every((flow) => flow.whole)) return
  for (const name of Object.keys(shared)) {
    const was = renamedIn(survey)
      .filter(({ fresh }) => fresh === name)
      .map(oldPlaceOf)
    const of = was.length > 0 ? { of: was } : {}
    if (!asked.has(name))
      report('unused-shared', main.file, ['shared', name], { name }, { part: 'key', ...of })
  }
}

/** An address must mean one question: a bare name in a section means its own step, and hides one of the main flow. */
function checkAddresses({ report, flows, shared, main }: Survey): void {
  for (const flow of flows.values()) {
    for (const [name, step, path] of asking(flow)) {
      if (!('ask' in step)) continue
      const isElsewhere = flow.id !== MAIN || path[0] === 'request'
      const inMain = isElsewhere && main?.steps[name] !== undefined && 'ask' in main.steps[name]
      const isShared = name in shared
      if (!isShared && !inMain) continue
      const other = phrase(isShared ? 'otherShared' : 'otherQuestion', { file: main?.file ?? '' })
      report('duplicate-address', flow.file, path, { name, other }, { part: 'key' })
    }
  }
}

/** Checks every flow and their bonds. */
export function checkFlows(survey: Survey): void {
  const { report, flows, main, sections } = survey
  checkMain(survey)
  const meant = [...sections.keys()].filter((goal) => !flows.has(goal))
  for (const flow of flows.values()) {
    checkGraph(survey, flow)
    checkPlaceOfParts(survey, flow)
    if (flow.id === MAIN) for (const name of Object.keys(flow.steps)) checkAgenda(survey, flow, name)
    else if (main?.whole && !sections.has(flow.id) && !meant.some((goal) => nearest(goal, [flow.id])))
      report(
        'unused-flow',
        flow.file,
        [],
        { name: flow.id, main: MAIN },
        { of: [{ file: flow.file, path: [] }] },
      )
  }
  checkShared(survey)
  checkAddresses(survey)
}
