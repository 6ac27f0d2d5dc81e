/** `npm run clock -- right`: says that the machine’s clock is right after it had jumped, so that erasing goes on. */
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { chooseOrganisation, readKeys } from '../installation.ts'
import { sayClockIsRight } from '../start/judge-clock.ts'
import { judgeKeys } from '../start/judge-keys.ts'
import { openStore } from '../store/open.ts'
import { sentenceFor } from './sentence.ts'

const USAGE = 'npm run clock -- right      the clock of this machine is right: erasing goes on'

async function right() {
  const config = readConfig(process.env)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
  })
  try {
    const organisation = await chooseOrganisation(store, config)
    await judgeKeys(store, organisation)
    await sayClockIsRight(store, organisation)
    process.stdout.write('Written down: the clock is right. What is due is erased within the hour.\n')
  } finally {
    await store.close()
  }
}

if (process.argv.slice(2).join() === 'right')
  right().catch((error: unknown) => {
    process.stderr.write(`${sentenceFor(error)}\n`)
    process.exitCode = 1
  })
else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 1
}
