/** One request that cannot be opened is shown as that, and everybody else's stand. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

/** Another sign in the middle of a sealed value, which stays one of the alphabet. */
const damaged = (sealed: string) => {
  const at = sealed.length - 9
  return `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
}

describe.each(engines)('a request whose row was damaged ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  const log: unknown[] = []
  const sent = [body(), body(), body()]
  const [bad, ...good] = sent.map(({ id }) => id) as [string, string, string]

  beforeAll(async () => {
    database = await engine.create()
    const store = await database.open({ clock, keys: testKeys() })
    deps = { store, clock, content, log: (...line) => void log.push(line) }
    await settle(store)
    for (const one of sent) await submit(deps, ORGANISATION, one)
    await store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(bad)
      if (!row) throw new Error('not stored')
      const spoiled = { summary: damaged(row.summary), sealed: damaged(row.sealed) }
      await rawOf(tx).updateTable('callback_request').set(spoiled).where('id', '=', bad).execute()
    })
  })
  afterAll(() => database.remove())

  it('stands in the queue with its reference and its promise, among the others', async () => {
    const { rows } = await queue(deps, aino)
    expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([bad, ...good]))
    const row = rows.find(({ id }) => id === bad)
    expect(row).toMatchObject({
      unreadable: true,
      segment: '',
      lifeAreas: [],
      promise: { day: '2026-11-24' },
    })
    expect(row?.reference).toMatch(/\S/)
    for (const other of rows.filter(({ id }) => id !== bad)) expect(other).not.toHaveProperty('unreadable')
  })

  it('is told once in the log, by its row and its key', async () => {
    await queue(deps, aino)
    const kid = expect.stringMatching(/^[0-9a-f]{8}$/)
    expect(log).toEqual([['row-unreadable', { row: bad, key: kid }]])
  })

  it('is refused in words when it is opened, while others open', async () => {
    await expect(openRequest(deps, aino, bad)).rejects.toMatchObject({ code: 'unreadable', status: 409 })
    for (const id of good) expect((await openRequest(deps, aino, id)).row.id).toBe(id)
  })

  it('takes the whole queue with it when its line is opened like any other (red twin)', async () => {
    const before = deps.store.read(ORGANISATION, async ({ walks, seal }) =>
      (await walks.lines([...good, bad])).map((row) => seal.summary(row)),
    )
    await expect(before).rejects.toThrow('cannot be opened')
  })

  it('does not keep a third request of its number from being stored', async () => {
    const { contact } = sent[0] as (typeof sent)[number]
    for (let more = 0; more < 3; more++)
      await expect(submit(deps, ORGANISATION, body({ contact }))).resolves.toHaveProperty('reference')
  })
})
