/** The first start of an installation: key, organisation, area, people, content. Later starts find them. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { AreaSeed } from '#core/flow/area.ts'
import type { Clock } from './clock.ts'
import { type Config, ConfigError } from './config.ts'
import { readContent } from './content/parse.ts'
import { ContentError, publishFromFolder, sentence } from './content/publish.ts'
import { addDemoStaff } from './identity/people.ts'
import { type Keys, keysFrom } from './seal/keys.ts'
import { seedArea } from './store/seed.ts'
import type { Store } from './store/store.ts'

/** Where a demo keeps its key. An operator names a file outside the database's own folder. */
const DEMO_KEY = 'data/data.key'

/**
 * The operator's key; for a new demo one is made, readable by its owner only.
 * @throws ConfigError in a sentence
 */
export function readKeys(config: Config, demoFile = DEMO_KEY): Keys {
  if (config.dataKey) return keysFrom(config.dataKey)
  const file = config.dataKeyFile ?? demoFile
  if (!config.dataKeyFile && !existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  }
  if (!existsSync(file))
    throw new ConfigError(`DATA_KEY_FILE names ${file}, which does not exist: put the key there.`)
  return keysFrom(readFileSync(file, 'utf8'))
}

const folders = (flows: string) => {
  const beside = path.join(path.dirname(flows), 'locales')
  return { flows, locales: existsSync(beside) ? beside : 'locales' }
}

/** The example area as written; the check has judged its shape before it is published. */
const readSeed = (config: Config): AreaSeed => {
  const { flows, locales } = folders(config.flowsDir)
  const { content, problems } = readContent(flows, locales)
  const errors = problems.filter(({ level }) => level === 'error')
  if (errors.length) throw new ContentError(errors.map(sentence).join('\n'))
  return content.area as AreaSeed
}

/** Whom this installation serves: as configured, the only one there is, or the one that `flows/area/` seeds. */
async function chooseOrganisation(store: Store, config: Config, seed: () => AreaSeed): Promise<string> {
  if (config.organisation) return config.organisation
  const known = await store.organisations()
  if (known.length > 1)
    throw new ConfigError(
      `ORGANISATION must say whom to serve: the database holds ${known.map(({ organisation }) => organisation).join(', ')}.`,
    )
  return known[0]?.organisation ?? seed().organisation.organisation
}

async function refuseDemoInPublic(store: Store, organisation: string) {
  const demo = await store.read(organisation, (view) => view.staff.demo())
  if (demo.length > 0)
    throw new ConfigError(
      `PUBLIC_URL is set, but the database has invented demo staff (${demo.map(({ username }) => username).join(', ')}): start with a new database, then add people with \`npm run staff -- add\`.`,
    )
}

type Opened = { organisation: string; demoStaff: { username: string; password: string; title: string }[] }

/**
 * Makes of an open database an installation that can serve.
 * @param say lines for the operator: what is wrong with content that is not published
 * @throws ConfigError or ContentError, whose messages are sentences
 */
export async function install(
  store: Store,
  config: Config,
  clock: Clock,
  say: (line: string) => void,
): Promise<Opened> {
  let read: AreaSeed | undefined
  const seed = () => (read ??= readSeed(config))
  const organisation = await chooseOrganisation(store, config, seed)
  const known = await store.organisations()
  const isNew = !known.some((row) => row.organisation === organisation)
  if (isNew) await store.record(organisation, (tx) => seedArea(tx, seed()))
  await publishFromFolder({ store, organisation, clock, ...folders(config.flowsDir), say })
  if (config.publicOrigin) await refuseDemoInPublic(store, organisation)
  const demoStaff =
    isNew && !config.publicOrigin ? await addDemoStaff(seed().staff, { store, organisation, clock }) : []
  return { organisation, demoStaff }
}
