/**
 * Group commit: acts of one tick share one transaction and one fsync. A savepoint for each would cost as much as half of
 * its writing, so there is none at first; when one fails that had written, all are undone and run again, each in its own.
 */
import type Database from 'better-sqlite3'
import { Refusal } from '../../refusal.ts'
import type { Db, StoreLog } from './engine.ts'
import { asRefusal } from './failures.ts'

type Waiting = { run(): Promise<void>; succeed(): void; fail(error: unknown): void; failed?: boolean }

/** One after another, in the order asked. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work)
    last = mine.catch(() => {})
    return mine
  }
}

type Group = {
  raw: Database.Database
  /** how many statements that write have been asked for */
  writes: () => number
  phrases: ReturnType<typeof phrasesOf>
}

/** What every group says to SQLite, compiled once. */
const phrasesOf = (raw: Database.Database) => ({
  begin: raw.prepare('BEGIN IMMEDIATE'),
  rollback: raw.prepare('ROLLBACK'),
  commit: raw.prepare('COMMIT'),
  savepoint: raw.prepare('SAVEPOINT act'),
  release: raw.prepare('RELEASE act'),
})

/** @throws what made the act fail, when SQLite itself rolled everything back: disk full, I/O error */
function failed({ raw }: Group, act: Waiting, error: unknown): void {
  if (!raw.inTransaction) throw error
  act.failed = true
  act.fail(asRefusal(error))
}

/** Runs acts with nothing between them. @returns false at the first that failed after it had written: undo all */
async function plainly(group: Group, acts: Waiting[]): Promise<boolean> {
  for (const act of acts) {
    const before = group.writes()
    try {
      await act.run()
    } catch (error) {
      if (group.raw.inTransaction && group.writes() > before) return false
      failed(group, act, error)
    }
  }
  return true
}

/** Runs one act in a savepoint; its failure undoes it alone. */
async function inSavepoint(group: Group, act: Waiting): Promise<void> {
  group.phrases.savepoint.run()
  try {
    await act.run()
    group.phrases.release.run()
  } catch (error) {
    if (group.raw.inTransaction) group.raw.exec('ROLLBACK TO act; RELEASE act')
    failed(group, act, error)
  }
}

/** After a failed write even the rollback may fail: the file is then as it was before, by its journal. */
function undo(raw: Database.Database) {
  try {
    if (raw.inTransaction) raw.exec('ROLLBACK')
  } catch {
    // told with the failure itself
  }
}

/** Commits all acts, or fails them. @returns false after an I/O error: nobody knows what the disk then holds */
async function commitTogether(group: Group, acts: Waiting[], log: StoreLog): Promise<boolean> {
  const { raw, phrases } = group
  try {
    phrases.begin.run()
    if (!(await plainly(group, acts))) {
      phrases.rollback.run()
      phrases.begin.run()
      for (const act of acts) if (!act.failed) await inSavepoint(group, act)
    }
    phrases.commit.run()
    for (const act of acts) if (!act.failed) act.succeed()
    return true
  } catch (error) {
    undo(raw)
    const code = String((error as { code?: unknown }).code ?? 'unknown')
    log('commit-failed', { code, acts: acts.length })
    for (const act of acts) if (!act.failed) act.fail(asRefusal(error))
    return !code.startsWith('SQLITE_IOERR')
  }
}

/**
 * Acts wait for nothing but their own queries: a group holds the only write lock while it runs.
 * A promise settles after the commit (and its fsync), so what was acknowledged is on the disk.
 */
export function groupCommit(
  raw: Database.Database,
  db: Db,
  { log, broken, writes }: { log: StoreLog; broken: () => void; writes: () => number },
) {
  const group: Group = { raw, writes, phrases: phrasesOf(raw) }
  let waiting: Waiting[] = []
  let running: Promise<boolean> | undefined
  let scheduled = false
  let sound = true

  const drain = async () => {
    scheduled = false
    const acts = waiting
    waiting = []
    running = commitTogether(group, acts, log)
    const holds = await running
    if (sound && !holds) broken()
    sound = holds && sound
    running = undefined
    if (waiting.length > 0) schedule()
  }
  const schedule = () => {
    if (scheduled || running) return
    scheduled = true
    setImmediate(() => void drain())
  }
  const write = <T>(act: (db: Db) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      if (!sound) return reject(new Refusal('unavailable'))
      let value: T
      waiting.push({
        run: async () => {
          value = await act(db)
        },
        succeed: () => resolve(value),
        fail: reject,
      })
      schedule()
    })
  /** when nothing is running or waiting */
  const idle = async () => {
    while (scheduled || running || waiting.length > 0)
      await (running ?? new Promise<void>((next) => setImmediate(next)))
  }
  /** false once a commit failed on the disk: only a restart reads again what is really there */
  const isSound = () => sound
  return Object.assign(write, { idle, isSound })
}
