/** What the disk and the engine give: rows of a request's size into one SQLite table, every commit synced. */
import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'

/** Bytes of a stored request: measured, with its keys, event and access row. */
const ROW = 2000

/** @param each how many rows share a commit; @returns rows a second */
export function bareEngine(file: string, rows: number, each: number): number {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('create table if not exists row (number integer primary key, bytes blob)')
  const insert = database.prepare('insert into row (bytes) values (?)')
  const bytes = randomBytes(ROW)
  const together = database.transaction(() => {
    for (let row = 0; row < each; row++) insert.run(bytes)
  })
  const began = performance.now()
  for (let done = 0; done < rows; done += each) together()
  const rate = rows / ((performance.now() - began) / 1000)
  database.close()
  return rate
}
