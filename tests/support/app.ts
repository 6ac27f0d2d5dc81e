/** The whole app as it ships, on a new database with the repository's own content, the example area and known people. */
import type { pino } from 'pino'
import type { Me } from '#core/contract/desk.ts'
import type { AreaSeed } from '#core/place/area.ts'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { Folders } from '../../server/content/reading/read-folder.ts'
import { openContent } from '../../server/content/serving/content.ts'
import { makeLog } from '../../server/guard/log.ts'
import { type TestClock, testClock } from './clock.ts'
import { loadArea } from './content.ts'
import { engines, type TestDatabase, type TestEngine, testKeys } from './databases.ts'
import { install } from './installed.ts'
import { employAll, PASSWORD } from './staff.ts'

export { PASSWORD }

/** Usernames of `flows/area/staff.yaml`, and two whom the example does not have. */
export const PEOPLE = ['aino', 'elias', 'helmi', 'marja', 'tuomas', 'eetu', 'otto'] as const
export type PersonName = (typeof PEOPLE)[number]

type Options = {
  engine?: 'sqlite' | 'postgres'
  /** environment variables besides the defaults */
  env?: Record<string, string>
  clock?: TestClock
  /** listens on a free port of both loopback addresses; otherwise only `inject` */
  listen?: boolean
  /** an open shadow root for axe */
  openShadow?: boolean
  /** the place, when it is not the example area as it stands */
  area?: AreaSeed
  /** other content than the repository's own */
  folders?: Folders
  /** of the built widget and desk */
  dist?: string
  /** an existing database: a second process on it */
  database?: TestDatabase
  keys?: ReturnType<typeof testKeys>
}

const EXTRA = [
  {
    person: 'demo-eetu',
    username: 'eetu',
    firstName: 'Eetu',
    name: 'Eetu Esimerkki',
    title: 'toimittaja',
    roles: ['editor' as const],
    own: [],
    substitute: [],
  },
  {
    person: 'demo-otto',
    username: 'otto',
    firstName: 'Otto',
    name: 'Otto Esimerkki',
    title: 'tarkastaja',
    roles: ['auditor' as const],
    own: [],
    substitute: [],
  },
]

async function settle(
  store: Awaited<ReturnType<TestDatabase['open']>>,
  organisation: string,
  clock: TestClock,
  seed: AreaSeed,
  folders?: Folders,
) {
  await install(store, { organisation, clock, area: seed, ...(folders && { folders }) })
  const people = [...seed.staff, ...EXTRA].map(({ person, ...row }) => ({ ...row, id: person }))
  await employAll(people, { store, organisation, clock })
}

/** Of an installation that a test has no keys of its own for. */
const KEYS = testKeys()
/** Installations as a first start leaves them, by engine and instant: most of what a test app costs is to make one. */
const installed = new Map<string, Promise<TestDatabase>>()

async function makeInstalled(engine: TestEngine, now: number): Promise<TestDatabase> {
  const made = await engine.create()
  const clock = testClock(new Date(now).toISOString())
  const store = await made.open({ clock, keys: KEYS })
  const seed = loadArea()
  await settle(store, seed.organisation.organisation, clock, seed)
  await store.close()
  return made
}

/** The example place with the known people at an instant; each test has a copy. */
async function newInstallation(engine: TestEngine, now: number): Promise<TestDatabase> {
  const name = `${engine.name} ${now}`
  const made = installed.get(name) ?? makeInstalled(engine, now)
  installed.set(name, made)
  return engine.copy(await made)
}

/** Log lines as they were written, so that a test can search them. */
function logSink() {
  const lines: string[] = []
  return { lines, sink: { write: (line: string) => void lines.push(line) } as pino.DestinationStream }
}

/**
 * @returns the app, its address when it listens, the clock to turn, and how to sign in and stop.
 * `close` removes the database unless it was given.
 */
export async function build({ engine = 'sqlite', env = {}, clock = testClock(), ...options }: Options = {}) {
  const on = engines.find(({ name }) => name === engine)
  if (!on) throw new Error(`No engine ${engine}`)
  const isUsual = !options.database && !options.keys && !options.area && !options.folders
  const keys = options.keys ?? KEYS
  const organisation = loadArea().organisation.organisation
  const database = options.database ?? (await (isUsual ? newInstallation(on, clock.now()) : on.create()))
  const store = await database.open({ clock, keys })
  if (!isUsual && !options.database)
    await settle(store, organisation, clock, options.area ?? loadArea(), options.folders)
  const config = readConfig({
    LOG_LEVEL: 'debug',
    MAX_DELAY: '0',
    PORT: '0',
    LIMIT_SIGN_INS: '10000',
    LIMIT_REQUESTS: '100000',
    LIMIT_CLAIMS: '1000000',
    LIMIT_PROMISES: '1000000',
    ...env,
  })
  const { lines, sink } = logSink()
  const content = await openContent(store, organisation)
  const { dist, openShadow } = options
  const given = { config, store, organisation, content, clock, log: makeLog(config.logLevel, sink) }
  const app = await buildApp({
    ...given,
    ...(dist !== undefined && { dist }),
    ...(openShadow !== undefined && { openShadow }),
  })
  const url = options.listen ? await listen(app) : 'http://localhost'
  const close = async () => {
    await app.close()
    if (!options.database) await database.remove()
  }
  return {
    app,
    url,
    clock,
    store,
    organisation,
    content,
    database,
    keys,
    log: lines,
    close,
    ...people(app, url),
  }
}
export type TestApp = Awaited<ReturnType<typeof build>>

async function listen(app: Awaited<ReturnType<typeof buildApp>>) {
  await app.listen({ port: 0, host: 'localhost' })
  const { port } = app.server.address() as { port: number }
  return `http://localhost:${port}`
}

function people(app: Awaited<ReturnType<typeof buildApp>>, url: string) {
  const headers = { origin: url, host: new URL(url).host, 'x-kynnys': '1' }
  return {
    /** headers of a write from the app's own page */
    own: headers,
    /** Signs in by `inject`. @returns headers for staff's requests, and who it is */
    async signIn(username: PersonName, password = PASSWORD) {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/session',
        headers,
        payload: { username, password },
      })
      if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`)
      const { name, value } = answer.cookies[0] as { name: string; value: string }
      return { headers: { ...headers, cookie: `${name}=${value}` }, me: answer.json<Me>() }
    },
  }
}
