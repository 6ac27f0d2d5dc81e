/** `npm run dev`: builds, runs the server, and does both again at every change of a source, a flow or a word. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, watch } from 'node:fs'

const ROOMS = ['core', 'widget', 'desk', 'server', 'flows', 'locales'].filter((room) => existsSync(room))
/** @type {import('node:child_process').ChildProcess | undefined} */
let server
/** @type {NodeJS.Timeout | undefined} */
let soon

function run() {
  const built = spawnSync(process.execPath, ['tools/build.mjs', '--if-stale'], { stdio: 'inherit' })
  if (built.status !== 0)
    return void process.stdout.write('Not built: the last good server goes on. Mend it and save.\n')
  const start = () => {
    server = spawn(process.execPath, ['dist/server/main.js'], { stdio: 'inherit' })
  }
  if (!server || server.exitCode !== null) return start()
  server.once('exit', start)
  server.kill('SIGTERM')
}

for (const room of ROOMS) {
  watch(room, { recursive: true }, () => {
    clearTimeout(soon)
    soon = setTimeout(run, 150)
  })
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server?.kill('SIGTERM')
    process.exit(0)
  })
}
run()
