/** Whoever works here, as an administrator or an operator changes them: each act in one transaction, with its line in the access log. */
import type { Role } from '#core/request/choices.ts'
import { typedText } from '#core/request/typed-text.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Store, Tx, View } from '../store/store.ts'
import { mustBeApart } from './apart.ts'
import { hashPassword, makePassword } from './credentials/password.ts'

type At = { store: Store; organisation: string }
/** The id of an administrator, or `system` where an operator does it at the server. */
type By = {
  person: string
  ground: 'admin' | 'operator'
  /** the mark of the person as it was on their screen, where they have one */
  seen?: string | undefined
}

/** A member of the staff as administrators see them. */
export type StaffRow = {
  person: string
  username: string
  name: string
  title: string
  roles: Role[]
  disabled: boolean
  /** areas looked after today */
  areas: { area: string; kind: 'own' | 'substitute' }[]
  /** sessions that are kept; whether one still lives its times say */
  sessions: number
  /** when one of them was last used */
  seen: string | null
  /** who changes roles says upon which */
  mark: string
}
type PersonFound = NonNullable<Awaited<ReturnType<View['people']['find']>>>

const markOf = (roles: readonly Role[]) => [...new Set(roles)].sort().join()

/** Everybody, by username. */
export async function staffOf(view: View, now: number): Promise<StaffRow[]> {
  const { day } = localTime(now)
  const rows: StaffRow[] = []
  for (const { person, username, name, title, roles, disabled } of await view.people.all()) {
    const sessions = await view.sessions.of(person)
    const [last] = sessions
    rows.push({
      ...{ person, username, name, title, roles: JSON.parse(roles) as Role[], disabled: disabled === 1 },
      areas: await view.place.ofPerson(person, day),
      sessions: sessions.length,
      seen: last ? new Date(last.seen_at).toISOString() : null,
      mark: markOf(JSON.parse(roles) as Role[]),
    })
  }
  return rows
}

const isAdmin = ({ roles, disabled }: Pick<PersonFound, 'roles' | 'disabled'>) =>
  disabled === 0 && (JSON.parse(roles) as Role[]).includes('admin')

/** Somebody can always administer: from within nobody else could mend it. */
async function keepAnAdmin(tx: Tx) {
  if (!(await tx.people.all()).some(isAdmin))
    refuse('invalid-field', {
      ...{ field: '/person', reason: 'last-admin' },
      detail: 'Nobody would be left who may administer: give another person the role admin first.',
    })
}

/** One act on one person. @throws Refusal `not-found` */
function onPerson<T>(
  { store, organisation }: At,
  by: By,
  name: string,
  action: string,
  act: (tx: Tx, found: PersonFound) => Promise<T>,
) {
  return store.record(organisation, async (tx) => {
    await tx.alone('staff')
    const found =
      (await tx.people.find(name)) ?? refuse('not-found', { detail: `There is no person ${name}.` })
    const done = await act(tx, found)
    tx.access.add({ person: by.person, action: `staff-${action}:${found.person}`, ground: by.ground })
    // who calls, and who may listen, has changed
    tx.events.add('area-changed', by.ground === 'admin' ? { actor: by.person } : {})
    return done
  })
}

/** Who is disabled signs in no more, and is signed out everywhere. @throws Refusal when nobody could administer any more */
export const disable = (at: At, by: By, name: string) =>
  onPerson(at, by, name, 'disabled', async (tx, { person }) => {
    await tx.people.setDisabled(person, 1)
    await tx.sessions.removeOf(person)
    await keepAnAdmin(tx)
  })

export const enable = (at: At, by: By, name: string) =>
  onPerson(at, by, name, 'enabled', (tx, { person }) => tx.people.setDisabled(person, 0))

/** @throws Refusal when nobody could administer any more, or when another administrator was quicker */
export const setRoles = (at: At, by: By, name: string, roles: readonly Role[]) =>
  onPerson(at, by, name, 'roles', async (tx, { person, roles: held }) => {
    const before = markOf(JSON.parse(held) as Role[])
    if (by.seen !== undefined && by.seen !== before && before !== markOf(roles))
      refuse('wrong-status', {
        reason: 'changed-meanwhile',
        detail: 'Somebody else has changed the roles since: look at them as they are now.',
      })
    mustBeApart(roles)
    await tx.people.setRoles(person, JSON.stringify([...new Set(roles)]))
    await keepAnAdmin(tx)
  })

/** A new password, made here and shown once; whoever had the old one is signed out. @returns it */
export async function resetPassword(at: At, by: By, name: string): Promise<string> {
  const password = makePassword()
  const hash = await hashPassword(password)
  await onPerson(at, by, name, 'password-reset', async (tx, { person }) => {
    await tx.people.setPassword(person, hash)
    await tx.sessions.removeOf(person)
  })
  return password
}

export const endSessions = (at: At, by: By, name: string) =>
  onPerson(at, by, name, 'signed-out', (tx, { person }) => tx.sessions.removeOf(person))

/** When a person signed in and was last seen, each of their sessions. */
export async function sessionsOf(view: View, name: string) {
  const found =
    (await view.people.find(name)) ?? refuse('not-found', { detail: `There is no person ${name}.` })
  const rows = await view.sessions.of(found.person)
  return rows.map(({ created_at, seen_at }) => ({
    since: new Date(created_at).toISOString(),
    seen: new Date(seen_at).toISOString(),
  }))
}

/** What a person is called, and their title: nothing follows from it that they may do. */
export const setNames = (at: At, by: By, name: string, told: { name: string; title: string }) =>
  onPerson(at, by, name, 'named', async (tx, { person }) => {
    const [whole, title] = [typedText(told.name), typedText(told.title)]
    const [first_name = whole] = whole.split(' ')
    await tx.people.setNames(person, { first_name, name: whole, title })
  })
