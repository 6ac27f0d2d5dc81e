/** Lanes, and the register in which their requests are recorded. */
import { type AnyDb, type Migration, table } from './make.ts'

/** The two that the content of that day led to. */
const LED_TO = ['guidance', 'consultation']
const NAME = /^[a-z0-9][a-z0-9-]{0,39}$/

/** Those, and every one in which somebody stands: all of them were health care's, where the coordinators work. */
async function keepThose(db: AnyDb): Promise<void> {
  const organisations = await db.selectFrom('organisation').select('organisation').execute()
  const used = await db.selectFrom('callback_request').select(['organisation', 'lane']).distinct().execute()
  const begun = await db
    .selectFrom('area')
    .groupBy('organisation')
    .select((row) => ['organisation', row.fn.min('valid_from').as('day')])
    .execute()
  for (const { organisation } of organisations) {
    const own = used.filter((row) => row.organisation === organisation).map(({ lane }) => String(lane))
    const valid_from = begun.find((row) => row.organisation === organisation)?.day ?? '2026-01-01'
    const rows = [...new Set([...LED_TO, ...own])]
      .filter((lane) => NAME.test(lane))
      .map((lane) => ({ organisation, lane, valid_from, valid_to: null, names: null, register: 'health' }))
    await db.insertInto('lane').values(rows).execute()
  }
}

export const lanes: Migration = {
  name: '017-lanes',
  async up(db) {
    await table(db, 'lane', ['lane', 'valid_from'], {
      lane: 'text',
      valid_from: 'text',
      valid_to: 'text?',
      names: 'text?',
      register: 'text',
    })
    await keepThose(db)
  },
}
