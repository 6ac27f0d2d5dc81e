/** What is told in the form of what was agreed, as it stands before it is sent: all of it texts, so that a draft can be kept and compared. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { AgreedPlan, PlanTold } from '#core/contract/plan.ts'
import { type ContentId, GOAL, WORKS } from '#core/flow/named.ts'
import { DECLINED, DONT_KNOW } from '#core/flow/words.ts'
import { answerTo } from '../../../words/answers.ts'

type PlanStep = AgreedPlan['steps'][number]
export type StepTold = Pick<PlanStep, 'advice' | 'owner' | 'state'> & { what: string; day: string }
export type PartyTold = PlanTold['parties'][number]
export type MatterState = NonNullable<AgreedPlan['matters']>[number]['state']

export type PlanDraft = {
  goal: string
  works: string
  steps: StepTold[]
  matters: Record<string, MatterState>
  parties: PartyTold[]
  social: NonNullable<AgreedPlan['social']>['contact'] | ''
  ground: string
  worker: string
  workerBy: string
  workerReason: string
  level: NonNullable<AgreedPlan['level']> | ''
  receiver: string
  followUp: boolean
  followUpDay: string
}

/** What the resident wrote in own words; nothing of a question left open. */
function ownWordsTo(request: OpenRequest, question: ContentId): string {
  const value = answerTo(request, question)?.value
  return typeof value === 'string' && value !== DONT_KNOW && value !== DECLINED ? value : ''
}

const stepTold = ({ what = '', day = '', ...step }: PlanStep): StepTold => ({ ...step, what, day })

/** As it was agreed before; the first time with what the resident has already told. */
export function beginningOf(request: OpenRequest): PlanDraft {
  const { plan } = request
  const said = { goal: ownWordsTo(request, GOAL), works: ownWordsTo(request, WORKS) }
  return {
    goal: plan ? (plan.goal ?? '') : said.goal,
    works: plan ? (plan.works ?? '') : said.works,
    steps: plan?.steps.map(stepTold) ?? [],
    matters: Object.fromEntries(plan?.matters?.map(({ area, state }) => [area, state]) ?? []),
    parties: plan?.parties.map(({ name, consent }) => ({ name, consent })) ?? [],
    social: plan?.social?.contact ?? '',
    ground: plan?.social?.ground ?? '',
    worker: plan?.worker?.name ?? '',
    workerBy: plan?.worker?.by ?? '',
    workerReason: plan?.worker?.reason ?? '',
    level: plan?.level ?? '',
    receiver: plan?.receiver ?? '',
    followUp: plan?.followUp?.agreed ?? false,
    followUpDay: plan?.followUp?.day ?? '',
  }
}

/** A text under its name, if anything was written. */
const text = <Name extends string>(name: Name, value: string) =>
  (value.trim() === '' ? {} : { [name]: value.trim() }) as { [Key in Name]?: string }

function workerOf({ worker, workerBy, workerReason }: PlanDraft): Pick<AgreedPlan, 'worker'> {
  // who has been named needs neither a day until then nor a reason
  const until = worker.trim() === '' ? { ...text('by', workerBy), ...text('reason', workerReason) } : {}
  const told = { ...text('name', worker), ...until }
  return Object.keys(told).length > 0 ? { worker: told } : {}
}

/** What is sent of it; a step or a party of which nothing was written is left out. */
export function planOf(draft: PlanDraft): Omit<PlanTold, 'version'> {
  const { steps, matters, parties, social, ground, level, receiver, followUp, followUpDay } = draft
  return {
    ...text('goal', draft.goal),
    ...text('works', draft.works),
    steps: steps
      .filter(({ what, advice }) => advice !== undefined || what.trim() !== '')
      .map(({ what, day, advice, ...step }) => ({
        ...(advice === undefined ? text('what', what) : { advice }),
        ...step,
        ...text('day', day),
      })),
    ...(Object.keys(matters).length > 0 && {
      matters: Object.entries(matters).map(([area, state]) => ({ area, state })),
    }),
    parties: parties
      .map(({ name, consent }) => ({ name: name.trim(), consent }))
      .filter(({ name }) => name !== ''),
    ...(social && { social: { contact: social, ...(social !== 'no' && text('ground', ground)) } }),
    ...workerOf(draft),
    ...(level && { level }),
    ...(level === 'intensive' && text('receiver', receiver)),
    ...(followUp && { followUp: { agreed: true, ...text('day', followUpDay) } }),
  }
}
