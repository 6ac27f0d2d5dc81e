/** The process: configuration → store → installation → content → app → listen; on a signal, the same backwards. */
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openContent } from './content/content.ts'
import { ContentError } from './content/publish.ts'
import { makeLog, telling } from './guard/log.ts'
import { keepHouse } from './housekeeping.ts'
import { install, readKeys } from './installation.ts'
import { openStore } from './store/open.ts'

/** What is not finished by then is cut. */
const LAST_CALL = 9000

const say = (line: string) => process.stdout.write(`${line}\n`)

function greet(config: Config, port: number, demo: { username: string; password: string; title: string }[]) {
  const here = config.publicOrigin ?? `http://localhost:${port}`
  say(`\n  Host page   ${here}/\n  Chat        ${here}/chat/fi\n  Desk        ${here}/desk/`)
  if (config.publicOrigin && config.trustProxy.length === 0)
    say('\n  TRUST_PROXY is not set: behind a proxy every resident would share the limits of one address.')
  if (demo.length === 0) return void say('')
  say('\n  Demo staff, shown this once:')
  for (const { username, password, title } of demo) say(`    ${username.padEnd(8)} ${password}   ${title}`)
  say('')
}

async function start() {
  const config = readConfig(process.env)
  const log = makeLog(config.logLevel)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
    log: telling(log),
  })
  const { organisation, demoStaff } = await install({ store, config, clock: systemClock, say: telling(log) })
  const content = await openContent(store, organisation)
  const app = await buildApp({ config, store, organisation, content, clock: systemClock, log })
  await app.listen({ port: config.port, host: config.host })
  const address = app.server.address()
  greet(config, typeof address === 'object' && address ? address.port : config.port, demoStaff)
  app.parts.screens.warm().catch((err) => log.error({ err }))

  const rest = keepHouse({
    store,
    organisation,
    clock: systemClock,
    keepDays: config.keepDays,
    say: telling(log),
  })

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), LAST_CALL).unref()
    rest()
    await app.close()
    await store.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

start().catch((error: unknown) => {
  const known = error instanceof ConfigError || error instanceof ContentError
  process.stderr.write(`${known ? error.message : String((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
})
