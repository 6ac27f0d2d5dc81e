/** A visit says when and where to come, and only where somebody is there; elsewhere a coordinator sets the time. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody, Visit } from '#core/contract/callback.ts'
import type { AreaSeed } from '#core/place/area.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { visit } from '../../../server/callbacks/visit.ts'
import { testClock } from '../../support/clock.ts'
import { loadArea } from '../../support/content.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, place, settle } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

const NOW = '2026-11-24T10:00:00+02:00'
/** Tuesdays nobody, Wednesdays in the morning; on the second of December Joutsa is closed. */
const RECEPTION = [{ weekday: 3, from: '09:00', to: '12:00' }]
const AT = { station: 'joutsa', day: '2026-11-30', from: '09:00', to: '10:00' }

/** The place of the tests, with a closed day; `known`: coordinators are known to be at Joutsa on Wednesdays. */
const seedOf = (known: AreaSeed['stations']['stations'][number]['reception']): AreaSeed => {
  const seed = place()
  const stations = seed.stations.stations.map((one) =>
    one.station === 'joutsa' && known ? { ...one, reception: known } : one,
  )
  const closures = [
    { closure: 'party', station: 'joutsa', from: '2026-12-02', to: '2026-12-02', substitute: 'laukaa' },
  ]
  return { ...seed, stations: { ...seed.stations, stations }, closures }
}

for (const engine of engines)
  describe(`a visit (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    const settled = async (seed: AreaSeed): Promise<Deps> => {
      const database = await engine.create()
      databases.push(database)
      const deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
      await settle(deps.store, { seed })
      return deps
    }
    const ask = async (deps: Deps, more: Partial<CallbackRequestBody> = {}) => {
      const sent = body({ contact: { way: 'visit' }, ...more })
      return { sent, receipt: await submit(deps, ORGANISATION, sent) }
    }
    const held = async (deps: Deps, more: Partial<CallbackRequestBody> = {}) => {
      const { sent } = await ask(deps, more)
      await take(deps, aino, sent.id)
      return sent
    }
    let met: Deps
    let agreed: Deps
    beforeAll(async () => {
      clock.set(NOW)
      met = await settled(seedOf(RECEPTION))
      agreed = await settled(seedOf(undefined))
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    describe('where a coordinator is known to be', () => {
      it('says when and where to come: on the promised day or the next that has it', async () => {
        const visit = { station: 'joutsa', day: '2026-11-25', from: '09:00', to: '12:00' }
        const { sent, receipt } = await ask(met)
        expect(receipt).toMatchObject({ promise: { day: '2026-11-24' }, visit })
        expect(await mine(met, ORGANISATION, sent)).toMatchObject({ visit })
        expect((await openRequest(met, aino, sent.id)).row.visit).toEqual(visit)
      })

      it.each([
        ['the station is closed, though another serves', '2026-12-01T14:00:00+02:00', '2026-12-09'],
        ['it is over for today', '2026-11-25T12:30:00+02:00', '2026-12-09'],
        ['it is about to end', '2026-11-25T11:58:00+02:00', '2026-12-09'],
        ['less than an hour of it is left', '2026-11-25T11:01:00+02:00', '2026-12-09'],
        ['Christmas is a day off', '2026-12-22T14:00:00+02:00', '2026-12-23'],
        ['the day is a holiday', '2026-12-31T14:00:00+02:00', '2027-01-13'],
      ])('goes past a day on which %s', async (_why, now, day) => {
        clock.set(now)
        const on = now.slice(0, 10)
        expect((await ask(met, { on })).receipt.visit?.day).toBe(day)
        clock.set(NOW)
      })

      it('still says today while an hour of it is left (so the test above sees what it should)', async () => {
        clock.set('2026-11-25T11:00:00+02:00')
        expect((await ask(met, { on: '2026-11-25' })).receipt.visit?.day).toBe('2026-11-25')
        clock.set(NOW)
      })

      it('is said to nobody who is called, nor at a station without such times', async () => {
        expect(
          (await ask(met, { contact: { way: 'call', phone: '040 7654321' } })).receipt.visit,
        ).toBeUndefined()
        const north = { topics: [], coping: 3, municipality: '410', story: 'x' }
        expect((await ask(met, { station: 'laukaa', answers: north })).receipt.visit).toBeUndefined()
        // chosen in an area whose coordinators do not call
        expect((await ask(met, { answers: north })).receipt.visit).toBeUndefined()
      })

      it('follows the resident’s change of the way', async () => {
        const { sent } = await ask(met, { contact: { way: 'call', phone: '040 7654322' } })
        const come = await correct(met, ORGANISATION, sent, { contact: { way: 'visit' } })
        expect(come.visit?.day).toBe('2026-11-25')
        const call = await correct(met, ORGANISATION, sent, { contact: { way: 'call' } })
        expect(call.visit).toBeUndefined()
      })

      it('keeps its promise when the two meet then, though the day of the promise has passed', async () => {
        const sent = await held(met)
        clock.set('2026-11-25T11:00:00+02:00')
        await take(met, aino, sent.id)
        await attempt(met, aino, sent.id, { way: 'visit', result: 'answered' })
        await close(met, aino, sent.id, { outcome: 'advice-given', recorded: true })
        expect((await counted(met.store)).map((row) => row.within_promise)).toEqual([1])
        clock.set(NOW)
      })
    })

    describe('where nobody is known to be', () => {
      /** Whom a place tells to come though no coordinator is known to be there. */
      const toldToCome = async (deps: Deps) => {
        const told: string[] = []
        for (const { station, municipality } of place().stations.stations) {
          const answers = { topics: [], coping: 3, municipality, story: 'x' }
          const { receipt, sent } = await ask(deps, { station, answers })
          const { visit } = await mine(deps, ORGANISATION, sent)
          if (receipt.visit || visit) told.push(station)
        }
        return told
      }

      it('tells nobody to come', async () => expect(await toldToCome(agreed)).toEqual([]))

      it('one that took the opening hours for it would tell everybody (red twin)', async () => {
        const seed = place()
        const { hours, stations } = seed.stations
        const naive = stations.map((one) => ({ ...one, reception: hours }))
        const twin = await settled({ ...seed, stations: { hours, stations: naive } })
        expect(await toldToCome(twin)).toEqual(['joutsa', 'laukaa'])
      })

      it('the example area knows none, and invents none', () => {
        expect(loadArea().stations.stations.filter(({ reception }) => reception)).toEqual([])
      })
    })

    describe('a time that a coordinator sets', () => {
      it('is read by the resident, is on the row, keeps the promise, and can be changed', async () => {
        const sent = await held(agreed)
        expect((await visit(agreed, aino, sent.id, AT)).visit).toEqual(AT)
        expect(await mine(agreed, ORGANISATION, sent)).toMatchObject({ visit: AT, attempts: [] })
        const later = { ...AT, day: '2026-12-01' }
        expect((await visit(agreed, aino, sent.id, later)).visit).toEqual(later)
        const row = await agreed.store.read(ORGANISATION, (view) => view.requests.find(sent.id))
        expect(row?.first_attempt_at).toBe(clock.now())
      })

      it('is no attempt to call: who then wants to be called still waits for the first one', async () => {
        const sent = await held(agreed)
        await visit(agreed, aino, sent.id, AT)
        const called = await correct(agreed, ORGANISATION, sent, {
          contact: { way: 'call', phone: '040 7654324' },
        })
        expect(called.visit).toBeUndefined()
        const waiting = await agreed.store.read(ORGANISATION, (view) => view.requests.find(sent.id))
        expect(waiting?.first_attempt_at).toBeNull()
        // one who was tried is not tried for the first time again
        const tried = await held(agreed)
        await visit(agreed, aino, tried.id, AT)
        await attempt(agreed, aino, tried.id, { way: 'visit', result: 'no-answer' })
        await correct(agreed, ORGANISATION, tried, { contact: { way: 'call', phone: '040 7654325' } })
        const kept = await agreed.store.read(ORGANISATION, (view) => view.requests.find(tried.id))
        expect(kept?.first_attempt_at).toBe(clock.now())
      })

      it('is sealed; the log tells that it was set, and neither where nor when', async () => {
        const sent = await held(agreed)
        await visit(agreed, aino, sent.id, { ...AT, day: '2026-12-03' })
        const { history } = await openRequest(agreed, aino, sent.id)
        expect(history.at(-1)).toMatchObject({ type: 'visit-set', by: 'Aino' })
        const clear = await agreed.store.read(ORGANISATION, async (view) => {
          const row = await view.requests.find(sent.id)
          const events = await view.log.of(sent.id)
          const accesses = (await view.log.accesses(0, 10_000)).filter(({ request }) => request === sent.id)
          expect(accesses.at(-2)?.action).toBe('request.visit')
          return JSON.stringify({ row: { ...row, sealed: '', summary: '' }, events, accesses })
        })
        expect(clear).not.toContain('2026-12-03')
      })

      it.each<[string, Partial<Visit>, string]>([
        ['a past day', { day: '2026-11-23' }, '/day'],
        ['a day too far away', { day: '2027-06-01' }, '/day'],
        ['a closed day', { day: '2026-12-02' }, '/day'],
        ['a Saturday', { day: '2026-11-28' }, '/day'],
        ['a holiday', { day: '2027-01-06' }, '/day'],
        ['upside-down times', { from: '10:00', to: '09:00' }, '/to'],
        ['a time of today that has gone by', { day: '2026-11-24', from: '08:00', to: '09:30' }, '/to'],
        ['a time before the station opens', { from: '07:00', to: '08:30' }, '/from'],
        ['a time that goes on when it is closed', { from: '15:00', to: '17:30' }, '/to'],
        ['a station of another area', { station: 'laukaa' }, '/station'],
        ['a station that is not there', { station: 'nowhere' }, '/station'],
      ])('is refused for %s, and the field is said', async (_what, wrong, field) => {
        const sent = await held(agreed)
        const refused = visit(agreed, aino, sent.id, { ...AT, ...wrong })
        await expect(refused).rejects.toMatchObject({ code: 'invalid-field', status: 400, field })
        expect((await openRequest(agreed, aino, sent.id)).row.visit).toBeUndefined()
      })

      it('is refused for who does not come by, for who has not taken it, and upon another version', async () => {
        const called = await held(agreed, { contact: { way: 'call', phone: '040 7654323' } })
        await expect(visit(agreed, aino, called.id, AT)).rejects.toMatchObject({ field: '/way' })
        const sent = await held(agreed)
        await expect(visit(agreed, elias, sent.id, AT)).rejects.toMatchObject({ code: 'not-yours' })
        await expect(visit(agreed, helmi, sent.id, AT)).rejects.toMatchObject({ code: 'not-found' })
        const { version } = await openRequest(agreed, aino, sent.id)
        await visit(agreed, aino, sent.id, { ...AT, version })
        const twice = visit(agreed, aino, sent.id, { ...AT, version })
        await expect(twice).rejects.toMatchObject({ code: 'wrong-status' })
      })

      it('goes with a transfer to another area, which sets a new one; within the area it stays', async () => {
        const sent = await held(agreed)
        await visit(agreed, aino, sent.id, AT)
        expect(
          (await transfer(agreed, aino, sent.id, { area: 'south', lane: 'consultation' })).visit,
        ).toEqual(AT)
        expect((await transfer(agreed, aino, sent.id, { area: 'north' })).visit).toBeUndefined()
        expect((await mine(agreed, ORGANISATION, sent)).visit).toBeUndefined()
        await take(agreed, helmi, sent.id)
        const anew = { ...AT, station: 'laukaa' }
        expect((await visit(agreed, helmi, sent.id, anew)).visit).toEqual(anew)
      })
    })
  })
