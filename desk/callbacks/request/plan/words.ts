/** What was agreed, in words: the same on the screen and in the copy for the client system. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { AgreedPlan } from '#core/contract/plan.ts'
import { needsWorker } from '#core/queue/worker.ts'
import { openSteps } from '#core/request/plan.ts'
import { serverNow } from '../../../state/clock.ts'
import { contentText } from '../../../words/content.ts'
import { dayName, localDay } from '../../../words/dates.ts'
import { lifeAreaName } from '../../../words/names.ts'
import { say } from '../../../words/words.ts'

type PlanStep = AgreedPlan['steps'][number]

const DAY_MS = 24 * 60 * 60_000
const daysTo = (day: string) => (Date.parse(day) - Date.parse(localDay(serverNow()))) / DAY_MS

export const adviceTitle = ({ revision }: OpenRequest, id: string): string =>
  contentText(revision, [`advice:${id}.title`]) ?? id

/** “Asumistuki – asukas, ehdotettu, to 3.12.” */
export function stepWords(request: OpenRequest, { what, advice, owner, state, day }: PlanStep): string {
  const name = what ?? adviceTitle(request, advice ?? '')
  const how = [say(`plan.owner.${owner}`), say(`plan.state.${state}`), ...(day ? [dayName(day)] : [])]
  return say('plan.line', { what: name, how: how.join(', ') })
}

/** Next steps: what was agreed and is not known to have come about. */
export const nextSteps = (request: OpenRequest): string[] =>
  openSteps(request.plan).map((step) => stepWords(request, step))

/** The named worker of one who needs special support, or in how long there is to be one. */
export function workerWords({ row, plan }: OpenRequest): string | undefined {
  const { name, by, reason } = plan?.worker ?? {}
  if (name) return name
  if (reason) return say('plan.workerWhy', { reason })
  if (!needsWorker(row.attention)) return undefined
  if (!by) return say('plan.workerNone')
  const count = daysTo(by)
  if (count < 0) return say('plan.workerLate', { day: dayName(by) })
  return say('plan.workerBy', { day: dayName(by), count })
}

const followUpWords = ({ agreed, day }: NonNullable<AgreedPlan['followUp']>): string =>
  say(!agreed ? 'plan.followUpNo' : day ? 'plan.followUpOn' : 'plan.followUpUndated', {
    day: day ? dayName(day) : '',
  })

const consentWords = ({ name, consent }: AgreedPlan['parties'][number]) =>
  say('plan.line', { what: name, how: say(`plan.consent.${consent}`) })

const joined = (what: string, more: string | undefined) =>
  more ? say('plan.line', { what, how: more }) : what

export type AgreedFact = { name: string; texts: string[] }

/** Everything but the steps, each under its name, in the order of the form. */
export function factsOf(request: OpenRequest): AgreedFact[] {
  const { plan } = request
  const worker = workerWords(request)
  if (!plan) return worker ? [{ name: 'plan.worker', texts: [worker] }] : []
  const { goal, works, matters = [], parties, social, level, receiver, followUp } = plan
  const facts: AgreedFact[] = [
    { name: 'plan.goal', texts: goal ? [goal] : [] },
    { name: 'plan.works', texts: works ? [works] : [] },
    {
      name: 'plan.matters',
      texts: matters.map(({ area, state }) =>
        joined(lifeAreaName(request.revision, area), say(`plan.matter.${state}`)),
      ),
    },
    { name: 'plan.parties', texts: parties.map(consentWords) },
    {
      name: 'plan.social',
      texts: social ? [joined(say(`plan.social.${social.contact}`), social.ground)] : [],
    },
    { name: 'plan.worker', texts: worker ? [worker] : [] },
    { name: 'plan.level', texts: level ? [joined(say(`plan.level.${level}`), receiver)] : [] },
    { name: 'plan.followUp', texts: followUp ? [followUpWords(followUp)] : [] },
  ]
  return facts.filter(({ texts }) => texts.length > 0)
}
