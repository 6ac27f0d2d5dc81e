/** The place as a page shows it: in its language, with what the dated tables say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { factsOf, placeOf } from '../../../server/place/facts.ts'
import { testClock } from '../../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../../support/databases.ts'
import { ORGANISATION, place, settle } from '../../support/people.ts'

const DAY = '2026-11-24'

describe.each(engines)('the place ($name)', (engine) => {
  let database: TestDatabase
  let facts: Awaited<ReturnType<typeof factsOf>>

  beforeAll(async () => {
    database = await engine.create()
    const store = await database.open({ clock: testClock(), keys: testKeys() })
    const seed = place()
    const [joutsa] = seed.stations.stations
    Object.assign(joutsa ?? {}, {
      names: { sv: 'Stationen i Joutsa' },
      page: 'https://example.org/joutsa',
      eBooking: 'https://example.org/book',
    })
    await settle(store, { seed })
    facts = await store.read(ORGANISATION, (view) => factsOf(view, DAY))
  })
  afterAll(() => database.remove())

  it.each([
    ['sv', 'Stationen i Joutsa'],
    ['sv-simple', 'Stationen i Joutsa'],
    ['fi', 'Joutsa'],
    ['en', 'Joutsa'],
  ])('is called in %s by the name it has there, else by its own: %s', (language, name) => {
    const shown = placeOf(facts, 'joutsa', language)
    expect(shown?.station.name).toBe(name)
    expect(shown?.stations.map((one) => one.name)).toEqual([name, 'Laukaa'])
  })

  it('has its page and its e-booking, and no empty ones', () => {
    expect(placeOf(facts, 'joutsa', 'fi')?.station).toMatchObject({
      page: 'https://example.org/joutsa',
      eBooking: 'https://example.org/book',
    })
    const other = placeOf(facts, 'laukaa', 'fi')?.station ?? {}
    expect(['page', 'eBooking'].filter((key) => key in other)).toEqual([])
  })
})
