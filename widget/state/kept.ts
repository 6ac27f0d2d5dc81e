/** A conversation kept on the device, only when asked: the answers alone, for this tab, until it is sent, left or unticked. */
import type { Answers, Id } from '#core/flow/definition.ts'
import { makeKeys, type RequestKeys } from '../net/keys.ts'
import { standIn } from '../net/tabs.ts'

const KEY = 'kynnys'

/**
 * The answers, the day on which they were begun, and the dangers whose lines were taken away: their help stays until the conversation
 * ends. Its `id`, which is that of the request it becomes: a tab that is duplicated takes it along, and what both send is stored once.
 */
export type KeptConversation = { answers: Answers; hidden: Id[]; on: string; id?: string }

/** A browser may refuse storage to a frame of another site: then nothing is kept, and the conversation goes on. */
function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

const isKept = (found: Partial<KeptConversation> | null): found is KeptConversation =>
  typeof found?.answers === 'object' &&
  found.answers !== null &&
  !Array.isArray(found.answers) &&
  /^\d{4}-\d\d-\d\d$/.test(String(found.on)) &&
  Array.isArray(found.hidden) &&
  found.hidden.every((danger) => typeof danger === 'string') &&
  /^(undefined|[\da-f-]{36})$/.test(String(found.id))

/** What is kept; `undefined` when nothing is, or when it is of another shape than ours. */
export const kept = (): KeptConversation | undefined =>
  tried(() => {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<KeptConversation> | null
    return isKept(found) ? found : undefined
  })

let own = false
/** of the conversation of this page, from when it is first needed */
let id: string | undefined

/** Is it this conversation that is kept, and not one from before the page was loaded? Only then it is kept on. */
export const isOwn = () => own

/** The keys of the request that this conversation becomes: its id wherever it goes on, and a code that no other tab has. */
export function keysHere(): RequestKeys {
  const keys = makeKeys(Date.now())
  id ??= keys.id
  return { ...keys, id }
}

/** @returns whether the browser let us */
export function keep(kept: KeptConversation): boolean {
  id ??= kept.id ?? makeKeys(Date.now()).id
  const whole = { ...kept, id }
  own =
    tried(() => {
      sessionStorage.setItem(KEY, JSON.stringify(whole))
      return true
    }) ?? false
  if (own) standIn(id, 'holds')
  return own
}

export function forget() {
  own = false
  tried(() => sessionStorage.removeItem(KEY))
}
