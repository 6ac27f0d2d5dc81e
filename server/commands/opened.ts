/** An installation that is there already, opened by a command beside the servers that run. */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { openContent } from '../content/serving/content.ts'
import { readKeys } from '../installation.ts'
import type { PlaceDeps } from '../place/change.ts'
import { spokenOf } from '../place/spoken-of.ts'
import { Refusal } from '../refusal.ts'
import { openStore } from '../store/open.ts'
import { sentenceFor } from './sentence.ts'

/**
 * Runs a command on the installation of the environment, and closes its database.
 * @throws Error in a sentence, when there is none or several
 */
export async function onInstallation<T>(run: (at: PlaceDeps & { flows: string }) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
  })
  try {
    const known = (await store.organisations()).map(({ organisation }) => organisation)
    const organisation = config.organisation ?? known[0]
    if (organisation === undefined || !known.includes(organisation))
      throw new Error('There is no installation in this database yet: `npm start` makes one.')
    if (known.length > 1 && !config.organisation)
      throw new Error(`ORGANISATION must say whom it is about: the database holds ${known.join(', ')}.`)
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
