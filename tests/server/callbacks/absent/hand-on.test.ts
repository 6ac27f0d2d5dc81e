/** A coordinator is ill: what she holds and has planned goes to who stands in, the same morning. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handOnFromAbsent } from '../../../../server/callbacks/absent/hand-on.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle } from '../../../support/people.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const DAY = '2026-11-24'

for (const engine of engines)
  describe(`away (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const held = async () => {
      const sent = body()
      await submit(deps, ORGANISATION, sent)
      await take(deps, aino, sent.id)
      return sent.id
    }
    const away = (person: string, substitute: string | null, to = DAY) =>
      deps.store.record(ORGANISATION, (tx) =>
        tx.placeTables.putAbsence(person, DAY, { to_day: to, substitute }),
      )
    const handOn = () => handOnFromAbsent(deps.store, ORGANISATION, clock.now())
    const lookAt = async (id: string, who = elias) => (await openRequest(deps, who, id)).row

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())
    beforeEach(async () => {
      clock.set(`${DAY}T09:00:00+02:00`)
      for (const person of ['aino', 'elias'])
        await deps.store.record(ORGANISATION, (tx) => tx.placeTables.putAbsence(person, DAY, undefined))
    })

    it('who stands in has her requests, with the tries she planned and the hold of them', async () => {
      const id = await held()
      const { nextTry } = await attempt(deps, aino, id, missed)
      await away('aino', 'elias')
      expect(await handOn()).toBeGreaterThan(0)
      const row = await lookAt(id)
      expect(row).toMatchObject({ status: 'taken', takenBy: { firstName: 'Elias' }, nextTry })
      expect(Date.parse(row.takenUntil ?? '')).toBeGreaterThan(Date.parse(nextTry?.until ?? ''))
      const { history } = await openRequest(deps, elias, id)
      expect(history.at(-1)?.type).toBe('request-handed-on')
      expect(await handOn()).toBe(0)
    })

    it.each([
      ['nobody stands in', null],
      ['who stands in is away too', 'elias'],
    ])('%s: they wait for all', async (_why, substitute) => {
      const id = await held()
      if (substitute) await away(substitute, null)
      await away('aino', substitute)
      await handOn()
      const row = await lookAt(id)
      expect([row.status, row.takenBy]).toEqual(['waiting', undefined])
    })

    it('who stands in by name has them also from another area: the absence opens it to them', async () => {
      const id = await held()
      await away('aino', 'helmi')
      await handOn()
      expect(await lookAt(id)).toMatchObject({ takenBy: { firstName: 'Helmi' } })
    })

    it('who comes back tomorrow, or is away from tomorrow on, keeps what they hold today', async () => {
      const id = await held()
      await deps.store.record(ORGANISATION, (tx) =>
        tx.placeTables.putAbsence('aino', '2026-11-25', { to_day: '2026-11-26', substitute: 'elias' }),
      )
      expect(await handOn()).toBe(0)
      expect(await lookAt(id)).toMatchObject({ takenBy: { firstName: 'Aino' } })
      await deps.store.record(ORGANISATION, (tx) =>
        tx.placeTables.putAbsence('aino', '2026-11-25', undefined),
      )
    })

    it('who may not sign in any more leaves nothing held, not even whom they had reached', async () => {
      const id = await held()
      await attempt(deps, aino, id, { way: 'call', result: 'answered' })
      const disable = (disabled: 0 | 1) =>
        deps.store.record(ORGANISATION, (tx) => tx.people.setDisabled('aino', disabled))
      await disable(1)
      await handOn()
      expect(await lookAt(id)).toMatchObject({ status: 'reached' })
      const { rows } = await queue(deps, elias, { state: 'waiting' })
      expect(rows.map((row) => row.id)).toContain(id)
      await disable(0)
    })

    it('is in the access log, which names nobody but the machine', async () => {
      const id = await held()
      await away('aino', 'elias')
      await handOn()
      const rows = await deps.store.read(ORGANISATION, (view) => view.log.accesses(0, 10_000))
      expect(rows.filter((row) => row.request === id).at(-1)).toMatchObject({
        person: 'system',
        action: 'request.handed-on',
        ground: 'absence',
      })
      expect(await lookAt(id, helmi).catch(({ code }) => code)).toBe('not-found')
    })
  })
