/** The life of a request, as the coordinator and the resident see it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { close } from '../../../server/callbacks/close.ts'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { note } from '../../../server/callbacks/note.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { attempt } from '../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../server/callbacks/tries/reached.ts'
import { unreachable } from '../../../server/callbacks/tries/unreachable.ts'
import { MINUTE, testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../support/people.ts'
import { counted } from '../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const done = { outcome: 'advice-given', recorded: true } as const

for (const engine of engines)
  describe(`the life of a request (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const asked = async (more = {}) => {
      const sent = body(more)
      await submit(deps, ORGANISATION, sent)
      return sent
    }
    const statistics = () => counted(deps.store)

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('is told with names: asked, taken, tried, reached, noted, closed', async () => {
      const { id } = await asked()
      await take(deps, aino, id)
      clock.pass(20 * MINUTE)
      await attempt(deps, aino, id, missed)
      clock.pass(20 * MINUTE)
      await attempt(deps, aino, id, { way: 'call', result: 'answered' })
      await note(deps, aino, id, { text: 'Hakee asumistukea.' })
      const open: OpenRequest = await openRequest(deps, aino, id)
      expect(open.contact).toMatchObject({ name: 'Veera Virtanen', ownWords: 'Rahat loppu' })
      expect(open.phone).toMatch(/^\+35840/)
      expect(open.answers.map(({ address }) => address)).toEqual([
        'topics',
        'coping',
        'municipality',
        'story',
      ])
      expect(open.notes).toMatchObject([{ by: 'Aino', text: 'Hakee asumistukea.' }])
      expect(open.history.map(({ type, by, result }) => [type, by, result])).toEqual([
        ['request-received', undefined, undefined],
        ['request-taken', 'Aino', undefined],
        ['attempt-made', 'Aino', 'no-answer'],
        ['attempt-made', 'Aino', 'answered'],
        ['request-reached', 'Aino', undefined],
        ['note-added', 'Aino', undefined],
      ])
      const before = (await statistics()).length
      expect(await close(deps, aino, id, { ...done, failureDemand: true })).toMatchObject({
        status: 'closed',
        attempts: 2,
      })
      const figures = await statistics()
      expect(figures).toHaveLength(before + 1)
      expect(figures.at(-1)).toMatchObject({
        day: '2026-11-24',
        hour: 10,
        minutes_to_attempt: 20,
        minutes_to_contact: 40,
        same_day: 1,
        within_promise: 1,
        failure_demand: 1,
        outcome: 'advice-given',
      })
      expect(JSON.stringify(figures)).not.toContain(id)
    })

    it('writes every opening into the access log, and shows nothing when it cannot', async () => {
      const { id } = await asked()
      const reads = async () => {
        const rows = await deps.store.read(ORGANISATION, (view) => view.log.accesses(0, 10_000))
        return rows.filter(({ request, action }) => request === id && action === 'request.read')
      }
      await openRequest(deps, aino, id)
      await openRequest(deps, elias, id)
      await openRequest(deps, staff('lead', [], ['lead']), id)
      expect((await reads()).map(({ person, ground }) => [person, ground])).toEqual([
        ['aino', 'own-area'],
        ['elias', 'own-area'],
        ['lead', 'lead'],
      ])
      await expect(openRequest(deps, helmi, id)).rejects.toMatchObject({ code: 'not-found' })
      const failing: Deps = {
        ...deps,
        store: {
          ...deps.store,
          record: (organisation, act) =>
            deps.store.record(organisation, (tx) =>
              act({
                ...tx,
                access: { add: () => tx.access.add({ person: null as never, action: 'x', ground: 'x' }) },
              }),
            ),
        },
      }
      await expect(openRequest(failing, aino, id)).rejects.toThrow()
      expect(await reads()).toHaveLength(3)
    })

    it('cannot be unreachable before the rule’s tries; corrected by the resident it waits again', async () => {
      const { id, code } = await asked()
      await take(deps, aino, id)
      await expect(unreachable(deps, aino, id)).rejects.toMatchObject({ code: 'wrong-status' })
      await attempt(deps, aino, id, { ...missed, result: 'wrong-number' })
      expect(await unreachable(deps, aino, id)).toMatchObject({ status: 'unreachable' })
      const corrected = await correct(
        deps,
        ORGANISATION,
        { id, code },
        { contact: { phone: '050 123 4567' } },
      )
      expect(corrected).toMatchObject({ status: 'waiting', phoneEnding: '67' })
      expect((await openRequest(deps, elias, id)).phone).toBe('+358501234567')
    })

    it('shows the resident where it stands, and neither words, name nor the whole number', async () => {
      const { id, code, contact } = await asked({
        contact: { way: 'call', phone: '040 7654321', name: 'Veera Virtanen' },
      })
      await take(deps, aino, id)
      await attempt(deps, aino, id, missed)
      const view = await mine(deps, ORGANISATION, { id: 'mine', code: code.toLowerCase() })
      expect(view).toMatchObject({
        id,
        status: 'taken',
        phoneEnding: '21',
        caller: { firstName: 'Aino' },
        mayCorrect: true,
        mayWithdraw: true,
      })
      expect(view.attempts).toHaveLength(1)
      expect(await mine(deps, ORGANISATION, { id, code })).toEqual(view)
      for (const secret of [String(contact.name), '0 7654321', '407654321', 'Rahat', 'sanoin'])
        expect(JSON.stringify(view)).not.toContain(secret)
      const wrong = mine(deps, ORGANISATION, { id, code: '000000000000' })
      await expect(wrong).rejects.toMatchObject({ code: 'not-found' })
    })

    it('keeps its promise when it is handed over, and waits in the other area', async () => {
      const { id } = await asked()
      const { promise } = await take(deps, aino, id)
      await expect(transfer(deps, aino, id, { area: 'moon' })).rejects.toMatchObject({ field: '/area' })
      const moved = await transfer(deps, aino, id, { area: 'north', lane: 'consultation' })
      expect(moved).toMatchObject({ status: 'waiting', area: 'north', lane: 'consultation', promise })
      await expect(openRequest(deps, aino, id)).rejects.toMatchObject({ code: 'not-found' })
      expect((await queue(deps, helmi)).rows.map((row) => row.id)).toContain(id)
    })

    it('can be said to be recorded after it was closed, once, and nothing else follows', async () => {
      const { id } = await asked()
      await take(deps, aino, id)
      const before = (await statistics()).length
      await close(deps, aino, id, { outcome: 'duplicate', recorded: false })
      const inSightOf = async (person: typeof aino) =>
        (await queue(deps, person, { state: 'unrecorded' })).rows.map((row) => row.id)
      expect(await inSightOf(aino)).toContain(id)
      // what is forgotten is not the closer's alone
      expect(await inSightOf(elias)).toContain(id)
      expect(await inSightOf(helmi)).not.toContain(id)
      expect(await openRequest(deps, aino, id)).toMatchObject({
        closing: { outcome: 'duplicate', recorded: false },
      })
      await close(deps, elias, id, { outcome: 'duplicate', recorded: true })
      await expect(close(deps, aino, id, done)).rejects.toMatchObject({ code: 'wrong-status' })
      const later = [take(deps, aino, id), reached(deps, aino, id), attempt(deps, aino, id, missed)]
      for (const act of await Promise.allSettled(later))
        expect(act).toMatchObject({ status: 'rejected', reason: { code: 'wrong-status' } })
      expect((await statistics()).length).toBe(before + 1)
      expect(await inSightOf(aino)).not.toContain(id)
    })

    it('stands in the queue by promise, then by receipt, with the number of the event it stands at', async () => {
      const page = await queue(deps, aino)
      const order = page.rows.map((row) => `${row.promise?.until} ${row.receivedAt}`)
      expect(order).toEqual([...order].sort())
      expect(page.number).toBe(await deps.store.read(ORGANISATION, (view) => view.log.last()))
      for (const secret of ['Veera', '040 1', '+35840', 'Rahat', 'sanoin'])
        expect(JSON.stringify(page.rows)).not.toContain(secret)
    })
  })
