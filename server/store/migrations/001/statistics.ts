/** Figures that outlive a request, and counters of branches. */
import { type AnyDb, index, table } from '../make.ts'

export async function statistics(db: AnyDb) {
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
