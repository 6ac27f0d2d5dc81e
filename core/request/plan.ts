/** What may be agreed in a call, as fixed lists: short, for relations are short. It has no schemas, so that the desk need not carry their library. */
import { SPECIAL_SUPPORT } from '../flow/named.ts'

/** Who takes a step: an agreement without an owner is nobody's. */
export const STEP_OWNERS = ['resident', 'near-one', 'coordinator', 'other'] as const
/** How far it is: told of, in touch, begun, and known to have come about. */
export const STEP_STATES = ['suggested', 'contacted', 'started', 'verified'] as const
/** What the resident said to contacting another party: asked for each of them. */
export const CONSENTS = ['yes', 'no', 'not-asked'] as const
/** Is social services contacted. */
export const SOCIAL_CONTACTS = ['yes', 'no', 'considering'] as const
/** How much of it is the station's. */
export const LEVELS = ['advice', 'coordination', 'intensive'] as const
/** How one of several matters stands; nobody has to know yet. */
export const MATTER_STATES = ['done', 'not-done', 'finding-out'] as const

/** A plan of more steps is nobody's to carry. */
export const MOST_STEPS = 5
export const MOST_PARTIES = 6

type Known = {
  steps: readonly { state: (typeof STEP_STATES)[number] }[]
  worker?: { name?: string | undefined; reason?: string | undefined } | undefined
}

/** Steps of which nobody knows yet that they came about. */
export const openSteps = <Step extends Known['steps'][number]>(
  plan: { steps: readonly Step[] } | undefined,
): Step[] => (plan?.steps ?? []).filter(({ state }) => state !== 'verified')

const HANDED_OVER: readonly string[] = ['handed-over-social', 'handed-over-health']

/**
 * One who needs special support is handed over to a named worker, or with a word why nobody is named: else nobody's.
 * @param attention ids of the marks of attention
 */
export const lacksWorker = (
  outcome: string,
  { attention, plan }: { attention: readonly string[]; plan: Known | undefined },
): boolean =>
  HANDED_OVER.includes(outcome) &&
  needsWorker(attention) &&
  plan?.worker?.name === undefined &&
  plan?.worker?.reason === undefined

/** A named worker is to be found for this one. */
export const needsWorker = (attention: readonly string[]): boolean => attention.includes(SPECIAL_SUPPORT)
