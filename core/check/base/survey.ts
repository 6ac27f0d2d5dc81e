/** One careful look over all flows: every step, every question by its address, every list. Nothing is trusted yet. */

import { ANSWERED_BY } from '../../flow/kinds.ts'
import { MUNICIPALITIES } from '../../flow/named.ts'
import { ELSEWHERE, MAIN, STRIP } from '../../flow/words.ts'
import { fileOf, listsOf, type ParsedContent } from './content.ts'
import type { Path } from './problem.ts'
import type { Report, reporter } from './report.ts'
import { type Bag, inWords, isRecord, list, record, rowOf } from './safe-access.ts'

/** A question wherever it is written; `need` when it is met inside an agenda. */
export type SurveyedQuestion = {
  address: string
  flow: string
  step: string
  need?: string
  file: string
  path: Path
  ask: string
  /** ids it can be answered with; empty for numbers, days and texts */
  options: string[]
  list?: string
  bag: Bag
}
/** A flow file; `whole` when its shape is as it should be, so that what is absent may be complained of. */
export type FlowView = {
  id: string
  file: string
  whole: boolean
  start: unknown
  steps: Record<string, Bag>
  bag: Bag
}
export type Survey = {
  content: ParsedContent
  report: Report
  /** how many problems have been told so far */
  told: () => number
  /** the file was read and has the right shape */
  whole: (file: string) => boolean
  flows: Map<string, FlowView>
  main: FlowView | undefined
  shared: Record<string, Bag>
  questions: Map<string, SurveyedQuestion>
  lists: Record<string, Bag[]>
  facts: Bag
  /** named end → where the main flow names it first */
  ends: Map<string, Path>
  /** flow → the needs for which an agenda walks it */
  sections: Map<string, string[]>
}

/** Names that editors give meet no names of the language itself (`constructor` is a possible step). */
const bare = <V>(entries: [string, V][]): Record<string, V> =>
  Object.assign(Object.create(null), Object.fromEntries(entries))

const records = (value: unknown): Record<string, Bag> =>
  bare(Object.entries(record(value)).filter((entry): entry is [string, Bag] => isRecord(entry[1])))

function viewOf(content: ParsedContent, id: string, whole: Survey['whole']): FlowView {
  const file = fileOf.flow(id)
  const bag = record(content.flows[id])
  return { id, file, whole: whole(file), start: bag.start, steps: records(bag.steps), bag }
}

/** Every place of a flow where an end is named. */
export function namedEnds({ steps }: Pick<FlowView, 'steps'>): [string, Path][] {
  return Object.entries(steps).flatMap(([name, step]): [string, Path][] => {
    const branches = list(step.next).map((branch, index): [unknown, Path] => [
      'go' in record(branch) ? undefined : record(branch).end,
      ['steps', name, 'next', index, 'end'],
    ])
    const all: [unknown, Path][] = [[step.end, ['steps', name, 'end']], ...branches]
    return all.filter((one): one is [string, Path] => typeof one[0] === 'string')
  })
}

type QuestionPlace = Pick<SurveyedQuestion, 'flow' | 'step' | 'file' | 'path'> & { need?: string }

function questionAt(lists: Survey['lists'], where: QuestionPlace, bag: Bag): SurveyedQuestion {
  const ask = inWords(bag.ask)
  const by = rowOf(ANSWERED_BY, ask)
  const listName = by === 'place' ? MUNICIPALITIES : typeof bag.list === 'string' ? bag.list : undefined
  const fromList = (listName === undefined ? [] : (lists[listName] ?? [])).map((item) => inWords(item.id))
  const chosen =
    by === 'place' ? [...fromList, ELSEWHERE] : bag.options ? list(bag.options).map(inWords) : fromList
  const options = by === 'options' || by === 'place' ? [...new Set(chosen)] : []
  const address = where.need === undefined ? where.step : `${where.need}/${where.step}`
  return { ...where, address, ask, options, bag, ...(listName === undefined ? {} : { list: listName }) }
}

function sectionsOf(main: FlowView | undefined): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const step of Object.values(main?.steps ?? {})) {
    if (!('agenda' in step)) continue
    for (const [need, flow] of Object.entries(record(step.sections))) {
      if (typeof flow === 'string') found.set(flow, [...(found.get(flow) ?? []), need])
    }
  }
  return found
}

function* questionsIn(survey: Omit<Survey, 'questions'>): Generator<SurveyedQuestion> {
  const { main, lists, shared, sections } = survey
  if (!main) return
  const at = { flow: MAIN, file: main.file }
  if (isRecord(main.bag.strip))
    yield questionAt(lists, { ...at, step: STRIP, path: ['strip'] }, main.bag.strip)
  for (const [step, bag] of Object.entries(shared))
    yield questionAt(lists, { ...at, step, path: ['shared', step] }, bag)
  for (const [step, bag] of Object.entries(records(main.bag.request)))
    if ('ask' in bag) yield questionAt(lists, { ...at, step, path: ['request', step] }, bag)
  for (const flow of survey.flows.values()) {
    const needs = flow.id === MAIN ? [undefined] : (sections.get(flow.id) ?? [])
    for (const [step, bag] of Object.entries(flow.steps)) {
      if (!('ask' in bag)) continue
      for (const need of needs) {
        const where = { flow: flow.id, step, file: flow.file, path: ['steps', step] }
        yield questionAt(lists, need === undefined ? where : { ...where, need }, bag)
      }
    }
  }
}

/** Looks over the content; tolerates anything. */
export function surveyOf(
  content: ParsedContent,
  { report, problems }: Pick<ReturnType<typeof reporter>, 'report' | 'problems'>,
  whole: Survey['whole'],
): Survey {
  const flows = new Map(Object.keys(content.flows).map((id) => [id, viewOf(content, id, whole)]))
  const main = flows.get(MAIN)
  const lists = bare(
    Object.entries(listsOf(content)).map(([name, items]): [string, Bag[]] => [
      name,
      list(items).filter(isRecord),
    ]),
  )
  const shared = records(main?.bag.shared)
  const facts = bare(Object.entries(record(record(content.routing).facts)))
  const told = () => problems.length
  const ends = new Map(main ? namedEnds(main).reverse() : [])
  const sections = sectionsOf(main)
  const base = { content, report, told, whole, flows, main, shared, lists, facts, ends, sections }
  const questions = new Map<string, SurveyedQuestion>()
  for (const question of questionsIn(base))
    if (!questions.has(question.address)) questions.set(question.address, question)
  return { ...base, questions }
}

/** The question that a name in a condition means: in a section a bare name means its own step first. */
export function meaning(
  { questions }: Pick<Survey, 'questions'>,
  needs: readonly string[],
  name: string,
): SurveyedQuestion | undefined {
  const near = needs.map((need) => questions.get(`${need}/${name}`)).find((found) => found)
  return near ?? questions.get(name)
}

/** The question that a step of a flow asks, own or shared. */
export function questionOfStep(survey: Survey, flow: FlowView, step: string): SurveyedQuestion | undefined {
  const bag = flow.steps[step]
  if (!bag) return undefined
  const need = flow.id === MAIN || 'shared' in bag ? undefined : survey.sections.get(flow.id)?.[0]
  return survey.questions.get(need === undefined ? step : `${need}/${step}`)
}
