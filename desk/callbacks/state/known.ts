/**
 * Questions of the main flow that have a place of their own on the request. Content without one simply lacks the place;
 * what is not named here is shown among all answers.
 */
import {
  AGE,
  ASKER,
  CHANGES,
  type ContentId,
  GOAL,
  HELPERS,
  MATTERS,
  PERMISSION,
  SERVICES,
  WHEN_NEEDED,
  WORKS,
} from '#core/flow/named.ts'

/** What the person said in own words of what matters, works and would help first. */
export const PRIORITIES: readonly ContentId[] = [MATTERS, WORKS, GOAL]
/** Then who asks, who already helps and what has changed, so that nothing is done twice and nothing asked again; in this order. */
export const CIRCUMSTANCES: readonly ContentId[] = [
  ...PRIORITIES,
  ASKER,
  PERMISSION,
  HELPERS,
  SERVICES,
  CHANGES,
  WHEN_NEEDED,
  AGE,
]
/** Of these it is told also that they were not asked: a coordinator has to know them before acting. */
export const ALWAYS: readonly ContentId[] = [HELPERS, CHANGES, WHEN_NEEDED]
