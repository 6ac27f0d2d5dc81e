/** What `npm run staff` does to people who are there: the same acts as an administrator's, recorded as the operator's. */
import { parseArgs } from 'node:util'
import { ROLES, type Role } from '#core/request/choices.ts'
import {
  disable,
  enable,
  endSessions,
  resetPassword,
  sessionsOf,
  setRoles,
  staffOf,
} from '../../identity/manage.ts'
import { OPERATOR, type PlaceDeps } from '../../place/change.ts'
import { endFact, setFact } from '../../place/set.ts'
import { addDays, localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import type { Result } from '../result.ts'

export const USAGE = `npm run staff -- add --username anna --name "Anna Virtanen" [--title palveluohjaaja]
                     [--roles ${ROLES.join(',')}] [--areas south,north] [--substitute west]
npm run staff -- list
npm run staff -- disable PERSON          may not sign in any more, is signed out everywhere
npm run staff -- enable PERSON
npm run staff -- reset PERSON            a new password, shown once
npm run staff -- roles PERSON ROLE,ROLE
npm run staff -- areas PERSON [--own south,north] [--substitute west] [--from DAY]
npm run staff -- sessions PERSON         npm run staff -- end-sessions PERSON
PERSON is a username or an id. The first person of an installation is an admin unless --roles says otherwise.`

const text = { type: 'string' } as const
const options = { own: text, substitute: text, from: text } as const
type Told = { own?: string | undefined; substitute?: string | undefined; from?: string | undefined }

/** What was written with commas between. */
export const list = (text: string | undefined): string[] =>
  text
    ?.split(',')
    .map((part) => part.trim())
    .filter(Boolean) ?? []

/** @throws Error that names the roles there are */
export function rolesIn(text: string | undefined): Role[] {
  const roles = list(text)
  const strange = roles.find((role) => !(ROLES as readonly string[]).includes(role))
  if (strange) throw new Error(`There is no role “${strange}”: roles are ${ROLES.join(', ')}.`)
  return roles as Role[]
}

const said = (sentence: string): Result => ({ lines: [sentence], code: 0 })

async function everybody({ store, organisation, clock }: PlaceDeps): Promise<Result> {
  const staff = await store.read(organisation, (view) => staffOf(view, clock.now()))
  return {
    lines: staff.map(({ person, username, name, roles, disabled, areas, sessions }) => {
      const looksAfter = areas.map(({ area, kind }) => (kind === 'own' ? area : `(${area})`)).join(' ')
      const state = disabled ? 'disabled' : `${sessions} session${sessions === 1 ? '' : 's'}`
      return `${username}  ${name}  ${person}  ${roles.join(',')}  ${looksAfter || '–'}  ${state}`
    }),
    code: 0,
  }
}

/** Sets which areas a person looks after from a day on: those that are not said end the day before. */
async function areas(at: PlaceDeps, name: string, { own, substitute, from }: Told): Promise<Result> {
  const { store, organisation, clock } = at
  const { day } = localTime(clock.now())
  const validFrom = from ?? day
  const found =
    (await store.read(organisation, (view) => view.people.find(name))) ??
    refuse('not-found', { detail: `There is no person ${name}.` })
  const held = await store.read(organisation, (view) => view.placeTables.from(day))
  const wanted = new Map([
    ...list(substitute).map((area) => [area, 'substitute'] as const),
    ...list(own).map((area) => [area, 'own'] as const),
  ])
  const key = (area: string) => `${area}/${found.person}`
  for (const [area, kind] of wanted)
    await setFact(at, OPERATOR, 'duty', key(area), { validFrom, kind, instead: true })
  const others = held.area_staff.filter(({ person, area }) => person === found.person && !wanted.has(area))
  for (const { area } of others)
    await endFact(at, OPERATOR, 'duty', key(area), { validTo: addDays(validFrom, -1) })
  const after = [...wanted].map(([area, kind]) => `${area} (${kind})`).join(', ')
  return said(`${found.name} looks after ${after || 'no area'} from ${validFrom} on.`)
}

type StaffCommand = (at: PlaceDeps, person: string, more: string | undefined, told: Told) => Promise<Result>
const ACTS: Record<string, StaffCommand> = {
  async disable(at, person) {
    await disable(at, OPERATOR, person)
    return said(`${person} may not sign in any more. Whose area they owned says \`npm run place -- check\`.`)
  },
  async enable(at, person) {
    await enable(at, OPERATOR, person)
    return said(`${person} may sign in again.`)
  },
  async reset(at, person) {
    return said(`${person} signs in with the password ${await resetPassword(at, OPERATOR, person)}`)
  },
  async roles(at, person, more) {
    const roles = rolesIn(more)
    if (roles.length === 0) throw new Error(`Say which roles: ${ROLES.join(', ')}, with commas between.`)
    await setRoles(at, OPERATOR, person, roles)
    return said(`${person} is ${roles.join(', ')} from now on.`)
  },
  areas: (at, person, _more, told) => areas(at, person, told),
  async sessions({ store, organisation }, person) {
    const rows = await store.read(organisation, (view) => sessionsOf(view, person))
    if (rows.length === 0) return said(`${person} is not signed in.`)
    return { lines: rows.map(({ since, seen }) => `signed in ${since}, last seen ${seen}`), code: 0 }
  },
  async 'end-sessions'(at, person) {
    await endSessions(at, OPERATOR, person)
    return said(`${person} is signed out everywhere.`)
  },
}

/** @throws Refusal or Error in a sentence */
export async function runStaff(args: string[], at: PlaceDeps): Promise<Result> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [name = '', person, more] = positionals
  if (name === 'list') return everybody(at)
  const act = ACTS[name]
  if (!act || person === undefined) throw new Error(USAGE)
  return act(at, person, more, values)
}
