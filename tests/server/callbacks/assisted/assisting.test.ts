/** A call that staff answer: stored once, closed, kept or left to wait in the same act, and no promise is spent while it is now. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AssistedBody } from '#core/contract/assisted.ts'
import { assist } from '../../../../server/callbacks/assisted/assist.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { mine } from '../../../../server/callbacks/mine.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { withdraw } from '../../../../server/callbacks/withdraw.ts'
import { testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../../support/people.ts'

const keys = testKeys()
const lea = staff('lea', [], ['lead'])
const closing = { outcome: 'advice-given', recorded: true, failureDemand: true } as const

/** A call about a matter in the south, of somebody who has not said their number. */
function told(more: Partial<AssistedBody> = {}): AssistedBody {
  const { contact, ...rest } = body()
  const { phone: _, ...unnamed } = contact
  return { ...rest, contact: unnamed, ends: 'closed', ...(more.ends ? {} : { closing }), ...more }
}
const withPhone = (more: Partial<AssistedBody>) => told({ ...more, contact: body().contact })

for (const engine of engines)
  describe(`a call that is answered (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const used = () =>
      deps.store.read(ORGANISATION, (view) => view.capacity.used(['south', 'north'], '2026-01-01'))
    const rowOf = (id: string) => deps.store.read(ORGANISATION, (view) => view.requests.find(id))
    const writtenOf = (id: string) => deps.store.read(ORGANISATION, (view) => view.log.of(id))

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content, keepUnrecordedDays: 90 }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('is closed with its outcome at once, without a number; what happened is in the log in order', async () => {
      const call = told({ note: 'Kysyi asumistuesta.' })
      const receipt = await assist(deps, aino, call)
      expect(receipt).toMatchObject({ id: call.id, verified: true, callers: [] })
      expect(receipt.promise).toBeUndefined()
      expect(await rowOf(call.id)).toMatchObject({
        ...{ status: 'closed', channel: 'phone', taken_by: 'aino', outcome: 'advice-given', recorded: 1 },
        ...{ area: 'south', attempts: 1, promise_day: null, phone_index: null },
      })
      expect((await writtenOf(call.id)).map(({ type, actor }) => [type, actor])).toEqual([
        ['request-received', 'aino'],
        ['note-added', 'aino'],
        ['request-taken', 'aino'],
        ['attempt-made', 'aino'],
        ['request-reached', 'aino'],
        ['request-closed', 'aino'],
      ])
      const { notes } = await openRequest(deps, aino, call.id)
      expect(notes.map(({ text }) => text)).toEqual(['Kysyi asumistuesta.'])
    })

    it('takes no place of a day while the call is now; one that waits does, as a chat does (so the count sees what it should)', async () => {
      const before = await used()
      const kept = told({ ends: 'kept' })
      await assist(deps, aino, told())
      await assist(deps, aino, kept)
      expect(await used()).toEqual(before)
      const places = (rows: { used: number }[]) => rows.reduce((sum, one) => sum + one.used, 0)
      expect((await assist(deps, aino, withPhone({ ends: 'later' }))).promise).toBeDefined()
      expect(places(await used())).toBe(places(before) + 1)
      await submit(deps, ORGANISATION, body())
      expect(places(await used())).toBe(places(before) + 2)
    })

    it('stays with who answered it, reached and marked in the queue; nobody else takes it', async () => {
      const call = told({ ends: 'kept' })
      await assist(deps, aino, call)
      const { rows } = await queue(deps, aino, { state: 'mine' })
      expect(rows.find(({ id }) => id === call.id)).toMatchObject({
        ...{ status: 'reached', channel: 'phone', takenBy: { id: 'aino' }, attempts: 1 },
      })
      await expect(take(deps, elias, call.id)).rejects.toMatchObject({ code: 'already-taken' })
    })

    it('waits with a promise like any other when it is called later, and its caller follows it by the code', async () => {
      const call = withPhone({ ends: 'later' })
      const { promise } = await assist(deps, aino, call)
      const { rows } = await queue(deps, aino, { state: 'waiting' })
      expect(rows.find(({ id }) => id === call.id)).toMatchObject({ promise, channel: 'phone', attempts: 0 })
      expect(await mine(deps, ORGANISATION, { id: 'mine', code: call.code })).toMatchObject({ promise })
      await expect(assist(deps, aino, told({ ends: 'later' }))).rejects.toMatchObject({
        ...{ code: 'invalid-field', field: '/contact/phone' },
      })
    })

    it('is stored once however often it is told: the same bytes, another body refused, a withdrawn one gone', async () => {
      const call = withPhone({ ends: 'later' })
      const [first, second] = await Promise.all([assist(deps, aino, call), assist(deps, aino, call)])
      expect(JSON.stringify(second)).toBe(JSON.stringify(first))
      expect(JSON.stringify(await assist(deps, aino, call))).toBe(JSON.stringify(first))
      const received = (await writtenOf(call.id)).filter(({ type }) => type === 'request-received')
      expect(received).toHaveLength(1)
      const other = assist(deps, aino, { ...call, ends: 'kept' })
      await expect(other).rejects.toMatchObject({ code: 'already-received' })
      await expect(submit(deps, ORGANISATION, { ...body(), id: call.id })).rejects.toMatchObject({
        code: 'not-found',
      })
      await withdraw(deps, ORGANISATION, { id: 'mine', code: call.code })
      await expect(assist(deps, aino, call)).rejects.toMatchObject({ code: 'gone' })
    })

    it('stands where its coordinator works, at home or at the station that answered; elsewhere it can wait, and nothing else', async () => {
      const north = { ...told({ ends: 'kept' }), answers: { ...body().answers, municipality: '410' } }
      await assist(deps, aino, { ...north, station: 'joutsa' })
      expect(await rowOf(north.id)).toMatchObject({ area: 'south', taken_by: 'aino' })
      const led = { ...north, ...told({ ends: 'kept' }), answers: north.answers }
      await assist(deps, lea, led)
      expect(await rowOf(led.id)).toMatchObject({ area: 'north' })
      const away = { ...told({ ends: 'kept' }), station: 'joutsa' }
      await expect(assist(deps, helmi, away)).rejects.toMatchObject({ field: '/station' })
      expect(await rowOf(away.id)).toBeUndefined()
      const waits = { ...withPhone({ ends: 'later' }), station: 'joutsa' }
      await assist(deps, helmi, waits)
      expect(await rowOf(waits.id)).toMatchObject({ area: 'south', taken_by: null })
    })

    it('says how it ended exactly when it ended, and nothing is stored of one that cannot end so', async () => {
      const wrong = { code: 'invalid-field', field: '/closing' }
      await expect(assist(deps, aino, { ...told(), ends: 'kept' })).rejects.toMatchObject(wrong)
      await expect(assist(deps, aino, told({ ends: 'closed' }))).rejects.toMatchObject(wrong)
      const bad = told({ station: 'nowhere' })
      await expect(assist(deps, aino, bad)).rejects.toMatchObject({ field: '/station' })
      expect(await rowOf(bad.id)).toBeUndefined()
    })

    it('is counted apart from conversations that residents held alone', async () => {
      const call = told()
      await assist(deps, aino, call)
      const row = await rowOf(call.id)
      const figures = await deps.store.read(ORGANISATION, async ({ seal }) => row && seal.open(row).figures)
      expect(figures).toMatchObject({ channel: 'phone', dated: 0, failure_demand: 1, minutes_to_contact: 0 })
      const alone = body()
      await submit(deps, ORGANISATION, alone)
      expect(await rowOf(alone.id)).toMatchObject({ channel: 'chat' })
    })
  })
