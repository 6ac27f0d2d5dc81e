/** What the running server does by itself: it erases when it starts and every hour, and says when it could not. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { keepHouse } from '../../../server/housekeeping.ts'
import { DAY, HOUR, testClock } from '../../support/clock.ts'
import { sqlite, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, ORGANISATION, settle } from '../../support/people.ts'

const clock = testClock()
let database: TestDatabase
let deps: Deps
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  database = await sqlite.create()
  deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
  await settle(deps.store)
})
afterEach(async () => {
  vi.useRealTimers()
  await database.remove()
})

it('erases at the start and at every hour what has become due, and stops when told', async () => {
  const closed = async () => {
    const { id } = await submit(deps, ORGANISATION, body())
    await take(deps, aino, id)
    await close(deps, aino, id, { outcome: 'other', recorded: true })
    return id
  }
  const isKept = async (id: string) =>
    (await deps.store.read(ORGANISATION, (view) => view.requests.find(id))) !== undefined
  const first = await closed()
  clock.pass(30 * DAY)
  const second = await closed()
  const others = vi.getTimerCount()
  const rest = keepHouse({ ...deps, organisation: ORGANISATION, keepDays: 30, say: () => {} })
  await expect.poll(() => isKept(first)).toBe(false)
  expect(await isKept(second)).toBe(true)
  clock.pass(30 * DAY)
  vi.advanceTimersByTime(HOUR)
  await expect.poll(() => isKept(second)).toBe(false)
  rest()
  expect(vi.getTimerCount()).toBe(others)
})

it('says when it could not erase', async () => {
  const said: string[] = []
  const store = { ...deps.store, record: () => Promise.reject(new Error('away')) }
  const house = { store, clock, organisation: ORGANISATION, keepDays: 30 }
  const rest = keepHouse({ ...house, say: (line) => void said.push(line) })
  await expect.poll(() => said).toEqual(['erasing-failed'])
  rest()
})
