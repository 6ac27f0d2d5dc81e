/** `npm run flows [-- DIR] [--today[=DATE]] [--map]`: is the content as it should be, and if not, where and what to do. */
import { run } from './flows/command.ts'

const { lines, code } = run(process.argv.slice(2), new Date())
process.stdout.write(`${lines.join('\n')}\n`)
process.exitCode = code
