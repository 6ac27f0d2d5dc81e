/** What a sender says is kept and shown, but believed only where it can be true. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, ORGANISATION, settle } from '../../support/people.ts'

for (const engine of engines)
  describe(`what a sender says (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const send = async (more: Parameters<typeof body>[0]) => {
      const sent = body(more)
      return { sent, receipt: await submit(deps, ORGANISATION, sent) }
    }
    const rowOf = (id: string) => deps.store.read(ORGANISATION, (view) => view.requests.find(id))
    const accesses = async (id: string) => {
      const rows = await deps.store.read(ORGANISATION, (view) => view.log.accesses(0, 10_000))
      return rows.filter(({ request }) => request === id).map(({ action }) => action)
    }

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys: testKeys() }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it.each(['2026-11-24', '2026-11-25', '2026-11-01', '2026-08-27'])(
      'is verified when the conversation was held on %s: today, over a turning day, or kept on the device',
      async (on) => expect((await send({ on })).receipt.verified).toBe(true),
    )

    it.each(['2025-11-24', '2027-11-24', '1000-01-01', '9999-12-31'])(
      'is kept and shown, not verified, when it says it was held on %s',
      async (on) => {
        const { sent, receipt } = await send({ on })
        expect(receipt).toMatchObject({ verified: false, segment: 'coordination' })
        const open = await openRequest(deps, aino, sent.id)
        expect(open).toMatchObject({ on, row: { verified: false } })
        expect(Object.fromEntries(open.answers.map(({ address, value }) => [address, value]))).toEqual(
          sent.answers,
        )
      },
    )

    it('goes to the area of the municipality also when its questions are not known or one was refused', async () => {
      for (const wrong of [
        { revision: 'r0-unknown' },
        { answers: { topics: ['moon'], municipality: '410' } },
      ]) {
        const { sent } = await send({ answers: { municipality: '410' }, ...wrong })
        expect((await openRequest(deps, helmi, sent.id)).row).toMatchObject({
          area: 'north',
          municipality: '410',
          verified: false,
        })
      }
    })

    it('counts its flags also when one of them is not known', async () => {
      const { sent } = await send({ answers: { strip: ['fire', 'unheard-of'], topics: [] } })
      expect((await openRequest(deps, aino, sent.id)).row).toMatchObject({ flags: 2, verified: false })
    })

    it('leaves nothing of the sender’s own in a clear column: a language that the content has not is its base or its own', async () => {
      const { sent } = await send({ language: 'xx-veera' })
      expect((await rowOf(sent.id))?.language).toBe('fi')
    })

    it('is read by its sender only with a trace: each look, and each retry that gets the receipt again', async () => {
      const { sent } = await send({})
      await submit(deps, ORGANISATION, sent)
      await mine(deps, ORGANISATION, sent)
      await mine(deps, ORGANISATION, sent)
      expect(await accesses(sent.id)).toEqual([
        'request.received',
        'request.received-again',
        'request.followed',
        'request.followed',
      ])
    })
  })
