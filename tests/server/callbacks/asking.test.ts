/** A resident asks for a call: stored once, promised truly, read again by the server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { Place } from '#core/contract/content.ts'
import type { Deps } from '../../../server/callbacks/deps.ts'
import { mine } from '../../../server/callbacks/mine.ts'
import { openRequest } from '../../../server/callbacks/open.ts'
import { submit } from '../../../server/callbacks/submit.ts'
import { factsOf, placeOf } from '../../../server/place/facts.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { rawOf } from '../../../server/store/raw.ts'
import { estimateFor } from '../../../widget/net/promises.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { aino, body, content, helmi, newCode, ORGANISATION, settle } from '../../support/people.ts'

const keys = testKeys()

for (const engine of engines)
  describe(`asking for a call (${engine.name})`, () => {
    const clock = testClock()
    let database: TestDatabase
    let deps: Deps
    const ask = (more: Partial<CallbackRequestBody> = {}) => submit(deps, ORGANISATION, body(more))
    const count = () =>
      deps.store.read(ORGANISATION, async (view) => {
        const db = rawOf(view)
        const rows = await db.selectFrom('callback_request').select('id').execute()
        return rows.length
      })

    beforeAll(async () => {
      database = await engine.create()
      deps = { store: await database.open({ clock, keys }), clock, content }
      await settle(deps.store)
    })
    afterAll(() => database.remove())

    it('answers with a reference, a promise and who may call', async () => {
      const receipt = await ask()
      expect(receipt).toMatchObject({
        promise: { day: '2026-11-24', by: '16:00', until: '2026-11-24T14:00:00.000Z' },
        callers: [
          { firstName: 'Aino', title: 'palveluohjaaja' },
          { firstName: 'Elias', title: 'palveluohjaaja' },
        ],
        segment: 'coordination',
        verified: true,
      })
      expect(receipt.reference).toMatch(/^K-[0-9A-HJKMNP-TV-Z]{4}$/)
    })

    it('stores one request for many simultaneous retries, and gives all the same receipt', async () => {
      const before = await count()
      const same = body()
      const receipts = await Promise.all(Array.from({ length: 20 }, () => submit(deps, ORGANISATION, same)))
      expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1)
      expect(await count()).toBe(before + 1)
      clock.set('2026-11-26T10:00:00+02:00')
      expect(await submit(deps, ORGANISATION, same)).toEqual(receipts[0])
      clock.set('2026-11-24T10:00:00+02:00')
    })

    it('reads a code however it is written', async () => {
      const same = body({ code: 'ab0d-ef1h-jkmn' })
      const receipt = await submit(deps, ORGANISATION, same)
      expect(await submit(deps, ORGANISATION, { ...same, code: 'ABODEFIHJKMN' })).toEqual(receipt)
    })

    it('keeps the first when the same id and code come with another body', async () => {
      const first = body()
      await submit(deps, ORGANISATION, first)
      const other = { ...first, answers: { ...first.answers, coping: 1 } }
      await expect(submit(deps, ORGANISATION, other)).rejects.toMatchObject({
        code: 'already-received',
        status: 409,
      })
    })

    it('tells nothing to one who has the id and not the code', async () => {
      const first = body()
      await submit(deps, ORGANISATION, first)
      const wrong = submit(deps, ORGANISATION, { ...first, code: newCode() })
      await expect(wrong).rejects.toMatchObject({ code: 'not-found', status: 404 })
    })

    it('gives the same code to nobody else', async () => {
      const first = body()
      await submit(deps, ORGANISATION, first)
      await expect(ask({ code: first.code })).rejects.toMatchObject({ code: 'already-received' })
    })

    it.each([
      ['123', '/contact/phone'],
      ['', '/contact/phone'],
      ['+358 40 1', '/contact/phone'],
    ])('says which field is wrong: phone “%s”', async (phone, field) => {
      const wrong = ask({ contact: { way: 'call', phone } })
      await expect(wrong).rejects.toMatchObject({ code: 'invalid-field', status: 400, field })
    })

    it('says which field is wrong: code and station', async () => {
      await expect(ask({ code: 'UUUUUUUUUUUU' })).rejects.toMatchObject({ field: '/code' })
      await expect(ask({ station: 'nowhere' })).rejects.toMatchObject({ field: '/station' })
    })

    it('calls foreign numbers, and needs none from one who comes by', async () => {
      const code = newCode()
      await ask({ code, contact: { way: 'call', phone: '+46 8 123 456 78' } })
      expect(await mine(deps, ORGANISATION, { id: 'mine', code })).toMatchObject({ phoneEnding: '78' })
      expect(await ask({ contact: { way: 'visit' } })).toMatchObject({ verified: true })
    })

    it('goes to the municipality’s area', async () => {
      const north = body({ answers: { topics: [], coping: 3, municipality: '410', story: 'dontKnow' } })
      await submit(deps, ORGANISATION, north)
      expect((await openRequest(deps, helmi, north.id)).row).toMatchObject({
        area: 'north',
        municipality: '410',
      })
    })

    it.each([
      ['lives elsewhere', 'elsewhere', { municipality: 'elsewhere' }],
      ['does not know where', 'dontKnow', { dontKnow: 1 }],
      ['does not say where', 'declined', {}],
      ['names a place that is not ours', '091', { verified: false }],
    ])(
      'goes to the duty area when the person %s, as the estimate had it',
      async (_who, municipality, row) => {
        const sent = body({ answers: { topics: [], coping: 1, municipality, story: 'declined' } })
        const promises = await estimates(deps, ORGANISATION, sent.station)
        const facts = await deps.store.read(ORGANISATION, (view) => factsOf(view, '2026-11-24'))
        const place = placeOf(facts, sent.station, 'fi') as Place
        const now = Date.parse(promises.at)
        const nothing = { dangers: [], attention: [] }
        expect(estimateFor(promises, place, sent.answers, nothing, now)?.area).toBe('north')
        await submit(deps, ORGANISATION, sent)
        expect((await openRequest(deps, helmi, sent.id)).row).toMatchObject({ area: 'north', ...row })
      },
    )

    it('goes to the station’s own area while nobody has asked where the person lives', async () => {
      const sent = body({ answers: { topics: [], coping: 1 } })
      expect(await submit(deps, ORGANISATION, sent)).toMatchObject({ verified: true, finished: false })
      expect((await openRequest(deps, aino, sent.id)).row.area).toBe('south')
    })

    it.each([
      ['an answer no longer asked', { gone: 'x' }],
      ['an answer that is not an option', { topics: ['money', 'moon'] }],
      ['an answer missing', {}],
    ])('keeps a request with %s, marked not verified', async (_why, wrong) => {
      const answers = { topics: ['money'], municipality: '172', story: 'x', ...wrong }
      const sent = body({ answers })
      const receipt = await submit(deps, ORGANISATION, sent)
      expect(receipt.verified).toBe(false)
      const open = await openRequest(deps, aino, sent.id)
      expect(open.row.verified).toBe(false)
      expect(Object.fromEntries(open.answers.map(({ address, value }) => [address, value]))).toEqual(answers)
    })

    it('keeps a request of an unknown revision, with the flags counted', async () => {
      const sent = body({ revision: 'r0-unknown', answers: { strip: ['fire', 'fear'], 'old/step': 'yes' } })
      expect(await submit(deps, ORGANISATION, sent)).toMatchObject({ verified: false, segment: 'callback' })
      const open = await openRequest(deps, aino, sent.id)
      expect(open.row).toMatchObject({ flags: 2, area: 'south', segment: 'callback' })
      expect(open.answers).toContainEqual({
        address: 'old/step',
        flow: 'guidance',
        step: 'step',
        need: 'old',
        value: 'yes',
      })
    })

    it('gives every open request a reference of its own', async () => {
      const receipts = await Promise.all(Array.from({ length: 50 }, () => ask()))
      expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(50)
    })
  })
