/**
 * Questions of the main flow that have a place of their own on the request. Content without one simply lacks the place;
 * what is not named here is shown among all answers.
 */
import { AGE, CHANGES, type ContentId, HELPERS, PERMISSION, SERVICES, WHEN_NEEDED } from '#core/flow/named.ts'

/** Who already helps and what has changed, so that nothing is done twice and nothing asked again; in this order. */
export const CIRCUMSTANCES: readonly ContentId[] = [PERMISSION, HELPERS, SERVICES, CHANGES, WHEN_NEEDED, AGE]
/** Of these it is told also that they were not asked: a coordinator has to know them before acting. */
export const ALWAYS: readonly ContentId[] = [HELPERS, CHANGES, WHEN_NEEDED]
