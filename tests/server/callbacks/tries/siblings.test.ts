/** One person, one call: what else came from a number is seen with it, taken and closed with it; never where it could reach the wrong ear. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '#core/contract/callback.ts'
import { close } from '../../../../server/callbacks/close.ts'
import type { Deps } from '../../../../server/callbacks/deps.ts'
import { openRequest } from '../../../../server/callbacks/open.ts'
import { queue } from '../../../../server/callbacks/queue/queue.ts'
import { submit } from '../../../../server/callbacks/submit.ts'
import { take } from '../../../../server/callbacks/take.ts'
import { testClock } from '../../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../../support/databases.ts'
import { aino, body, content, elias, helmi, ORGANISATION, settle } from '../../../support/people.ts'
import { counted } from '../../../support/statistics.ts'

const keys = testKeys()
const advised = { outcome: 'advice-given', recorded: true } as const
let numbers = 0
const newNumber = () => `050 ${String(2_000_000 + ++numbers)}`

for (const engine of engines)
  describe(`from one number (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const ask = async (phone: string, contact: Partial<Contact> = {}, more = {}) => {
      const sent = body({ contact: { way: 'call', name: 'Veera', phone, ...contact }, ...more })
      await submit(deps, ORGANISATION, sent)
      return sent.id
    }
    const seenWith = async (id: string, who = aino) =>
      (await openRequest(deps, who, id)).siblings.map((row) => row.id)
    const rowOf = async (id: string) => (await queue(deps, aino)).rows.find((row) => row.id === id)

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('each knows the others, in sight or folded, open or closed and kept; the row says that there are others', async () => {
      const phone = newNumber()
      const ids = [await ask(phone), await ask(phone), await ask(phone)]
      const [first = '', second = '', third = ''] = ids
      expect(new Set(await seenWith(second))).toEqual(new Set([first, third]))
      expect([(await rowOf(first))?.beside, (await rowOf(second))?.beside]).toEqual([1, 1])
      await take(deps, aino, first)
      await close(deps, aino, first, advised)
      expect(new Set(await seenWith(second))).toEqual(new Set([first, third]))
      expect(await seenWith(await ask(newNumber()))).toEqual([])
    })

    it('two who take two of them read of each other', async () => {
      const phone = newNumber()
      const [first, second] = [await ask(phone), await ask(phone)]
      await take(deps, aino, first)
      await take(deps, elias, second)
      const { siblings } = await openRequest(deps, elias, second)
      expect(siblings).toMatchObject([{ id: first, takenBy: { firstName: 'Aino' } }])
    })

    it('one call ends those that are ticked, as duplicates that count no contact of their own; all of them or none', async () => {
      const phone = newNumber()
      const [first, second, third] = [await ask(phone), await ask(phone), await ask(phone)]
      await take(deps, aino, first)
      const stranger = await ask(newNumber())
      await expect(close(deps, aino, first, { ...advised, also: [second, stranger] })).rejects.toMatchObject({
        code: 'invalid-field',
        field: '/also',
      })
      expect((await openRequest(deps, aino, second)).row.status).toBe('waiting')
      await close(deps, aino, first, { ...advised, also: [second, third] })
      for (const id of [second, third])
        expect(await openRequest(deps, aino, id)).toMatchObject({
          row: { status: 'closed', takenBy: { firstName: 'Aino' } },
          closing: { outcome: 'duplicate', recorded: true },
        })
      const figures = (await counted(deps.store)).slice(-3)
      expect(figures.map(({ outcome, attempts }) => [outcome, attempts]).sort()).toEqual([
        ['advice-given', 1],
        ['duplicate', 0],
        ['duplicate', 0],
      ])
    })

    it('what a colleague holds is not ended with one’s own', async () => {
      const phone = newNumber()
      const [first, second] = [await ask(phone), await ask(phone)]
      await take(deps, aino, first)
      await take(deps, elias, second)
      await expect(close(deps, aino, first, { ...advised, also: [second] })).rejects.toMatchObject({
        code: 'not-yours',
      })
      expect((await openRequest(deps, elias, second)).row.status).toBe('taken')
      expect((await openRequest(deps, aino, first)).row.status).toBe('taken')
    })

    it.each([
      ['a shared phone', { way: 'shared-phone' as const }, {}],
      ['one for whom contact is not always safe', { safeToCall: false }, {}],
      ['one who told of fear', {}, { answers: { ...body().answers, strip: ['violence'] } }],
    ])('%s is shown with nobody, nor is anybody with it', async (_who, contact, more) => {
      const phone = newNumber()
      const plain = await ask(phone)
      const alone = await ask(phone, contact, more)
      const other = await ask(phone)
      expect(await seenWith(alone)).toEqual([])
      expect(await seenWith(plain)).toEqual([other])
      expect((await rowOf(alone))?.beside).toBeUndefined()
      await take(deps, aino, plain)
      await expect(close(deps, aino, plain, { ...advised, also: [alone] })).rejects.toMatchObject({
        field: '/also',
      })
    })

    it('nobody is shown what is not of their areas', async () => {
      const phone = newNumber()
      const south = await ask(phone)
      const north = await ask(
        phone,
        {},
        { station: 'laukaa', answers: { ...body().answers, municipality: '410' } },
      )
      expect(await seenWith(south)).toEqual([])
      expect(await seenWith(north, helmi)).toEqual([])
    })
  })
