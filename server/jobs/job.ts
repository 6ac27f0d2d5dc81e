/** What the running server does by itself: one file a job, listed in `jobs.ts`, run by `schedule.ts`. */
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'

export type JobDeps = {
  store: Store
  organisation: string
  clock: Clock
  keepDays: number
  keepUnrecordedDays: number
  /** to which the end of the access log is written */
  anchorFile?: string | undefined
  /** a line of the process log that wants nobody */
  note?: (line: string, details?: Record<string, string | number>) => void
}

export type Job = {
  /** in the database and in the log; never changed once it has run somewhere */
  name: string
  /** milliseconds from one beginning to the next */
  every: number
  /** milliseconds after a start before which it is not begun: time to see that something is wrong */
  notBefore?: number
  /**
   * Does what is due. It may be cut off at any point and is then done again: each step is whole in itself.
   * @returns a word for the log when something waits, else nothing
   */
  does(deps: JobDeps): Promise<string | undefined>
}
