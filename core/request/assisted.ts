/**
 * A call that somebody answers, and walks the conversation in for the caller: how it may end, and what its document and the desk
 * around it tell each other. Without any schema library, so that both of them can carry it.
 */

/** `closed`: taken care of in the call; `kept`: who answered goes on with it; `later`: it waits with a promise like any other. */
export const ASSISTED_ENDS = ['closed', 'kept', 'later'] as const
export type AssistedEnd = (typeof ASSISTED_ENDS)[number]

/** The conversation as far as it has come: what is stored of it, and nothing that says who calls. */
export type AssistedCard = {
  station: string
  revision: string
  language: string
  on: string
  answers: Record<string, string | number | string[]>
}

/**
 * From the document to the desk. `alive`: somebody types or presses there, so the session is in use; `said`: what is written there of the
 * caller's own words, from which matters are proposed.
 */
export type FromAssisted =
  | { assisted: 'ready' }
  | { assisted: 'alive' }
  | { assisted: 'card'; card: AssistedCard }
  | { assisted: 'said'; said: string }
  | { assisted: 'done' }
/** From the desk to the document. */
export type ToAssisted = { assisted: 'language'; language: string } | { assisted: 'close' }

const isObject = (told: unknown): told is Record<string, unknown> =>
  typeof told === 'object' && told !== null && !Array.isArray(told)

const hasOnly = (told: Record<string, unknown>, names: readonly string[]) =>
  Object.keys(told).length === names.length && names.every((name) => Object.hasOwn(told, name))

const isValue = (told: unknown) =>
  typeof told === 'string' ||
  typeof told === 'number' ||
  (Array.isArray(told) && told.every((one) => typeof one === 'string'))

const TEXTS = ['station', 'revision', 'language', 'on'] as const
const isCard = (told: unknown): told is AssistedCard =>
  isObject(told) &&
  hasOnly(told, [...TEXTS, 'answers']) &&
  TEXTS.every((name) => typeof told[name] === 'string') &&
  isObject(told.answers) &&
  Object.values(told.answers).every(isValue)

/** What was told, if it is one of the words that belong to this channel: everything else is nothing. */
export function readFromAssisted(told: unknown): FromAssisted | undefined {
  if (!isObject(told)) return undefined
  const { assisted } = told
  if (assisted === 'card') {
    const isOne = hasOnly(told, ['assisted', 'card']) && isCard(told.card)
    return isOne ? { assisted, card: told.card as AssistedCard } : undefined
  }
  if (assisted === 'said') {
    const isOne = hasOnly(told, ['assisted', 'said']) && typeof told.said === 'string'
    return isOne ? { assisted, said: told.said as string } : undefined
  }
  const isOne =
    (assisted === 'ready' || assisted === 'alive' || assisted === 'done') && hasOnly(told, ['assisted'])
  return isOne ? { assisted } : undefined
}

/** The same of what the desk tells. */
export function readToAssisted(told: unknown): ToAssisted | undefined {
  if (!isObject(told)) return undefined
  const { assisted, language } = told
  if (assisted === 'close') return hasOnly(told, ['assisted']) ? { assisted } : undefined
  const isOne =
    assisted === 'language' && typeof language === 'string' && hasOnly(told, ['assisted', 'language'])
  return isOne ? { assisted, language } : undefined
}
