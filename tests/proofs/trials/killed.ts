/** The trial of kills: processes on one database die while residents send, and are started again. */
import { randomBytes } from 'node:crypto'
import { type Random, seeded } from '#core/walk/random.ts'
import { keysFrom } from '../../../server/seal/keys.ts'
import { loadArea } from '../../support/content.ts'
import type { TestEngine } from '../../support/databases.ts'
import { installOn } from '../../support/installed.ts'
import { freePort, type Running, startProcess, WITHOUT_LIMITS } from '../../support/process.ts'
import { bodyOf } from './bodies.ts'
import { openResidents, type Residents, type Sent } from './residents.ts'
import { type Faults, faultsOf, integrityOf } from './stored.ts'

const clock = { now: () => Date.now() }

export type Trial = {
  engine: TestEngine
  /** who dies at each kill: processes by their number, or the database itself */
  victims: (number[] | 'database')[]
  /** requests sent around each kill */
  each: number
  seed: number
  main?: string
  processes?: number
  /** ends the database hard and starts it again */
  crash?(): Promise<void>
}
export type Seen = {
  faults: Faults
  figures: Residents['figures']
  strange: string[]
  /** of those sent once more at the end: another receipt than the first */
  toldOtherwise: number
  requests: number
  /** looks again after everything was sent once more */
  again: Faults
  /** SQLite's own look at its file; nothing on PostgreSQL */
  integrity?: unknown
}

type Ground = Trial & { running: Running[]; start(place: number): Promise<void>; random: Random }

/** One kill in the middle of a wave: some of it has been answered, some is on its way. */
async function killWithin(ground: Ground, residents: Residents, victim: number[] | 'database', wave: Sent[]) {
  const { random, running, start, crash } = ground
  const places = victim === 'database' ? running.map((_, place) => place) : victim
  const given = () => places.reduce((sum, place) => sum + (residents.answered[place] ?? 0), 0)
  const enough = given() + 1 + random.below(Math.max(1, wave.length / 8))
  // told by the answer itself: who looked again every while would find the wave over
  const some = new Promise<void>((resolve) => {
    residents.onReceipt = () => given() >= enough && resolve()
  })
  const sending = residents.send(wave)
  await Promise.race([some, sending])
  if (victim === 'database') await crash?.()
  else {
    await Promise.all(places.map((place) => running[place]?.stop('SIGKILL')))
    await Promise.all(places.map(start))
  }
  await sending
}

/** Everybody sends once more. @returns how many are told something else than before */
async function sendOnceMore(residents: Residents, sent: Sent[]): Promise<number> {
  const again = sent.map(({ body }): Sent => ({ body }))
  await residents.send(again)
  return again.filter(({ receipt }, index) => receipt !== sent[index]?.receipt).length
}

async function revisionAt({ url }: Running): Promise<string> {
  const manifest = (await (await fetch(`${url}/api/content/fi`)).json()) as { revision: string }
  return manifest.revision
}

async function waves(ground: Ground, residents: Residents): Promise<Sent[]> {
  const revision = await revisionAt(ground.running[0] as Running)
  const all: Sent[] = []
  for (const victim of ground.victims) {
    const wave = Array.from({ length: ground.each }, (_, index): Sent => {
      return { body: bodyOf(all.length + index, revision) }
    })
    all.push(...wave)
    await killWithin(ground, residents, victim, wave)
  }
  return all
}

/** Runs the trial and looks. No store of ours is open meanwhile: when all processes die, the database is alone. */
export async function trial(given: Trial): Promise<Seen> {
  const database = await given.engine.create()
  const secret = randomBytes(32).toString('base64')
  const keys = keysFrom(secret)
  const environment = { DATABASE_URL: database.url, DATA_KEY: secret, ...WITHOUT_LIMITS }
  await installOn(database.url, keys)
  const running: Running[] = []
  const ports = await Promise.all(Array.from({ length: given.processes ?? 2 }, freePort))
  const start = async (place: number) => {
    const PORT = String(ports[place])
    running[place] = await startProcess({ ...environment, PORT }, { ...(given.main && { main: given.main }) })
  }
  const random = seeded(given.seed)
  try {
    for (const place of ports.keys()) await start(place)
    const residents = openResidents(
      running.map(({ url }) => url),
      random,
    )
    const sent = await waves({ ...given, running, start, random }, residents)
    const store = await database.open({ clock, keys })
    const { organisation } = loadArea().organisation
    const look = () => faultsOf(store, organisation, keys, sent)
    const faults = await look()
    const figures = { ...residents.figures }
    const toldOtherwise = await sendOnceMore(residents, sent)
    const { strange } = residents
    const seen = { faults, figures, strange, toldOtherwise, requests: sent.length, again: await look() }
    const file = database.url.split('sqlite:')[1]
    return file === undefined ? seen : { ...seen, integrity: integrityOf(file) }
  } finally {
    await Promise.all(running.map(({ stop }) => stop('SIGKILL')))
    await database.remove()
  }
}
