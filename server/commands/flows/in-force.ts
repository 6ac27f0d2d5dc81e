/** Where the folder’s area says otherwise than the installation beside it, if there is one. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Clock, systemClock } from '../../clock.ts'
import { readConfig } from '../../config.ts'

/** The place is clear: to read it no key is needed, and none is made. */
const NO_KEY = Buffer.alloc(32, 1).toString('base64')
const FILE = 'sqlite:'

/**
 * Only looks: nothing is made or changed, and what an editor’s check says does not hang on a database that is away.
 * @param folder of the content that was checked. @returns a sentence for each difference; none without an installation
 */
export async function differencesInForce(
  folder: string,
  env: Record<string, string | undefined>,
  clock: Clock = systemClock,
): Promise<string[]> {
  try {
    const { databaseUrl, flowsDir, organisation: wanted } = readConfig(env)
    const isHere = databaseUrl.startsWith(FILE)
      ? existsSync(databaseUrl.slice(FILE.length))
      : env.DATABASE_URL !== undefined
    if (!isHere || resolve(flowsDir) !== folder) return []
    // most who check content have no installation beside it, and need not wait for what reads one
    const { differencesFrom, keysFrom, openStore } = await import('./installation-beside.ts')
    const store = await openStore({ databaseUrl, keys: keysFrom(NO_KEY), clock, asItIs: true })
    try {
      const all = (await store.organisations()).map(({ organisation }) => organisation)
      const told: string[] = []
      for (const organisation of all.filter((one) => wanted === undefined || one === wanted))
        told.push(...(await differencesFrom(folder, { store, organisation, clock })))
      return told.map((sentence) => `Note: ${sentence}`)
    } finally {
      await store.close()
    }
  } catch {
    return []
  }
}
