/** `npm start`: builds what is needed, then runs the server in this very process, so that signals reach it. */
import { execFileSync } from 'node:child_process'
import { isStale } from './stale.mjs'

if (isStale()) {
  process.stdout.write('Building the chat, the desk and the server …\n')
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: 'inherit' })
}
// not there before it is built: nothing to look up the types of
const main = '../dist/server/main.js'
await import(main)
