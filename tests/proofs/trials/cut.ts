/** The trial of a power cut: a server receives requests while its system calls are written down, then the disk is looked at. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { type Random, seeded } from '#core/walk/random.ts'
import { findStrace } from '../../../tools/debian.mjs'
import { type Running, startProcess, until, WITHOUT_LIMITS } from '../../support/process.ts'
import { bodyOf } from './bodies.ts'
import { makeDisk } from './disk.ts'
import { openResidents, type Sent } from './residents.ts'
import { isComplete, readTrace, type Step, straceWords } from './trace.ts'

/** Sent at the same time, so that several share a commit. */
const WAVE = 5

export type Cut = {
  /** acknowledgements: so many moments at which the power was cut */
  acknowledged: number
  withdrawn: number
  /** acknowledgements that residents heard and the trace does not tell */
  untold: number
  /** moments at which the disk did not hold all that had been acknowledged until then */
  'cuts that lost': number
  /** cuts in the middle of writing, with one write torn */
  torn: number
  'torn that lost': number
  /** what SQLite complained of */
  complaints: string[]
  /** the disk that was followed holds, byte for byte, what the real one does */
  followedAll: boolean
}

async function withdraw(url: string, { id, code }: CallbackRequestBody) {
  const answer = await fetch(`${url}/api/callback-requests/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${code}` },
  })
  if (answer.status !== 204) throw new Error(`Not withdrawn: ${answer.status}`)
}

/** Every wave takes one of its requests back: the erasure copies the log into the file and empties it. */
async function receive({ url }: Running, requests: number, random: Random): Promise<string[]> {
  const manifest = (await (await fetch(`${url}/api/content/fi`)).json()) as { revision: string }
  const residents = openResidents([url], random)
  const withdrawn: string[] = []
  for (let sent = 0; sent < requests; sent += WAVE) {
    const wave = Array.from({ length: WAVE }, (_, index): Sent => {
      return { body: bodyOf(sent + index, manifest.revision) }
    })
    await residents.send(wave)
    const { body } = random.pick(wave)
    await withdraw(url, body)
    withdrawn.push(body.id)
  }
  return withdrawn
}

type Found = { held: Set<string>; complaint?: string }

/** Opens what the disk holds as a new start would. */
function lookAt(folder: string): Found {
  const database = new Sqlite(path.join(folder, 'kynnys.db'))
  try {
    const verdict = String(database.pragma('integrity_check', { simple: true }))
    const rows = database.prepare('select id from callback_request').all() as { id: string }[]
    const held = new Set(rows.map(({ id }) => id))
    return verdict === 'ok' ? { held } : { held, complaint: verdict }
  } catch (error) {
    return { held: new Set(), complaint: String(error) }
  } finally {
    database.close()
  }
}

/** What has been acknowledged until now: received, or taken back. */
function acknowledgements(withdrawn: string[]) {
  const present = new Set<string>()
  const gone = new Set<string>()
  return {
    present,
    gone,
    /** @returns whether an answer was one */
    hear(text: string): boolean {
      const id = /^HTTP\/1\.1 201 [\s\S]*\{"id":"([^"]+)"/.exec(text)?.[1]
      if (id) present.add(id)
      const back = text.startsWith('HTTP/1.1 204 ') ? withdrawn[gone.size] : undefined
      if (back) gone.add(back)
      if (back) present.delete(back)
      return id !== undefined || back !== undefined
    },
    isKept({ held }: Found): boolean {
      // one that is being taken back may be gone already
      const leaving = withdrawn[gone.size]
      return (
        [...present].every((id) => held.has(id) || id === leaving) && [...gone].every((id) => !held.has(id))
      )
    },
  }
}

type Looks = { inside: string; torn: number; random: Random }

/** Follows the steps, and cuts the power at every acknowledgement and at random moments between. */
function cutEverywhere(steps: Step[], withdrawn: string[], { inside, torn, random }: Looks) {
  const disk = makeDisk()
  const seen = { acknowledged: 0, 'cuts that lost': 0, torn: 0, 'torn that lost': 0 }
  const complaints: string[] = []
  const told = acknowledgements(withdrawn)
  const folder = path.join(inside, 'image')
  const loses = (put: (folder: string) => void): number => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
    put(folder)
    const found = lookAt(folder)
    if (found.complaint) complaints.push(found.complaint)
    return told.isKept(found) ? 0 : 1
  }
  const begun = steps.findIndex(({ does }) => does === 'answer')
  const often = (2 * torn) / (steps.length - begun)
  for (const step of steps) {
    disk.follow(step)
    if (step.does === 'answer' && told.hear(step.text)) {
      seen.acknowledged += 1
      seen['cuts that lost'] += loses(disk.cut)
    } else if (told.present.size > 0 && seen.torn < torn && disk.isWaiting() && random.chance(often)) {
      seen.torn += 1
      seen['torn that lost'] += loses((into) => disk.tear(into, random))
    }
  }
  return { ...seen, withdrawn: told.gone.size, complaints, disk }
}

const contentsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('-shm'))
    .sort()
    .map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')])

type Options = { requests: number; torn: number; seed: number; main?: string }

export async function powerCut({ requests, torn, seed, main }: Options): Promise<Cut> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'kynnys-cut-')))
  const [real, traces, inside] = ['real', 'traces', 'inside'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [real, traces, inside]) mkdirSync(folder)
  const prefix = path.join(traces, 'trace')
  const random = seeded(seed)
  const environment = {
    DATABASE_URL: `sqlite:${path.join(real, 'kynnys.db')}`,
    DATA_KEY: randomBytes(32).toString('base64'),
    ...WITHOUT_LIMITS,
  }
  const server = await startProcess(environment, {
    under: straceWords(findStrace(), prefix),
    ...(main !== undefined && { main }),
  })
  try {
    const withdrawn = await receive(server, requests, random)
    await server.stop('SIGKILL')
    await until('the last call is written down', () => isComplete(prefix))
    const { disk, ...seen } = cutEverywhere(readTrace(prefix, real), withdrawn, { inside, torn, random })
    const followed = path.join(inside, 'whole')
    mkdirSync(followed)
    disk.whole(followed)
    const followedAll = JSON.stringify(contentsOf(followed)) === JSON.stringify(contentsOf(real))
    const untold = requests + withdrawn.length - seen.acknowledged
    return { ...seen, untold, followedAll }
  } finally {
    await server.stop('SIGKILL')
    rmSync(root, { recursive: true, force: true })
  }
}
