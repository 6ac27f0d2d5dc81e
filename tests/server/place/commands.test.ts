/** The place and the staff, changed by command beside a server that runs: promises follow, the next process hears of it, the log has it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runPlace } from '../../../server/commands/place/command.ts'
import { runStaff } from '../../../server/commands/staff/command.ts'
import type { PlaceDeps } from '../../../server/place/change.ts'
import { build, PASSWORD, type TestApp } from '../../support/app.ts'
import { until } from '../../support/process.ts'

describe.each(['sqlite', 'postgres'] as const)('by command, on a running server (%s)', (engine) => {
  let running: TestApp
  let beside: TestApp
  let at: PlaceDeps
  beforeAll(async () => {
    running = await build({ engine })
    const { database, keys, clock } = running
    beside = await build({ engine, database, keys, clock })
    // the command is a process of its own
    const store = await database.open({ clock, keys })
    at = {
      store,
      organisation: running.organisation,
      clock,
      spokenOf: () => ({ routed: ['consultation'] }),
    }
  }, 300_000)
  afterAll(async () => {
    await beside.close()
    await running.close()
  })

  const words = (line: string) => (line.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''))
  const place = async (line: string) => (await runPlace(words(line), at)).lines
  const staff = async (line: string) => (await runStaff(words(line), at)).lines
  const promised = async ({ app }: TestApp, area = 'north') => {
    const { areas } = (await app.inject('/api/promises?station=laukaa')).json()
    return areas.find((one: { area: string }) => one.area === area).promise
  }
  const page = async ({ app }: TestApp, station = 'laukaa') =>
    (await app.inject(`/chat/fi?station=${station}`)).body
  const lastAction = async () => {
    const [row] = await running.store.read(running.organisation, (view) => view.log.latestAccesses(1))
    return [row?.person, row?.action, row?.ground]
  }

  it('a closure moves the promise, in every process', async () => {
    expect((await promised(running)).day).toBe('2026-11-24')
    expect(await place('closure illness --from 2026-11-24 --to 2026-11-25')).toEqual([
      'Everybody is closed from 2026-11-24 to 2026-11-25.',
    ])
    expect(await lastAction()).toEqual(['system', 'place:closures/illness', 'operator'])
    await until('both promise the day after', async () =>
      [await promised(running), await promised(beside)].every(({ day }) => day === '2026-11-26'),
    )
    await place('closure illness --remove')
    await until('it is the day of before', async () => (await promised(running)).day === '2026-11-24')
  })
  it('an hour of an area holds from its day on', async () => {
    await place('set areas north callBy=15:00 --from 2026-11-25')
    expect((await promised(running)).by).toBe('16:00')
    running.clock.set('2026-11-25T08:00:00+02:00')
    expect([(await promised(running)).by, (await promised(beside)).by]).toEqual(['15:00', '15:00'])
    running.clock.set('2026-11-24T10:00:00+02:00')
  })
  it('an absence that leaves nobody is told, and one who stands in calls', async () => {
    const [, but] = await place('absence demo-helmi --from 2026-11-24 --to 2026-11-27')
    expect(but).toBeUndefined() // the area has substitutes
    await place('absence demo-helmi --from 2026-11-24 --to 2026-11-27 --substitute demo-marja')
    const answered = await running.app.inject('/api/promises?station=laukaa')
    expect(answered.statusCode, answered.body).toBe(200)
    const { areas } = answered.json()
    expect(areas.find((one: { area: string }) => one.area === 'north').callers).toMatchObject([
      { firstName: 'Marja' },
    ])
    const { me } = await running.signIn('marja')
    expect(me.areas).toContainEqual(expect.objectContaining({ area: 'north', substitute: true }))
    await place('absence demo-helmi --from 2026-11-24 --remove')
  })
  it('people are named by their username, as `npm run staff` lists them', async () => {
    expect(await place('absence helmi --from 2026-11-24 --to 2026-11-27 --substitute Marja')).toEqual([
      'helmi is away from 2026-11-24 to 2026-11-27; Marja stands in.',
    ])
    expect(await lastAction()).toEqual(['system', 'place:absences/demo-helmi/2026-11-24', 'operator'])
    await place('absence helmi --from 2026-11-24 --remove')
    await place('set duty south/helmi kind=own --from 2026-12-01')
    expect(await lastAction()).toEqual(['system', 'place:duty/south/demo-helmi', 'operator'])
    await place('set duty south/helmi kind=substitute --from 2026-12-01 --instead')
    await expect(place('absence nobody --from 2026-11-24 --to 2026-11-27')).rejects.toMatchObject({
      extra: { detail: 'There is no person nobody.' },
    })
  })
  it('a station’s week is on the page of every process', async () => {
    await page(running)
    await page(beside)
    await place("set hours laukaa 'hours=1-5 09:10-14:50' --from 2026-11-24")
    await until('both pages have the new hours', async () =>
      (await Promise.all([page(running), page(beside)])).every(
        (html) => html.includes('9.10') || html.includes('09:10'),
      ),
    )
  })
  it('a municipality is served by another area from its day on', async () => {
    await place('set municipalities 275 area=south --from 2026-12-01')
    const area = (day: string) =>
      running.store.read(running.organisation, (view) => view.place.ofMunicipality('275', day))
    expect([await area('2026-11-30'), await area('2026-12-01')]).toEqual(['north', 'south'])
    expect(
      (await place('list municipalities')).filter((line) => line.startsWith('municipalities/275')),
    ).toEqual([
      expect.stringContaining('2026-01-01 – 2026-11-30  area=north'),
      expect.stringContaining('2026-12-01 –   area=south'),
    ])
  })
  it('lanes are listed, set with their register and ended; what the content leads to is told', async () => {
    await place('set lanes social-work register=social --from 2026-11-24')
    expect(await lastAction()).toEqual(['system', 'place:lanes/social-work', 'operator'])
    expect((await place('list lanes')).toSorted()).toEqual([
      'lanes/consultation  2026-01-01 –   register=health',
      'lanes/guidance  2026-01-01 –   register=health',
      'lanes/social-work  2026-11-24 –   register=social',
    ])
    await expect(place('set lanes social-work register=police --from 2026-11-24')).rejects.toThrow(
      'register: "police" cannot be',
    )
    const [, but] = await place('end lanes consultation --to 2026-11-23')
    const says = 'From 2026-11-24 on there is no lane consultation, to which the content in force leads'
    expect(but).toContain(`But: ${says}`)
    const check = await runPlace(['check'], at)
    expect([check.code, check.lines[0]]).toEqual([1, expect.stringContaining(`lanes/consultation: ${says}`)])
    running.clock.set('2026-11-24T10:05:00+02:00')
    const ready = await running.app.inject('/readyz')
    expect([ready.statusCode, ready.json().place]).toEqual([200, ['lanes/consultation without-lane']])
    expect(await running.app.metrics.text()).toContain('kynnys_place_faults 1')
    // the desk knows the names and registers of the day
    expect((await running.signIn('helmi')).me.lanes).toEqual([
      { lane: 'guidance', register: 'health' },
      { lane: 'social-work', register: 'social' },
    ])
    await place('set lanes consultation register=health --from 2026-11-24')
    await place('end lanes social-work --to 2026-11-23')
    running.clock.set('2026-11-24T10:00:00+02:00')
  })
  it('what cannot be is refused in a sentence that names the field', async () => {
    const why = (line: string) => place(line).catch((error) => error.message || error.extra?.detail)
    await expect(place('set areas north capacity=0 --from 2026-12-01')).rejects.toThrow(
      'capacity: 0 cannot be',
    )
    await expect(place('set areas north size=4 --from 2026-12-01')).rejects.toThrow(
      'size: there is no such field',
    )
    await expect(place('set areas north capacity=4')).rejects.toThrow('--from')
    await expect(place('set rivers north capacity=4 --from 2026-12-01')).rejects.toThrow('Kinds are areas')
    await expect(place("set hours laukaa 'hours=always' --from 2026-12-01")).rejects.toThrow(
      'write it as 1-5',
    )
    await expect(place('closure x --from 2026-12-01')).rejects.toThrow('to: it must be said')
    expect(await why('nothing')).toContain('npm run place')
  })
  it('numbers are listed and verified, and what is amiss is said', async () => {
    expect((await place('numbers'))[0]).toContain(
      'line:emergency  112  unverified, shown; nobody has called it',
    )
    expect(await place("verified line:emergency --by 'Helmi'")).toEqual([
      'line:emergency is verified by Helmi.',
    ])
    expect((await place('numbers'))[0]).toContain('line:medical-helpline')
    // an hour was changed above: said, and no fault
    expect((await place('check')).at(-1)).toBe('The place is as it should be.')
  })
  it('who works here is listed, disabled, given another password, and signed out', async () => {
    expect((await staff('list')).find((line) => line.startsWith('aino'))).toContain('(north) south (west)')
    const { headers } = await running.signIn('aino')
    const asked = () => running.app.inject({ url: '/api/session', headers })
    expect((await asked()).statusCode).toBe(200)
    expect(await staff('sessions aino')).toHaveLength(1)
    await staff('end-sessions aino')
    expect((await asked()).statusCode).toBe(401)
    const [line = ''] = await staff('reset aino')
    await expect(running.signIn('aino')).rejects.toThrow('wrong-sign-in')
    const { me } = await running.signIn('aino', line.split(' ').at(-1))
    expect(me.roles).toEqual(['coordinator'])
    await staff('disable aino')
    await expect(running.signIn('aino', line.split(' ').at(-1))).rejects.toThrow('wrong-sign-in')
    expect((await runPlace(['check'], at)).lines.join()).toContain('nobody owns area south')
    await staff('enable aino')
    expect(await lastAction()).toEqual(['system', 'staff-enabled:demo-aino', 'operator'])
  })
  it('somebody stays who may administer', async () => {
    await expect(staff('disable tuomas')).rejects.toMatchObject({ field: '/person' })
    await expect(staff('roles tuomas editor')).rejects.toMatchObject({ field: '/person' })
    await expect(staff('roles tuomas queen')).rejects.toThrow('There is no role “queen”')
  })
  it('an auditor is nothing else, by command and by address', async () => {
    await expect(staff('roles helmi coordinator,auditor')).rejects.toMatchObject({ field: '/roles' })
    const { headers } = await running.signIn('tuomas')
    const answer = await running.app.inject({
      method: 'PUT',
      url: '/api/admin/staff/demo-helmi/roles',
      headers,
      payload: { roles: ['auditor', 'admin'] },
    })
    expect(answer.json()).toMatchObject({ code: 'invalid-field', field: '/roles' })
    expect((await staff('list')).find((line) => line.startsWith('helmi'))).toContain('  coordinator  ')
  })
  it.each([
    ['helmi', 'coordinator,admin'],
    ['marja', 'lead,editor,admin'],
    ['tuomas', 'admin,lead'],
  ])('who administers reads no requests: %s is not made %s', async (name, roles) => {
    await expect(staff(`roles ${name} ${roles}`)).rejects.toMatchObject({ field: '/roles' })
    const { headers } = await running.signIn('tuomas')
    const answer = await running.app.inject({
      method: 'PUT',
      url: `/api/admin/staff/demo-${name}/roles`,
      headers,
      payload: { roles: roles.split(',') },
    })
    expect(answer.json()).toMatchObject({ code: 'invalid-field', field: '/roles' })
    expect((await runPlace(['check'], at)).lines.join()).not.toContain('reads none')
  })
  it('roles that were joined before are told, with what to do', async () => {
    const roles = JSON.stringify(['admin', 'lead'])
    await running.store.record(running.organisation, (tx) => tx.people.setRoles('demo-tuomas', roles))
    const { lines } = await runPlace(['check'], at)
    expect(lines.join()).toMatch(/Tuomas Esimerkki \(demo-tuomas\): .*give admin and lead to two persons/)
  })
  it('areas of a person begin and end on a day', async () => {
    await staff('areas elias --own west,south --from 2026-12-01')
    const areas = (day: string) =>
      running.store.read(running.organisation, (view) => view.place.ofPerson('demo-elias', day))
    expect(await areas('2026-12-01')).toEqual([
      { area: 'south', kind: 'own' },
      { area: 'west', kind: 'own' },
    ])
  })

  describe('one’s own way in', () => {
    const next = 'a-quiet-new-password'
    it('is changed by who knows the old password, and every other session ends', async () => {
      const first = await running.signIn('helmi')
      const second = await running.signIn('helmi')
      const change = (old: string) =>
        running.app.inject({
          method: 'POST',
          url: '/api/session/password',
          headers: first.headers,
          payload: { old, next },
        })
      expect((await change('another one')).json()).toMatchObject({ code: 'wrong-sign-in' })
      expect((await change(PASSWORD)).statusCode).toBe(204)
      const alive = async ({ headers }: typeof first) =>
        (await running.app.inject({ url: '/api/session', headers })).statusCode
      expect([await alive(first), await alive(second)]).toEqual([200, 401])
      const third = await running.signIn('helmi', next)
      const out = await running.app.inject({
        method: 'DELETE',
        url: '/api/session/everywhere',
        headers: third.headers,
      })
      expect(out.statusCode).toBe(204)
      expect([await alive(first), await alive(third)]).toEqual([401, 401])
    })
  })
})
