/** `npm run verify` tells each damage in its sentence, and of a sound database one line. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { note } from '../../../server/callbacks/note.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { verify } from '../../../server/commands/verify/command.ts'
import { findings } from '../../../server/commands/verify/findings.ts'
import { verifyLog } from '../../../server/commands/verify/log.ts'
import { addStaff } from '../../../server/identity/add-people.ts'
import { anchorEnd, compareAnchor } from '../../../server/jobs/anchor.ts'
import type { Db } from '../../../server/store/engines/engine.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { CallbackRequestRow } from '../../../server/store/tables.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const TABLES = ['callback_request', 'note', 'attempt', 'gone', 'credential', 'access_log', 'event'] as const
type Kept = {
  rows: Map<(typeof TABLES)[number], object[]>
  end: { access_number: number; access_mac: string; event_number: number }
}

/** All that the damage of this page touches, as a backup has it. */
async function backup(db: Db): Promise<Kept> {
  const rows = new Map<(typeof TABLES)[number], object[]>()
  for (const table of TABLES) rows.set(table, await db.selectFrom(table).selectAll().execute())
  const end = await db
    .selectFrom('organisation')
    .select(['access_number', 'access_mac', 'event_number'])
    .executeTakeFirstOrThrow()
  return { rows, end }
}

async function bringBack(db: Db, { rows, end }: Kept): Promise<void> {
  for (const table of TABLES.toReversed()) await db.deleteFrom(table).execute()
  for (const table of TABLES)
    for (const row of rows.get(table) ?? [])
      await db
        .insertInto(table)
        .values(row as never)
        .execute()
  await db.updateTable('organisation').set(end).execute()
}

const altered = (text: string) => `${text.slice(0, -9)}${text.at(-9) === 'A' ? 'B' : 'A'}${text.slice(-8)}`

describe.each(engines)('npm run verify ($name)', (engine) => {
  const clock = testClock()
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-anchors-'))
  const anchorFile = path.join(folder, 'anchors')
  const [first, second, third] = [body(), body(), body()]
  let database: TestDatabase
  let deps: Deps
  let kept: Kept
  let older: CallbackRequestRow
  let withdrawn: CallbackRequestRow

  const write = (writes: (db: Db) => Promise<unknown>) =>
    deps.store.record(ORGANISATION, async (tx) => {
      await writes(rawOf(tx))
    })
  const rowOf = (id: string) =>
    deps.store.read(ORGANISATION, (view) =>
      rawOf(view).selectFrom('callback_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const lines = async (file: string | undefined = anchorFile) =>
    (await verify(deps.store, { anchorFile: file })).lines
  const anchoring = () => ({ store: deps.store, organisation: ORGANISATION, clock, anchorFile })

  beforeAll(async () => {
    database = await engine.create()
    const store = await database.open({ clock, keys: testKeys() })
    deps = { store, clock, content }
    await settle(store)
    const staff = { username: 'lea', firstName: 'Lea', name: 'Lea Example', title: '', roles: [] }
    await addStaff(staff, { store, organisation: ORGANISATION, clock })
    for (const one of [first, second, third]) await submit(deps, ORGANISATION, one)
    older = await rowOf(first.id)
    await take(deps, aino, first.id)
    await note(deps, aino, first.id, { text: 'soittaa ovikelloa', version: 2 })
    await attempt(deps, aino, first.id, { way: 'call', result: 'no-answer', version: 3 })
    withdrawn = await rowOf(third.id)
    await withdraw(deps, ORGANISATION, third)
    // a mere reading stands last: no request tells of it
    await mine(deps, ORGANISATION, second)
    await anchorEnd(anchoring())
    kept = await deps.store.read(ORGANISATION, (view) => backup(rawOf(view)))
  })
  afterAll(async () => {
    await database.remove()
    rmSync(folder, { recursive: true })
  })

  const request = (db: Db, id: string, columns: Partial<CallbackRequestRow>) =>
    db.updateTable('callback_request').set(columns).where('id', '=', id).execute()
  const cutEnd = async (db: Db, number: number) => {
    await db.deleteFrom('access_log').where('number', '>', number).execute()
  }
  const counter = (db: Db, number: number) => {
    const mac = (kept.rows.get('access_log') as { number: number; mac: string }[]).find(
      (row) => row.number === number,
    )?.mac as string
    return db.updateTable('organisation').set({ access_number: number, access_mac: mac }).execute()
  }

  const DAMAGE: [string, (db: Db) => Promise<unknown>, RegExp][] = [
    [
      'a row of the log altered',
      (db) => db.updateTable('access_log').set({ person: 'elias' }).where('number', '=', 3).execute(),
      /^Row 3 of the access log is not as it was written/,
    ],
    [
      'a row of the log deleted',
      (db) => db.deleteFrom('access_log').where('number', '=', 3).execute(),
      /^The access log has no rows from 3 to 3/,
    ],
    [
      'the end of the log cut off',
      (db) => cutEnd(db, kept.end.access_number - 1),
      /^The access log ends at row \d+, but its counter stands at \d+/,
    ],
    [
      'the end of the log cut off, and its counter set back',
      async (db) => {
        await cutEnd(db, kept.end.access_number - 1)
        await counter(db, kept.end.access_number - 1)
      },
      /^The access log had row \d+ at \S+, as the anchor file says/,
    ],
    [
      'a column moved',
      (db) => request(db, second.id, { area: 'north' }),
      /is not as it was written: a column/,
    ],
    [
      'the code of another',
      (db) => request(db, second.id, { code_index: '0'.repeat(43) }),
      /is not as it was written: a column/,
    ],
    [
      'a sealed part altered',
      async (db) => request(db, second.id, { sealed: altered((await rowOf(second.id)).sealed) }),
      /cannot be opened|is not as it was written/,
    ],
    [
      'an older row put back whole',
      (db) => request(db, first.id, older),
      /does not stand as the access log left it at row \d+: an older row was put back/,
    ],
    [
      'a row deleted',
      (db) => db.deleteFrom('callback_request').where('id', '=', second.id).execute(),
      /was received \(access log \d+\) and is not there/,
    ],
    [
      'what was withdrawn put back',
      (db) => db.insertInto('callback_request').values(withdrawn).execute(),
      /was withdrawn or erased \(access log \d+\) and is there again/,
    ],
    [
      'a key that is not in the file',
      async (db) =>
        request(db, second.id, {
          wrapped_key: (await rowOf(second.id)).wrapped_key.replace(/^v1\.\w{8}/, 'v1.00000000'),
        }),
      /is sealed under the key 00000000, which is not in the key file/,
    ],
    [
      'a note altered',
      (db) => db.updateTable('note').set({ sealed: 'v1.x.y' }).execute(),
      /^Note 1 of request \S+ cannot be opened/,
    ],
    ['a note deleted', (db) => db.deleteFrom('note').execute(), /has 0 notes, and the access log knows of 1/],
    [
      'a note that another is said to have written',
      (db) => db.updateTable('note').set({ person: 'elias' }).execute(),
      /^A note of request \S+ names somebody else/,
    ],
    [
      'an attempt that another is said to have made',
      (db) => db.updateTable('attempt').set({ person: 'elias' }).execute(),
      /^An attempt of request \S+ names somebody else/,
    ],
    [
      'a doubt that no lead had',
      (db) => request(db, second.id, { doubted_at: 1, doubt_mac: 'x' }),
      /is said not to be real, and no lead said so/,
    ],
    ['an attempt deleted', (db) => db.deleteFrom('attempt').execute(), /had 1 attempts and has 0/],
    [
      'a password planted',
      (db) => db.updateTable('credential').set({ secret: '$argon2id$x' }).execute(),
      /^The password of lea was not set by us/,
    ],
  ]

  const damaged = async (damage: (db: Db) => Promise<unknown>) => {
    await write(damage)
    return async () => write((db) => bringBack(db, kept))
  }

  it('says one line of a sound database', async () => {
    expect(await verify(deps.store, { anchorFile })).toEqual({
      lines: [
        expect.stringMatching(/^example is sound: \d+ rows of the access log, 2 requests, 1 anchors\.$/),
      ],
      code: 0,
    })
  })

  it.each(DAMAGE)('tells of %s, and is content when it is mended', async (_what, damage, sentence) => {
    const mend = await damaged(damage)
    const told = await lines()
    expect(told.join('\n')).toMatch(new RegExp(sentence.source, 'm'))
    expect((await verify(deps.store, { anchorFile })).code).toBe(1)
    await mend()
    expect((await verify(deps.store, { anchorFile })).code).toBe(0)
  })

  it('tells when the anchor file is not there, or is of another', async () => {
    const missing = await verify(deps.store, { anchorFile: path.join(folder, 'moved') })
    expect(missing).toEqual({ lines: [expect.stringMatching(/holds no anchor of example/)], code: 1 })
    await expect(verify(deps.store, { anchorFile: folder })).rejects.toThrow('which is a folder')
  })

  it('does not see a cut end without the anchor, nor an older row by the chain alone (red twin)', async () => {
    for (const at of [3, 7]) {
      const mend = await damaged(DAMAGE[at]?.[1] as (db: Db) => Promise<unknown>)
      const found = findings()
      await verifyLog({ store: deps.store, organisation: ORGANISATION, found, progress: () => {} }, [])
      expect(found.lines()).toEqual([])
      await mend()
    }
  })

  it('tells of an older backup that was brought back by the anchor alone: it agrees with itself', async () => {
    await take(deps, aino, second.id)
    await anchorEnd(anchoring())
    expect(await compareAnchor(anchoring())).toBeUndefined()
    await write((db) => bringBack(db, kept))
    expect(await lines('')).toEqual([expect.stringMatching(/is sound/)])
    expect(await lines()).toEqual([expect.stringMatching(/or an older backup was brought back/)])
    expect(await compareAnchor(anchoring())).toBe('access-log-cut')
  })
})
