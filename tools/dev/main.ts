/**
 * `npm run dev`: Vite’s development server in front, the real server behind. A changed screen, style or text is replaced
 * in the open page; server code starts the server again.
 */
import { spawn } from 'node:child_process'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setPriority } from 'node:os'
import { createServer } from 'vite'
import { sentenceFor } from '../../server/commands/sentence.ts'
import { readConfig } from '../../server/config.ts'
import { type Behind, serverBehind } from './behind.ts'
import type { Told } from './between.ts'
import { changes } from './changes.ts'
import { documents } from './documents.ts'

/** What Vite answers itself: its own files, packages, and the sources that a browser runs. */
const REST = '^/(?!@|node_modules/|(core|desk|locales|widget)/.)'

const say = (text: string) => process.stdout.write(text)

/** Says what `npm run flows` finds, when it finds something; one at a time, behind everything that somebody waits for. */
function checker() {
  let busy = false
  let again = false
  return function check() {
    again = busy
    if (busy) return
    busy = true
    const run = spawn('npm', ['run', '--silent', 'flows'], { stdio: ['ignore', 'pipe', 'inherit'] })
    if (run.pid) setPriority(run.pid, 10)
    let text = ''
    run.stdout.on('data', (part: Buffer) => (text += part))
    run.once('close', (code) => {
      busy = false
      if (code) say(text)
      if (again) check()
    })
  }
}

/** Everything else is the server’s: as it is asked, and not compressed on its way. */
const passedOn = ({ url, ready }: Behind) => ({
  target: url,
  headers: { 'accept-encoding': 'identity' },
  bypass: async (request: IncomingMessage, response?: ServerResponse) => {
    if (await ready()) return undefined
    response
      ?.writeHead(503, { 'content-type': 'text/plain' })
      .end('The server has ended: the terminal says why.\n')
    return request.url
  },
})

async function run() {
  const { port, host } = readConfig(process.env)
  const check = checker()
  let published = (_told: Told) => {}
  const behind = await serverBehind(port, (told) => published(told))
  const vite = await createServer({
    configFile: 'vite.config.ts',
    plugins: [documents(behind), changes(behind)],
    server: {
      port,
      strictPort: true,
      // the example page frames the chat under this machine’s other name: both lead here
      host: host === 'localhost' ? '127.0.0.1' : host,
      proxy: { '^/api/': { ...passedOn(behind), ws: true }, [REST]: passedOn(behind) },
    },
  })
  published = (told) => {
    vite.environments.client?.hot.send('kynnys:content', {})
    if (told === 'published-unchecked') check()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      behind.stop()
      void vite.close().finally(() => process.exit(0))
    })
  }
  await vite.listen()
}

run().catch((error: unknown) => {
  process.stderr.write(`${sentenceFor(error)}\n`)
  process.exit(1)
})
