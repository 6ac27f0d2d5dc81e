/** What became of the last commits: whether anything can be stored is known by storing, not by asking. */
import { randomBytes, randomUUID } from 'node:crypto'
import { Refusal } from '../../refusal.ts'
import type { Engine } from '../engines/engine.ts'

export type Fate = {
  /** commits that did not happen since the start */
  failed: number
  /** false: the last one failed, and nothing has been stored since */
  holds: boolean
}

/** Nothing mends a damaged file while the server runs: somebody must look. */
const DAMAGED = /^(SQLITE_(CORRUPT|NOTADB)|XX00[12]$)/
/** A try is as large as a request and its indexes, so that the database must find room for it. */
const FILLER_BYTES = 24_576
/** However many ask, it is tried so often. */
const AGAIN_MS = 1000

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code ?? '')

/** @returns `write` of the engine that remembers how it went, and `ready`, which really writes after a failure */
export function keepFate(engine: Engine) {
  const fate: Fate = { failed: 0, holds: true }
  const process = randomUUID()
  let damaged = false
  let trying: Promise<void> | undefined

  const failed = (error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'unavailable') return
    fate.failed += 1
    fate.holds = false
    damaged ||= DAMAGED.test(codeOf(error.cause))
  }
  const write: Engine['write'] = async (act) => {
    try {
      return await engine.write(act)
    } catch (error) {
      failed(error)
      throw error
    }
  }
  /** Stores something that is taken away again. */
  const attempt = async () => {
    const filler = randomBytes(FILLER_BYTES).toString('base64')
    await engine.write((db) =>
      db
        .insertInto('probe')
        .values({ organisation: '', process, filler })
        .onConflict((at) => at.columns(['organisation', 'process']).doUpdateSet({ filler }))
        .execute(),
    )
    await engine.write((db) =>
      db.deleteFrom('probe').where('organisation', '=', '').where('process', '=', process).execute(),
    )
    fate.holds = true
  }
  return {
    fate,
    write,
    /** Something was stored. */
    kept() {
      fate.holds = !damaged
    },
    /** @throws Refusal `unavailable` when nothing can be stored, or the database is away */
    async ready() {
      await engine.ready()
      if (damaged) throw new Refusal('unavailable')
      if (fate.holds) return
      trying ??= attempt().finally(() => setTimeout(() => (trying = undefined), AGAIN_MS).unref())
      await trying
    },
  }
}
