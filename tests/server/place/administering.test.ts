/** What an administrator is told before and after a change: what it touches, that another was quicker, that it is done already. */
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  PlaceCalendar,
  PlaceChanges,
  PlaceFindings,
  PlacePromises,
  PlaceTables,
} from '#core/contract/administration.ts'
import type { StaffList } from '#core/contract/staff.ts'
import { touchedBy } from '../../../server/place/touched.ts'
import { build, type TestApp } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { engines } from '../../support/databases.ts'

const TODAY = '2026-11-24'
const PLACE = '/api/admin/place'

describe.each(engines)('administering ($name)', ({ name: engine }) => {
  let running: TestApp
  let headers: Record<string, string>
  beforeEach(async () => {
    running = await build({ engine })
    headers = (await running.signIn('tuomas')).headers
  })
  afterEach(() => running.close())

  const ask = async <Body>(
    method: 'GET' | 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
    mark?: string,
  ) => {
    const answer = await running.app.inject({
      ...{ method, url, headers: { ...headers, ...(mark && { 'if-match': `"${mark}"` }) } },
      ...(payload && { payload }),
    })
    if (answer.statusCode === 204) return {} as Body & { code?: string; field?: string; reason?: string }
    return answer.json<Body & { code?: string; field?: string; reason?: string }>()
  }
  const place = () => ask<PlaceTables>('GET', PLACE)
  const changes = async () => (await ask<PlaceChanges>('GET', '/api/admin/changes')).changes
  const send = async () => {
    const body = asking(running.content.current().revision)
    const answer = await running.app.inject({ method: 'POST', url: '/api/callback-requests', payload: body })
    expect(answer.statusCode).toBe(201)
    return answer.json<{ promise: { day: string } }>().promise.day
  }
  const shut = { area: 'north', from: TODAY, to: TODAY }

  it('says which promised days a closure touches, and what would be promised, and has done nothing', async () => {
    expect([await send(), await send(), await send()]).toEqual([TODAY, TODAY, TODAY])
    const before = [await place(), await changes()]
    const { preview } = await ask<PlaceFindings>('PUT', `${PLACE}/closures/storm?preview=true`, shut)
    expect(preview?.touched).toEqual([{ area: 'north', day: TODAY, requests: 3, places: 0 }])
    const north = preview?.promises.find(({ area }) => area === 'north')
    expect([north?.before?.day, north?.after?.day]).toEqual([TODAY, '2026-11-25'])
    const south = preview?.promises.find(({ area }) => area === 'south')
    expect([south?.before?.day, south?.after?.day]).toEqual([TODAY, TODAY])
    expect([await place(), await changes()]).toEqual(before)
    // the same told in earnest does what was foretold
    await ask('PUT', `${PLACE}/closures/storm`, shut)
    expect(await send()).toBe('2026-11-25')
  })

  it('counts a closed station’s own residents alone, and none where another serves instead', async () => {
    await send()
    const touched = async (body: object) =>
      (
        await ask<PlaceFindings>('PUT', `${PLACE}/closures/storm?preview=true`, {
          from: TODAY,
          to: TODAY,
          ...body,
        })
      ).preview?.touched
    expect(await touched({ station: 'laukaa' })).toEqual([
      { area: 'north', day: TODAY, requests: 1, places: 0 },
    ])
    expect(await touched({ station: 'laukaa', substitute: 'konnevesi' })).toEqual([])
    expect(await touched({ station: 'joutsa' })).toEqual([])
  })

  it('says what somebody who falls ill holds, and what is wrong once nobody stands in', async () => {
    await send()
    const { headers: helmi } = await running.signIn('helmi')
    const { rows } = (await running.app.inject({ url: '/api/desk/queue', headers: helmi })).json<{
      rows: { id: string }[]
    }>()
    const taken = await running.app.inject({
      ...{ method: 'POST', url: `/api/desk/requests/${rows[0]?.id}/take`, headers: helmi },
    })
    expect(taken.statusCode).toBe(200)
    const ill = (body: object) =>
      ask<PlaceFindings>('PUT', `${PLACE}/absences/demo-helmi/${TODAY}?preview=true`, { to: TODAY, ...body })
    const found = await ill({ substitute: 'demo-elias' })
    expect(found).toMatchObject({ preview: { held: 1, touched: [] }, faults: [] })
    expect(JSON.stringify(found)).not.toContain(rows[0]?.id)
    expect(await ill({ substitute: 'demo-helmi' })).toMatchObject({
      field: '/substitute',
      reason: 'substitute',
    })
  })

  it('refuses a change upon what another has changed meanwhile, and writes nothing over it', async () => {
    const south = async () => {
      const found = (await place()).areas.filter(({ key }) => key === 'south').at(-1)
      return { mark: found?.mark, ...(found?.value as { capacity: number }) }
    }
    const { mark } = await south()
    await ask('PUT', `${PLACE}/areas/south`, { validFrom: TODAY, capacity: 5 }, mark)
    const late = await ask('PUT', `${PLACE}/areas/south`, { validFrom: TODAY, capacity: 7 }, mark)
    expect(late).toMatchObject({ code: 'wrong-status', reason: 'changed-meanwhile' })
    expect((await south()).capacity).toBe(5)
    // without what was seen it is as it was before: the red twin
    await ask('PUT', `${PLACE}/areas/south`, { validFrom: TODAY, capacity: 7 })
    expect((await south()).capacity).toBe(7)
  })

  it('does nothing twice when an answer was lost on the way', async () => {
    const { none } = await place()
    const before = (await changes()).length
    for (const _ of [1, 2]) {
      expect(await ask('PUT', `${PLACE}/closures/storm`, shut, none)).toMatchObject({ faults: [] })
      expect(
        await ask(
          'PUT',
          `${PLACE}/absences/demo-helmi/${TODAY}`,
          { to: TODAY, substitute: 'demo-elias' },
          none,
        ),
      ).toHaveProperty('faults')
      expect(await ask('PUT', `${PLACE}/areas/south`, { validFrom: TODAY, capacity: 5 })).toHaveProperty(
        'faults',
      )
    }
    expect((await changes()).length).toBe(before + 3)
    // what is not known by its state is written down each time: a line twice would be seen (red twin)
    for (const _ of [1, 2]) await ask('PUT', `${PLACE}/organisation`, { name: 'Another name' })
    expect((await changes()).length).toBe(before + 5)
    // another closure of the same name is another one
    expect(await ask('PUT', `${PLACE}/closures/storm`, { ...shut, to: '2026-11-25' }, none)).toMatchObject({
      code: 'wrong-status',
    })
  })

  it('refuses roles upon those that another has changed meanwhile', async () => {
    const marja = async () => {
      const { staff } = await ask<StaffList>('GET', '/api/admin/staff')
      return staff.find(({ person }) => person === 'demo-marja')
    }
    const mark = (await marja())?.mark
    const roles = (...names: string[]) =>
      ask('PUT', '/api/admin/staff/demo-marja/roles', { roles: names }, mark)
    await roles('lead')
    expect(await roles('editor')).toMatchObject({ code: 'wrong-status', reason: 'changed-meanwhile' })
    // the same told again is done already
    expect(await roles('lead')).toEqual({})
    expect((await marja())?.roles).toEqual(['lead'])
  })

  it('calls a person by another name, and nothing of their rights changes', async () => {
    await ask('PUT', '/api/admin/staff/demo-helmi', { name: 'Helmi Uusinimi', title: 'ohjaaja' })
    const { me } = await running.signIn('helmi')
    expect([me.name, me.firstName, me.title, me.roles]).toEqual([
      'Helmi Uusinimi',
      'Helmi',
      'ohjaaja',
      ['coordinator'],
    ])
  })

  it('tells what residents would be promised on a day to come', async () => {
    const { day, promises } = await ask<PlacePromises>('GET', `${PLACE}/promises?day=2026-12-06`)
    expect(day).toBe('2026-12-06')
    expect(promises.map(({ area, promise }) => [area, promise?.day])).toEqual(
      ['north', 'south', 'west'].map((area) => [area, '2026-12-07']),
    )
  })

  it('looks over the coming days: who calls, what is promised, and when it is closed', async () => {
    await send()
    await ask('PUT', `${PLACE}/closures/storm`, { ...shut, from: '2026-11-25', to: '2026-11-25' })
    await ask('PUT', `${PLACE}/absences/demo-helmi/2026-11-26`, {
      to: '2026-11-26',
      substitute: 'demo-elias',
    })
    const { days } = await ask<PlaceCalendar>('GET', `${PLACE}/calendar`)
    const north = days.map(({ day, areas }) => ({ day, ...areas.find(({ area }) => area === 'north') }))
    expect(north.slice(0, 3)).toMatchObject([
      { day: TODAY, callers: ['demo-helmi'], places: 8, used: 1, closed: false },
      { day: '2026-11-25', callers: [], places: 0, used: 0, closed: true },
      { day: '2026-11-26', callers: ['demo-elias'], places: 8, used: 0, closed: false },
    ])
    expect(days.map(({ day }) => day)).not.toContain('2026-11-28')
  })

  it('tells what was changed, by whom, page by page, and no reading among it', async () => {
    await ask('PUT', `${PLACE}/closures/storm`, shut)
    await ask('POST', '/api/admin/staff/demo-helmi/end-sessions')
    await running.signIn('helmi')
    const [last, first] = await changes()
    expect([first, last].map((row) => [row?.by, row?.action])).toEqual([
      ['Tuomas Esimerkki', 'place:closures/storm'],
      ['Tuomas Esimerkki', 'staff-signed-out:demo-helmi'],
    ])
    const older = await ask<PlaceChanges>('GET', `/api/admin/changes?before=${last?.number}`)
    expect(older.changes[0]).toEqual(first)
  })

  describe('somebody new', () => {
    const someone = (more: object = {}) => ({
      ...{ person: randomUUID(), username: 'uusi', name: 'Uuno Uusi', title: 'palveluohjaaja' },
      ...{ roles: ['coordinator'], own: ['south'], ...more },
    })
    const hire = (body: object) => ask<{ password: string }>('POST', '/api/admin/staff', body)
    const signIn = (password: string) =>
      running.app
        .inject({
          method: 'POST',
          url: '/api/session',
          headers: running.own,
          payload: { username: 'uusi', password },
        })
        .then(({ statusCode }) => statusCode)

    it('signs in with the password that is shown once, and is added once when asked twice', async () => {
      const body = someone()
      const lost = await hire(body)
      const { password } = await hire(body)
      const { staff } = await ask<{ staff: { username: string }[] }>('GET', '/api/admin/staff')
      expect(staff.filter(({ username }) => username === 'uusi')).toEqual([
        expect.objectContaining({ name: 'Uuno Uusi', areas: [{ area: 'south', kind: 'own' }], sessions: 0 }),
      ])
      expect([await signIn(lost.password), await signIn(password)]).toEqual([401, 200])
      // who has signed in has a password that nobody makes anew by adding them
      expect(await hire(body)).toMatchObject({ field: '/username', reason: 'taken' })
      expect(await signIn(password)).toBe(200)
    })

    it.each([
      ['a username that is taken', { username: 'helmi' }, '/username', 'taken'],
      ['roles that must not be joined', { roles: ['admin', 'lead'] }, '/roles', 'joined-roles'],
      ['an area that is none', { own: ['east'] }, '/own', 'unknown'],
      ['an area for who calls nobody', { roles: ['editor'] }, '/own', 'not-calling'],
    ])('is refused %s, at the field', async (_what, more, field, reason) => {
      expect(await hire(someone(more))).toMatchObject({ code: 'invalid-field', field, reason })
    })
  })

  it('is nobody’s but an admin’s', async () => {
    const { headers: helmi } = await running.signIn('helmi')
    const asked = ['/api/admin/changes', `${PLACE}/promises`, PLACE, '/api/admin/staff'].map(
      async (url) => (await running.app.inject({ url, headers: helmi })).statusCode,
    )
    expect(await Promise.all(asked)).toEqual([403, 403, 403, 403])
  })
})

describe('days that a change touches', () => {
  const row = (requests: number, places: number, station = 'a') => ({
    area: 'n',
    day: TODAY,
    station,
    requests,
    places,
  })
  it('are those with fewer places than before, and not enough for who is promised', () => {
    expect(touchedBy([row(6, 8)], [row(6, 4)])).toEqual([{ area: 'n', day: TODAY, requests: 6, places: 4 }])
    expect(touchedBy([row(3, 8)], [row(3, 4)])).toEqual([])
    expect(touchedBy([row(9, 8)], [row(9, 8)])).toEqual([])
    expect(touchedBy([row(1, 8), row(2, 8, 'b')], [row(1, 8), row(2, 0, 'b')])).toEqual([
      { area: 'n', day: TODAY, requests: 2, places: 0 },
    ])
  })
})
