/** The first start of an installation: key, organisation, area, people, content. Later starts find them. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AreaSeed } from '#core/place/area.ts'
import type { Clock } from './clock.ts'
import { type Config, ConfigError } from './config.ts'
import { ContentError, publishFromFolder, sentence } from './content/publishing/publish.ts'
import { addDemoStaff } from './identity/add-people.ts'
import { type DataKeys, keysFrom } from './seal/keys.ts'
import { judgeKeys } from './start/judge-keys.ts'
import { seedArea } from './store/seed.ts'
import type { Store } from './store/store.ts'

/** Where a demo keeps its key. An operator names a file outside the database's own folder. */
const DEMO_KEY = 'data/data.key'

/**
 * The operator's key; for a new demo one is made, readable by its owner only.
 * @param makes false for who only looks at what a server has made
 * @throws ConfigError in a sentence
 */
export function readKeys(config: Config, { demoFile = DEMO_KEY, makes = true } = {}): DataKeys {
  if (config.dataKey) return keysFrom(config.dataKey)
  const file = config.dataKeyFile ?? demoFile
  if (!config.dataKeyFile && !makes && !existsSync(file))
    throw new ConfigError(
      `There is no key at ${file}: run this in the folder in which the server runs, or name its key in DATA_KEY_FILE.`,
    )
  if (!config.dataKeyFile && !existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  if (!existsSync(file))
    throw new ConfigError(`DATA_KEY_FILE names ${file}, which does not exist: put the key there.`)
  if (statSync(file).isDirectory())
    throw new ConfigError(`DATA_KEY_FILE names ${file}, which is a folder: name the key file in it.`)
  return keysFrom(readFileSync(file, 'utf8'))
}

/** Where content stands: `locales/` beside the flows, else the repository’s. */
export const contentFolders = (flows: string) => {
  const beside = path.join(path.dirname(flows), 'locales')
  return { flows, locales: existsSync(beside) ? beside : 'locales' }
}

/** The example area as written; the check has judged its shape before it is published. */
async function readSeed(config: Config): Promise<AreaSeed> {
  const { readContent } = await import('./content/reading/parse.ts')
  const { flows, locales } = contentFolders(config.flowsDir)
  const { content, problems } = readContent(flows, locales)
  const errors = problems.filter(({ level }) => level === 'error')
  if (errors.length) throw new ContentError(errors.map((one) => sentence(one)).join('\n'))
  return content.area as AreaSeed
}

/**
 * Whom this installation serves: as configured, the only one there is, or the one that `flows/area/` seeds.
 * @param seed of a new installation; without it there must be one
 * @throws ConfigError when it is not told, or is not there
 */
export async function chooseOrganisation(
  store: Store,
  config: Config,
  seed?: () => Promise<AreaSeed>,
): Promise<string> {
  const known = (await store.organisations()).map(({ organisation }) => organisation)
  const asked = config.organisation
  if (asked !== undefined && known.includes(asked)) return asked
  if (asked === undefined && known.length > 1)
    throw new ConfigError(`ORGANISATION must say whom to serve: the database holds ${known.join(', ')}.`)
  if (asked === undefined && known[0] !== undefined) return known[0]
  const seeded = (await seed?.())?.organisation.organisation
  if (seeded === undefined || (asked !== undefined && asked !== seeded))
    throw new ConfigError(
      `There is no organisation “${asked ?? ''}”: the database holds ${known.join(', ') || 'none'}${seeded ? `, and flows/area would make ${seeded}` : ''}. Correct ORGANISATION.`,
    )
  return seeded
}

async function refuseDemoInPublic(store: Store, organisation: string) {
  const demo = await store.read(organisation, (view) => view.people.demo())
  if (demo.length > 0)
    throw new ConfigError(
      `PUBLIC_URL is set, but the database has invented demo staff (${demo.map(({ username }) => username).join(', ')}): start with a new database, then add people with \`npm run staff -- add\`.`,
    )
}

/**
 * What of it a version of before has left, or somebody who took every binding away: of passwords, rights and requests, as far as there
 * are any, whether none of them is bound to our keys.
 */
async function unboundKinds(store: Store, organisation: string): Promise<boolean[]> {
  return store.read(organisation, async (view) => {
    const passwords = (await view.people.passwords()).map(({ isPlain }) => isPlain)
    const rights = (await view.rights.all()).map((right) => right.isUnbound)
    // taken over they are in this order
    const requests = (await view.requests.after('', 100)).map(({ binding }) => binding === null)
    return [passwords, rights, requests].filter((kind) => kind.length > 0).map((kind) => kind.every(Boolean))
  })
}

/** Nothing of it is bound: the database as a whole is of before, and no row of it can be judged. */
export const isUnbound = async (store: Store, organisation: string): Promise<boolean> => {
  const kinds = await unboundKinds(store, organisation)
  return kinds.length > 0 && kinds.every(Boolean)
}

export const UNBOUND =
  'The requests, passwords or roles of this database are not bound to our keys. After an upgrade from a version before they were: `npm run migrate -- --adopt` takes them over as they stand. At any other time somebody has written into the database: bring back a backup that you trust.'

/** What is of before it was bound opens nothing: who upgrades has to say that the database is as they left it. */
async function refuseUnbound(store: Store, organisation: string) {
  if ((await unboundKinds(store, organisation)).some(Boolean)) throw new ConfigError(UNBOUND)
}

type Opened = { organisation: string; demoStaff: { username: string; password: string; title: string }[] }

type InstallationDeps = {
  store: Store
  config: Config
  clock: Clock
  /** told what is wrong with content that is not published */
  say(line: string): void
  /** false: somebody is about to add real people */
  demo?: boolean
}

/**
 * Makes of an open database an installation that can serve.
 * @throws ConfigError or ContentError, whose messages are sentences
 */
export async function install({ store, config, clock, say, demo = true }: InstallationDeps): Promise<Opened> {
  let read: Promise<AreaSeed> | undefined
  const seed = () => (read ??= readSeed(config))
  const organisation = await chooseOrganisation(store, config, seed)
  const known = await store.organisations()
  if (!known.some((row) => row.organisation === organisation)) {
    const area = await seed()
    await store.record(organisation, (tx) => seedArea(tx, area))
  }
  await judgeKeys(store, organisation)
  await refuseUnbound(store, organisation)
  // a first start that failed on its content is still the first when it is tried again
  const published = await store.read(organisation, (view) => view.content.current())
  await publishFromFolder({ store, organisation, clock, ...contentFolders(config.flowsDir), say })
  if (config.publicOrigin) await refuseDemoInPublic(store, organisation)
  const invents = demo && !published && !config.publicOrigin
  const to = { store, organisation, clock }
  return { organisation, demoStaff: invents ? await addDemoStaff((await seed()).staff, to) : [] }
}
