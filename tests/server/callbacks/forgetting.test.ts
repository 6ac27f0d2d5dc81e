/** What is left of a request that is withdrawn or erased, and what the database's own files ever hold. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { note } from '../../../server/callbacks/note.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { CallbackRequestRow, StoreTables } from '../../../server/store/tables.ts'
import { DAY, KEEPING, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const keys = testKeys()
const HOLDING = [
  'callback_request',
  'note',
  'attempt',
  'gone',
  'event',
  'access_log',
  'statistics',
  'statistics_waiting',
] as const
const marker = () => `marker${randomBytes(8).toString('hex')}`

/** Every file in which the engine keeps this database's rows, changes waiting to be written included. */
async function filesOf({ url }: TestDatabase, { store }: Deps): Promise<string[]> {
  if (url.startsWith('sqlite:')) {
    const file = url.slice('sqlite:'.length)
    return [file, `${file}-wal`, `${file}-shm`].filter(existsSync)
  }
  const [row] = await store.read(ORGANISATION, async (view) => {
    const db = rawOf(view)
    const found = await sql<{
      folder: string
      oid: number
    }>`select current_setting('data_directory') as folder,
      (select oid from pg_database where datname = current_database()) as oid`.execute(db)
    return found.rows
  })
  const folders = [
    path.join(row?.folder ?? '', 'base', String(row?.oid)),
    path.join(row?.folder ?? '', 'pg_wal'),
  ]
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => path.join(folder, name)),
  )
}

/** PostgreSQL renames what it recycles: then all is read again. */
async function bytesOf(database: TestDatabase, deps: Deps): Promise<Buffer[]> {
  for (;;)
    try {
      return (await filesOf(database, deps)).map((file) => readFileSync(file))
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error
    }
}

async function findBytes(database: TestDatabase, deps: Deps, needles: string[]): Promise<string[]> {
  const files = await bytesOf(database, deps)
  return needles.filter((needle) =>
    files.some((bytes) => bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le'))),
  )
}

for (const engine of engines)
  describe(`forgetting (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    /** Tables that have a row with this text in it. */
    const tablesWith = (text: string) =>
      deps.store.read(ORGANISATION, async (view) => {
        const db = rawOf(view)
        const found: string[] = []
        for (const table of HOLDING) {
          const rows = await db
            .selectFrom(table as keyof StoreTables)
            .selectAll()
            .execute()
          if (JSON.stringify(rows).includes(text)) found.push(table)
        }
        return found
      })
    const closed = async (recorded: boolean) => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      await attempt(deps, aino, sent.id, { way: 'call', result: 'answered' })
      await note(deps, aino, sent.id, { text: 'a note' })
      await close(deps, aino, sent.id, { outcome: 'advice-given', recorded })
      return sent
    }

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('leaves of a withdrawn request its id and the hash of its code; a late retry stores nothing', async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      await attempt(deps, aino, sent.id, { way: 'call', result: 'no-answer' })
      await note(deps, aino, sent.id, { text: 'a note' })
      await withdraw(deps, ORGANISATION, { id: 'mine', code: sent.code })
      expect(await tablesWith(sent.id)).toEqual(['gone', 'event', 'access_log'])
      const [gone] = await deps.store.read(ORGANISATION, (view) =>
        rawOf(view).selectFrom('gone').where('id', '=', sent.id).selectAll().execute(),
      )
      expect(Object.keys(gone ?? {}).sort()).toEqual(['code_index', 'id', 'organisation', 'until'])
      expect(gone?.until).toBe(clock.now() + 90 * DAY)
      await expect(submit(deps, ORGANISATION, sent)).rejects.toMatchObject({ code: 'gone', status: 410 })
      await expect(mine(deps, ORGANISATION, sent)).rejects.toMatchObject({ code: 'gone' })
      await expect(withdraw(deps, ORGANISATION, sent)).rejects.toMatchObject({ code: 'gone' })
      const wrong = submit(deps, ORGANISATION, { ...sent, code: '000000000000' })
      await expect(wrong).rejects.toMatchObject({ code: 'not-found' })
      expect((await queue(deps, aino)).rows.map(({ id }) => id)).not.toContain(sent.id)
      expect(await tablesWith(sent.id)).toEqual(['gone', 'event', 'access_log'])
    })

    it('erases what was closed and recorded long enough ago, and nothing else', async () => {
      const old = await closed(true)
      const unrecorded = await closed(false)
      const waiting = body()
      await submit(deps, ORGANISATION, waiting)
      clock.pass(29 * DAY)
      const young = await closed(true)
      expect(await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)).toEqual({
        erased: 0,
        unrecorded: 0,
        kept: 0,
        scrubbed: true,
      })
      clock.pass(2 * DAY)
      expect(await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)).toEqual({
        erased: 1,
        unrecorded: 0,
        kept: 0,
        scrubbed: true,
      })
      expect(await tablesWith(old.id)).toEqual(['gone', 'event', 'access_log'])
      for (const kept of [unrecorded, waiting, young])
        expect(await tablesWith(kept.id)).toContain('callback_request')
      await expect(submit(deps, ORGANISATION, old)).rejects.toMatchObject({ code: 'gone' })
    })

    const planted = { closed_at: 1, recorded: 1, status: 'closed' }
    const write = (id: string, columns: Partial<CallbackRequestRow>) =>
      deps.store.record(ORGANISATION, async (tx) => {
        await rawOf(tx).updateTable('callback_request').set(columns).where('id', '=', id).execute()
      })
    const erase = () => eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)

    it('erases nothing that only the database says is closed, or not real, and tells how many that are', async () => {
      const [waiting, doubted] = [body(), body()]
      for (const sent of [waiting, doubted]) await submit(deps, ORGANISATION, sent)
      await write(waiting.id, planted)
      await write(doubted.id, { aside: 2, doubted_at: 1 })
      expect(await erase()).toMatchObject({ erased: 0, kept: 2 })
      for (const { id } of [waiting, doubted]) {
        expect(await tablesWith(id)).toContain('callback_request')
        await deps.store.record(ORGANISATION, (tx) => tx.requests.remove(id))
      }
    })

    it('would erase it if its row were bound as it stands (red twin)', async () => {
      const waiting = body()
      await submit(deps, ORGANISATION, waiting)
      await write(waiting.id, planted)
      await deps.store.record(ORGANISATION, async (tx) => {
        const row = await tx.requests.find(waiting.id)
        if (row) await tx.requests.adopt(row)
      })
      expect(await erase()).toMatchObject({ erased: 1, kept: 0 })
    })

    it('erases what was altered when the access log knows that it was closed: damage keeps nothing for ever', async () => {
      const old = await closed(true)
      await write(old.id, { area: 'north' })
      expect(await erase()).toMatchObject({ erased: 0, kept: 0 })
      clock.pass(31 * DAY)
      expect(await erase()).toMatchObject({ kept: 0 })
      expect(await tablesWith(old.id)).toEqual(['gone', 'event', 'access_log'])
    })

    it('erases what nobody has marked as recorded after a longer time, and says in the access log that it was not', async () => {
      const one = await closed(false)
      const groundOf = async () =>
        (
          await deps.store.read(ORGANISATION, (view) =>
            rawOf(view)
              .selectFrom('access_log')
              .where('request', '=', one.id)
              .where('action', '=', 'request.erased')
              .select('ground')
              .execute(),
          )
        ).map(({ ground }) => ground)
      clock.pass(89 * DAY)
      await erase()
      expect(await groundOf()).toEqual([])
      clock.pass(2 * DAY)
      expect((await erase()).unrecorded).toBeGreaterThan(0)
      expect(await groundOf()).toEqual(['unrecorded'])
      expect(await tablesWith(one.id)).toEqual(['gone', 'event', 'access_log'])
    })

    it('comes past any number of those that it keeps', async () => {
      const old = await closed(true)
      const row = await deps.store.read(ORGANISATION, (view) => view.requests.find(old.id))
      if (!row) throw new Error('It is there.')
      await deps.store.record(ORGANISATION, async (tx) => {
        for (let number = 0; number < 130; number++) {
          // no id of another has an x
          const id = `${row.id.slice(0, -4)}x${String(number).padStart(3, '0')}`
          const copy = { ...row, id, code_index: id, reference: id, closed_at: 1 }
          await rawOf(tx)
            .insertInto('callback_request')
            .values({ ...copy, organisation: ORGANISATION })
            .execute()
        }
      })
      clock.pass(31 * DAY)
      expect(await erase()).toMatchObject({ kept: 130 })
      expect(await tablesWith(old.id)).not.toContain('callback_request')
    })

    it('forgets even the id’s mark after 90 days', async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await withdraw(deps, ORGANISATION, sent)
      clock.pass(91 * DAY)
      await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)
      expect(await tablesWith(sent.id)).toEqual(['event', 'access_log'])
    })

    it('never holds a name, a number, own words or an answer in a file that can be read', async () => {
      const [name, words, answer, noted] = [marker(), marker(), marker(), marker()]
      const sent = body({
        answers: { topics: ['money'], coping: 3, municipality: '172', story: answer },
        contact: { way: 'call', phone: '044 987 6543', name, ownWords: words },
      })
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      await note(deps, aino, sent.id, { text: noted })
      if (engine.name === 'postgres') await deps.store.scrub()
      const found = await findBytes(database, deps, [
        name,
        words,
        answer,
        noted,
        '9876543',
        '987 6543',
        sent.code,
      ])
      expect(found).toEqual([])
    })

    it('red twin: what is not sealed is found in the files', async () => {
      const words = marker()
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await deps.store.record(ORGANISATION, (tx) =>
        sql`update callback_request set sealed = ${words} where id = ${sent.id}`.execute(rawOf(tx)),
      )
      expect(await findBytes(database, deps, [words])).toEqual([words])
    })

    it('leaves no byte of an erased row where the engine can reach it', async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      const row = await deps.store.read(ORGANISATION, (view) => view.requests.find(sent.id))
      const wrapped = row?.wrapped_key ?? ''
      expect(await findBytes(database, deps, [wrapped])).toEqual(
        engine.name === 'sqlite' ? [wrapped] : expect.anything(),
      )
      await withdraw(deps, ORGANISATION, sent)
      // PostgreSQL keeps dead bytes in its write-ahead log until it is recycled: README says what that means
      if (engine.name === 'sqlite') expect(await findBytes(database, deps, [wrapped])).toEqual([])
    })
  })
