/** Logs, figures, people and content. */
import { sql } from 'kysely'
import { type AnyDb, index, table } from '../make.ts'

export async function logs(db: AnyDb) {
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

export async function counts(db: AnyDb) {
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

export async function people(db: AnyDb) {
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

export async function content(db: AnyDb) {
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
