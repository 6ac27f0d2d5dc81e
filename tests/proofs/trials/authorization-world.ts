/** Two organisations in one database, people of every kind in them, and requests to be asked for. */
import { randomUUID } from 'node:crypto'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Role } from '#core/request/choices.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { addStaff } from '../../../server/identity/add-people.ts'
import { openIdentity } from '../../../server/identity/sessions.ts'
import { seedArea } from '../../../server/store/seed.ts'
import { asking } from '../../support/asking.ts'
import { loadArea } from '../../support/content.ts'
import type { Running } from '../../support/process.ts'
import type { Actor, Asked } from './authorization.rules.ts'
import { PASSWORD, revisionOf, type Servers, signIn } from './servers.ts'

export const OTHER = 'toinen'
/** In everything that a resident writes: no answer to anybody else has it. */
export const MARKER = 'Salainen-'
const clock = { now: () => Date.now() }
const PLACE = { north: { station: 'laukaa', at: '410' }, south: { station: 'joutsa', at: '172' } }

const STAFF = {
  coordinator: { roles: ['coordinator'], own: ['north'] },
  elsewhere: { roles: ['coordinator'], own: ['south'] },
  lead: { roles: ['lead'], own: [] },
  editor: { roles: ['editor'], own: [] },
  admin: { roles: ['admin'], own: [] },
  auditor: { roles: ['auditor'], own: [] },
  disabled: { roles: ['coordinator'], own: ['north'] },
  ended: { roles: ['coordinator'], own: ['north'] },
} satisfies Partial<Record<Actor, { roles: Role[]; own: string[] }>> & Record<Role, object>
export type Employed = keyof typeof STAFF

export type World = Awaited<ReturnType<typeof makeWorld>>

const employ = (servers: Servers, organisation: string, username: string, kind: Employed) =>
  addStaff(
    { username, firstName: username, name: username, title: 'palveluohjaaja', ...STAFF[kind] },
    { store: servers.store, organisation, clock },
    PASSWORD,
  )

/** A request whose own words, name and note all carry the marker and its own id. */
function bodyFor(revision: string, where: keyof typeof PLACE): CallbackRequestBody {
  const { station, at } = PLACE[where]
  const body = asking(revision, { station, on: new Date().toISOString().slice(0, 10) })
  const said = `${MARKER}${body.id}`
  const { contact, answers } = body
  return {
    ...body,
    answers: { ...answers, municipality: at },
    contact: { ...contact, way: 'visit', name: said, ownWords: said },
  }
}

/** The other organisation: the same areas, stations of its own, a lead who is signed in and one who waits. */
async function makeOther(servers: Servers, revision: string) {
  const { store } = servers
  const seed = loadArea()
  const stations = seed.stations.stations.map((one) => ({ ...one, station: `${OTHER}-${one.station}` }))
  const organisation = { ...seed.organisation, organisation: OTHER }
  const other = { ...seed, organisation, stations: { ...seed.stations, stations }, closures: [] }
  await store.record(OTHER, (tx) => seedArea(tx, other))
  await employ(servers, OTHER, 'stranger', 'lead')
  const identity = openIdentity({
    store,
    organisation: OTHER,
    clock,
    session: { idle: 3_600_000, absolute: 3_600_000 },
  })
  const content = { language: (asked: string) => asked, dialogue: async () => undefined }
  const body = { ...bodyFor(revision, 'north'), station: `${OTHER}-laukaa` }
  await submit({ store, clock, content }, OTHER, body)
  return { body, cookie: `kynnys=${await identity.signIn('stranger', PASSWORD)}` }
}

async function peopleOf(servers: Servers, at: Running) {
  const cookies: Record<string, string> = {}
  const persons: Record<string, string> = {}
  for (const kind of Object.keys(STAFF) as Employed[]) {
    persons[kind] = (await employ(servers, servers.organisation, kind, kind)).person
    cookies[kind] = (await signIn(at, kind)).cookie
  }
  const headers = { cookie: cookies.ended ?? '', origin: at.url, 'x-kynnys': '1' }
  await fetch(`${at.url}/api/session`, { method: 'DELETE', headers })
  await servers.store.record(servers.organisation, (tx) => tx.people.setDisabled(persons.disabled ?? '', 1))
  return { cookies, persons }
}

/** Everything that the matrix asks about, and how to make one more request for whoever may act on it. */
export async function makeWorld(servers: Servers) {
  const at = servers.running[0] as Running
  const revision = await revisionOf(servers)
  const other = await makeOther(servers, revision)
  const { cookies, persons } = await peopleOf(servers, at)
  const ask = async (where: keyof typeof PLACE) => {
    const body = bodyFor(revision, where)
    const headers = { 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const answer = await fetch(`${at.url}/api/callback-requests`, sent)
    if (answer.status !== 201) throw new Error(`not received: ${await answer.text()}`)
    return body
  }
  const standing: Record<Asked, CallbackRequestBody> = {
    north: await ask('north'),
    south: await ask('south'),
    'other organisation': other.body,
    erased: await ask('north'),
    unknown: { ...bodyFor(revision, 'north'), id: randomUUID() },
  }
  const { id, code } = standing.erased
  const mine = { method: 'DELETE', headers: { authorization: `Bearer ${code}` } }
  await fetch(`${at.url}/api/callback-requests/${id}`, mine)
  cookies.stranger = other.cookie
  return { at, servers, revision, standing, cookies, persons, ask, newBody: () => bodyFor(revision, 'north') }
}
