/** Makes the practice organisation beside a real one, when somebody first goes there: its place as it stands today, its people, no request. */
import type { AreaSeed } from '#core/place/area.ts'
import { practiceOf } from '#core/request/practice.ts'
import type { Clock } from '../clock.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { seedArea } from '../store/seed.ts'
import type { Store, View } from '../store/store.ts'

type At = { store: Store; organisation: string; clock: Clock }

/** The slug of a station is everybody’s: here it is another one. */
const stationFor = (station: string) => `practice-${station}`.slice(0, 40)

const DAYS_BEFORE = 7
const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '16:00' }))

/** What holds today, without numbers: nobody is called from here. */
async function placeOn({ place, organisation }: View, day: string, since: string): Promise<AreaSeed> {
  const own = await place.organisation()
  const areas = await place.areas(day)
  const stations = await place.stations(day)
  const municipalities = await place.municipalities(day)
  const lanes = await place.lanes(day)
  return {
    organisation: {
      ...{ organisation: practiceOf(organisation), name: own?.name ?? organisation, validFrom: since },
      ...{ allowedOrigins: [], coordinatorPhone: null, dutyArea: own?.duty_area ?? areas[0]?.area ?? '' },
    },
    areas: areas.map(({ area, name, cut_off, call_by, capacity, reserve }) => ({
      ...{ area, name, cutOff: cut_off, callBy: call_by, capacity, phone: null },
      ...(reserve !== null && { reserve }),
    })),
    stations: {
      hours: WEEK,
      stations: stations.map(({ station, name, names, kind, municipality, area }) => ({
        ...{ station: stationFor(station), name, kind, municipality, area, phone: null },
        ...(names !== null && { names: JSON.parse(names) }),
      })),
    },
    municipalities: municipalities.map(({ municipality, area, names }) => ({
      ...{ municipality, area, names: JSON.parse(names) },
    })),
    closures: [],
    lanes: lanes.map(({ lane, register, names }) => ({
      ...{ lane, register },
      ...(names !== null && { names: JSON.parse(names) }),
    })),
    lines: { lines: [NO_LINE(day)], helps: {} },
    staff: [],
  }
}
/** A place has a line at least: the one that is the same everywhere, and is shown nowhere here. */
const NO_LINE = (day: string) => ({
  ...{ line: 'emergency', number: '112', always: true as const },
  ...{ verifiedOn: day, verifiedBy: 'practice', nextCheck: day, source: 'practice' },
})

/** Nobody signs in here: one comes from the real desk. No password is hashed so. */
const NO_PASSWORD = 'none'

/** Everybody who works in the real place, with the areas and rights that they have there today. */
async function peopleOf(view: View, day: string) {
  const people = await view.people.all()
  const found: { row: (typeof people)[number]; areas: { area: string; kind: 'own' | 'substitute' }[] }[] = []
  for (const row of people) found.push({ row, areas: await view.place.ofPerson(row.person, day) })
  return found
}

/**
 * Brings place and people of the practice organisation about, once; who has come to the real one since, or may do something else there, is
 * so here from now on.
 * @returns its name
 */
export async function makePractice({ store, organisation, clock }: At): Promise<string> {
  const practice = practiceOf(organisation)
  const now = clock.now()
  const { day } = localTime(now)
  // what is practised came before: yesterday, when it is just past midnight
  const since = addDays(day, -DAYS_BEFORE)
  const { seed, people } = await store.read(organisation, async (view) => ({
    seed: await placeOn(view, day, since),
    people: await peopleOf(view, day),
  }))
  await store.record(practice, async (tx) => {
    // two may come for the first time at once
    await tx.alone('practice')
    await seedArea(tx, seed)
    for (const { row, areas } of people) {
      const { organisation: _, rights_mac: __, ...person } = row
      const known = await tx.people.find(row.person)
      if (!known) await tx.people.add({ ...person, demo: 0 }, NO_PASSWORD, now)
      else if (known.roles !== row.roles) await tx.people.setRoles(row.person, row.roles)
      if (known && known.disabled !== row.disabled)
        await tx.people.setDisabled(row.person, row.disabled === 1 ? 1 : 0)
      const has = new Set((await tx.place.ofPerson(row.person, day)).map(({ area }) => area))
      for (const { area, kind } of areas)
        if (!has.has(area))
          await tx.people.addToArea({ area, person: row.person, valid_from: since, valid_to: null, kind })
    }
  })
  return practice
}
