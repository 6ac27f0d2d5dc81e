/** `npm run clock -- right`: says that the machine’s clock is right after it had jumped, so that erasing goes on. */
import { sayClockIsRight } from '../start/judge-clock.ts'
import { onInstallation, whyNot } from './opened.ts'

const USAGE = 'npm run clock -- right      the clock of this machine is right: erasing goes on'

const right = () =>
  onInstallation(async ({ store, organisation }) => {
    await sayClockIsRight(store, organisation)
    process.stdout.write('Written down: the clock is right. What is due is erased within the hour.\n')
  })

const word = process.argv.slice(2).join()

if (word === '--help') process.stdout.write(`${USAGE}\n`)
else if (word === 'right')
  right().catch((error: unknown) => {
    process.stderr.write(`${whyNot(error)}\n`)
    process.exitCode = 1
  })
else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 1
}
