/**
 * `npm run migrate`: brings the database’s tables up to date, and says so. The server does the same when it starts.
 * `npm run migrate -- --adopt`: takes over requests and passwords of a version that did not bind them, on your word.
 */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { readKeys } from '../installation.ts'
import { openStore } from '../store/open.ts'
import { adopt } from './adopt.ts'
import { sentenceFor } from './sentence.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
  })
  try {
    say('The tables of the database are up to date.')
    if (process.argv.includes('--adopt'))
      for (const { organisation } of await store.organisations()) {
        const { requests, people } = await adopt(store, organisation)
        say(`${organisation}: ${requests} requests were bound and ${people} passwords sealed as they stood.`)
      }
  } finally {
    await store.close()
  }
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exitCode = 1
}
