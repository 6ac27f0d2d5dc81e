/** Adding people: the first admin of an installation, and invented staff for a first look. */

import type { StaffEntry } from '#core/place/area.ts'
import type { Role } from '#core/request/choices.ts'
import { typedText } from '#core/request/typed-text.ts'
import type { Clock } from '../clock.ts'
import { localTime } from '../promise/local-time.ts'
import { newId } from '../store/ids.ts'
import type { Store } from '../store/store.ts'
import { mustBeApart } from './apart.ts'
import { hashPassword, makePassword } from './credentials/password.ts'

type To = { store: Store; organisation: string; clock: Clock }
export type NewStaff = {
  username: string
  firstName: string
  name: string
  title: string
  roles: Role[]
  /** areas looked after from today on */
  own?: string[]
  substitute?: string[]
  /** invented: see README */
  demo?: boolean
  id?: string
}

/**
 * @param password made when it is not given
 * @returns the password, which is kept nowhere
 * @throws when the username is taken
 */
export async function addStaff(staff: NewStaff, to: To, password = makePassword()) {
  const person = await employ(staff, to, await hashPassword(password))
  return { person, username: staff.username, password }
}

/**
 * @param hash of the password, as `hashPassword` encodes it
 * @returns the person’s id
 * @throws when the username is taken; Refusal of roles that must not be joined
 */
export async function employ(staff: NewStaff, { store, organisation, clock }: To, hash: string) {
  const now = clock.now()
  const person = staff.id ?? newId(now)
  const { roles, own = [], substitute = [], demo = false } = staff
  mustBeApart(roles)
  // a terminal may send letters in two parts: at the sign-in they come as one
  const [username, first_name, name, title] = [staff.username, staff.firstName, staff.name, staff.title].map(
    typedText,
  ) as [string, string, string, string]
  const row = { person, username, first_name, name, title, roles: JSON.stringify(roles) }
  await store.record(organisation, async (tx) => {
    await tx.people.add({ ...row, disabled: 0, demo: demo ? 1 : 0 }, hash, now)
    const from = { person, valid_from: localTime(now).day, valid_to: null }
    for (const area of own) await tx.people.addToArea({ ...from, area, kind: 'own' })
    for (const area of substitute) await tx.people.addToArea({ ...from, area, kind: 'substitute' })
    tx.access.add({ person: 'system', action: 'staff-added', ground: demo ? 'demo' : 'operator' })
  })
  return person
}

/** Invented people on a database that has none. @returns how to sign in, to be printed once */
export async function addDemoStaff(rows: StaffEntry[], to: To) {
  const added: { username: string; password: string; title: string }[] = []
  for (const { person, ...row } of rows) {
    const { password } = await addStaff({ ...row, id: person, demo: true }, to)
    added.push({ username: row.username, password, title: row.title })
  }
  return added
}
