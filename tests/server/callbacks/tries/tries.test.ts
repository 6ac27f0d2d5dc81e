/** Tried is not contacted: who did not answer is tried again at a planned time, and a promise that was broken stays so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import { correct } from '../../../../server/callbacks/correct.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { note } from '../../../../server/callbacks/note.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { release } from '../../../../server/callbacks/release.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { transfer } from '../../../../server/callbacks/transfer.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { reached } from '../../../../server/callbacks/tries/reached.ts'
import { unreachable } from '../../../../server/callbacks/tries/unreachable.ts'
import { HOUR, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, ORGANISATION, settle } from '../../../support/people.ts'
import { counted } from '../../../support/statistics.ts'

const keys = testKeys()
const missed = { way: 'call', result: 'no-answer' } as const
const answered = { way: 'call', result: 'answered' } as const
const advised = { outcome: 'advice-given', recorded: true } as const
/** A Tuesday morning. */
const MORNING = '2026-11-24T09:00:00+02:00'
const local = (day: string, from: string, by: string) => ({ day, from, by })

for (const engine of engines)
  describe(`tried is not contacted (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const asked = async (more = {}) => {
      const sent = body(more)
      await submit(deps, ORGANISATION, sent)
      return sent
    }
    const takenBy = async (who = aino, more = {}) => {
      const sent = await asked(more)
      await take(deps, who, sent.id)
      return sent
    }
    const rowIn = async (who: typeof aino, id: string) =>
      (await queue(deps, who)).rows.find((row) => row.id === id)

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('a call that was not answered is planned again for another part of the day, and held for who called until then', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      const row = await attempt(deps, aino, id, missed)
      expect(row).toMatchObject({
        status: 'taken',
        attempts: 1,
        tried: { count: 1, last: 'no-answer', days: 1, parts: 1 },
        nextTry: local('2026-11-24', '12:00', '16:00'),
      })
      clock.pass(3 * HOUR)
      await expect(take(deps, elias, id)).rejects.toMatchObject({ code: 'already-taken' })
      // a note in between does not shorten it
      await note(deps, aino, id, { text: 'Yritän iltapäivällä.' })
      clock.set('2026-11-24T16:29:00+02:00')
      await expect(take(deps, elias, id)).rejects.toMatchObject({ code: 'already-taken' })
      expect((await queue(deps, elias, { state: 'overdue' })).rows.map((one) => one.id)).toContain(id)
      clock.set('2026-11-24T16:31:00+02:00')
      expect(await take(deps, elias, id)).toMatchObject({ takenBy: { firstName: 'Elias' } })
    })

    it('stands in the queue by the time of its try, and is counted among what is tried again', async () => {
      clock.set(MORNING)
      const before = (await queue(deps, aino)).counts.tried
      const first = await takenBy()
      await attempt(deps, aino, first.id, { ...missed, next: local('2026-11-26', '09:00', '10:00') })
      const second = await asked()
      const { rows, counts } = await queue(deps, aino)
      const place = (id: string) => rows.findIndex((row) => row.id === id)
      expect(place(second.id)).toBeLessThan(place(first.id))
      expect(counts.tried).toBe(before + 1)
      const again = await queue(deps, aino, { state: 'tried' })
      expect(again.rows.map(({ id }) => id)).toContain(first.id)
      expect(again.rows.map(({ id }) => id)).not.toContain(second.id)
    })

    it('is planned at the time that was agreed, never one that has gone by, on which nobody calls, or that is not safe', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      for (const next of [
        local('2026-11-23', '09:00', '10:00'),
        local('2026-11-24', '08:00', '08:30'),
        local('2026-11-28', '09:00', '10:00'), // a Saturday
        local('2026-11-25', '10:00', '09:00'),
        local('2027-06-01', '09:00', '10:00'),
      ])
        await expect(attempt(deps, aino, id, { ...missed, next })).rejects.toMatchObject({
          code: 'invalid-field',
          field: '/next',
        })
      const safe = await takenBy(aino, {
        contact: { ...body().contact, safeToCall: false, safeTimes: ['3-morning'] },
      })
      await expect(
        attempt(deps, aino, safe.id, { ...missed, next: local('2026-11-25', '12:00', '13:00') }),
      ).rejects.toMatchObject({ field: '/next' })
      const row = await attempt(deps, aino, safe.id, missed)
      expect(row.nextTry).toMatchObject(local('2026-11-25', '08:00', '12:00'))
    })

    it('is planned by a person alone where the safe time was told in words, and given up when it stops being safe', async () => {
      clock.set(MORNING)
      const inWords = await takenBy(aino, {
        contact: { ...body().contact, safeToCall: false, safeWhen: 'kun lapset nukkuvat' },
      })
      expect((await openRequest(deps, aino, inWords.id)).nextTries).toEqual([])
      expect((await attempt(deps, aino, inWords.id, missed)).nextTry).toBeUndefined()
      const { id, code } = await takenBy()
      expect((await attempt(deps, aino, id, missed)).nextTry).toBeDefined()
      await correct(
        deps,
        ORGANISATION,
        { id, code },
        { contact: { safeToCall: false, safeTimes: ['5-morning'] } },
      )
      expect((await rowIn(aino, id))?.nextTry).toBeUndefined()
    })

    it('an answer is told once: who answered is reached, stays with who reached them, and is offered to nobody', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      const row = await attempt(deps, aino, id, answered)
      expect(row).toMatchObject({ status: 'reached', attempts: 1 })
      expect(row.nextTry).toBeUndefined()
      await expect(reached(deps, aino, id)).rejects.toMatchObject({ code: 'wrong-status' })
      clock.pass(2 * HOUR)
      const { counts, rows } = await queue(deps, elias, { state: 'waiting' })
      expect(rows.map((one) => one.id)).not.toContain(id)
      expect(counts.waiting).toBe(rows.length)
    })

    it('another call can be agreed with who was reached, and is due at its time', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      const next = local('2026-11-25', '14:00', '15:00')
      const row = await attempt(deps, aino, id, { ...answered, next })
      expect(row).toMatchObject({ status: 'reached', nextTry: next })
      clock.set('2026-11-25T15:01:00+02:00')
      expect((await queue(deps, aino, { state: 'overdue' })).rows.map((one) => one.id)).toContain(id)
    })

    it('a first try after its time, or in another way than was chosen, does not keep the promise', async () => {
      clock.set(MORNING)
      const late = await takenBy()
      const otherwise = await takenBy()
      const written = await attempt(deps, aino, otherwise.id, { way: 'text', result: 'message-left' })
      expect(written.firstAttemptAt).toBeUndefined()
      clock.set('2026-11-24T16:20:00+02:00')
      const row = await attempt(deps, aino, late.id, missed)
      expect(Date.parse(row.firstAttemptAt ?? '')).toBeGreaterThan(Date.parse(row.promise?.until ?? ''))
      const overdue = (await queue(deps, aino, { state: 'overdue' })).rows.map(({ id }) => id)
      expect(overdue).toContain(otherwise.id)
      expect(overdue).not.toContain(late.id)
    })

    it('a call that was made in the car is written with its time, and keeps the promise by that', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      clock.set('2026-11-24T16:20:00+02:00')
      const at = '2026-11-24T15:30:00+02:00'
      for (const wrong of ['2026-11-24T08:00:00+02:00', '2026-11-24T17:00:00+02:00'])
        await expect(attempt(deps, aino, id, { ...missed, at: wrong })).rejects.toMatchObject({
          code: 'invalid-field',
          field: '/at',
        })
      const row = await attempt(deps, aino, id, { ...missed, at })
      expect(Date.parse(row.firstAttemptAt ?? '')).toBe(Date.parse(at))
      const { history } = await openRequest(deps, aino, id)
      expect(history.at(-1)).toMatchObject({ result: 'no-answer', madeAt: new Date(at).toISOString() })
    })

    it('closing with what comes of talking says that they talked: the figures come out right from ordinary use', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      clock.pass(20 * MINUTE)
      await close(deps, aino, id, advised)
      expect((await counted(deps.store)).at(-1)).toMatchObject({
        attempts: 1,
        minutes_to_attempt: 20,
        minutes_to_contact: 20,
        within_promise: 1,
        reached_within_promise: 1,
      })
      const again = await takenBy()
      await reached(deps, aino, again.id)
      await close(deps, aino, again.id, advised)
      expect((await counted(deps.store)).at(-1)).toMatchObject({ attempts: 1, minutes_to_contact: 0 })
      const other = await takenBy()
      await close(deps, aino, other.id, { outcome: 'duplicate', recorded: true })
      expect((await counted(deps.store)).at(-1)).toMatchObject({ attempts: 0, minutes_to_contact: null })
      const asked = await takenBy()
      await close(deps, aino, asked.id, { outcome: 'other', recorded: true, contacted: true })
      expect((await counted(deps.store)).at(-1)).toMatchObject({ attempts: 1, minutes_to_contact: 0 })
    })

    it('nobody is given up, or closed as not reached, before three calls on two days and in both parts of the day', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      const ended = { outcome: 'unreachable', recorded: true } as const
      for (const at of ['2026-11-24T09:30', '2026-11-24T13:00', '2026-11-25T09:00']) {
        await expect(unreachable(deps, aino, id)).rejects.toMatchObject({ code: 'wrong-status' })
        await expect(close(deps, aino, id, ended)).rejects.toMatchObject({
          code: 'invalid-field',
          field: '/outcome',
        })
        clock.set(`${at}:00+02:00`)
        await attempt(deps, aino, id, missed)
      }
      const row = await unreachable(deps, aino, id)
      expect(row).toMatchObject({ status: 'unreachable', tried: { count: 3, days: 2, parts: 2 } })
      expect(row.nextTry).toBeUndefined()
      await close(deps, aino, id, ended)
    })

    it('let go, the plan stays for whoever takes it; handed to another area it is theirs to plan', async () => {
      clock.set(MORNING)
      const { id } = await takenBy()
      await attempt(deps, aino, id, missed)
      expect(await release(deps, aino, id)).toMatchObject({
        status: 'waiting',
        nextTry: local('2026-11-24', '12:00', '16:00'),
      })
      expect((await transfer(deps, aino, id, { area: 'north' })).nextTry).toBeUndefined()
    })
  })
