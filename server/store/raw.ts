/**
 * The query builder under an act or a look, for files of this room and for tests alone: acts and routes get
 * repositories, so that SQL is written in one room. `tests/house` holds who may import this.
 */
import type { Db } from './engines/engine.ts'

const under = new WeakMap<object, Db>()

/** Remembers over which connection repositories were made. */
export function madeOver<Made extends object>(db: Db, made: Made): Made {
  under.set(made, db)
  return made
}

/**
 * @param view what an act or a look was given, itself and not a copy of it
 * @throws Error when it was not made by the store
 */
export function rawOf(view: object): Db {
  const db = under.get(view)
  if (!db) throw new Error('rawOf was given something that is not an act’s or a look’s own view')
  return db
}
