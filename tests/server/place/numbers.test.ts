/** Of numbers only those that a person has verified are shown; who called which, and which is due, is on one list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Changer, OPERATOR, type PlaceDeps } from '../../../server/place/change.ts'
import { factsOf, linesShown, placeOf } from '../../../server/place/facts.ts'
import { readNumbers } from '../../../server/place/numbers.ts'
import { setFact } from '../../../server/place/set.ts'
import { verifyNumber } from '../../../server/place/verify.ts'
import type { Store } from '../../../server/store/store.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { ORGANISATION, place, settle } from '../../support/people.ts'

const TODAY = '2026-11-24'
const ADMIN: Changer = { person: 'marja', ground: 'admin' }
const line = (id: string, number: string, nextCheck = '2027-01-01') => ({
  ...{ line: id, number, verifiedOn: '2026-01-01', verifiedBy: 'Test', nextCheck, source: 'a test' },
})

describe.each(engines)('numbers ($name)', (engine) => {
  let database: TestDatabase
  let store: Store
  let deps: PlaceDeps
  const clock = testClock()
  beforeAll(async () => {
    database = await engine.create()
    store = await database.open({ clock, keys: testKeys() })
    const seed = place()
    seed.lines = { ...seed.lines, lines: [line('emergency', '112', '2026-02-01'), line('crisis', '116 123')] }
    await settle(store, { seed })
    deps = { store, organisation: ORGANISATION, clock, spokenOf: () => ({ routed: [] }) }
  })
  afterAll(() => database.remove())

  const list = async () => {
    const rows = await store.read(ORGANISATION, (view) => readNumbers(view, TODAY))
    return rows.map(({ id, state, shown }) => `${id} ${state} ${shown ? 'shown' : 'hidden'}`)
  }
  const shown = async () => {
    const facts = await store.read(ORGANISATION, (view) => factsOf(view, TODAY))
    const at = placeOf(facts, 'joutsa', 'fi')
    return [at?.station.phone, at?.coordinatorPhone, linesShown(facts, TODAY).map(({ number }) => number)]
  }

  it('of help lines stand first, shown as they were read, until somebody has called them', async () => {
    expect(await list()).toEqual(['line:emergency unverified shown', 'line:crisis unverified shown'])
  })
  it('of services are hidden until a person has called them, and again when the number is another one', async () => {
    await setFact(deps, OPERATOR, 'stations', 'joutsa', { validFrom: TODAY, phone: '014 123 4567' })
    await setFact(deps, OPERATOR, 'areas', 'south', { validFrom: TODAY, phone: '014 123 0000' })
    expect(await shown()).toEqual([null, null, ['112', '116 123']])
    expect((await list()).slice(2)).toEqual([
      'area-phone:south unverified hidden',
      'station-phone:joutsa unverified hidden',
    ])
    await verifyNumber(deps, ADMIN, 'station-phone:joutsa', { reached: true, by: 'Marja' })
    await verifyNumber(deps, ADMIN, 'area-phone:south', { reached: false, by: 'Marja' })
    expect(await shown()).toEqual(['014 123 4567', null, ['112', '116 123']])
    expect((await list()).slice(2)).toEqual([
      'area-phone:south wrong hidden',
      'station-phone:joutsa verified shown',
    ])
    await setFact(deps, OPERATOR, 'stations', 'joutsa', { validFrom: TODAY, phone: '014 123 9999' })
    expect(await shown()).toEqual([null, null, ['112', '116 123']])
  })
  it('that lead elsewhere are not shown any more, 112 always', async () => {
    await verifyNumber(deps, ADMIN, 'line:crisis', { reached: false, by: 'Marja' })
    await verifyNumber(deps, ADMIN, 'line:emergency', { reached: false, by: 'Marja' })
    expect((await shown())[2]).toEqual(['112'])
    await verifyNumber(deps, ADMIN, 'line:crisis', { reached: true, by: 'Marja' })
    expect((await shown())[2]).toEqual(['112', '116 123'])
    await setFact(deps, OPERATOR, 'lines', 'crisis', { validFrom: TODAY, number: '116 124' })
    expect((await shown())[2]).toEqual(['112'])
    expect(await list()).toContain('line:crisis unverified hidden')
  })
  it('stay away also when a change of their line was planned before, or passes', async () => {
    await setFact(deps, OPERATOR, 'lines', 'crisis', { validFrom: TODAY, number: '116 123' })
    await verifyNumber(deps, ADMIN, 'line:crisis', { reached: true, by: 'Marja' })
    await setFact(deps, OPERATOR, 'lines', 'crisis', { validFrom: '2027-01-04', position: 7 })
    await verifyNumber(deps, ADMIN, 'line:crisis', { reached: false, by: 'Marja' })
    const rows = await store.read(ORGANISATION, (view) => view.placeTables.from(TODAY))
    const periods = rows.phone_line.filter(({ line }) => line === 'crisis')
    expect(periods.length).toBeGreaterThan(1)
    expect(periods.map(({ verified_on }) => verified_on)).toEqual(periods.map(() => null))
  })
  it('are written down with who verified them', async () => {
    const rows = await store.read(ORGANISATION, (view) => view.log.accesses(0, 100))
    expect(rows.map(({ action, person }) => `${person} ${action}`)).toContain(
      'marja place:verified:line:crisis',
    )
    expect(await store.read(ORGANISATION, (view) => view.placeTables.checks())).toContainEqual(
      expect.objectContaining({
        kind: 'area-phone',
        id: 'south',
        answered: 0,
        checked_by: 'Marja',
        next_check: '2027-02-22',
      }),
    )
  })
})
