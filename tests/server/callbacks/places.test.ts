/** Places in a day, and many requests from one number. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { close } from '../../../server/callbacks/close.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const ONE_NUMBER = { way: 'call', phone: '050 555 1234' } as const

for (const engine of engines)
  describe(`places and numbers (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    const said: [string, unknown][] = []
    const ask = (more = {}) => submit(deps, ORGANISATION, body(more))
    const used = () =>
      deps.store.read(ORGANISATION, (view) => view.capacity.used(['south', 'north'], '2026-01-01'))

    beforeEach(async () => {
      const database = await engine.create()
      databases.push(database)
      const log = (what: string, details?: unknown) => said.push([what, details])
      deps = { store: await database.open({ clock, keys }), clock, content, log }
      said.length = 0
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('gives the last place to one of two who ask at the same time; the other is promised the next day', async () => {
      await settle(deps.store, { seed: place(1), people: [aino] })
      const days = (await Promise.all([ask(), ask()])).map(({ promise }) => promise?.day).sort()
      expect(days).toEqual(['2026-11-24', '2026-11-25'])
    })

    it('a duty area that is no more calls nobody: the station’s own does, as the estimate had it', async () => {
      await settle(deps.store, { people: [aino] })
      await deps.store.record(ORGANISATION, (view) =>
        rawOf(view).updateTable('area').set({ valid_to: '2026-11-01' }).where('area', '=', 'north').execute(),
      )
      const sent = body({ answers: { topics: [], coping: 1, municipality: 'elsewhere', story: 'declined' } })
      const promises = await estimates(deps, ORGANISATION, sent.station)
      expect(promises).toMatchObject({ area: 'south', areas: [{ area: 'south' }] })
      expect(promises).not.toHaveProperty('dutyArea')
      await submit(deps, ORGANISATION, sent)
      expect((await openRequest(deps, aino, sent.id)).row.area).toBe('south')
    })

    it('promises each day as many as there is room for, and tells the administrator when it gets late', async () => {
      await settle(deps.store, { seed: place(3), people: [aino] })
      const receipts = await Promise.all(Array.from({ length: 10 }, () => ask()))
      const days = receipts.map(({ promise }) => promise?.day).sort()
      expect(days).toEqual([
        ...Array(3).fill('2026-11-24'),
        ...Array(3).fill('2026-11-25'),
        ...Array(3).fill('2026-11-26'),
        '2026-11-27',
      ])
      expect(said).toEqual(Array(4).fill(['promise-late', { area: 'south' }]))
      const { areas } = await estimates(deps, ORGANISATION, 'joutsa')
      expect(areas.map(({ area, promise }) => [area, promise?.day])).toEqual([
        ['north', undefined], // nobody works there
        ['south', '2026-11-27'],
      ])
    })

    it('counts a substitute for one who is away, and nobody for a closed day', async () => {
      await settle(deps.store, { seed: place(1), people: [aino, helmi] })
      await deps.store.record(ORGANISATION, async (tx) => {
        const organisation = ORGANISATION
        const dated = { organisation, area: 'south', valid_from: '2026-01-01', valid_to: null }
        await rawOf(tx)
          .insertInto('area_staff')
          .values({ ...dated, person: 'helmi', kind: 'substitute' })
          .execute()
        const away = { organisation, person: 'aino', from_day: '2026-11-24', to_day: '2026-11-24' }
        await rawOf(tx).insertInto('absence').values(away).execute()
        await rawOf(tx)
          .insertInto('closure')
          .values({
            organisation,
            closure: 'wednesday',
            station: null,
            area: 'south',
            from_day: '2026-11-25',
            to_day: '2026-11-25',
            substitute: null,
            reason: null,
          })
          .execute()
      })
      const first = await ask()
      expect([first.promise?.day, first.callers.map(({ firstName }) => firstName)]).toEqual([
        '2026-11-24',
        ['Helmi'],
      ])
      const second = await ask()
      expect([second.promise?.day, second.callers.map(({ firstName }) => firstName)]).toEqual([
        '2026-11-26',
        ['Aino'],
      ])
    })

    it('gives the place of a withdrawn request to the next', async () => {
      await settle(deps.store, { seed: place(1), people: [aino] })
      const first = body()
      await submit(deps, ORGANISATION, first)
      await withdraw(deps, ORGANISATION, first)
      expect((await ask()).promise?.day).toBe('2026-11-24')
    })

    it('folds the third open request of one number under the first; its sender sees no difference', async () => {
      await settle(deps.store, { seed: place(100) })
      const receipts = []
      for (let index = 0; index < 5; index++) receipts.push(await ask({ contact: ONE_NUMBER }))
      const keysOf = receipts.map((receipt) => Object.keys(receipt).join())
      expect(new Set(keysOf).size).toBe(1)
      expect(new Set(receipts.map(({ promise }) => promise?.until)).size).toBe(1)
      const { rows } = await queue(deps, aino)
      expect(rows.map(({ folded }) => folded)).toEqual([3, 0])
      expect(await used()).toEqual([{ area: 'south', day: '2026-11-24', used: 2 }])
      const open = await openRequest(deps, aino, rows[0]?.id ?? '')
      expect(open.folded.map(({ reference }) => reference)).toEqual(
        receipts.slice(2).map(({ reference }) => reference),
      )
    })

    it('shows two rows, however many arrive at once from one number', async () => {
      await settle(deps.store, { seed: place(100) })
      await Promise.all(Array.from({ length: 12 }, () => ask({ contact: ONE_NUMBER })))
      const { rows } = await queue(deps, aino)
      expect(rows.map(({ folded }) => folded).sort()).toEqual([0, 10])
    })

    it('brings the next in sight when the first is closed or withdrawn: nobody is dropped', async () => {
      await settle(deps.store, { seed: place(100) })
      const bodies = Array.from({ length: 4 }, () => body({ contact: ONE_NUMBER }))
      for (const each of bodies) {
        await submit(deps, ORGANISATION, each)
        clock.pass(1000)
      }
      const [first, , third, fourth] = bodies.map(({ id }) => id)
      await take(deps, aino, first ?? '')
      await close(deps, aino, first ?? '', { outcome: 'advice-given', recorded: true })
      const seen = async () => (await queue(deps, aino)).rows.map(({ id, folded }) => [id, folded])
      expect(await seen()).toContainEqual([third, 1])
      await withdraw(deps, ORGANISATION, bodies[2] ?? body())
      expect(await seen()).toContainEqual([fourth, 0])
    })
  })
