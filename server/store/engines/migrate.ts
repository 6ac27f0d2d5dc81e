/** Brings a database to this program's tables, all or nothing. */
import { sql } from 'kysely'
import { migrations } from '../migrations/index.ts'
import type { AnyDb, Migration } from '../migrations/make.ts'

const done = async (db: AnyDb): Promise<string[]> => {
  await sql`create table if not exists migration (name text primary key, at bigint not null)`.execute(db)
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  return rows.map((row) => row.name)
}

export const NOTHING_YET = 'There is no installation in this database yet: `npm start` makes one.'

/** @throws when the tables are not those of this program: who only looks changes nothing */
export async function mustBeCurrent(db: AnyDb): Promise<void> {
  const tables = await db.introspection.getTables()
  if (!tables.some(({ name }) => name === 'migration')) throw new Error(NOTHING_YET)
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(db)
  if (rows.map(({ name }) => name).join() !== migrations.map(({ name }) => name).join())
    throw new Error(
      'The tables of the database are not those of this version: `npm run migrate` brings them up to date.',
    )
}

/**
 * Runs what is missing, inside the caller's transaction and lock.
 * @returns the names it ran
 * @throws when the database was made by a newer program
 */
export async function runMigrations(
  db: AnyDb,
  at: number,
  list: readonly Migration[] = migrations,
): Promise<string[]> {
  const before = await done(db)
  const strange = before.find((name) => !list.some((migration) => migration.name === name))
  if (strange)
    throw new Error(
      `The database has the migration ${strange}, which this version does not know: start the newer version.`,
    )
  const missing = list.filter((migration) => !before.includes(migration.name))
  for (const migration of missing) {
    await migration.up(db)
    await sql`insert into migration (name, at) values (${migration.name}, ${at})`.execute(db)
  }
  return missing.map((migration) => migration.name)
}
