/** `npm run migrate`: brings the database’s tables up to date, and says so. The server does the same when it starts. */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { readKeys } from '../installation.ts'
import { openStore } from '../store/open.ts'
import { sentenceFor } from './sentence.ts'

try {
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
  })
  await store.close()
  process.stdout.write('The tables of the database are up to date.\n')
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exitCode = 1
}
