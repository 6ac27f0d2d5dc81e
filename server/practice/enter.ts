/** Going over to the practice desk: the same person with the same rights, in an organisation that touches nothing of the real one. */
import { randomBytes } from 'node:crypto'
import { practiceOf } from '#core/request/practice.ts'
import type { Staff } from '../identity/sessions.ts'
import type { Store } from '../store/store.ts'
import { fillPractice, type PracticeDeps } from './fill.ts'
import { makePractice } from './make.ts'

/** What was asked for so long ago is of another day at work, and late by now: who comes finds a fresh set. */
const STALE_MS = 12 * 60 * 60_000
const isFresh = ({ store, organisation, clock }: PracticeDeps) =>
  store.read(organisation, async ({ requests }) => {
    const rows = await requests.after('', 1)
    return rows.some(({ received_at }) => clock.now() - received_at < STALE_MS)
  })

/**
 * Makes the practice desk if there is none yet.
 * @param deps of the real organisation
 * @returns the token of a session there, which opens nothing here
 */
export async function enterPractice(deps: PracticeDeps, { person }: Staff): Promise<string> {
  const organisation = await makePractice(deps)
  const there = { ...deps, organisation }
  if (!(await isFresh(there))) await fillPractice(there)
  const token = randomBytes(32).toString('base64url')
  const now = deps.clock.now()
  await deps.store.record(organisation, async (tx) => {
    const session = { token_hash: tx.sessions.hashOf(token), person, created_at: now, seen_at: now }
    await tx.sessions.add(session)
    tx.access.add({ person, action: 'signed-in', ground: 'practice' })
  })
  return token
}

/** Who signs out of the real desk is out of the practice desk too. */
export const leavePractice = (
  { store, organisation }: { store: Store; organisation: string },
  { person }: Staff,
): Promise<void> => store.record(practiceOf(organisation), (tx) => tx.sessions.removeOf(person))
