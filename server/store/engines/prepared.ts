/**
 * Queries that are built once: building and compiling costs several times what SQLite needs to run them.
 * The hot path of receiving a request uses these; everything else is built where it stands.
 */
import type { Compilable, CompiledQuery } from 'kysely'
import type { Db } from './engine.ts'

class Placeholder {
  constructor(readonly name: string) {}
}

/** Stands for the values while the query is built: each is remembered by its name. */
const placeholders = <Values extends object>() =>
  new Proxy({}, { get: (_target, name) => new Placeholder(String(name)) }) as Values

/** Both engines' SQL of one query. */
type CompiledOnce = WeakMap<object, CompiledQuery>

/** An engine that answers at once is asked directly: the builder's connections and locks cost several times what a query does. */
type AtOnce = (sql: string, parameters: readonly unknown[]) => unknown[]
const atOnce = new WeakMap<Db, AtOnce>()

/** @param ask runs a compiled query and gives its rows */
export function answersAtOnce(db: Db, ask: AtOnce): Db {
  atOnce.set(db, ask)
  return db
}

/**
 * @param build the query, with values taken from its second argument only: they may stand where a parameter stands,
 * not decide how the query looks
 * @returns runs it; rows are what the query selects or returns
 */
export function prepared<Values extends object, Row = never>(
  build: (db: Db, at: Values) => Compilable<Row>,
): (db: Db, values: Values) => Promise<Row[]> {
  const built: CompiledOnce = new WeakMap()
  return async (db, values) => {
    const dialect = db.getExecutor().adapter.constructor
    const known = built.get(dialect) ?? build(db, placeholders<Values>()).compile()
    built.set(dialect, known)
    const parameters = known.parameters.map((value) =>
      value instanceof Placeholder ? values[value.name as keyof Values] : value,
    )
    const ask = atOnce.get(db)
    if (ask) return ask(known.sql, parameters) as Row[]
    const { rows } = await db.executeQuery<Row>({ ...known, parameters } as CompiledQuery<Row>)
    return rows
  }
}

/** An insert of one whole row of a table. @param columns all of them, in the order in which they are written */
export const preparedInsert = <Row extends object>(
  table: Parameters<Db['insertInto']>[0],
  columns: readonly (keyof Row & string)[],
) => {
  const insert = prepared<Row>((db, at) =>
    db.insertInto(table).values(Object.fromEntries(columns.map((column) => [column, at[column]])) as never),
  )
  return async (db: Db, row: Row): Promise<void> => {
    await insert(db, row)
  }
}
