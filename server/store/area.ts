/** The place as it stands on a day: dated tables, always current, never pinned to a revision. */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from './engine.ts'
import type { Tables } from './tables.ts'

type Dated = 'station_fact' | 'area' | 'municipality' | 'hours' | 'phone_line' | 'area_staff'

/** The row holds on the day: `valid_from` ≤ day < `valid_to`. */
const holdsOn =
  (day: string) =>
  <Table extends Dated>(at: ExpressionBuilder<Tables, Table>) =>
    sql<boolean>`${at.ref('valid_from' as never)} <= ${day} and (${at.ref('valid_to' as never)} is null or ${at.ref('valid_to' as never)} > ${day})`

/** What is needed to promise a call in an area: a little over two months of it. */
export async function callFacts(db: Db, organisation: string, area: string, from: string, to: string) {
  const areas = await db
    .selectFrom('area')
    .where('organisation', '=', organisation)
    .where('area', '=', area)
    .where((at) => at.or([at('valid_to', 'is', null), at('valid_to', '>', from)]))
    .selectAll()
    .execute()
  const closures = await db
    .selectFrom('closure')
    .where('organisation', '=', organisation)
    .where('to_day', '>=', from)
    .where('from_day', '<=', to)
    .where((at) => at.or([at('area', 'is', null), at('area', '=', area)]))
    .selectAll()
    .execute()
  const staff = await db
    .selectFrom('area_staff')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation', '=', 'area_staff.organisation')
        .onRef('person.person', '=', 'area_staff.person'),
    )
    .where('area_staff.organisation', '=', organisation)
    .where('area', '=', area)
    .where('disabled', '=', 0)
    .where((at) => at.or([at('valid_to', 'is', null), at('valid_to', '>', from)]))
    .select(['area_staff.person', 'kind', 'valid_from', 'valid_to', 'first_name', 'title'])
    .orderBy('area_staff.person')
    .execute()
  const people = staff.map((row) => row.person)
  const absences = await db
    .selectFrom('absence')
    .where('organisation', '=', organisation)
    .where('person', 'in', people.length > 0 ? people : [''])
    .where('to_day', '>=', from)
    .selectAll()
    .execute()
  return { areas, closures, staff, absences }
}
export type CallFacts = Awaited<ReturnType<typeof callFacts>>

export function areaRepository(db: Db, organisation: string) {
  const stationsOn = (day: string) =>
    db
      .selectFrom('station_fact')
      .where('organisation', '=', organisation)
      .where(holdsOn(day))
      .selectAll()
      .orderBy('name')
  return {
    organisation: () =>
      db.selectFrom('organisation').where('organisation', '=', organisation).selectAll().executeTakeFirst(),
    stations: (day: string) => stationsOn(day).execute(),
    station: (station: string, day: string) =>
      stationsOn(day).where('station', '=', station).executeTakeFirst(),
    areas: (day: string) =>
      db
        .selectFrom('area')
        .where('organisation', '=', organisation)
        .where(holdsOn(day))
        .selectAll()
        .orderBy('area')
        .execute(),
    municipalities: (day: string) =>
      db
        .selectFrom('municipality')
        .where('organisation', '=', organisation)
        .where(holdsOn(day))
        .selectAll()
        .orderBy('municipality')
        .execute(),
    /** The area that serves a municipality (official code). */
    async ofMunicipality(municipality: string, day: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('municipality')
        .where('organisation', '=', organisation)
        .where('municipality', '=', municipality)
        .where(holdsOn(day))
        .select('area')
        .executeTakeFirst()
      return row?.area
    },
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
    /** Areas a person looks after on a day. */
    ofPerson: (person: string, day: string) =>
      db
        .selectFrom('area_staff')
        .where('organisation', '=', organisation)
        .where('person', '=', person)
        .where(holdsOn(day))
        .select(['area', 'kind'])
        .orderBy('area')
        .execute(),
    callFacts: (area: string, from: string, to: string) => callFacts(db, organisation, area, from, to),
  }
}
