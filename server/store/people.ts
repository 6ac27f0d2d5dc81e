/** The names that a request's history needs: first names and titles, nothing else of a person. */
import type { Db } from './engines/engine.ts'

export const peopleRepository = (db: Db, organisation: string) => ({
  caller: (person: string) =>
    db
      .selectFrom('person')
      .where('organisation', '=', organisation)
      .where('person', '=', person)
      .select(['first_name', 'title'])
      .executeTakeFirst(),
  /** Person → first name. */
  async firstNames(people: readonly string[]): Promise<Map<string, string>> {
    if (people.length === 0) return new Map()
    const rows = await db
      .selectFrom('person')
      .where('organisation', '=', organisation)
      .where('person', 'in', people)
      .select(['person', 'first_name'])
      .execute()
    return new Map(rows.map((row) => [row.person, row.first_name]))
  },
})
