/** The keys of the operator are judged at the start: each that is in use must be there, and be the right one. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submit } from '../../../server/callbacks/submit.ts'
import { keysFrom } from '../../../server/seal/keys.ts'
import { judgeKeys } from '../../../server/start/judge-keys.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase } from '../../support/databases.ts'
import { body, content, ORGANISATION, settle } from '../../support/people.ts'

const line = () => randomBytes(32).toString('base64')
const clock = testClock()

describe.each(engines)('the data keys ($name)', (engine) => {
  const [oldest, middle, newest] = [line(), line(), line()]
  let database: TestDatabase
  const opened = (...lines: string[]): Promise<Store> =>
    database.open({ clock, keys: keysFrom(lines.join('\n')) })
  const started = async (...lines: string[]) => judgeKeys(await opened(...lines), ORGANISATION)
  const ask = async (...lines: string[]) => {
    const sent = body()
    await submit({ store: await opened(...lines), clock, content }, ORGANISATION, sent)
    return sent.id
  }
  const idOf = (secret: string) => keysFrom(secret).current.kid
  let ofMiddle: string

  beforeAll(async () => {
    database = await engine.create()
    await settle(await opened(oldest))
    await started(oldest)
  })
  afterAll(() => database.remove())

  it('another key is refused by its check value, also when the log is empty', async () => {
    const accesses = await (await opened(oldest)).read(ORGANISATION, ({ log }) => log.latestAccesses(1))
    expect(accesses).toEqual([])
    await expect(started(line())).rejects.toThrow('its check value does not agree')
    await expect(started(oldest, line())).rejects.toThrow('its check value does not agree')
    await expect(started(oldest)).resolves.toBeUndefined()
  })

  it('a line that is missing is named by its id as long as anything is sealed under it', async () => {
    await started(middle, oldest)
    ofMiddle = await ask(middle, oldest)
    await started(newest, middle, oldest)
    await expect(started(newest, oldest)).rejects.toThrow(
      `The data key ${idOf(middle)} is missing: 1 requests are sealed under it`,
    )
  })

  it('a line under which nothing is sealed any more may go', async () => {
    const store = await opened(newest, middle, oldest)
    await store.record(ORGANISATION, (tx) => tx.requests.remove(ofMiddle))
    await expect(started(newest, oldest)).resolves.toBeUndefined()
    const known = await store.read(ORGANISATION, (view) => view.dataKeys.checks())
    expect([...known.keys()].sort()).toEqual([idOf(newest), idOf(oldest), 'last'].sort())
  })

  it('by the end of the log alone, a wrong key is taken for right while the log is empty (red twin)', async () => {
    const before = async ({ log, seal }: Parameters<Parameters<Store['read']>[1]>[0]) => {
      const [last] = await log.latestAccesses(1)
      return !last || seal.follows('', last)
    }
    const fresh = await engine.create()
    const store = await fresh.open({ clock, keys: keysFrom(oldest) })
    await settle(store)
    await judgeKeys(store, ORGANISATION)
    const wrong = await fresh.open({ clock, keys: keysFrom(line()) })
    await expect(wrong.read(ORGANISATION, before)).resolves.toBe(true)
    await expect(judgeKeys(wrong, ORGANISATION)).rejects.toThrow('check value')
    await fresh.remove()
  })
})
