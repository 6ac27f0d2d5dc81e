/** The resident rings, and somebody else than their caller answers: what was said reaches who holds the request, and takes it from nobody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { free } from '../../../../server/callbacks/free.ts'
import { note } from '../../../../server/callbacks/note.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { attempt } from '../../../../server/callbacks/tries/attempt.ts'
import { rangBack } from '../../../../server/callbacks/tries/rang-back.ts'
import { unreachable } from '../../../../server/callbacks/tries/unreachable.ts'
import { DAY, MINUTE, testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle, staff } from '../../../support/people.ts'

const keys = testKeys()
const lea = staff('lea', [], ['lead'])
const wrong = { way: 'call', result: 'wrong-number' } as const

for (const engine of engines)
  describe(`ringing back (${engine.name})`, () => {
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
      const store = await database.open({ clock, keys })
      deps = { store, clock, content, keepUnrecordedDays: 90 }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('is told by whoever answered, with what was said; the holder keeps the request, and not for longer', async () => {
      const id = await held()
      const before = (await openRequest(deps, aino, id)).row.takenUntil
      clock.pass(5 * MINUTE)
      await note(deps, elias, id, { text: 'Soittakaa vasta kahden jälkeen.' })
      const row = await rangBack(deps, elias, id, { text: 'Hän on nyt kotona.' })
      expect(row).toMatchObject({ takenBy: { firstName: 'Aino' }, takenUntil: before })
      expect(row.rangBackAt).toBe(new Date(clock.now()).toISOString())
      const open = await openRequest(deps, aino, id)
      expect(open.notes.map(({ by, text }) => [by, text])).toEqual([
        ['Elias', 'Soittakaa vasta kahden jälkeen.'],
        ['Elias', 'Hän on nyt kotona.'],
      ])
      expect(open.history.slice(-2).map(({ type, by }) => [type, by])).toEqual([
        ['resident-rang-back', 'Elias'],
        ['note-added', 'Elias'],
      ])
      await expect(rangBack(deps, helmi, id, {})).rejects.toMatchObject({ code: 'not-found' })
    })

    it('is answered by the next attempt, and brings one who was given up back to the queue', async () => {
      const id = await held()
      await rangBack(deps, elias, id, {})
      expect((await attempt(deps, aino, id, wrong)).rangBackAt).toBeUndefined()
      await unreachable(deps, aino, id)
      expect(await rangBack(deps, elias, id, {})).toMatchObject({ status: 'waiting' })
      const { rows } = await queue(deps, elias, { state: 'waiting' })
      expect(rows.map((row) => row.id)).toContain(id)
      expect(rows.find((row) => row.id === id)?.takenBy).toBeUndefined()
    })

    it('is not written twice when a browser sends it again', async () => {
      const id = await held()
      const { version } = await openRequest(deps, elias, id)
      await rangBack(deps, elias, id, { text: 'Kerran.', version })
      const again = rangBack(deps, elias, id, { text: 'Kerran.', version })
      await expect(again).rejects.toMatchObject({ code: 'wrong-status' })
      expect((await openRequest(deps, elias, id)).notes).toHaveLength(1)
    })

    it('who leads frees what a colleague holds, before its time; nobody else does', async () => {
      const id = await held()
      await expect(free(deps, elias, id)).rejects.toMatchObject({ code: 'not-found' })
      expect(await free(deps, lea, id)).toMatchObject({ status: 'waiting' })
      expect(await take(deps, elias, id)).toMatchObject({ takenBy: { firstName: 'Elias' } })
    })

    it('what was closed and not recorded is the team’s, with its age and the day on which it is erased all the same', async () => {
      const id = await held()
      await close(deps, aino, id, { outcome: 'advice-given', recorded: false })
      clock.pass(8 * DAY)
      const { rows, counts } = await queue(deps, elias, { state: 'unrecorded' })
      const row = rows.find((one) => one.id === id)
      expect(row).toMatchObject({ status: 'closed', takenBy: { firstName: 'Aino' } })
      expect(Date.parse(row?.closedAt ?? '')).toBe(clock.now() - 8 * DAY)
      expect(row?.erasedOn).toBe('2027-02-22')
      expect(counts.unrecorded).toBe(rows.length)
      await close(deps, elias, id, { outcome: 'advice-given', recorded: true })
      const { rows: later } = await queue(deps, aino, { state: 'unrecorded' })
      expect(later.map((one) => one.id)).not.toContain(id)
    })
  })
