/** The place as it stands on a day: dated tables, always current, never pinned to a revision. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { DataKeys } from '../seal/keys.ts'
import { isRight } from '../seal/rights.ts'
import type { Db } from './engines/engine.ts'
import { prepared } from './engines/prepared.ts'
import type { StoreTables } from './tables.ts'

type Dated = 'station_fact' | 'area' | 'municipality' | 'hours' | 'lane' | 'phone_line' | 'area_staff'

/** The row holds on the day: `valid_from` ≤ day < `valid_to`. */
const holdsOn =
  (day: string) =>
  <Table extends Dated>(at: ExpressionBuilder<StoreTables, Table>) =>
    sql<boolean>`${at.ref('valid_from' as never)} <= ${day} and (${at.ref('valid_to' as never)} is null or ${at.ref('valid_to' as never)} > ${day})`

type AreaDays = { organisation: string; area: string; from: string; to: string }

const areasFrom = prepared((db, at: AreaDays) =>
  db
    .selectFrom('area')
    .where('organisation', '=', at.organisation)
    .where('area', '=', at.area)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', at.from)]))
    .selectAll(),
)
const closuresOf = prepared((db, at: AreaDays) =>
  db
    .selectFrom('closure')
    .where('organisation', '=', at.organisation)
    .where('to_day', '>=', at.from)
    .where('from_day', '<=', at.to)
    .where((or) => or.or([or('area', 'is', null), or('area', '=', at.area)]))
    .selectAll(),
)
const staffOf = prepared((db, at: AreaDays) =>
  db
    .selectFrom('area_staff')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation', '=', 'area_staff.organisation')
        .onRef('person.person', '=', 'area_staff.person'),
    )
    .where('area_staff.organisation', '=', at.organisation)
    .where('area', '=', at.area)
    .where('disabled', '=', 0)
    .where((or) => or.or([or('valid_to', 'is', null), or('valid_to', '>', at.from)]))
    .select(['area_staff.person', 'kind', 'valid_from', 'valid_to', 'first_name', 'title'])
    .orderBy('area_staff.person'),
)
const absencesOf = prepared((db, at: AreaDays) =>
  db
    .selectFrom('absence')
    .where('organisation', '=', at.organisation)
    .where('to_day', '>=', at.from)
    .selectAll(),
)
/** Who stands in by name for somebody of the area, whether or not the area is theirs. */
const standInsOf = prepared((db, at: AreaDays) =>
  db
    .selectFrom('person')
    .where('organisation', '=', at.organisation)
    .where('disabled', '=', 0)
    .where('person', 'in', (away) =>
      away
        .selectFrom('absence')
        .innerJoin('area_staff', (join) =>
          join
            .onRef('area_staff.organisation', '=', 'absence.organisation')
            .onRef('area_staff.person', '=', 'absence.person'),
        )
        .where('absence.organisation', '=', at.organisation)
        .where('area', '=', at.area)
        .where('to_day', '>=', at.from)
        .where('absence.substitute', 'is not', null)
        .select((row) => row.ref('absence.substitute').$castTo<string>().as('person')),
    )
    .select(['person', 'first_name', 'title']),
)

/** What is needed to promise a call in an area: a little over two months of it. */
async function callFacts(db: Db, asked: AreaDays) {
  return {
    areas: await areasFrom(db, asked),
    closures: await closuresOf(db, asked),
    staff: await staffOf(db, asked),
    absences: await absencesOf(db, asked),
    standIns: await standInsOf(db, asked),
  }
}
export type CallFacts = Awaited<ReturnType<typeof callFacts>>

const stationOn = prepared((db, at: { organisation: string; station: string; day: string }) =>
  db
    .selectFrom('station_fact')
    .where('organisation', '=', at.organisation)
    .where('station', '=', at.station)
    .where(holdsOn(at.day))
    .selectAll(),
)
const areaOf = prepared((db, at: { organisation: string; municipality: string; day: string }) =>
  db
    .selectFrom('municipality')
    .where('organisation', '=', at.organisation)
    .where('municipality', '=', at.municipality)
    .where(holdsOn(at.day))
    .select('area'),
)

const lanesOn = prepared((db, at: { organisation: string; day: string }) =>
  db
    .selectFrom('lane')
    .where('organisation', '=', at.organisation)
    .where(holdsOn(at.day))
    .selectAll()
    .orderBy('lane'),
)

/** Hours, closures, lines and whose area it is. */
const calendarRepository = (db: Db, organisation: string, keys: DataKeys) => ({
  hours: (day: string) =>
    db
      .selectFrom('hours')
      .where('organisation', '=', organisation)
      .where(holdsOn(day))
      .selectAll()
      .orderBy('station')
      .orderBy('weekday')
      .orderBy('opens')
      .execute(),
  /** Closures that touch the days from … to. */
  closures: (from: string, to: string) =>
    db
      .selectFrom('closure')
      .where('organisation', '=', organisation)
      .where('to_day', '>=', from)
      .where('from_day', '<=', to)
      .selectAll()
      .orderBy('from_day')
      .execute(),
  lines: (day: string) =>
    db
      .selectFrom('phone_line')
      .where('organisation', '=', organisation)
      .where(holdsOn(day))
      .selectAll()
      .orderBy('position')
      .execute(),
  /** Who is away on a day and who stands in by name, by rows that stand as we wrote them. */
  async awayOn(day: string): Promise<{ person: string; substitute: string | null }[]> {
    const rows = await db
      .selectFrom('absence')
      .where('organisation', '=', organisation)
      .where('from_day', '<=', day)
      .where('to_day', '>=', day)
      .selectAll()
      .orderBy('person')
      .execute()
    return rows
      .filter((row) => isRight(keys, organisation, 'absence', row))
      .map(({ person, substitute }) => ({ person, substitute }))
  },
  /** Areas a person looks after on a day, by rows that stand as we wrote them: their own, those where they stand in, and those of whom they stand in for by name. */
  async ofPerson(person: string, day: string): Promise<{ area: string; kind: 'own' | 'substitute' }[]> {
    const looksAfter = async (people: string[]) => {
      const rows = await db
        .selectFrom('area_staff')
        .where('organisation', '=', organisation)
        .where('person', 'in', people)
        .where(holdsOn(day))
        .selectAll()
        .orderBy('area')
        .execute()
      return rows
        .filter((row) => isRight(keys, organisation, 'area_staff', row))
        .map(({ area, kind }) => ({ area, kind }))
    }
    const own = await looksAfter([person])
    const absences = await db
      .selectFrom('absence')
      .where('organisation', '=', organisation)
      .where('substitute', '=', person)
      .where('from_day', '<=', day)
      .where('to_day', '>=', day)
      .selectAll()
      .execute()
    const away = absences.filter((row) => isRight(keys, organisation, 'absence', row))
    if (away.length === 0) return own
    const theirs = (await looksAfter(away.map((row) => row.person))).filter(({ kind }) => kind === 'own')
    const others = theirs.filter(({ area }) => !own.some((row) => row.area === area))
    return [...own, ...others.map(({ area }) => ({ area, kind: 'substitute' as const }))]
  },
})

export function placeRepository(db: Db, organisation: string, keys: DataKeys) {
  const stationsOn = (day: string) =>
    db
      .selectFrom('station_fact')
      .where('organisation', '=', organisation)
      .where(holdsOn(day))
      .selectAll()
      .orderBy('name')
  const own = () =>
    db.selectFrom('organisation').where('organisation', '=', organisation).selectAll().executeTakeFirst()
  const areas = (day: string) =>
    db
      .selectFrom('area')
      .where('organisation', '=', organisation)
      .where(holdsOn(day))
      .selectAll()
      .orderBy('area')
      .execute()
  return {
    organisation: own,
    areas,
    /** The area that calls those who live elsewhere or do not say where; undefined while there is none. */
    async duty(day: string): Promise<string | undefined> {
      const named = (await own())?.duty_area
      return (await areas(day)).find(({ area }) => area === named)?.area
    },
    stations: (day: string) => stationsOn(day).execute(),
    station: async (station: string, day: string) => (await stationOn(db, { organisation, station, day }))[0],
    municipalities: (day: string) =>
      db
        .selectFrom('municipality')
        .where('organisation', '=', organisation)
        .where(holdsOn(day))
        .selectAll()
        .orderBy('municipality')
        .execute(),
    /** The area that serves a municipality (official code). */
    ofMunicipality: async (municipality: string, day: string): Promise<string | undefined> =>
      (await areaOf(db, { organisation, municipality, day }))[0]?.area,
    /** The queues of a day, each with its register. */
    lanes: (day: string) => lanesOn(db, { organisation, day }),
    ...calendarRepository(db, organisation, keys),
    callFacts: (area: string, from: string, to: string) => callFacts(db, { organisation, area, from, to }),
  }
}
