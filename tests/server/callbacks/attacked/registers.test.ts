/** Two registers under one number. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, ORGANISATION, place, settle } from '../../../support/people.ts'

describe.each(engines)('registers ($name)', (engine) => {
  const clock = testClock()
  let database: TestDatabase
  let deps: Deps
  beforeAll(async () => {
    database = await engine.create()
    deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
    await settle(deps.store, { seed: place() })
  })
  afterAll(() => database.remove())
  it('one press does not say of both registers that it was recorded', async () => {
    const contact = { way: 'call', phone: '050 7777777' } as const
    const [one, two] = [body({ contact }), body({ contact })]
    await submit(deps, ORGANISATION, one)
    await submit(deps, ORGANISATION, two)
    // the second is recorded in the other register
    await deps.store.record(ORGANISATION, async (tx) => {
      const row = await tx.requests.find(two.id)
      if (row)
        await tx.requests.change(
          row,
          tx.seal.again(row, tx.seal.open(row), { ...tx.seal.summary(row), register: 'social' } as never),
        )
    })
    expect((await openRequest(deps, aino, two.id)).register).toBe('social')
    await take(deps, aino, one.id)
    await close(deps, aino, one.id, { outcome: 'advice-given', recorded: true, also: [two.id] }).catch(
      () => undefined,
    )
    const row = await deps.store.read(ORGANISATION, ({ requests }) => requests.find(two.id))
    expect(row?.recorded).toBe(0)
  })
})
