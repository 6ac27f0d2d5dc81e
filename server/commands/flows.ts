/**
 * `npm run flows [-- DIR] [--today[=DATE]] [--map]`: is the content as it should be, and if not, where and what to do. Where the
 * area of good content differs from the installation beside it, that is noted.
 */
import { folderOf, run } from './flows/command.ts'
import { differencesInForce } from './flows/in-force.ts'

const args = process.argv.slice(2)
const { lines, code } = run(args, new Date())
const notes = code === 0 ? await differencesInForce(folderOf(args), process.env) : []
process.stdout.write(`${[...lines, ...notes].join('\n')}\n`)
process.exitCode = code
