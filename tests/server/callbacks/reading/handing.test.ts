/** Handed to a colleague by name: in their hands at once, with the reason, and never to who is not there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { transfer } from '../../../../server/callbacks/transfer.ts'
import { meOf } from '../../../../server/identity/me.ts'
import type { Staff } from '../../../../server/identity/sessions.ts'
import { HOUR, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, ORGANISATION, settle } from '../../../support/people.ts'

const keys = testKeys()

for (const engine of engines)
  describe(`handed to a colleague (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const held = async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      return sent.id
    }
    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('is theirs at once and for some hours, with the reason; the promise stays', async () => {
      const id = await held()
      const { promise } = (await openRequest(deps, aino, id)).row
      const row = await transfer(deps, aino, id, { area: 'south', person: 'elias', reason: 'Tunnet hänet.' })
      expect(row).toMatchObject({ status: 'taken', takenBy: { firstName: 'Elias' }, promise })
      clock.pass(HOUR)
      await expect(take(deps, aino, id)).rejects.toMatchObject({ code: 'already-taken' })
      expect((await openRequest(deps, elias, id)).handovers).toMatchObject([
        { by: 'Aino', reason: 'Tunnet hänet.' },
      ])
      clock.pass(HOUR)
      expect((await queue(deps, aino, { state: 'waiting' })).rows.map((one) => one.id)).toContain(id)
    })

    it('goes to another area with its colleague', async () => {
      const id = await held()
      const row = await transfer(deps, aino, id, { area: 'north', person: 'helmi', reason: 'x' })
      expect(row).toMatchObject({ area: 'north', takenBy: { firstName: 'Helmi' } })
      await expect(openRequest(deps, aino, id)).rejects.toMatchObject({ code: 'not-found' })
    })

    it('goes to nobody who looks after another area, is away, or is not known', async () => {
      const id = await held()
      await deps.store.record(ORGANISATION, (tx) =>
        tx.placeTables.putAbsence('elias', '2026-11-24', { to_day: '2026-11-24', substitute: null }),
      )
      for (const person of ['helmi', 'elias', 'nobody'])
        await expect(transfer(deps, aino, id, { area: 'south', person })).rejects.toMatchObject({
          code: 'invalid-field',
          field: '/person',
        })
      const ends = { idle: clock.now(), whole: clock.now() }
      const staff = { ...aino, name: '', title: '', looksAfter: [], ends } as unknown as Staff
      const { colleagues } = await deps.store.read(ORGANISATION, (view) => meOf(view, staff, clock.now()))
      expect(colleagues).toEqual([{ id: 'helmi', firstName: 'Helmi', areas: ['north'] }])
      await deps.store.record(ORGANISATION, (tx) =>
        tx.placeTables.putAbsence('elias', '2026-11-24', undefined),
      )
    })
  })
