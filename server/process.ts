/** The process: configuration → store → installation → content → app → listen; on a signal, the same backwards. `main.ts` runs it. */
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { openContent } from './content/serving/content.ts'
import { makeLog, noting, telling } from './guard/log.ts'
import { openMetricsPort } from './guard/metrics-port.ts'
import { install, readKeys } from './installation.ts'
import { anchorEnd, compareAnchor } from './jobs/anchor.ts'
import { jobs } from './jobs/jobs.ts'
import { schedule } from './jobs/schedule.ts'
import type { Given } from './parts.ts'
import { differencesFrom } from './place/differs.ts'
import { judgeClock, watchClock } from './start/judge-clock.ts'
import { mustBeAFile } from './store/logs/anchors.ts'
import { openStore } from './store/open.ts'

/** What is not finished by then is cut. */
const LAST_CALL = 9000

const say = (line: string) => process.stdout.write(`${line}\n`)

type Demo = { username: string; password: string; title: string }[]

function tellStaff(demo: Demo) {
  if (demo.length === 0) return void say('')
  say('\n  Demo staff, shown this once:')
  for (const { username, password, title } of demo) say(`    ${username.padEnd(8)} ${password}   ${title}`)
  say('')
}

function greet(config: Config, port: number, demo: Demo) {
  const here = config.publicOrigin ?? `http://localhost:${port}`
  say(`\n  Host page   ${here}/\n  Chat        ${here}/chat/fi\n  Desk        ${here}/desk/`)
  if (config.publicOrigin && config.trustProxy.length === 0)
    say('\n  TRUST_PROXY is not set: behind a proxy every resident would share the limits of one address.')
  tellStaff(demo)
}

/** What differs where the sources are shown while they are written: see `tools/dev`. */
type Shown = Pick<Given, 'dist' | 'built'> & {
  /** where people find it, when something stands in front */
  port: number
}

/**
 * Starts the process of this installation, as the environment configures it.
 * @returns its parts, when it listens
 * @throws what `sentenceFor` puts in words
 */
export async function start(shown?: Shown) {
  const config = readConfig(process.env)
  // before anything is made or served
  if (config.anchorFile) mustBeAFile(config.anchorFile)
  const log = makeLog(config.logLevel)
  // what nobody caught may quote a person: it is told like every other error, not printed by the machine
  process.on('uncaughtException', (err) => {
    log.fatal({ err })
    process.exit(1)
  })
  let stop = async (code: number) => process.exit(code)
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    keys: readKeys(config),
    clock: systemClock,
    log: telling(log),
    broken: () => {
      log.fatal({ says: 'disk-failed' })
      void stop(1)
    },
  })
  const { organisation, demoStaff } = await install({ store, config, clock: systemClock, say: telling(log) })
  if (await judgeClock(store, organisation, systemClock.now())) telling(log)('clock-jumped')
  const content = await openContent(store, organisation)
  const { port: front, ...pages } = shown ?? {}
  const app = await buildApp({ config, store, organisation, content, clock: systemClock, log, ...pages })
  await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    // they are made by now, and would be told by no later start
    tellStaff(demoStaff)
    throw error
  })
  const figures = await openMetricsPort(app.metrics, config.metrics)
  const address = app.server.address()
  greet(config, front ?? (typeof address === 'object' && address ? address.port : config.port), demoStaff)
  // while sources are written, nothing that is rendered beforehand is ever asked for
  if (!shown) app.parts.screens.warm().catch((err) => log.error({ err }))

  // the folder has been read once: who changes it there and waits should hear that it changes nothing
  void differencesFrom(config.flowsDir, { store, organisation, clock: systemClock }).then(
    (all) => all.forEach((sentence) => void telling(log)(sentence)),
    (err: unknown) => log.error({ err }),
  )

  const { keepDays, keepUnrecordedDays, anchorFile } = config
  const house = {
    store,
    organisation,
    clock: systemClock,
    keepDays,
    keepUnrecordedDays,
    anchorFile,
    note: noting(log),
  }
  const cut = await compareAnchor(house)
  if (cut) telling(log)(cut)
  const stopJobs = schedule(jobs, house, telling(log))
  const watch = watchClock(store, organisation, telling(log))

  let stopping = false
  stop = async (code) => {
    if (stopping) return undefined as never
    stopping = true
    setTimeout(() => process.exit(1), LAST_CALL).unref()
    stopJobs()
    watch.stop()
    figures?.close()
    await app.close()
    await anchorEnd(house).catch((err: unknown) => log.error({ err }))
    await store.close().catch((err: unknown) => log.error({ err }))
    return process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0))
  return app.parts
}
