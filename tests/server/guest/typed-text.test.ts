/** Text that cannot be kept is refused with its field, wherever it is sent; all other text is taken as it was meant. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { addStaff } from '../../../server/identity/add-people.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'

const NUL = 'Veera\u0000'
const HALF = 'Veera \ud83d'
const OTHER_HALF = '\ude00 Veera'

let test: TestApp
let helmi: Record<string, string>
beforeAll(async () => {
  test = await build()
  helmi = (await test.signIn('helmi')).headers
})
afterAll(() => test.close())

type Contact = Parameters<typeof asking>[1] extends { contact?: infer Given } | undefined ? Given : never
const body = (contact: Contact = {}) => asking(test.content.current().revision, { contact })
const post = (payload: object, app = test.app) =>
  app.inject({ method: 'POST', url: '/api/callback-requests', headers: test.own, payload })
const correct = (code: string, contact: object) =>
  test.app.inject({
    method: 'PATCH',
    url: '/api/callback-requests/mine',
    headers: { ...test.own, authorization: `Bearer ${code}` },
    payload: { contact },
  })
const desk = (method: 'GET' | 'POST', url: string, payload?: object) =>
  test.app.inject({ method, url: `/api/desk${url}`, headers: helmi, ...(payload && { payload }) })

const TEXTS = ['name', 'phone', 'ownWords', 'safeWhen', 'interpreter'] as const
const UNKEPT = [NUL, HALF, OTHER_HALF]

describe('text that cannot be kept', () => {
  it.each(TEXTS)(
    'in %s is refused with the field, when it is sent and when it is corrected',
    async (field) => {
      const sound = body()
      expect((await post(sound)).statusCode).toBe(201)
      for (const text of UNKEPT) {
        const refused = [await post(body({ [field]: text })), await correct(sound.code, { [field]: text })]
        for (const answer of refused) {
          expect(answer.statusCode).toBe(400)
          expect(answer.json()).toMatchObject({ code: 'invalid-field', field: `/contact/${field}` })
        }
      }
    },
  )

  it('in an answer, in a list and in any other member is refused with its place', async () => {
    const places: [string, object][] = [
      ['/answers/money~1other', { answers: { 'money/other': NUL } }],
      ['/answers/needs/1', { answers: { needs: ['money', HALF] } }],
      ['/station', { station: NUL }],
      ['/contact/safeTimes/0', { contact: { ...body().contact, safeTimes: [HALF] } }],
    ]
    for (const [field, change] of places) {
      const answer = await post({ ...body(), ...change })
      expect([answer.statusCode, answer.json().field], field).toEqual([400, field])
    }
  })

  it('in a note of the desk, and in a name that signs in, is refused with the field', async () => {
    const { id } = body()
    for (const text of UNKEPT) {
      const note = await desk('POST', `/requests/${id}/notes`, { text })
      expect(note.json()).toMatchObject({ status: 400, code: 'invalid-field', field: '/text' })
      for (const field of ['username', 'password']) {
        const payload = { username: 'helmi', password: PASSWORD, [field]: text }
        const answer = await test.app.inject({
          method: 'POST',
          url: '/api/session',
          headers: test.own,
          payload,
        })
        expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-field', field: `/${field}` })
      }
    }
  })

  it('in an address is no error of ours', async () => {
    const urls = [
      '/api/promises?station=%00',
      '/api/callback-requests/%00',
      '/api/content/%00',
      '/chat/%00?station=%00',
    ]
    for (const url of urls) expect((await test.app.inject(url)).statusCode, url).toBeLessThan(500)
  })
})

describe('text that can be kept', () => {
  it('is kept as it was meant: composed, without what cannot be seen', async () => {
    const sent = body({
      name: 'Ma\u0308rta\u200b',
      ownWords: 'Ha\u0308n\tlyo\u0308\u202e minua.\r\nApua 👩\u200d👧',
    })
    expect((await post(sent)).statusCode).toBe(201)
    await desk('POST', `/requests/${sent.id}/take`)
    await desk('POST', `/requests/${sent.id}/notes`, { text: '\ufeffSoita a\u0308idille' })
    const { contact, notes } = (await desk('GET', `/requests/${sent.id}`)).json<OpenRequest>()
    expect(contact).toMatchObject({ name: 'Märta', ownWords: 'Hän lyö minua.\nApua 👩\u200d👧' })
    expect(notes.map(({ text }) => text)).toEqual(['Soita äidille'])
  })

  it('is the same request when it is sent again in another form', async () => {
    const sent = body({ ownWords: 'A\u0308iti' })
    const first = await post(sent)
    const again = await post({ ...sent, contact: { ...sent.contact, ownWords: 'Äiti' } })
    expect([again.statusCode, again.body]).toEqual([201, first.body])
  })

  it('is measured as it is meant, and may not be nothing where something is needed', async () => {
    expect((await post(body({ name: `${'a\u0308'.repeat(80)}` }))).statusCode).toBe(201)
    expect((await post(body({ phone: '\u200b' }))).json()).toMatchObject({ field: '/contact/phone' })
  })

  it('signs in whoever was added under it in another form; a password is left as it came', async () => {
    const staff = { username: 'pa\u0308ivi', firstName: 'Päivi', name: 'Päivi P', title: 'testi', roles: [] }
    const { password } = await addStaff(staff, test, 'pitka-\u200bsalasana')
    const sign = (username: string, secret: string) =>
      test.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: test.own,
        payload: { username, password: secret },
      })
    expect((await sign('päivi', password)).statusCode).toBe(200)
    expect((await sign('pa\u0308ivi', password)).statusCode).toBe(200)
    expect((await sign('päivi', password.replace('\u200b', ''))).statusCode).toBe(401)
  })

  it('red twin: where text is taken as it comes, a name stays in pieces', async () => {
    vi.resetModules()
    vi.doMock('#core/request/typed-text.ts', () => ({ typedText: (text: string) => text }))
    const { parseBody } = await import('../../../server/guard/body.ts')
    vi.doUnmock('#core/request/typed-text.ts')
    const read = (parse: typeof parseBody) =>
      parse(Buffer.from(JSON.stringify({ name: 'Ma\u0308rta\u200b' })))
    expect(read(parseBody)).toEqual({ name: 'Ma\u0308rta\u200b' })
    vi.resetModules()
    expect(read((await import('../../../server/guard/body.ts')).parseBody)).toEqual({ name: 'Märta' })
  })
})
