/** Who stands in for somebody who is away, and who called a number or opened a link, when, and whether anybody answered. */
import { type AnyDb, column, type Migration, table } from './make.ts'

/** Numbers that are shown today were verified before the table was; when, nobody wrote down: they are due at once. */
async function keepShown(db: AnyDb): Promise<void> {
  for (const [from, kind] of [
    ['area', 'area-phone'],
    ['station_fact', 'station-phone'],
  ] as const) {
    const id = from === 'area' ? 'area' : 'station'
    const rows = await db
      .selectFrom(from)
      .where('phone', 'is not', null)
      .orderBy('valid_from')
      .select(['organisation', id, 'phone', 'valid_from'])
      .execute()
    // of one thing the number that holds last is the one that counts
    const last = new Map(rows.map((row) => [`${row.organisation} ${row[id]}`, row]))
    for (const row of last.values())
      await db
        .insertInto('contact_check')
        .values({
          organisation: row.organisation,
          kind,
          id: row[id],
          value: row.phone,
          answered: 1,
          checked_on: row.valid_from,
          checked_by: 'flows/area',
          next_check: row.valid_from,
        })
        .execute()
  }
}

export const placeChanges: Migration = {
  name: '009-place',
  async up(db) {
    await column(db, 'absence', 'substitute', 'text?')
    await table(db, 'contact_check', ['kind', 'id'], {
      kind: 'text',
      id: 'text',
      value: 'text',
      answered: 'integer',
      checked_on: 'text',
      checked_by: 'text',
      next_check: 'text',
    })
    await keepShown(db)
  },
}
