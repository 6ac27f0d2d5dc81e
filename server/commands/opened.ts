/** An installation that is there already, opened by a command beside the servers that run. */
import { systemClock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import { openContent } from '../content/serving/content.ts'
import { chooseOrganisation, readKeys } from '../installation.ts'
import type { PlaceDeps } from '../place/change.ts'
import { spokenOf } from '../place/spoken-of.ts'
import { Refusal } from '../refusal.ts'
import { judgeKeys } from '../start/judge-keys.ts'
import { NOTHING_YET } from '../store/engines/migrate.ts'
import { openStore } from '../store/open.ts'
import type { Store } from '../store/store.ts'
import { sentenceFor } from './sentence.ts'

/**
 * The store of the environment as a server left it: neither tables nor a key nor a database are made by who looks or changes one thing.
 * @throws Error in a sentence, when it is not there or not of this version
 */
export const openAsItIs = (config: Config): Promise<Store> =>
  openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config, { makes: false }),
    clock: systemClock,
    asItIs: true,
  })

/**
 * Runs a command on the installation of the environment, and closes its database.
 * @throws Error in a sentence, when there is none or several
 */
export async function onInstallation<T>(run: (at: PlaceDeps & { flows: string }) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const store = await openAsItIs(config)
  try {
    if ((await store.organisations()).length === 0) throw new Error(NOTHING_YET)
    const organisation = await chooseOrganisation(store, config)
    // what it writes is sealed and chained: under another key no server could read it, and none would start
    await judgeKeys(store, organisation)
    const said = spokenOf((await openContent(store, organisation)).current().dialogue)
    return await run({
      store,
      organisation,
      clock: systemClock,
      spokenOf: () => said,
      flows: config.flowsDir,
    })
  } finally {
    await store.close()
  }
}

/** What a person at a terminal reads when it did not go well. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Refusal)) return sentenceFor(error)
  const field = error.field?.slice(1)
  return `${field ? `${field}: ` : ''}${error.extra.detail ?? error.code}`
}
