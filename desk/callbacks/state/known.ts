/**
 * What of the content has a place of its own on the request: questions of the main flow and marks that change how one
 * calls. Content without them simply lacks the place; what is not named here is shown among all answers.
 */

/** The question of what the matter is about. */
export const NEEDS = 'needs'
/** Who asks, on whose behalf. */
export const ASKER = 'asker'
export const PROFESSIONAL = 'professional'
/** Who already helps and what has changed, so that nothing is done twice and nothing asked again; in this order. */
export const CIRCUMSTANCES = [
  'permission',
  'helpers',
  'services',
  'changes',
  'when-needed',
  'manages',
  'age',
] as const
/** Of these it is told also that they were not asked: a coordinator has to know them before acting. */
export const ALWAYS: readonly string[] = ['helpers', 'changes', 'when-needed']
/** What a professional’s client has said to being spoken of, and the answer that is a permission. */
export const PERMISSION = 'permission'
export const GIVEN = 'given'
/** The flag of the strip and the mark of attention that tell of fear at home. */
export const VIOLENCE = 'violence'
export const SAFETY = 'safety'
