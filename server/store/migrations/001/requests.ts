/** Callback requests and what is kept beside them. */
import { sql } from 'kysely'
import { type AnyDb, index, table } from '../make.ts'

export async function requests(db: AnyDb) {
  await table(db, 'callback_request', ['id'], {
    id: 'text',
    reference: 'text',
    code_index: 'text',
    body_index: 'text',
    phone_index: 'text?',
    station: 'text',
    area: 'text',
    lane: 'text',
    status: 'text',
    received_at: 'instant',
    promise_day: 'text',
    promise_by: 'text',
    promise_until: 'instant',
    language: 'text',
    revision: 'text',
    on_day: 'text',
    attempts: 'integer',
    verified: 'integer',
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
    summary: 'text',
  })
}

/** Open means not closed: withdrawn and erased requests are no longer rows. */
export async function requestIndexes(db: AnyDb) {
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
  await on('unrecorded', ['taken_by', 'closed_at'], sql`closed_at is not null and recorded = 0`)
  await on('revision', ['revision'])
}

export async function besideRequests(db: AnyDb) {
  const numbered = { request: 'text', number: 'integer', at: 'instant', person: 'text' } as const
  await table(db, 'note', ['request', 'number'], { ...numbered, sealed: 'text' }, 'request')
  await table(db, 'attempt', ['request', 'number'], { ...numbered, way: 'text', result: 'text' }, 'request')
  await table(db, 'gone', ['id'], { id: 'text', code_index: 'text', until: 'instant' })
  await index(db, 'gone', 'code', ['organisation', 'code_index'])
  await index(db, 'gone', 'until', ['organisation', 'until'])
}
