/** Organisations, stations, areas and their calendars. */
import { type AnyDb, index, table } from '../make.ts'

const dated = { valid_from: 'text', valid_to: 'text?' } as const

export async function place(db: AnyDb) {
  await table(db, 'organisation', [], {
    name: 'text',
    allowed_origins: 'text',
    helps: 'text',
    event_number: 'instant',
    access_number: 'instant',
    access_mac: 'text',
  })
  await table(db, 'station', ['station'], { station: 'text' })
  await index(db, 'station', 'slug', ['station'], { unique: true })
  await table(db, 'station_fact', ['station', 'valid_from'], {
    station: 'text',
    ...dated,
    name: 'text',
    kind: 'text',
    municipality: 'text',
    area: 'text',
    phone: 'text?',
    e_booking: 'text?',
  })
  await table(db, 'area', ['area', 'valid_from'], {
    area: 'text',
    ...dated,
    name: 'text',
    cut_off: 'text',
    call_by: 'text',
    capacity: 'integer',
    phone: 'text?',
  })
  await table(db, 'municipality', ['municipality', 'valid_from'], {
    municipality: 'text',
    ...dated,
    names: 'text',
    area: 'text',
  })
}

export async function calendar(db: AnyDb) {
  await table(db, 'hours', ['station', 'weekday', 'valid_from', 'opens'], {
    station: 'text',
    weekday: 'integer',
    ...dated,
    opens: 'text',
    closes: 'text',
  })
  await table(db, 'closure', ['closure'], {
    closure: 'text',
    station: 'text?',
    area: 'text?',
    from_day: 'text',
    to_day: 'text',
    substitute: 'text?',
    reason: 'text?',
  })
  await index(db, 'closure', 'days', ['organisation', 'to_day', 'from_day'])
  await table(db, 'phone_line', ['line', 'valid_from'], {
    line: 'text',
    ...dated,
    number: 'text?',
    position: 'integer',
    verified_on: 'text?',
    verified_by: 'text?',
    next_check: 'text?',
    source: 'text',
  })
  await table(db, 'area_staff', ['area', 'person', 'valid_from'], {
    area: 'text',
    person: 'text',
    ...dated,
    kind: 'text',
  })
  await index(db, 'area_staff', 'person', ['organisation', 'person'])
  await table(db, 'absence', ['person', 'from_day'], { person: 'text', from_day: 'text', to_day: 'text' })
  await table(db, 'capacity_use', ['area', 'day'], { area: 'text', day: 'text', used: 'integer' })
}
