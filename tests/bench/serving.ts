/** The server as `npm start` runs it, for measuring: a process and an SQLite file of its own, every limit out of the way. */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Running, startProcess, WITHOUT_LIMITS } from '../support/process.ts'

/** What Node is told by `npm start`: the same for what is measured. */
export function nodeFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' ').filter((word) => word.startsWith('--'))
}

export type Place = {
  environment: Record<string, string>
  file: string
  /** of one who leads all areas, so that whole queues can be asked for */
  staff: { username: string; password: string }
  remove(): void
}

/** A database with the example area and one person who calls in all of it, in a folder of its own. */
export function place(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-bench-'))
  const file = path.join(folder, 'kynnys.db')
  const environment = {
    DATABASE_URL: `sqlite:${file}`,
    DATA_KEY: randomBytes(32).toString('base64'),
    ...WITHOUT_LIMITS,
  }
  const words = [
    'add',
    '--username',
    'bench',
    '--name',
    'Bench',
    '--roles',
    'lead,coordinator',
    '--areas',
    'north,south,west',
  ]
  const told = execFileSync(process.execPath, ['tools/run.mjs', 'staff', ...words], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    encoding: 'utf8',
  })
  const password = /with the password (\S+)/.exec(told)?.[1] ?? ''
  const remove = () => rmSync(folder, { recursive: true, force: true })
  return { environment, file, staff: { username: 'bench', password }, remove }
}

/** @param main another build of the server */
export const serve = (at: Place, main?: string): Promise<Running> =>
  startProcess({ ...at.environment, NODE_OPTIONS: nodeFlags().join(' ') }, main === undefined ? {} : { main })

/** @returns headers of requests by the place's person */
export async function signIn({ staff }: Place, { url }: Running): Promise<Record<string, string>> {
  const own = { origin: url, 'x-kynnys': '1' }
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { ...own, 'content-type': 'application/json' },
    body: JSON.stringify(staff),
  })
  if (!answer.ok) throw new Error(`Signing in was answered ${answer.status}: ${await answer.text()}`)
  return { ...own, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

export async function revisionOf({ url }: Running): Promise<string> {
  return ((await (await fetch(`${url}/api/content/fi`)).json()) as { revision: string }).revision
}

export type Served = { url: string; port: number; close(): Promise<void> }

/** Both at once, for one who only looks at pages; `close` takes the database away too. */
export async function serveShipped(): Promise<Served> {
  const at = place()
  const { url, port, stop } = await serve(at)
  const close = async () => {
    await stop()
    at.remove()
  }
  return { url, port, close }
}
