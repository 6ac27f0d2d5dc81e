/** The databases must keep what they acknowledge, and say soon when they cannot. */
import { createServer, type Socket } from 'node:net'
import pg from 'pg'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { assertDurable as assertPostgres } from '../../server/store/engines/postgres.ts'
import { assertDurable as assertSqlite } from '../../server/store/engines/sqlite.ts'
import { openStore } from '../../server/store/open.ts'
import { testClock } from '../support/clock.ts'
import { postgres, sqlite, type TestDatabase, testKeys } from '../support/databases.ts'

const keys = testKeys()
const clock = testClock()
const made: TestDatabase[] = []
const created = async (engine: typeof sqlite) => {
  const database = await engine.create()
  made.push(database)
  return database
}
afterAll(async () => {
  for (const database of made) await database.remove()
})

/** A wire to PostgreSQL that can be cut: silent keeps the connections and answers nothing more. */
async function cuttable(url: string) {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  let silent = false
  const { connect } = await import('node:net')
  const server = createServer((near) => {
    sockets.add(near)
    if (silent) return
    const far = connect(Number(target.port), target.hostname)
    sockets.add(far)
    near.on('data', (bytes) => silent || far.write(bytes))
    far.on('data', (bytes) => silent || near.write(bytes))
    for (const socket of [near, far])
      socket
        .on('error', () => {})
        .on('close', () => {
          near.destroy()
          far.destroy()
        })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const wire = new URL(url)
  wire.port = String((server.address() as { port: number }).port)
  return {
    url: wire.href,
    setSilent: (value: boolean) => {
      silent = value
    },
    cut: () => {
      for (const socket of sockets) socket.destroy()
    },
    end: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

describe('a database that could lose what it acknowledged', () => {
  const sound = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1 }
  const strong = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }

  it.each([
    ['journal_mode', 'delete'],
    ['synchronous', 1],
    ['foreign_keys', 0],
    ['secure_delete', 0],
  ])('is refused: SQLite with %s %s', (name, value) => {
    const pragmas: Record<string, unknown> = { ...sound, [name]: value }
    expect(() => assertSqlite((each) => pragmas[each])).toThrow(`${name} is ${value}`)
    expect(() => assertSqlite((each) => sound[each as keyof typeof sound])).not.toThrow()
  })

  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'is refused: PostgreSQL with %s off',
    (name) => {
      expect(() => assertPostgres({ ...strong, [name]: 'off' })).toThrow(`${name} is off`)
      expect(() => assertPostgres(strong)).not.toThrow()
    },
  )

  it('is refused at the start', async () => {
    const { url } = await created(postgres)
    const admin = new pg.Client({ connectionString: inject('postgres') })
    await admin.connect()
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = off`)
    await admin.end()
    await expect(openStore({ databaseUrl: url, keys, clock })).rejects.toThrow('synchronous_commit is off')
  })
})

describe('a database that is away', () => {
  it('is told by “unavailable”, and needs no restart when it is back', async () => {
    const wire = await cuttable((await created(postgres)).url)
    const store = await openStore({ databaseUrl: wire.url, keys, clock })
    const look = () => store.read('example', (view) => view.log.last())
    const write = () => store.record('example', async (tx) => tx.capacity.force('south', '2026-11-24'))
    await write()
    wire.setSilent(true)
    for (const act of await Promise.allSettled([look(), write(), store.ready()]))
      expect(act).toMatchObject({ status: 'rejected', reason: { code: 'unavailable', status: 503 } })
    wire.setSilent(false)
    wire.cut()
    await expect
      .poll(async () => (await Promise.allSettled([look(), write()])).map(({ status }) => status))
      .toEqual(['fulfilled', 'fulfilled'])
    await store.close()
    wire.end()
  })

  it('says that nothing was stored when another process holds the write lock too long', async () => {
    const database = await created(sqlite)
    const store = await database.open({ clock, keys })
    const { default: Sqlite } = await import('better-sqlite3')
    const other = new Sqlite(database.url.slice('sqlite:'.length))
    other.exec('BEGIN IMMEDIATE')
    const write = () => store.record('example', async (tx) => tx.capacity.force('south', '2026-11-24'))
    await expect(write()).rejects.toMatchObject({ code: 'unavailable' })
    other.exec('ROLLBACK')
    other.close()
    await expect(write()).resolves.toBeUndefined()
  })
})
