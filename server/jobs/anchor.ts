/** Says every hour, and once more at the stop, where the access log ends: in the process log, and in a file when there is one. */
import { anchorNow, isKept, readAnchors, writeAnchor } from '../store/logs/anchors.ts'
import type { Job, JobDeps } from './job.ts'

type Anchoring = Pick<JobDeps, 'store' | 'organisation' | 'clock' | 'anchorFile' | 'note'>

export async function anchorEnd({ store, organisation, clock, anchorFile, note }: Anchoring): Promise<void> {
  const anchor = await store.read(organisation, (view) => anchorNow(view, clock.now()))
  const { number, mac } = anchor
  note?.('access-log-end', { organisation, number, mac })
  if (anchorFile) writeAnchor(anchorFile, anchor)
}

/** At the start: the newest anchor of the file must be a row of the log. Not so after a restored backup, or when the log was cut. */
export async function compareAnchor({
  store,
  organisation,
  anchorFile,
}: Anchoring): Promise<string | undefined> {
  const newest = anchorFile ? readAnchors(anchorFile, organisation).at(-1) : undefined
  if (!newest) return undefined
  return (await store.read(organisation, (view) => isKept(view, newest))) ? undefined : 'access-log-cut'
}

export const anchor: Job = {
  name: 'anchor',
  every: 60 * 60_000,
  does: async (deps) => void (await anchorEnd(deps)),
}
