/** The place can be changed from a day on: what holds then, what cannot be, and what is written down. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DatedChange, DatedKind } from '#core/contract/place.ts'
import {
  removeAbsence,
  removeClosure,
  setAbsence,
  setClosure,
  setOrganisation,
} from '../../../server/place/away.ts'
import { type Changer, OPERATOR, type PlaceDeps } from '../../../server/place/change.ts'
import { endFact, setFact } from '../../../server/place/set.ts'
import { estimates } from '../../../server/promise/estimates.ts'
import { Refusal } from '../../../server/refusal.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { ORGANISATION, settle } from '../../support/people.ts'

const ADMIN: Changer = { person: 'marja', ground: 'admin' }
/** A Tuesday. */
const TODAY = '2026-11-24'

describe.each(engines)('the place ($name)', (engine) => {
  let database: TestDatabase
  let store: Store
  let deps: PlaceDeps
  const clock = testClock()
  const set = (kind: DatedKind, key: string, body: DatedChange) => setFact(deps, ADMIN, kind, key, body)
  const end = (kind: DatedKind, key: string, validTo: string) => endFact(deps, ADMIN, kind, key, { validTo })
  const areasOn = (day: string) => store.read(ORGANISATION, (view) => view.place.areas(day))
  const capacityOn = async (day: string) =>
    (await areasOn(day)).find(({ area }) => area === 'south')?.capacity
  /** The field and the words of a refusal. */
  const refused = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        return `${error.field ?? error.code} ${error.extra.detail}`
      },
    )

  beforeAll(async () => {
    database = await engine.create()
    store = await database.open({ clock, keys: testKeys() })
    await settle(store)
  })
  beforeEach(() => {
    clock.set(`${TODAY}T10:00:00+02:00`)
    deps = {
      store,
      organisation: ORGANISATION,
      clock,
      spokenOf: () => ({ routed: ['consultation'] }),
    }
  })
  afterAll(() => database.remove())

  it('has another capacity from a day on, or to a day, and what is not told stays', async () => {
    await set('areas', 'south', { validFrom: '2026-12-01', capacity: 20 })
    await set('areas', 'south', { validFrom: '2026-12-14', validTo: '2026-12-18', capacity: 3 })
    const days = ['2026-11-30', '2026-12-01', '2026-12-13', '2026-12-14', '2026-12-18', '2026-12-19']
    const seen: unknown[] = []
    for (const day of days) seen.push(await capacityOn(day))
    expect(seen).toEqual([1000, 20, 20, 3, 3, 20])
    expect((await areasOn('2026-12-14')).find(({ area }) => area === 'south')).toMatchObject({
      cut_off: '13:00',
      call_by: '16:00',
    })
  })
  it('refuses what is planned otherwise, unless it is said to come instead', async () => {
    const body = { validFrom: '2026-12-02', capacity: 7 }
    expect(await refused(set('areas', 'south', body))).toContain(
      '/validTo Something else is planned from 2026-12-14',
    )
    await set('areas', 'south', { ...body, instead: true })
    expect([
      await capacityOn('2026-12-01'),
      await capacityOn('2026-12-16'),
      await capacityOn('2027-06-01'),
    ]).toEqual([20, 7, 7])
  })
  it('tells everybody and is written down, with ids and nothing else', async () => {
    const before = await store.read(ORGANISATION, (view) => view.log.last())
    await set('duty', 'south/helmi', { validFrom: TODAY, kind: 'substitute' })
    await setOrganisation(deps, OPERATOR, { name: 'Another name' })
    const events = await store.read(ORGANISATION, (view) => view.log.after(before, 10))
    expect(events.map(({ type, area, actor }) => [type, area, actor])).toEqual([
      ['area-changed', 'south', 'marja'],
      ['area-changed', undefined, undefined],
    ])
    const [last, first] = await store.read(ORGANISATION, (view) => view.log.latestAccesses(2))
    expect([first, last].map((row) => [row?.person, row?.action, row?.area, row?.ground])).toEqual([
      ['marja', 'place:duty/south/helmi', 'south', 'admin'],
      ['system', 'place:organisation', null, 'operator'],
    ])
  })
  it('takes nothing back of the past, and writes nothing that it refuses', async () => {
    const before = await store.read(ORGANISATION, (view) => view.log.last())
    expect(await refused(set('areas', 'south', { validFrom: '2026-11-23', capacity: 2 }))).toContain(
      '/validFrom What was before today (2026-11-24) stays',
    )
    expect(
      await refused(set('areas', 'south', { validFrom: TODAY, validTo: '2026-11-20', capacity: 2 })),
    ).toContain('/validTo It would end on 2026-11-20, before it begins')
    expect(await refused(set('areas', 'east', { validFrom: TODAY, name: 'East' }))).toBe(
      '/cutOff It is new: say its cutOff too.',
    )
    expect(await refused(end('lines', 'nobody', TODAY))).toContain('not-found')
    expect(await store.read(ORGANISATION, (view) => view.log.last())).toBe(before)
  })

  const week = (...hours: [number, string, string][]) => ({
    validFrom: TODAY,
    hours: hours.map(([weekday, from, to]) => ({ weekday, from, to })),
  })
  const IMPOSSIBLE: [string, () => Promise<unknown>, string][] = [
    [
      'hours that end before they begin',
      () => set('hours', 'joutsa', week([1, '16:00', '08:00'])),
      '/hours Monday 16:00–08:00 ends',
    ],
    [
      'hours that run into others',
      () => set('hours', 'joutsa', week([1, '08:00', '12:00'], [1, '11:00', '16:00'])),
      '/hours Monday 11:00–16:00 runs into',
    ],
    [
      'a reception behind a closed door',
      () =>
        set('stations', 'joutsa', {
          validFrom: TODAY,
          reception: [{ weekday: 6, from: '09:00', to: '10:00' }],
        }),
      '/reception Station joutsa is not open all of Saturday',
    ],
    [
      'a cut-off after the last call',
      () => set('areas', 'south', { validFrom: TODAY, validTo: TODAY, cutOff: '17:00' }),
      '/cutOff From 2026-11-24 on the cut-off',
    ],
    [
      'a telephone number that is none',
      () => set('stations', 'joutsa', { validFrom: TODAY, phone: '12' }),
      '/phone “12” of stations/joutsa is no telephone number',
    ],
    [
      'an area that is not there',
      () => set('municipalities', '172', { validFrom: TODAY, area: 'nowhere' }),
      '/area municipalities/172 says the area nowhere: there is none',
    ],
    [
      'a municipality in no area',
      () => end('municipalities', '172', '2026-12-31'),
      '/municipality stations/joutsa says the municipality 172, which is not there from 2027-01-01',
    ],
    [
      'an area that ends under its residents',
      () => end('areas', 'south', '2026-12-31'),
      '/area municipalities/172 says the area south, which is not there from 2027-01-01',
    ],
    [
      'a closure that is backwards',
      () => setClosure(deps, ADMIN, 'a', { station: 'joutsa', from: '2026-12-10', to: '2026-12-09' }),
      '/to It ends on 2026-12-09',
    ],
    [
      'a closed station that serves instead of itself',
      () => setClosure(deps, ADMIN, 'a', { station: 'joutsa', from: TODAY, to: TODAY, substitute: 'joutsa' }),
      '/substitute joutsa cannot serve instead of itself',
    ],
    [
      'somebody who stands in for themselves',
      () => setAbsence(deps, ADMIN, { person: 'aino', from: TODAY }, { to: TODAY, substitute: 'aino' }),
      '/substitute aino cannot stand in',
    ],
    [
      'an absence of nobody',
      () => setAbsence(deps, ADMIN, { person: 'nobody', from: TODAY }, { to: TODAY }),
      '/person There is no person nobody',
    ],
    [
      'a day without 112',
      () => end('lines', 'emergency', TODAY),
      '/number From 2026-11-25 on no line has the number 112',
    ],
    [
      'a duty of nobody',
      () => set('duty', 'south/nobody', { validFrom: TODAY, kind: 'own' }),
      '/person There is no person nobody',
    ],
    [
      'a duty area that is none',
      () => setOrganisation(deps, ADMIN, { dutyArea: 'east' }),
      '/dutyArea organisation says the area east',
    ],
  ]
  it.each(IMPOSSIBLE)('refuses %s, and says so', async (_what, act, words) => {
    expect(await refused(act())).toContain(words)
  })
  it('refuses to leave an area without an owner', async () => {
    await end('duty', 'south/elias', '2026-12-31')
    expect(await refused(end('duty', 'south/aino', '2026-12-31'))).toContain(
      '/area From 2027-01-01 on nobody owns area south',
    )
  })
  it('refuses who is away too to stand in, and a station that is closed itself', async () => {
    await setAbsence(
      deps,
      ADMIN,
      { person: 'aino', from: '2026-12-07' },
      { to: '2026-12-11', substitute: 'helmi' },
    )
    const other = setAbsence(
      deps,
      ADMIN,
      { person: 'elias', from: '2026-12-11' },
      { to: '2026-12-12', substitute: 'aino' },
    )
    expect(await refused(other)).toContain('/substitute aino is away too, from 2026-12-07 to 2026-12-11')
    const again = setAbsence(deps, ADMIN, { person: 'aino', from: '2026-12-09' }, { to: '2026-12-20' })
    expect(await refused(again)).toContain('/from aino is away from 2026-12-07 to 2026-12-11 already')
    await setClosure(deps, ADMIN, 'laukaa-shut', { station: 'laukaa', from: '2026-12-08', to: '2026-12-08' })
    const shut = setClosure(deps, ADMIN, 'joutsa-shut', {
      station: 'joutsa',
      from: '2026-12-08',
      to: '2026-12-09',
      substitute: 'laukaa',
    })
    expect(await refused(shut)).toContain('/substitute laukaa is closed itself from 2026-12-08')
    await removeClosure(deps, ADMIN, 'laukaa-shut')
    await removeAbsence(deps, ADMIN, { person: 'aino', from: '2026-12-07' })
    expect(await refused(removeClosure(deps, ADMIN, 'laukaa-shut'))).toContain('not-found')
  })
  it('gives the substitute the area for the days of the absence, and promises follow', async () => {
    const areas = (day: string) => store.read(ORGANISATION, (view) => view.place.ofPerson('helmi', day))
    await end('duty', 'south/helmi', TODAY)
    await setAbsence(
      deps,
      ADMIN,
      { person: 'aino', from: '2026-12-07' },
      { to: '2026-12-08', substitute: 'helmi' },
    )
    expect(await areas('2026-12-08')).toContainEqual({ area: 'south', kind: 'substitute' })
    expect(await areas('2026-12-09')).toEqual([{ area: 'north', kind: 'own' }])
    await setClosure(deps, ADMIN, 'all-away', { from: TODAY, to: '2026-11-26' })
    const { areas: told } = await estimates({ store, clock }, ORGANISATION, 'joutsa')
    expect(told.map(({ promise }) => promise?.day)).toEqual(['2026-11-27', '2026-11-27'])
    clock.set('2026-11-25T10:00:00+02:00')
    await removeClosure(deps, ADMIN, 'all-away')
    const { areas: then } = await estimates({ store, clock }, ORGANISATION, 'joutsa')
    expect(then.map(({ promise }) => promise?.day)).toEqual(['2026-11-25', '2026-11-25'])
  })
  it('serves a municipality in another area from a day on', async () => {
    await set('municipalities', '172', { validFrom: '2027-02-01', area: 'north' })
    const area = (day: string) => store.read(ORGANISATION, (view) => view.place.ofMunicipality('172', day))
    expect([await area('2027-01-31'), await area('2027-02-01')]).toEqual(['south', 'north'])
  })
})
