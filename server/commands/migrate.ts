/**
 * `npm run migrate`: brings the database’s tables up to date, and says so. The server does the same when it starts.
 * `npm run migrate -- --adopt`: takes over requests and passwords of a version that did not bind them, on your word.
 */
import { parseArgs } from 'node:util'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { readKeys } from '../installation.ts'
import { judgeKeys } from '../start/judge-keys.ts'
import { openStore } from '../store/open.ts'
import { adopt } from './adopt.ts'
import { sentenceFor } from './sentence.ts'

const USAGE = `npm run migrate                 brings the tables of the database up to date
npm run migrate -- --adopt      takes over requests and passwords of a version that did not bind them, as they stand`

const say = (line: string) => process.stdout.write(`${line}\n`)

async function migrate(isAdopting: boolean) {
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    // what is taken over is bound to the key that the server has, to no other
    keys: readKeys(config, { makes: !isAdopting }),
    clock: systemClock,
  })
  try {
    say('The tables of the database are up to date.')
    if (isAdopting)
      for (const { organisation } of await store.organisations()) {
        await judgeKeys(store, organisation)
        const { requests, people } = await adopt(store, organisation)
        say(`${organisation}: ${requests} requests were bound and ${people} passwords sealed as they stood.`)
      }
  } finally {
    await store.close()
  }
}

try {
  // a word that is not understood must not begin what nothing takes back
  const flag = { type: 'boolean' } as const
  const { adopt: isAdopting = false, help } = parseArgs({ options: { adopt: flag, help: flag } }).values
  if (help) say(USAGE)
  else await migrate(isAdopting)
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exitCode = 1
}
