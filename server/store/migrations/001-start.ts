/** The first tables. Keys begin with the organisation; on SQLite these are rowid tables, so that inserts append. */
import { sql } from 'kysely'
import { type AnyDb, index, type Migration, table } from './make.ts'

const dated = { valid_from: 'text', valid_to: 'text?' } as const

async function place(db: AnyDb) {
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

async function calendar(db: AnyDb) {
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

async function requests(db: AnyDb) {
  await table(db, 'callback_request', ['id'], {
    id: 'text',
    reference: 'text',
    code_index: 'text',
    body_index: 'text',
    phone_index: 'text?',
    station: 'text',
    area: 'text',
    lane: 'text',
    municipality: 'text?',
    status: 'text',
    received_at: 'instant',
    promise_day: 'text',
    promise_by: 'text',
    promise_until: 'instant',
    segment: 'text',
    language: 'text',
    asker: 'text?',
    revision: 'text',
    on_day: 'text',
    life_areas: 'text',
    attention: 'text',
    flags: 'integer',
    dont_know: 'integer',
    attempts: 'integer',
    verified: 'integer',
    way: 'text',
    taken_by: 'text?',
    taken_at: 'instant?',
    taken_until: 'instant?',
    first_attempt_at: 'instant?',
    reached_at: 'instant?',
    closed_at: 'instant?',
    outcome: 'text?',
    recorded: 'integer',
    folded_under: 'text?',
    version: 'integer',
    wrapped_key: 'text',
    sealed: 'text',
  })
}

/** Open means not closed: withdrawn and erased requests are no longer rows. */
async function requestIndexes(db: AnyDb) {
  const on = (name: string, columns: string[], where?: ReturnType<typeof sql>, unique?: true) =>
    index(db, 'callback_request', name, ['organisation', ...columns], {
      ...(where && { where }),
      ...(unique && { unique }),
    })
  const open = sql`closed_at is null`
  await on('code', ['code_index'], undefined, true)
  await on('reference', ['reference'], open, true)
  await on(
    'queue',
    ['area', 'promise_until', 'received_at', 'id'],
    sql`closed_at is null and folded_under is null`,
  )
  await on('phone', ['phone_index', 'received_at'], open)
  await on('folded', ['folded_under'], sql`folded_under is not null`)
  await on('closed', ['closed_at'], sql`closed_at is not null`)
  await on('revision', ['revision'])
}

async function besideRequests(db: AnyDb) {
  const numbered = { request: 'text', number: 'integer', at: 'instant', person: 'text' } as const
  await table(db, 'note', ['request', 'number'], { ...numbered, sealed: 'text' }, 'request')
  await table(db, 'attempt', ['request', 'number'], { ...numbered, way: 'text', result: 'text' }, 'request')
  await table(db, 'gone', ['id'], { id: 'text', code_index: 'text', until: 'instant' })
  await index(db, 'gone', 'code', ['organisation', 'code_index'])
  await index(db, 'gone', 'until', ['organisation', 'until'])
}

async function logs(db: AnyDb) {
  await table(db, 'event', ['number'], {
    number: 'instant',
    type: 'text',
    at: 'instant',
    request: 'text?',
    area: 'text?',
    actor: 'text?',
  })
  await index(db, 'event', 'request', ['organisation', 'request', 'number'], {
    where: sql`request is not null`,
  })
  await table(db, 'access_log', ['number'], {
    number: 'instant',
    at: 'instant',
    person: 'text',
    action: 'text',
    request: 'text?',
    area: 'text?',
    ground: 'text',
    mac: 'text',
  })
  await index(db, 'access_log', 'request', ['organisation', 'request', 'number'], {
    where: sql`request is not null`,
  })
  await index(db, 'access_log', 'person', ['organisation', 'person', 'number'])
}

async function counts(db: AnyDb) {
  await table(db, 'statistics', ['row'], {
    row: 'text',
    day: 'text',
    hour: 'integer',
    area: 'text',
    municipality: 'text?',
    lane: 'text',
    asker: 'text?',
    segment: 'text',
    life_areas: 'text',
    language: 'text',
    revision: 'text',
    dont_know_steps: 'text',
    attempts: 'integer',
    minutes_to_attempt: 'integer?',
    minutes_to_contact: 'integer?',
    same_day: 'integer',
    within_promise: 'integer',
    failure_demand: 'integer',
    outcome: 'text',
  })
  await index(db, 'statistics', 'day', ['organisation', 'day'])
  await table(db, 'branch_count', ['month', 'revision', 'branch'], {
    month: 'text',
    revision: 'text',
    branch: 'text',
    count: 'integer',
  })
}

async function people(db: AnyDb) {
  await table(db, 'person', ['person'], {
    person: 'text',
    username: 'text',
    first_name: 'text',
    name: 'text',
    title: 'text',
    roles: 'text',
    disabled: 'integer',
    demo: 'integer',
  })
  await index(db, 'person', 'username', ['organisation', 'username'], { unique: true })
  await table(db, 'credential', ['credential'], {
    credential: 'text',
    person: 'text',
    kind: 'text',
    secret: 'text',
    created_at: 'instant',
  })
  await index(db, 'credential', 'person', ['organisation', 'person'])
  await table(db, 'session', ['token_hash'], {
    token_hash: 'text',
    person: 'text',
    created_at: 'instant',
    seen_at: 'instant',
  })
  await index(db, 'session', 'person', ['organisation', 'person'])
  await index(db, 'session', 'token', ['token_hash'], { unique: true })
}

async function content(db: AnyDb) {
  await table(db, 'revision', ['revision'], {
    revision: 'text',
    flow_hash: 'text',
    source: 'text',
    manifest: 'text',
    published_at: 'instant',
    published_by: 'text?',
    replaced_at: 'instant?',
  })
  await index(db, 'revision', 'published', ['organisation', 'published_at'])
  await table(db, 'part', ['hash'], { hash: 'text', content: 'text' })
}

export const start: Migration = {
  name: '001-start',
  async up(db) {
    for (const part of [
      place,
      calendar,
      requests,
      requestIndexes,
      besideRequests,
      logs,
      counts,
      people,
      content,
    ])
      await part(db)
  },
}
