/**
 * Scheduled erasure: closed requests after their time. Those that nobody has marked as recorded in the client system wait
 * longer, while it is told that they do, and are erased then too: nothing about anybody is kept for ever.
 */
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../promise/local-time.ts'
import { readable } from '../seal/unreadable.ts'
import type { BoundLine } from '../store/binding.ts'
import type { ErasureCursor } from '../store/requests.ts'
import type { FiguresRow } from '../store/statistics.ts'
import type { Store, Tx, View } from '../store/store.ts'
import { removeRequest } from './withdraw.ts'

/** So many in one act, so that nobody waits long behind it. */
const BATCH = 100
const DAY_MS = 24 * 60 * 60_000

export type Erased = {
  /** how many requests */
  erased: number
  /** of them, how many nobody had marked as recorded */
  unrecorded: number
  /** they say that they are due, and neither they themselves nor the access log can be believed: nobody loses a request so */
  kept: number
  /** their bytes are gone from the database's files; false: a reader was in the way, run it again */
  scrubbed: boolean
}

/** Requests that say they are due, a page at a time, and which of them are. */
type DueKind = {
  /** why, in the access log */
  ground: 'retention' | 'unrecorded'
  page: (view: View, before: number, after: ErasureCursor | undefined) => Promise<BoundLine[]>
  since: (row: BoundLine) => number
  due: (view: View, rows: readonly BoundLine[], before: number) => Promise<BoundLine[]>
}

const closed: DueKind = {
  ground: 'retention',
  page: (view, before, after) => view.requests.dueForErasure(before, BATCH, { after, recorded: 1 }),
  since: ({ closed_at }) => closed_at ?? 0,
  /** One that was altered is due when the access log knows that it was closed: it cannot stay for ever because it is damaged. */
  async due({ seal, log }, rows, before) {
    const altered = rows.filter((row) => !seal.isBound(row)).map(({ id }) => id)
    const known = await log.closedBefore(altered, before)
    return rows.filter(({ id }) => !altered.includes(id) || known.has(id))
  },
}
const unrecorded: DueKind = {
  ...closed,
  ground: 'unrecorded',
  page: (view, before, after) => view.requests.dueForErasure(before, BATCH, { after, recorded: 0 }),
}
/** What a lead took for not real, and nobody took back, has waited as long. */
const doubted: DueKind = {
  ground: 'retention',
  page: (view, before, after) => view.aside.doubtedBefore(before, BATCH, after),
  since: ({ doubted_at }) => doubted_at ?? 0,
  due: async ({ seal }, rows) => rows.filter((row) => seal.isDoubted(row)),
}

/** What is counted of it: nothing of what cannot be opened, or was no request of anybody. */
async function figuresOf(tx: Tx, id: string): Promise<FiguresRow | undefined> {
  const row = await tx.requests.find(id)
  return row && readable(() => tx.seal.open(row))?.figures
}

async function erasePage(
  tx: Tx,
  rows: readonly BoundLine[],
  now: number,
  ground: DueKind['ground'],
): Promise<void> {
  for (const row of rows) {
    const figures = await figuresOf(tx, row.id)
    if (figures) await tx.statistics.wait(figures, localTime(now).day)
    await removeRequest(tx, row, now)
    tx.events.add(LIFE.erase.event, { request: row.id, area: row.area })
    tx.access.add({
      person: 'system',
      action: 'request.erased',
      request: row.id,
      area: row.area,
      ground,
    })
  }
}

async function eraseAll(
  store: Store,
  organisation: string,
  { page, since, due, ground }: DueKind,
  { now, before }: { now: number; before: number },
): Promise<{ erased: number; kept: number }> {
  const told = { erased: 0, kept: 0 }
  for (let after: ErasureCursor | undefined; ; ) {
    const { rows, erased } = await store.record(organisation, async (tx) => {
      const rows = await page(tx, before, after)
      const gone = await due(tx, rows, before)
      await erasePage(tx, gone, now, ground)
      return { rows, erased: gone.length }
    })
    told.erased += erased
    told.kept += rows.length - erased
    const last = rows.at(-1)
    if (rows.length < BATCH || !last) return told
    after = { since: since(last), id: last.id }
  }
}

/** In days after the closing. */
export type KeepDays = { keepDays: number; keepUnrecordedDays: number }

/**
 * Erases what was closed more than `keepDays` days before `now` (epoch milliseconds) and is recorded, or so much longer ago
 * and is not.
 * @throws Refusal `unavailable`; what was erased before stays erased
 */
export async function eraseDue(
  store: Store,
  organisation: string,
  now: number,
  { keepDays, keepUnrecordedDays }: KeepDays,
): Promise<Erased> {
  await store.record(organisation, async (tx) => {
    await tx.gone.forget(now)
    // what networks claimed yesterday counts no more, and its hour may still be asked about
    await tx.claims.forgetBefore(localTime(now - DAY_MS).day)
  })
  const told = { erased: 0, unrecorded: 0, kept: 0 }
  for (const kind of [doubted, closed, unrecorded]) {
    const days = kind === unrecorded ? keepUnrecordedDays : keepDays
    const { erased, kept } = await eraseAll(store, organisation, kind, { now, before: now - days * DAY_MS })
    told.erased += erased
    told.kept += kept
    if (kind === unrecorded) told.unrecorded = erased
  }
  return { ...told, scrubbed: await store.scrub() }
}
