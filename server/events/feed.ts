/** The organisation's log from a number on: what was missed, then what happens, each once and in order. */
import type { Event } from '#core/contract/event.ts'
import type { Store } from '../store/store.ts'
import { joinTail, type Tail } from './tail.ts'

const PAGE = 500

/** What comes next after a number: from memory, or from the table for one who was away long. */
async function next(
  store: Store,
  organisation: string,
  tail: Tail,
  cursor: number,
): Promise<readonly Event[]> {
  const known = tail.since(cursor)
  if (known) return known
  return store.read(organisation, (view) => view.log.after(cursor, PAGE))
}

/**
 * The only way to listen. Ends when the signal is raised.
 * Numbers are taken in the writing transaction from one row, so whoever has read up to N has missed nothing before it.
 * @throws Refusal `unavailable` when the table is needed and the database is away: listen again from the last number
 */
export async function* feed(
  store: Store,
  organisation: string,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Event, void, void> {
  const last = await store.read(organisation, (view) => view.log.last())
  const tail = joinTail(store, organisation, last, signal)
  try {
    // a number from the future (another database, a typing error) would wait for ever
    let cursor = Math.min(after, last)
    while (!signal.aborted) {
      for (const event of await next(store, organisation, tail, cursor)) {
        if (signal.aborted) return
        cursor = event.number
        yield event
      }
      await tail.grown(cursor)
    }
  } finally {
    tail.leave()
  }
}
