/** One request, one caller: of any number who take at once, in any process, one gets it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Coordinator, Deps } from '../../../server/callbacks/deps.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { release } from '../../../server/callbacks/release.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../support/people.ts'

const keys = testKeys()
const many: Coordinator[] = Array.from({ length: 20 }, (_, index) => staff(`person-${index}`, ['south']))

for (const engine of engines)
  describe(`taking a call (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let here: Deps
    let elsewhere: Deps
    const asked = async () => (await submit(here, ORGANISATION, body())).id

    beforeAll(async () => {
      database = await engine.create()
      here = { store: await database.open({ clock, keys }), clock, content }
      elsewhere = { ...here, store: await database.open({ clock, keys }) }
      await settle(here.store, { people: [aino, elias, helmi, ...many] })
    })
    afterAll(() => database.remove())

    it('gives each of 20 requests to one of 20 who take it at the same time in two processes', async () => {
      const ids = await Promise.all(Array.from({ length: 20 }, asked))
      const before = await here.store.read(ORGANISATION, (view) => view.log.last())
      for (const id of ids) {
        const tries = many.map((person, index) => take(index % 2 ? here : elsewhere, person, id))
        const settled = await Promise.allSettled(tries)
        const winners = settled.filter(({ status }) => status === 'fulfilled')
        expect(winners).toHaveLength(1)
        const holder = (winners[0] as PromiseFulfilledResult<Awaited<ReturnType<typeof take>>>).value.takenBy
          ?.firstName
        for (const lost of settled)
          if (lost.status === 'rejected')
            expect(lost.reason).toMatchObject({ code: 'already-taken', status: 409, extra: { by: holder } })
      }
      const events = await here.store.read(ORGANISATION, (view) => view.log.after(before, 1000))
      expect(events.map(({ type }) => type)).toEqual(Array(20).fill('request-taken'))
    })

    it('red twin: one who looks and then takes wins together with others', async () => {
      const id = await asked()
      let looked = 0
      let everybodyLooked = () => {}
      const barrier = new Promise<void>((resolve) => {
        everybodyLooked = resolve
      })
      const naive = async (person: Coordinator) => {
        const row = await here.store.read(ORGANISATION, (view) => view.requests.find(id))
        looked += 1
        if (looked === 5) everybodyLooked()
        await barrier
        if (row?.taken_by !== null) return false
        await here.store.record(ORGANISATION, (tx) =>
          sql`update callback_request set taken_by = ${person.person}, status = 'taken' where id = ${id}`.execute(
            rawOf(tx),
          ),
        )
        return true
      }
      const won = await Promise.all(many.slice(0, 5).map(naive))
      expect(won.filter(Boolean).length).toBeGreaterThan(1)
    })

    it('is held for half an hour, then another may take it', async () => {
      const id = await asked()
      const taken = await take(here, aino, id)
      expect(taken).toMatchObject({ status: 'taken', takenBy: { id: 'aino', firstName: 'Aino' } })
      clock.pass(29 * MINUTE)
      await expect(take(here, elias, id)).rejects.toMatchObject({
        code: 'already-taken',
        extra: { by: 'Aino' },
      })
      clock.pass(2 * MINUTE)
      expect((await take(here, elias, id)).takenBy?.firstName).toBe('Elias')
    })

    it('is held longer when its holder takes it again, without another event', async () => {
      const id = await asked()
      await take(here, aino, id)
      const before = await here.store.read(ORGANISATION, (view) => view.log.last())
      clock.pass(10 * MINUTE)
      const again = await take(here, aino, id)
      expect(Date.parse(again.takenUntil ?? '')).toBe(clock.now() + 30 * MINUTE)
      expect(await here.store.read(ORGANISATION, (view) => view.log.last())).toBe(before)
    })

    it('waits again with its promise when it is released, and only its holder can release it', async () => {
      const id = await asked()
      const { promise } = await take(here, aino, id)
      await expect(release(here, elias, id)).rejects.toMatchObject({
        code: 'not-yours',
        extra: { by: 'Aino' },
      })
      const free = await release(here, aino, id)
      expect(free).toMatchObject({ status: 'waiting', promise })
      expect(free.takenBy).toBeUndefined()
      expect((await take(here, elias, id)).takenBy?.id).toBe('elias')
    })

    it('does not exist for those whose area it is not, nor for an administrator', async () => {
      const id = await asked()
      const admin = staff('admin', ['south'], ['admin'])
      for (const stranger of [helmi, admin])
        await expect(take(here, stranger, id)).rejects.toMatchObject({ code: 'not-found' })
      expect((await queue(here, helmi)).rows.map((row) => row.id)).not.toContain(id)
      expect((await queue(here, admin)).rows).toEqual([])
    })
  })
