/** Ready means that what is sent is kept: a full disk and a database that takes no writes are told, and their end too. */
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { engines } from '../../support/databases.ts'
import { until } from '../../support/process.ts'

/** Nothing can be stored until what it returns is called. */
type Stop = (test: TestApp) => Promise<() => Promise<void>>

/** The file may not grow, and what is free in it is taken: as on a disk without room. */
const fullDisk: Stop = async ({ store, organisation }) => {
  const prepare = Sqlite.prototype.prepare
  const grown: Sqlite.Database[] = []
  // the store's own connection is found by what it prepares next
  Sqlite.prototype.prepare = function remember(this: Sqlite.Database, source: string) {
    if (!this.readonly && !grown.includes(this)) grown.push(this)
    return prepare.call(this, source)
  } as typeof prepare
  await store.record(organisation, (tx) => tx.jobs.keep('none', 'nobody', 1))
  Sqlite.prototype.prepare = prepare
  for (const raw of grown) raw.pragma(`max_page_count = ${raw.pragma('page_count', { simple: true })}`)
  return async () => {
    for (const raw of grown) raw.pragma('max_page_count = 1000000')
  }
}

/** As a standby, or a server on which somebody has said so. */
const noWrites: Stop = async ({ database }) => {
  const name = new URL(database.url).pathname.slice(1)
  const admin = new pg.Client({ connectionString: inject('postgres') })
  await admin.connect()
  const say = async (value: 'on' | 'off') => {
    await admin.query(`alter database ${name} set default_transaction_read_only = ${value}`)
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  }
  await say('on')
  return async () => {
    await say('off')
    await admin.end()
  }
}

const STOPS: Record<'sqlite' | 'postgres', [string, Stop]> = {
  sqlite: ['a full disk', fullDisk],
  postgres: ['a database that refuses writes', noWrites],
}

describe.each(engines.map(({ name }) => [...STOPS[name], name] as const))('%s', (_what, stop, engine) => {
  it('is told by /readyz and by a figure, and both come back by themselves', async () => {
    const test = await build({ engine })
    const ready = async () => (await test.app.inject('/readyz')).statusCode
    const figures = () => test.app.metrics.text()
    const ask = async () => {
      const payload = asking(test.content.current().revision)
      const request = { url: '/api/callback-requests', headers: test.own, payload } as const
      return (await test.app.inject({ method: 'POST', ...request })).statusCode
    }
    expect([await ready(), await ask()]).toEqual([200, 201])
    expect(await figures()).toContain('kynnys_failed_commits_total 0')

    const mend = await stop(test)
    // pages that stand half empty take a few more
    await until('nothing can be stored', async () => (await ask()) === 503)
    expect(await ready()).toBe(503)
    expect(await figures()).toContain('kynnys_stores 0')
    expect(await figures()).toMatch(/^kynnys_failed_commits_total [1-9]/m)
    expect((await test.app.inject('/healthz')).statusCode).toBe(200)
    // red twin: as it was asked before, all is well
    await until('the database answers', () =>
      test.store
        .read(test.organisation, ({ log }) => log.last())
        .then(
          () => true,
          () => false,
        ),
    )

    await mend()
    await until('it is ready again', async () => (await ready()) === 200)
    expect(await figures()).toContain('kynnys_stores 1')
    expect(await ask()).toBe(201)
    await test.close()
  })
})
