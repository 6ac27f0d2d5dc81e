/** Which texts the content needs, by namespace: the address of a step is the address of its texts. */

import { ANSWERED_BY, type Ask, SCALE } from '../../flow/kinds.ts'
import { ORDINARY_LANE } from '../../flow/named.ts'
import { MAIN, STRIP } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { list, record, rowOf } from '../base/safe-access.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'
import { dangersOf, needsStrip } from '../flows/dangers.ts'
import { idsOf, rowsOf } from '../place/area-rows.ts'
import { goalsOf, headlinesOf } from '../tables/tables.ts'

/** `complete`: nothing else may stand in the file. */
export type Needed = { required: Set<string>; allowed: Set<string>; complete: boolean }

const OPTIONAL = ['hint', 'card', 'none', 'dontKnow']
const ADVICE = ['title', 'situation', 'how', 'ready']
/** Where nobody decides there may be nothing to tell of it, nor anything to disagree with. */
const DECISION = ['decides', 'appeal']
const LINE = ['name', 'when', 'for']
/** When a service answers is not always known. */
const SERVICE = ['name', 'for']

const all = (ids: Iterable<unknown>, parts: string[]): string[] =>
  [...ids].flatMap((id) => parts.map((part) => `${id}.${part}`))

type Ids = { needs: string[]; may: string[] }
const none = { needs: [], may: [] }

/** Which answers of each kind have a text, `{step}.options.{id}`: some must, some may. */
const TEXTS = {
  one: ({ options }) => ({ needs: options, may: [] }),
  many: ({ options }) => ({ needs: options, may: [] }),
  scale: () => ({ needs: [], may: SCALE.map(String) }),
  number: () => none,
  money: () => none,
  percentage: () => none,
  year: () => none,
  date: () => none,
  text: () => none,
  // the others have their names from the place
  municipality: ({ options }) => ({ needs: options.slice(-1), may: [] }),
  phone: () => none,
} satisfies Record<Ask, (question: SurveyedQuestion) => Ids>
const textsOf = (question: SurveyedQuestion): Ids =>
  rowOf<(question: SurveyedQuestion) => Ids>(TEXTS, question.ask)?.(question) ?? none

function keysOf(question: SurveyedQuestion, lists: Survey['lists']): string[] {
  const { step, list: from, bag } = question
  const isUnnamed = (id: string) => lists[from ?? '']?.find((item) => item.id === id)?.name === undefined
  const own = textsOf(question).needs.filter(isUnnamed)
  const groups = Object.keys(record(bag.groups))
  return [
    `${step}.question`,
    ...own.map((id) => `${step}.options.${id}`),
    ...groups.map((id) => `${step}.groups.${id}`),
  ]
}

/** Without its options nobody can say which texts it needs. */
const canBeAnswered = ({ ask, options }: SurveyedQuestion): boolean =>
  options.length > 0 || rowOf(ANSWERED_BY, ask) !== 'options'

function flowTexts(survey: Survey, id: string): Needed {
  const { questions, lists, flows, content } = survey
  const own = [...questions.values()].filter(({ flow }) => flow === id)
  const isWhole = flows.get(id)?.whole === true
  const helps = id === MAIN ? dangersOf(survey).map((danger) => `danger.${danger}.help`) : []
  const required = new Set(isWhole ? [...own.flatMap((question) => keysOf(question, lists)), ...helps] : [])
  const listed = own
    .filter(({ list }) => list !== undefined)
    .flatMap(({ step, options }) => options.map((one) => `${step}.options.${one}`))
  const allowed = new Set([
    ...all(
      own.map(({ step }) => step),
      OPTIONAL,
    ),
    ...listed,
    // one line after a hard answer
    ...own.flatMap(({ step, options }) => options.map((one) => `${step}.echo.${one}`)),
    ...own.flatMap((question) => textsOf(question).may.map((one) => `${question.step}.options.${one}`)),
  ])
  // a missing strip is told of once, not again for each of its texts
  const isMissing =
    content.broken.includes(fileOf.flow(id)) || (id === MAIN && !questions.has(STRIP) && needsStrip(survey))
  return { required, allowed, complete: isWhole && !isMissing && own.length > 0 && own.every(canBeAnswered) }
}

function segmentTexts(survey: Survey): Needed {
  const lanes = headlinesOf(survey).flatMap(({ lane }) =>
    typeof lane === 'string' ? [`lane.${lane}.name`] : [],
  )
  // one that has no names of its own is called as the words say
  const ofPlace = rowsOf(survey, 'lanes').filter(({ lane }) => lane !== ORDINARY_LANE)
  const nameless = ofPlace.filter(({ names }) => names === undefined)
  const textOf = (rows: typeof ofPlace) => idsOf(rows, 'lane').map((lane) => `lane.${lane}.name`)
  const required = new Set([
    ...all(goalsOf(survey, 'segment'), ['title', 'text']),
    ...all(goalsOf(survey, 'attention'), ['name']),
    ...lanes,
    ...textOf(nameless),
  ])
  const allowed = new Set([
    `lane.${ORDINARY_LANE}.name`,
    ...textOf(ofPlace),
    ...all(goalsOf(survey, 'attention'), ['text', 'means']),
  ])
  return { required, allowed, complete: survey.whole(fileOf.routing) }
}

function adviceTexts({ content: { advice } }: Survey): Needed {
  const decided = Object.keys(advice).filter((id) => record(advice[id]).decides !== 'nobody')
  return {
    required: new Set([...all(Object.keys(advice), ADVICE), ...all(decided, DECISION)]),
    allowed: new Set(all(Object.keys(advice), DECISION)),
    complete: true,
  }
}

function lineTexts({ content, whole }: Survey): Needed | undefined {
  if (!('lines' in content.area)) return undefined
  const lines = list(record(content.area.lines).lines).map((line) => record(line).line)
  const services = new Set(list(record(content.area.lines).services).map((row) => record(row).service))
  return {
    required: new Set([...all(lines, LINE), ...all(services, SERVICE)]),
    allowed: new Set(all(services, ['when'])),
    complete: whole(fileOf.area('lines')),
  }
}

/** What each namespace must have and may have. */
export function neededTexts(survey: Survey): Record<string, Needed> {
  const { flows } = survey
  const numbers = lineTexts(survey)
  return {
    ...Object.fromEntries([...flows.keys()].map((id) => [id, flowTexts(survey, id)])),
    advice: adviceTexts(survey),
    segments: segmentTexts(survey),
    ...(numbers ? { numbers } : {}),
  }
}
