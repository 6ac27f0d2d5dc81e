/** What a person keeps of how they look at the queue: every question names the person, so that nobody has another’s. */
import type { Db } from '../engines/engine.ts'

type Kept = { name: string; told: string }

export const viewRepository = (db: Db, organisation: string) => ({
  /** The views of a person, the first made first. */
  of: (person: string) =>
    db
      .selectFrom('desk_view')
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .select(['view', 'name', 'told'])
      .orderBy('created_at')
      .orderBy('view')
      .execute(),
  /** Keeps it, in place of what was kept under its id. */
  async keep(person: string, view: string, kept: Kept, now: number): Promise<void> {
    await db
      .insertInto('desk_view')
      .values({ organisation, person, view, ...kept, created_at: now })
      .onConflict((at) => at.columns(['organisation', 'person', 'view']).doUpdateSet(kept))
      .execute()
  },
  async remove(person: string, view: string): Promise<void> {
    await db
      .deleteFrom('desk_view')
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .where('view', '=', view)
      .execute()
  },
  /** How their desk stands; nothing of one who has never said. */
  async settings(person: string): Promise<string | undefined> {
    const row = await db
      .selectFrom('desk_setting')
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .select('told')
      .executeTakeFirst()
    return row?.told
  },
  async set(person: string, told: string): Promise<void> {
    await db
      .insertInto('desk_setting')
      .values({ organisation, person, told })
      .onConflict((at) => at.columns(['organisation', 'person']).doUpdateSet({ told }))
      .execute()
  },
})
