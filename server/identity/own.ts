/** What everybody may do with their own way in: another password, and the end of every session. */
import { refuse } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import { hashPassword, verifyPassword } from './credentials/password.ts'
import type { Staff } from './sessions.ts'

type At = { store: Store; organisation: string }

/**
 * Another password; every other session of the person ends.
 * @throws Refusal `wrong-sign-in` when the old one is not right
 */
export async function changePassword({ store, organisation }: At, staff: Staff, old: string, next: string) {
  const { username } =
    (await store.read(organisation, (view) => view.people.find(staff.person))) ?? refuse('signed-out')
  const known = await store.read(organisation, (view) => view.people.byUsername(username))
  if (!(await verifyPassword(known?.hash, old))) refuse('wrong-sign-in')
  const hash = await hashPassword(next)
  await store.record(organisation, async (tx) => {
    await tx.people.setPassword(staff.person, hash)
    await tx.sessions.removeOf(staff.person, staff.session)
    tx.access.add({ person: staff.person, action: 'password-changed', ground: 'self' })
  })
}

/** Ends every session of the person, this one too. */
export async function signOutEverywhere({ store, organisation }: At, staff: Staff) {
  await store.record(organisation, async (tx) => {
    await tx.sessions.removeOf(staff.person)
    tx.access.add({ person: staff.person, action: 'signed-out-everywhere', ground: 'self' })
  })
}
