/** What may be agreed in a call, as fixed lists: short, for relations are short. It has no schemas, so that the desk need not carry their library. */

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

type Stepped = { steps: readonly { state: (typeof STEP_STATES)[number] }[] }

/** Steps of which nobody knows yet that they came about. */
export const openSteps = <Step extends Stepped['steps'][number]>(
  plan: { steps: readonly Step[] } | undefined,
): Step[] => (plan?.steps ?? []).filter(({ state }) => state !== 'verified')
