/** Many requests from few networks stand aside as one row of the desk: nobody in danger is lost in it, and a lead may say what they are. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { aside, asideRows, believe, doubt } from '../../../server/callbacks/claims/aside.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { eraseDue } from '../../../server/callbacks/erase.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { KEEPING, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const FLOOD = { address: 'flood', wide: 'around the flood' }
const HOME = { address: 'home', wide: 'around home' }
const AREA = 'south'
const DAY = 24 * 60 * 60_000
const lead = { ...helmi, roles: ['lead'] as const }
const AFRAID = {
  contact: { way: 'call', phone: '040 555 6677', safeToCall: false, safeWhen: 'aamulla' },
} as const

for (const engine of engines)
  describe(`what stands aside (${engine.name})`, () => {
    let clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    const ask = async (network = FLOOD, more: Partial<CallbackRequestBody> = {}) => {
      const sent = body(more)
      const receipt = await submit(deps, ORGANISATION, sent, network)
      clock.pass(1000)
      return { id: sent.id, code: sent.code, day: receipt.promise?.day }
    }
    const many = async (count: number) => {
      const all: Awaited<ReturnType<typeof ask>>[] = []
      while (all.length < count) all.push(await ask())
      return all
    }
    const standing = async () => (await aside(deps, lead)).areas[0]
    const idsIn = async (doubted = false) =>
      (await asideRows(deps, lead, AREA, { after: undefined, doubted })).rows.map(({ id }) => id)
    const used = () => deps.store.read(ORGANISATION, (view) => view.capacity.used([AREA], '2026-01-01'))

    beforeEach(async () => {
      const database = await engine.create()
      databases.push(database)
      clock = testClock()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store, { seed: place(8), people: [aino, helmi] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('is one row with its count, apart from the queue, and those of danger first in it', async () => {
      const all = await many(10)
      const afraid = await ask(FLOOD, AFRAID)
      const late = await ask()
      expect(await standing()).toMatchObject({ area: AREA, count: 4, dangers: 1, doubted: 0 })
      expect(await idsIn()).toEqual([afraid.id, ...all.slice(8).map(({ id }) => id), late.id])
      const inQueue = (await queue(deps, aino)).rows.map(({ id }) => id)
      expect(inQueue).toEqual(all.slice(0, 8).map(({ id }) => id))
    })

    it('is walked page by page, each request once', async () => {
      await many(230)
      const seen: string[] = []
      let after: string | undefined
      do {
        const page = await asideRows(deps, lead, AREA, { after, doubted: false })
        seen.push(...page.rows.map(({ id }) => id))
        after = page.after
      } while (after)
      expect([seen.length, new Set(seen).size]).toEqual([222, 222])
      await expect(asideRows(deps, lead, AREA, { after: '1.x', doubted: false })).rejects.toMatchObject({
        field: '/after',
      })
    })

    it('taken for not real, its places are free again, but never that of one who told of danger or of another network', async () => {
      const theirs = await ask(HOME)
      const afraid = await ask(FLOOD, AFRAID)
      const all = await many(8)
      expect((await used()).map((row) => row.used)).toEqual([8])
      const until = new Date(clock.now() - 1).toISOString()
      const later = await ask()
      expect(await doubt(deps, lead, AREA, { until })).toMatchObject({ count: 1, doubted: 8 })
      expect(await idsIn()).toEqual([later.id])
      expect((await used()).map((row) => row.used)).toEqual([2])
      const dated = (await queue(deps, aino)).rows.map(({ id }) => id)
      expect(dated).toEqual([theirs.id, afraid.id])
      const [one] = all
      const view = await mine(deps, ORGANISATION, { id: one?.id ?? '', code: one?.code ?? '' })
      expect(view).toMatchObject({ doubted: true })
      expect(view).not.toHaveProperty('promise')
    })

    it('is believed again until it is erased', async () => {
      await many(12)
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      expect(await believe(deps, lead, AREA)).toMatchObject({ count: 12, doubted: 0 })
      expect(await idsIn(true)).toEqual([])
    })

    it('may be taken by whoever calls there, and is one of the queue then', async () => {
      const all = await many(9)
      await take(deps, aino, all[8]?.id ?? '')
      expect(await standing()).toBeUndefined()
      expect((await queue(deps, aino)).rows.map(({ id }) => id)).toContain(all[8]?.id)
    })

    it('is doubted no more when somebody takes it up after all, and is not erased', async () => {
      const all = await many(9)
      const last = all.at(-1) as { id: string }
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      await take(deps, aino, last.id)
      expect((await queue(deps, aino)).rows.map(({ id }) => id)).toEqual([last.id])
      clock.pass(31 * DAY)
      expect(await eraseDue(deps.store, ORGANISATION, clock.now(), KEEPING)).toMatchObject({
        erased: 8,
        kept: 0,
      })
      expect((await queue(deps, aino)).rows.map(({ id }) => id)).toEqual([last.id])
    })

    it('is among those of danger, and doubted by nobody, once its resident says that contact is not safe', async () => {
      const all = await many(9)
      const [first, last] = [all[0], all.at(-1)] as { id: string; code: string }[]
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      const unsafe = { contact: { safeToCall: false, safeWhen: 'aamulla' } }
      await correct(deps, ORGANISATION, last as { id: string; code: string }, unsafe)
      expect(await standing()).toMatchObject({ count: 1, dangers: 1, doubted: 8 })
      // a number that is put right tells of no danger
      await correct(deps, ORGANISATION, first as { id: string; code: string }, {
        contact: { phone: '040 555 1122' },
      })
      expect(await standing()).toMatchObject({ count: 1, dangers: 1, doubted: 8 })
      expect(await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })).toMatchObject({
        doubted: 8,
      })
      expect((await mine(deps, ORGANISATION, last as { id: string; code: string })).doubted).toBeUndefined()
    })

    it('is told to nobody of one whose doubt somebody else wrote into the database', async () => {
      const [first, ...others] = await many(9)
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      clock.pass(3_600_000)
      const real = await ask(HOME)
      await deps.store.record(ORGANISATION, async (tx) => {
        const rows = rawOf(tx).selectFrom('callback_request').select(['doubted_at', 'doubt_mac'])
        const copied = await rows.where('id', '=', others.at(-1)?.id ?? '').executeTakeFirstOrThrow()
        await rawOf(tx).updateTable('callback_request').set(copied).where('id', '=', real.id).execute()
      })
      expect((await mine(deps, ORGANISATION, real)).doubted).toBeUndefined()
      expect((await queue(deps, aino)).rows.map(({ id, doubted }) => [id, doubted])).toContainEqual([
        real.id,
        undefined,
      ])
      expect((await mine(deps, ORGANISATION, first as { id: string; code: string })).doubted).toBe(true)
    })

    it('handed over to another area has been judged by nobody there', async () => {
      const all = await many(9)
      const last = all.at(-1) as { id: string }
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      await transfer(deps, { ...lead, areas: [AREA, 'north'] }, last.id, { area: 'north' })
      const row = await deps.store.read(ORGANISATION, (view) => view.requests.find(last.id))
      expect(row).toMatchObject({ area: 'north', aside: null, doubted_at: null, doubt_mac: null })
    })

    it('brings others forward when its places are free again', async () => {
      await many(8)
      // in the next hour others claim again
      clock.pass(3_600_000)
      const late = await ask(HOME)
      expect(late.day).toBe('2026-11-25')
      await many(1)
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      expect((await mine(deps, ORGANISATION, late)).promise?.day).toBe('2026-11-24')
    })

    it('is judged although one of its network cannot be opened, which is left as it is', async () => {
      const all = await many(12)
      await deps.store.record(ORGANISATION, async (tx) => {
        await rawOf(tx)
          .updateTable('callback_request')
          .set({ sealed: 'v1.00000000.x' })
          .where('id', '=', all[0]?.id ?? '')
          .execute()
      })
      await doubt(deps, lead, AREA, { until: new Date(clock.now()).toISOString() })
      expect(await idsIn(true)).toHaveLength(11)
    })

    it('is judged by a lead alone, and seen by whoever looks after the area', async () => {
      await many(9)
      expect((await aside(deps, aino)).areas).toHaveLength(1)
      const until = new Date(clock.now()).toISOString()
      await expect(doubt(deps, aino, AREA, { until })).rejects.toMatchObject({ code: 'not-found' })
      const elsewhere = { ...aino, areas: ['north'] }
      await expect(
        asideRows(deps, elsewhere, AREA, { after: undefined, doubted: false }),
      ).rejects.toMatchObject({ code: 'not-found' })
      expect((await aside(deps, elsewhere)).areas).toEqual([])
    })
  })
