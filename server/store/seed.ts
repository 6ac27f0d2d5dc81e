/** Writes the place to start from, once, into a new organisation's dated tables. People are added with their passwords elsewhere. */
import { ORDINARY_LANE } from '#core/flow/named.ts'
import { type AreaSeed, serviceKey } from '#core/place/area.ts'
import type { Db } from './engines/engine.ts'
import { rawOf } from './raw.ts'
import type { Tx } from './store.ts'

/** Who says it of what the folder says: nobody whom we know. */
const SEED = 'flows/area'

async function seedPlace(db: Db, organisation: string, seed: AreaSeed): Promise<void> {
  const dated = { organisation, valid_from: seed.organisation.validFrom, valid_to: null }
  await db
    .insertInto('area')
    .values(
      seed.areas.map(({ area, name, cutOff, callBy, capacity, reserve, heavy, phone }) => ({
        ...dated,
        area,
        name,
        cut_off: cutOff,
        call_by: callBy,
        capacity,
        reserve: reserve ?? null,
        heavy: heavy?.length ? JSON.stringify(heavy) : null,
        phone: phone ?? seed.organisation.coordinatorPhone,
      })),
    )
    .execute()
  await db
    .insertInto('municipality')
    .values(
      seed.municipalities.map(({ municipality, area, names }) => ({
        ...dated,
        municipality,
        area,
        names: JSON.stringify(names),
      })),
    )
    .execute()
}

async function seedStations(db: Db, organisation: string, seed: AreaSeed): Promise<void> {
  const dated = { organisation, valid_from: seed.organisation.validFrom, valid_to: null }
  const { stations, hours } = seed.stations
  await db
    .insertInto('station')
    .values(stations.map(({ station }) => ({ organisation, station })))
    .execute()
  await db
    .insertInto('station_fact')
    .values(
      stations.map(
        ({ station, name, kind, municipality, area, phone, names, page, eBooking, reception }) => ({
          ...dated,
          ...{ station, name, kind, municipality, area, phone },
          names: names ? JSON.stringify(names) : null,
          page: page ?? null,
          e_booking: eBooking ?? null,
          reception: reception?.length ? JSON.stringify(reception) : null,
        }),
      ),
    )
    .execute()
  const open = stations.flatMap((station) =>
    (station.hours ?? hours).map(({ weekday, from, to }) => ({
      ...dated,
      station: station.station,
      weekday,
      opens: from,
      closes: to,
    })),
  )
  if (open.length > 0) await db.insertInto('hours').values(open).execute()
}

/** A folder that has no lanes has the ordinary one. */
const ORDINARY = [{ lane: ORDINARY_LANE, register: 'health' as const, names: undefined }]

async function seedLanes(db: Db, organisation: string, seed: AreaSeed): Promise<void> {
  const dated = { organisation, valid_from: seed.organisation.validFrom, valid_to: null }
  const rows = (seed.lanes ?? ORDINARY).map(({ lane, register, names }) => ({
    ...{ ...dated, lane, register, names: names ? JSON.stringify(names) : null },
  }))
  await db.insertInto('lane').values(rows).execute()
}

/** Numbers that a person had verified before they came into the folder; `phoneVerifiedOn` says when. */
async function seedVerified(db: Db, organisation: string, seed: AreaSeed): Promise<void> {
  const { coordinatorPhone, coordinatorPhoneVerifiedOn } = seed.organisation
  const of = (kind: 'area-phone' | 'station-phone', id: string, value: string | null, day?: string) =>
    value === null || day === undefined
      ? []
      : [{ organisation, kind, id, value, answered: 1, checked_on: day, checked_by: SEED, next_check: day }]
  const verified = [
    ...seed.areas.flatMap(({ area, phone, phoneVerifiedOn }) =>
      phone === null
        ? of('area-phone', area, coordinatorPhone, coordinatorPhoneVerifiedOn)
        : of('area-phone', area, phone, phoneVerifiedOn),
    ),
    ...seed.stations.stations.flatMap(({ station, phone, phoneVerifiedOn }) =>
      of('station-phone', station, phone, phoneVerifiedOn),
    ),
  ]
  if (verified.length > 0) await db.insertInto('contact_check').values(verified).execute()
}

/** After the help lines, in their order; without a number until a person tells one. */
const servicesOf = ({ lines: { lines, services = [] } }: AreaSeed) =>
  services.map((row, at) => ({
    line: serviceKey(row),
    service: row.service,
    area: row.area ?? null,
    number: row.number ?? null,
    position: lines.length + at,
    verified_on: row.verifiedOn ?? null,
    verified_by: row.verifiedBy ?? null,
    next_check: row.nextCheck ?? null,
    source: row.source,
    always: null,
    speaks: row.speaks ? JSON.stringify(row.speaks) : null,
  }))

async function seedRest(db: Db, organisation: string, seed: AreaSeed): Promise<void> {
  const dated = { organisation, valid_from: seed.organisation.validFrom, valid_to: null }
  if (seed.closures.length > 0)
    await db
      .insertInto('closure')
      .values(
        seed.closures.map(({ closure, station, area, from, to, substitute, reason }) => ({
          organisation,
          closure,
          station: station ?? null,
          area: area ?? null,
          from_day: from,
          to_day: to,
          substitute: substitute ?? null,
          reason: reason ? JSON.stringify(reason) : null,
        })),
      )
      .execute()
  await db
    .insertInto('phone_line')
    .values([
      ...servicesOf(seed).map((row) => ({ ...dated, ...row })),
      ...seed.lines.lines.map(
        ({ line, number, always, speaks, verifiedOn, verifiedBy, nextCheck, source }, position) => ({
          ...dated,
          ...{ service: null, area: null },
          line,
          number,
          position,
          verified_on: verifiedOn,
          verified_by: verifiedBy,
          next_check: nextCheck,
          source,
          always: always ? 1 : null,
          speaks: speaks ? JSON.stringify(speaks) : null,
        }),
      ),
    ])
    .execute()
}

/**
 * Seeds the organisation that the transaction is bound to.
 * @returns false, and does nothing, when it is already there
 */
export async function seedArea(tx: Tx, seed: AreaSeed): Promise<boolean> {
  const { organisation } = tx
  const db = rawOf(tx)
  if (await tx.place.organisation()) return false
  await db
    .insertInto('organisation')
    .values({
      organisation,
      name: seed.organisation.name,
      allowed_origins: JSON.stringify(seed.organisation.allowedOrigins),
      helps: JSON.stringify(seed.lines.helps),
      duty_area: seed.organisation.dutyArea,
      event_number: 0,
      access_number: 0,
      access_mac: '',
    })
    .execute()
  await seedPlace(db, organisation, seed)
  await seedStations(db, organisation, seed)
  await seedLanes(db, organisation, seed)
  await seedRest(db, organisation, seed)
  await seedVerified(db, organisation, seed)
  tx.events.add('area-changed')
  return true
}
