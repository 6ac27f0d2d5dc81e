/**
 * `npm run flows [-- DIR] [--today[=DATE]] [--map] [--language fi]`: is the content as it should be, and if not, where and what to do. Where the
 * area of good content differs from the installation beside it, that is noted.
 */
import { basename, join } from 'node:path'
import { repository } from '../repository.ts'
import { differencesInForce } from './flows/in-force.ts'
import { KEEPING, kept } from './flows/kept.ts'
import { wishOf } from './flows/wish.ts'

/** Built commands stand in a folder that is named after what they were built from. */
const built = /^[0-9a-f]{16}$/.exec(basename(import.meta.dirname))?.[0]

const wish = wishOf(process.argv.slice(2), new Date())
const keeping = { version: built, folder: join(repository(), KEEPING) }
const { lines, code } = await kept(wish, keeping, async () =>
  (await import('./flows/command.ts')).answerTo(wish),
)
const notes = code === 0 ? await differencesInForce(wish.folder, process.env) : []
process.stdout.write(`${[...lines, ...notes].join('\n')}\n`)
process.exitCode = code
