/** A conversation kept on the device, only when asked: the answers alone, for this tab, until it is sent, left or unticked. */
import type { Answers } from '#core/flow/definition.ts'

const KEY = 'kynnys'

/** A browser may refuse storage to a frame of another site: then nothing is kept, and the conversation goes on. */
function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

/** The kept answers; `undefined` when nothing is kept. */
export const kept = () =>
  tried(() => JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Answers | null) ?? undefined

/** @returns whether the browser let us */
export const keep = (answers: Answers) =>
  tried(() => {
    sessionStorage.setItem(KEY, JSON.stringify(answers))
    return true
  }) ?? false

export const forget = () => tried(() => sessionStorage.removeItem(KEY))
