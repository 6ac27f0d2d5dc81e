/** The few words in which migrations are written: the same on both engines. */
import { type CreateTableBuilder, type Kysely, type RawBuilder, SqliteAdapter, sql } from 'kysely'
import type { ColumnKind } from '../column-kinds.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the tables of its own day, not of today
export type AnyDb = Kysely<any>
export type Migration = { name: string; up(db: AnyDb): Promise<void> }

const SQL_TYPE = { text: 'text', integer: 'integer', instant: 'bigint' } as const
const plain = (kind: ColumnKind) => kind.replace('?', '') as keyof typeof SQL_TYPE

/** Creates a table whose key begins with the organisation; rows of a `request` go when their request goes. */
export async function table(
  db: AnyDb,
  name: string,
  key: string[],
  columns: Record<string, ColumnKind>,
  of?: 'request',
): Promise<void> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name)
  builder = builder.addColumn('organisation', 'text', (column) => column.notNull())
  for (const [column, kind] of Object.entries(columns)) {
    builder = builder.addColumn(column, SQL_TYPE[plain(kind)], (made) =>
      kind.endsWith('?') ? made : made.notNull(),
    )
  }
  if (of)
    builder = builder.addForeignKeyConstraint(
      `${name}_of`,
      ['organisation', of],
      'callback_request',
      ['organisation', 'id'],
      (made) => made.onDelete('cascade'),
    )
  await builder.addPrimaryKeyConstraint(`${name}_key`, ['organisation', ...key]).execute()
}

/** Adds a column that older rows leave empty. */
export const column = (db: AnyDb, to: string, name: string, kind: 'text?' | 'integer?' | 'instant?') =>
  db.schema.alterTable(to).addColumn(name, SQL_TYPE[plain(kind)]).execute()

/** Columns that held something in every row and need not any more. SQLite cannot say so of a column: it is made anew. */
export async function optional(db: AnyDb, on: string, columns: Record<string, ColumnKind>): Promise<void> {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  for (const [name, kind] of Object.entries(columns)) {
    const change = db.schema.alterTable(on)
    if (!isSqlite) {
      await change.alterColumn(name, (made) => made.dropNotNull()).execute()
      continue
    }
    const before = `${name}_before`
    await change.renameColumn(name, before).execute()
    await change.addColumn(name, SQL_TYPE[plain(kind)]).execute()
    await db
      .updateTable(on)
      .set((row) => ({ [name]: row.ref(before) }))
      .execute()
    await change.dropColumn(before).execute()
  }
}

type IndexOptions = { unique?: true; where?: RawBuilder<unknown> }

/** Creates an index; `where` makes it a partial one. */
export async function index(
  db: AnyDb,
  on: string,
  name: string,
  columns: string[],
  options: IndexOptions = {},
): Promise<void> {
  const unique = sql.raw(options.unique ? 'unique' : '')
  const where = options.where ? sql`where ${options.where}` : sql``
  const list = sql.join(columns.map((column) => sql.ref(column)))
  await sql`create ${unique} index ${sql.ref(`${on}_${name}`)} on ${sql.table(on)} (${list}) ${where}`.execute(
    db,
  )
}
