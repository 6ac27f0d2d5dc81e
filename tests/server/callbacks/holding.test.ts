/** What a holder may do, what another may not, and what a number that changes does to the queue. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Contact } from '#core/contract/callback.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../server/callbacks/tries/reached.ts'
import { unreachable } from '../../../server/callbacks/tries/unreachable.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { HOUR, MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, place, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'wrong-number' } as const
const done = { outcome: 'advice-given', recorded: false } as const

for (const engine of engines)
  describe(`holding a request (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    const ask = async (contact: Contact = { way: 'call', phone: '040 1234567' }) => {
      const sent = body({ contact })
      await submit(deps, ORGANISATION, sent)
      clock.pass(1000)
      return sent
    }
    const events = async (id: string) =>
      (await deps.store.read(ORGANISATION, (view) => view.log.of(id))).map(({ type }) => type)
    const used = () => deps.store.read(ORGANISATION, (view) => view.capacity.used(['south'], '2026-01-01'))
    const seen = async () => (await queue(deps, aino)).rows.map(({ id, folded }) => [id, folded])

    beforeEach(async () => {
      clock.set('2026-11-24T10:00:00+02:00')
      const database = await engine.create()
      databases.push(database)
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store, { seed: place(100), people: [aino, elias, helmi] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('tells everybody when its holder takes up again one who was unreachable', async () => {
      const { id } = await ask()
      await take(deps, aino, id)
      await attempt(deps, aino, id, missed)
      await unreachable(deps, aino, id)
      expect(await take(deps, aino, id)).toMatchObject({ status: 'taken' })
      expect((await events(id)).slice(-2)).toEqual(['request-unreachable', 'request-taken'])
    })

    it('is over for one whose half hour has passed and whose request another took: each act says who has it', async () => {
      const { id } = await ask()
      await take(deps, aino, id)
      clock.pass(31 * MINUTE)
      await take(deps, elias, id)
      await reached(deps, elias, id)
      const late = [
        attempt(deps, aino, id, missed),
        reached(deps, aino, id),
        unreachable(deps, aino, id),
        close(deps, aino, id, done),
        transfer(deps, aino, id, { area: 'north' }),
      ]
      for (const act of await Promise.allSettled(late))
        expect(act).toMatchObject({
          status: 'rejected',
          reason: { code: 'not-yours', extra: { by: 'Elias' } },
        })
      await close(deps, elias, id, done)
      await expect(attempt(deps, aino, id, missed)).rejects.toMatchObject({ extra: { by: 'Elias' } })
    })

    it('ends once: a second closing may only say that the same outcome is recorded now', async () => {
      const { id } = await ask()
      await take(deps, aino, id)
      await close(deps, aino, id, done)
      const other = close(deps, elias, id, { outcome: 'duplicate', recorded: true })
      await expect(other).rejects.toMatchObject({ code: 'wrong-status', extra: { by: 'Aino' } })
      await expect(close(deps, elias, id, { ...done, recorded: true })).resolves.toMatchObject({
        status: 'closed',
      })
    })

    it('keeps the promise by trying in the way that was chosen, and a call on a shared phone is a call', async () => {
      const kept = async (asked: Contact['way'], tried: Contact['way']) => {
        const { id } = await ask({ way: asked, phone: '040 1234567' })
        await take(deps, aino, id)
        await attempt(deps, aino, id, { way: tried, result: 'no-answer' })
        clock.pass(24 * HOUR)
        await attempt(deps, aino, id, { way: asked, result: 'answered' })
        await close(deps, aino, id, done)
        return (await counted(deps.store)).at(-1)?.within_promise
      }
      expect([
        await kept('text', 'call'),
        await kept('shared-phone', 'call'),
        await kept('call', 'call'),
      ]).toEqual([0, 1, 1])
    })

    it('brings in sight one that was folded under a number which was not theirs', async () => {
      const [, , third] = [await ask(), await ask(), await ask()]
      expect(await seen()).toHaveLength(2)
      await correct(deps, ORGANISATION, third, { contact: { phone: '050 7654321' } })
      expect(await seen()).toContainEqual([third.id, 0])
      expect(await used()).toEqual([{ area: 'south', day: '2026-11-24', used: 3 }])
    })

    it('lets go of those folded under a number that changes', async () => {
      const [first, , third, fourth] = [await ask(), await ask(), await ask(), await ask()]
      await correct(deps, ORGANISATION, first, { contact: { phone: '050 7654321' } })
      expect(await seen()).toEqual(
        expect.arrayContaining([
          [first.id, 0],
          [third.id, 1],
        ]),
      )
      await withdraw(deps, ORGANISATION, third)
      expect(await seen()).toContainEqual([fourth.id, 0])
    })

    it('is told as withdrawn also when the erased bytes cannot be cleared away yet', async () => {
      const sent = await ask()
      const said: string[] = []
      const store = { ...deps.store, scrub: () => Promise.reject(new Error('disk I/O error')) }
      const log = (what: string) => void said.push(what)
      await expect(withdraw({ ...deps, store, log }, ORGANISATION, sent)).resolves.toBeUndefined()
      expect(said).toEqual(['erasing-waits'])
    })
  })
