/** A conversation kept on the device, only when asked: the answers alone, for this tab, until it is sent, left or unticked. */
import type { Answers, Id } from '#core/flow/definition.ts'

const KEY = 'kynnys'

/** The answers, the day on which they were begun, and the dangers whose lines were taken away: their help stays until the conversation ends. */
export type KeptConversation = { answers: Answers; hidden: Id[]; on: string }

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
  found.hidden.every((danger) => typeof danger === 'string')

/** What is kept; `undefined` when nothing is, or when it is of another shape than ours. */
export const kept = (): KeptConversation | undefined =>
  tried(() => {
    const found = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<KeptConversation> | null
    return isKept(found) ? found : undefined
  })

let own = false

/** Is it this conversation that is kept, and not one from before the page was loaded? Only then it is kept on. */
export const isOwn = () => own

/** @returns whether the browser let us */
export function keep(kept: KeptConversation): boolean {
  own =
    tried(() => {
      sessionStorage.setItem(KEY, JSON.stringify(kept))
      return true
    }) ?? false
  return own
}

export function forget() {
  own = false
  tried(() => sessionStorage.removeItem(KEY))
}
