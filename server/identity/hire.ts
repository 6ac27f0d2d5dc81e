/** Adding a person from the desk: as `npm run staff -- add` does, by an administrator. */
import type { Role } from '#core/request/choices.ts'
import { typedText } from '#core/request/typed-text.ts'
import type { Clock } from '../clock.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { Store, Tx } from '../store/store.ts'
import { mustBeApart } from './apart.ts'
import { hashPassword, makePassword } from './credentials/password.ts'

type At = { store: Store; organisation: string; clock: Clock }
export type Hired = {
  /** made by who asks, so that asking twice adds nobody twice */
  person: string
  username: string
  name: string
  title: string
  roles: readonly Role[]
  own: readonly string[]
  substitute: readonly string[]
}

const CALLERS: readonly Role[] = ['coordinator', 'lead']

/** @throws Refusal with the field */
async function mustBeThere(tx: Tx, { roles, own, substitute }: Hired, day: string) {
  const areas = (await tx.place.areas(day)).map(({ area }) => area)
  for (const [field, named] of Object.entries({ '/own': own, '/substitute': substitute })) {
    const strange = named.find((area) => !areas.includes(area))
    if (strange !== undefined)
      refuse('invalid-field', { field, reason: 'unknown', detail: `There is no area ${strange}.` })
    if (named.length > 0 && !roles.some((role) => CALLERS.includes(role)))
      refuse('invalid-field', {
        ...{ field, reason: 'not-calling' },
        detail: 'Only a coordinator or a lead looks after an area: give such a role, or no area.',
      })
  }
}

/** Nobody has signed in with what was answered: it was lost on the way, and another password is made. */
async function isAgain(tx: Tx, { person, username }: Hired): Promise<boolean> {
  const taken = await tx.people.find(username)
  if (!taken && !(await tx.people.find(person))) return false
  const isSame = taken?.person === person && (await tx.sessions.of(person)).length === 0
  if (!isSame)
    refuse('invalid-field', {
      ...{ field: '/username', reason: 'taken' },
      detail: 'That username is taken: choose another.',
    })
  return true
}

/**
 * @returns the password, which is kept nowhere; asked again under the same id it is another one, for the same person
 * @throws Refusal of a username that is taken, of roles that must not be joined, of an area that is none
 */
export async function hire({ store, organisation, clock }: At, by: { person: string }, told: Hired) {
  mustBeApart(told.roles)
  const password = makePassword()
  const hash = await hashPassword(password)
  const [username, name, title] = [told.username, told.name, told.title].map(typedText) as [
    string,
    string,
    string,
  ]
  const { person, roles } = told
  await store.record(organisation, async (tx) => {
    await tx.alone('staff')
    const now = clock.now()
    const { day } = localTime(now)
    const again = await isAgain(tx, { ...told, username })
    await mustBeThere(tx, told, day)
    if (again) await tx.people.setPassword(person, hash)
    else {
      const [first_name = name] = name.split(' ')
      const row = { person, username, first_name, name, title, roles: JSON.stringify([...new Set(roles)]) }
      await tx.people.add({ ...row, disabled: 0, demo: 0 }, hash, now)
      const from = { person, valid_from: day, valid_to: null }
      const { own } = told
      for (const area of new Set(own)) await tx.people.addToArea({ ...from, area, kind: 'own' })
      for (const area of new Set(told.substitute.filter((one) => !own.includes(one))))
        await tx.people.addToArea({ ...from, area, kind: 'substitute' })
    }
    const action = again ? `staff-password-reset:${person}` : `staff-added:${person}`
    tx.access.add({ person: by.person, action, ground: 'admin' })
    tx.events.add('area-changed', { actor: by.person })
  })
  return password
}
