/**
 * A promise later than the next day of calling says so as long as it is: to the resident by their code, to the desk, through a
 * transfer and a correction. Red twin: a row that remembers the date alone.
 */
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { correct } from '../../../server/callbacks/correct.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { queue } from '../../../server/callbacks/queue/queue.ts'
import { promiseOf } from '../../../server/callbacks/rows.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { take } from '../../../server/callbacks/take.ts'
import { transfer } from '../../../server/callbacks/transfer.ts'
import { withdraw } from '../../../server/callbacks/withdraw.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, place, settle } from '../../support/people.ts'

const keys = testKeys()
const NOW = '2026-11-24T10:00:00+02:00'

for (const engine of engines)
  describe(`a promise later than the next day (${engine.name})`, () => {
    const clock = testClock()
    const databases: TestDatabase[] = []
    let deps: Deps
    /** So many requests, one place a day: the third is the first that is late. */
    const ask = async () => {
      clock.pass(1000)
      const asked = body()
      return { ...asked, receipt: await submit(deps, ORGANISATION, asked) }
    }
    type Asked = Awaited<ReturnType<typeof ask>>
    const told = async (asked: Asked) => (await mine(deps, ORGANISATION, asked)).promise
    const atDesk = async ({ id }: Asked) =>
      (await queue(deps, aino)).rows.find((row) => row.id === id)?.promise

    beforeEach(async () => {
      clock.set(NOW)
      const database = await engine.create()
      databases.push(database)
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store, { seed: place(1), people: [aino, helmi] })
    })
    afterAll(async () => {
      for (const database of databases) await database.remove()
    })

    it('says so in the receipt, by the code and at the desk; one for the next day does not', async () => {
      const [today, next, late] = [await ask(), await ask(), await ask()]
      expect([today, next, late].map(({ receipt }) => receipt.promise?.crowded)).toEqual([
        undefined,
        undefined,
        true,
      ])
      for (const asked of [today, next]) expect(await told(asked)).not.toHaveProperty('crowded')
      expect(await told(late)).toEqual(late.receipt.promise)
      expect(await atDesk(late)).toEqual(late.receipt.promise)
      expect((await openRequest(deps, aino, late.id)).row.promise?.crowded).toBe(true)
      const { receipt: _, ...sent } = late
      expect(await submit(deps, ORGANISATION, sent)).toEqual(late.receipt)
    })

    it('the resident hears it no more when the day is the next one, over a weekend too; the desk still knows', async () => {
      await ask()
      await ask()
      const thursday = await ask()
      const friday = await ask()
      const monday = await ask()
      expect([thursday, friday, monday].map(({ receipt }) => receipt.promise?.day)).toEqual([
        '2026-11-26',
        '2026-11-27',
        '2026-11-30',
      ])
      clock.set('2026-11-25T08:00:00+02:00')
      expect([await told(thursday), await told(friday)].map((one) => one?.crowded)).toEqual([undefined, true])
      clock.set('2026-11-27T08:00:00+02:00')
      expect((await told(monday))?.crowded).toBeUndefined()
      expect((await atDesk(monday))?.crowded).toBe(true)
    })

    it('keeps it with the promise: corrected, and transferred to another area', async () => {
      const [, , late] = [await ask(), await ask(), await ask()]
      await correct(deps, ORGANISATION, late, { contact: { ownWords: 'Soittakaa aamulla' } })
      expect(await told(late)).toEqual(late.receipt.promise)
      await take(deps, aino, late.id)
      await transfer(deps, aino, late.id, { area: 'north' })
      expect(await told(late)).toEqual(late.receipt.promise)
    })

    it('loses it with the day, when a freed place brings it forward to today', async () => {
      const [today, , late] = [await ask(), await ask(), await ask()]
      await withdraw(deps, ORGANISATION, today)
      expect(await told(late)).toMatchObject({ day: '2026-11-24' })
      expect(await told(late)).not.toHaveProperty('crowded')
      expect(await atDesk(late)).not.toHaveProperty('crowded')
    })

    it('brought forward to a day that is still later than the next, it still says so', async () => {
      const [, , thursday] = [await ask(), await ask(), await ask()]
      await ask()
      const monday = await ask()
      await withdraw(deps, ORGANISATION, thursday)
      expect(await told(monday)).toMatchObject({ day: '2026-11-26', crowded: true })
    })

    it('a row that remembered the date alone would be silent (red twin)', async () => {
      const [, , late] = [await ask(), await ask(), await ask()]
      const row = await deps.store.read(ORGANISATION, (view) => view.queue.row(late.id))
      expect(row && promiseOf(row, {})).toMatchObject({ day: late.receipt.promise?.day })
      expect(row && promiseOf(row, {})).not.toEqual(late.receipt.promise)
    })
  })
