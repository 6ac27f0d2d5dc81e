/** Server processes from `dist/` on one database, with as many coordinators as a proof needs. */
import { randomBytes } from 'node:crypto'
import { keysFrom } from '../../../server/seal/keys.ts'
import type { Store } from '../../../server/store/store.ts'
import { loadSmallArea } from '../../support/content.ts'
import type { TestDatabase, TestEngine } from '../../support/databases.ts'
import { install } from '../../support/installed.ts'
import { patient, whatever } from '../../support/patient.ts'
import { type Running, startProcess, WITHOUT_LIMITS } from '../../support/process.ts'
import { employAll, PASSWORD } from '../../support/staff.ts'

export { PASSWORD }

const clock = { now: () => Date.now() }

export type Servers = {
  running: Running[]
  store: Store
  organisation: string
  environment: Record<string, string>
  /** the key that seals, for a proof that opens what is stored */
  keys: ReturnType<typeof keysFrom>
  close(): Promise<void>
}

type Options = { count?: number; main?: string; environment?: Record<string, string> }

const METRICS_TOKEN = 'a-token-of-the-proofs'

/** The operator's figures, as text. */
export const figuresOf = async ({ url }: Running): Promise<string> => {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  return (await fetch(`${url}/metrics`, { headers })).text()
}

/** Starts processes on an installation that has been made, and a store beside them for looking and preparing. */
export async function startServers(engine: TestEngine, options: Options = {}): Promise<Servers> {
  const database: TestDatabase = await engine.create()
  const secret = randomBytes(32).toString('base64')
  const environment = {
    DATABASE_URL: database.url,
    DATA_KEY: secret,
    METRICS_TOKEN,
    ...WITHOUT_LIMITS,
    ...options.environment,
  }
  const keys = keysFrom(secret)
  const store = patient(await database.open({ clock, keys }), whatever)
  const area = loadSmallArea()
  const { organisation } = area.organisation
  await install(store, { organisation, clock, area })
  const main = options.main
  const starts = Array.from({ length: options.count ?? 2 }, () =>
    startProcess(environment, { ...(main !== undefined && { main }) }),
  )
  const running: Running[] = await Promise.all(starts)
  const close = async () => {
    await Promise.all(running.map(({ stop }) => stop('SIGKILL')))
    await database.remove()
  }
  return { running, store, organisation, environment, keys, close }
}

export type Session = { username: string; cookie: string; at: Running }

/** Headers of a staff member's write, as the desk sends them. */
export const headersOf = ({ cookie, at }: Session) => ({
  cookie,
  origin: at.url,
  'x-kynnys': '1',
  'content-type': 'application/json',
})

export async function signIn(at: Running, username: string): Promise<Session> {
  const answer = await fetch(`${at.url}/api/session`, {
    method: 'POST',
    headers: { origin: at.url, 'x-kynnys': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`)
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { username, cookie, at }
}

/** Coordinators of an area, each signed in; they are spread over the processes. */
export async function coordinators(servers: Servers, count: number, area = 'north'): Promise<Session[]> {
  const { store, organisation, running } = servers
  const names = Array.from({ length: count }, (_, index) => `proof-${index}`)
  const people = names.map((username) => ({
    ...{ username, firstName: username, name: username, title: 'palveluohjaaja' },
    roles: ['coordinator' as const],
    own: [area],
  }))
  await employAll(people, { store, organisation, clock })
  const sessions: Session[] = []
  // one after the other: the proof is not about signing in
  for (const [index, name] of names.entries())
    sessions.push(await signIn(running[index % running.length] as Running, name))
  return sessions
}

/** The revision that the servers publish: what a request names. */
export async function revisionOf({ running: [first] }: Servers): Promise<string> {
  const manifest = (await (await fetch(`${first?.url}/api/content/fi`)).json()) as { revision: string }
  return manifest.revision
}
