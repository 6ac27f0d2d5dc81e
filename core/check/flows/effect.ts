/** A question whose answer nothing looks at only costs the resident's strength. */
import { ASKER, MUNICIPALITY } from '../../flow/named.ts'
import { STRIP } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { inWords, isRecord, list, record } from '../base/safe-access.ts'
import type { FlowView, Survey, SurveyedQuestion } from '../base/survey.ts'

/** Names that the server and the words look up by themselves. */
const ALWAYS_USED: string[] = [MUNICIPALITY, ASKER, STRIP]

type Mentions = { addresses: Set<string>; each: Set<string> }

/** Every address that conditions speak of, and every step that is counted over the needs. */
function spokenIn(value: unknown, spoken: Mentions = { addresses: new Set(), each: new Set() }): Mentions {
  for (const item of list(value)) spokenIn(item, spoken)
  for (const [key, inner] of isRecord(value) ? Object.entries(value) : []) {
    spoken.addresses.add(key)
    if (key === 'each') spoken.each.add(inWords(inner))
    // another answer that one is compared with, or whose words follow it
    if (key === 'answer' || key === 'wordsBy') spoken.addresses.add(inWords(inner))
    spokenIn(inner, spoken)
  }
  return spoken
}

const branchesOf = (flow: FlowView): unknown[] => [
  ...Object.values(flow.steps).flatMap((step) => [
    { wordsBy: step.wordsBy },
    ...list(step.next).map((branch) => record(branch).when),
  ]),
  ...Object.values(record(flow.bag.request)).map((one) => record(one).when),
]

const agendasOf = (flow: FlowView | undefined): Set<unknown> =>
  new Set(Object.values(flow?.steps ?? {}).map((step) => step.agenda))

/** Reports questions that no branch, table, fact or agenda uses, whose answers tell of no danger, and that are not meant for the coordinator alone. */
export function checkEffect({ content, report, questions, flows, main, whole }: Survey): void {
  if (!whole('flows/routing.yaml') || ![...flows.values()].every((flow) => flow.whole)) return
  const tables = spokenIn([content.routing, ...Object.values(content.advice)])
  const branches = new Map([...flows.values()].map((flow) => [flow.id, spokenIn(branchesOf(flow))]))
  const everywhere = [tables, ...branches.values()]
  const agendas = agendasOf(main)
  if ([...agendas].some((agenda) => agenda !== undefined && !(inWords(agenda) in (main?.steps ?? {})))) return
  const isUsed = ({ address, step, need, flow }: SurveyedQuestion): boolean => {
    const near = need !== undefined && branches.get(flow)?.addresses.has(step)
    const counted = need !== undefined && everywhere.some(({ each }) => each.has(step))
    return near || counted || everywhere.some(({ addresses }) => addresses.has(address))
  }
  const used = new Set([...questions.values()].filter(isUsed).map(({ file, step }) => `${file} ${step}`))
  for (const { step, need, file, path, bag, ask } of questions.values()) {
    if (
      bag.danger !== undefined ||
      bag.for === 'coordinator' ||
      ALWAYS_USED.includes(step) ||
      ask === 'phone'
    )
      continue
    if (need === undefined && agendas.has(step)) continue
    if (used.has(`${file} ${step}`)) continue
    report(
      'question-without-effect',
      file,
      path,
      { name: step },
      { part: 'key', of: [file, fileOf.routing].map((cause) => ({ file: cause, path: [] })) },
    )
  }
}
