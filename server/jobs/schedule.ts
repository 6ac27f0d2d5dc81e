/** Runs the jobs: each when it is due, in one process at a time, whichever is first. */
import { randomUUID } from 'node:crypto'
import type { Job, JobDeps } from './job.ts'

/** A process that does a job says so this often (ms); one that has died loses the job after `HOLD`. */
const KEEP = 60_000
const HOLD = 5 * KEEP
/** Timers are not exact: what would be due in so little is due. */
const SLACK = 1000

type Tell = (line: string, details?: Record<string, string>) => void

/**
 * One look at one job: done when nobody else does it and it was not begun after `dueSince` (epoch ms).
 * @throws what the job throws
 */
async function runIfDue(
  job: Job,
  deps: JobDeps,
  process: string,
  dueSince: number,
  say: Tell,
): Promise<void> {
  const { store, organisation, clock } = deps
  const { name } = job
  const now = clock.now()
  const claim = { job: name, process, now, until: now + HOLD, dueSince }
  if (!(await store.record(organisation, (tx) => tx.jobs.claim(claim)))) return
  const holdOn = () =>
    store.record(organisation, (tx) => tx.jobs.keep(name, process, clock.now() + HOLD)).catch(() => undefined)
  const timer = setInterval(holdOn, KEEP).unref()
  try {
    const waits = await job.does(deps)
    if (waits) say(waits)
  } finally {
    clearInterval(timer)
    await store.record(organisation, (tx) => tx.jobs.release(name, process))
  }
}

/**
 * Does every job at once, or when the time is over that it waits at a start, due or not, unless another process is doing it: a
 * restored database remembers jobs that were done in another past. Then it looks four times in each interval: a job whose
 * process has died is taken over before it is late by much.
 * @returns how to stop; what is being done then is finished or done again by the next process
 */
export function schedule(jobs: readonly Job[], deps: JobDeps, say: Tell): () => void {
  const process = randomUUID()
  const timers = jobs.map((job) => {
    const look = (dueSince: number) =>
      void runIfDue(job, deps, process, dueSince, say).catch(() => say('job-failed', { job: job.name }))
    const begin = () => {
      clearInterval(first)
      look(deps.clock.now())
    }
    const first = setInterval(begin, job.notBefore ?? 0).unref()
    if (job.notBefore === undefined) begin()
    const later = setInterval(() => look(deps.clock.now() - job.every + SLACK), job.every / 4).unref()
    return [first, later]
  })
  return () => timers.flat().forEach(clearInterval)
}
