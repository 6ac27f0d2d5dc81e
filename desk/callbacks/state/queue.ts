/**
 * The queue on the screen is the server’s: read page by page to its end, then kept right by what has changed since the event it
 * stands at. It is never guessed from an event.
 */
import type { Queue, QueueRow } from '#core/contract/desk.ts'
import { asRefused, call } from '../../net/api.ts'
import { setClock, steadyNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session, sessionEnded } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { prepareWords } from '../../words/content.ts'
import { announceArrivals } from './announce.ts'
import { callbacks, type KnownQueue } from './callbacks.ts'

const QUEUE = '/api/desk/queue'

/** Rows of older conversations name their life areas as they were then; the rows are drawn again when the names come. */
export async function prepareRows(rows: readonly QueueRow[]): Promise<void> {
  const revisions = new Set(rows.flatMap(({ revision }) => revision ?? []))
  const brought = await Promise.all([...revisions].map(prepareWords))
  if (brought.includes(true)) speaking.set({ words: speaking.get().words + 1 })
}

const until = ({ promise }: QueueRow) => (promise ? Date.parse(promise.until) : Number.POSITIVE_INFINITY)
const compared = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
/** The server’s order: by promise, then by receipt. */
const inOrder = (one: QueueRow, other: QueueRow) =>
  compared(String(until(one)).padStart(17, '0'), String(until(other)).padStart(17, '0')) ||
  compared(one.receivedAt, other.receivedAt) ||
  compared(one.id, other.id)

/** Rows with others put in their places, each once, the later word of it; without those that are gone. */
function merged(rows: readonly QueueRow[], more: readonly QueueRow[], gone: readonly string[] = []) {
  const known = new Map([...rows, ...more].map((row) => [row.id, row]))
  for (const id of gone) known.delete(id)
  return [...known.values()].sort(inOrder)
}

async function ask(query: string): Promise<Queue> {
  const asked = steadyNow()
  const queue = await call<Queue>('GET', `${QUEUE}${query}`)
  setClock(Date.parse(queue.now), asked)
  return queue
}

/** What stands on the screen from now on, unless nobody is signed in any more. */
function put(queue: KnownQueue, arrived?: ReadonlySet<string>): void {
  if (session.get().phase !== 'signed-in') return
  const before = callbacks.get().queue
  connection.set({ knownAt: Date.parse(queue.now) })
  callbacks.set({
    queue,
    queueProblem: undefined,
    arrived: arrived ?? announceArrivals(before, queue),
  })
  const known = new Set(before?.rows)
  void prepareRows(queue.rows.filter((row) => !known.has(row)))
}

const told = ({ number, now, counts }: Queue) => ({ number, now, counts })

/** What has changed since the event at which the screen stands; when that is too much, everything. */
async function follow(queue: KnownQueue): Promise<void> {
  const changed = await ask(`?since=${queue.number}`)
  if (changed.anew) return begin()
  const rows = merged(queue.rows, changed.rows, changed.gone)
  put({ ...told(changed), rows, after: queue.after })
}

/** The first page, with what I closed and have not recorded: that is mine to see at once. */
async function begin(): Promise<void> {
  const [first, unrecorded] = await Promise.all([ask(''), allOf('unrecorded')])
  put({ ...told(first), rows: merged(first.rows, unrecorded), after: first.after })
}

async function allOf(state: 'unrecorded'): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  for (let query: string | undefined = `?state=${state}`; query !== undefined; ) {
    const page: Queue = await ask(query)
    rows.push(...page.rows)
    query = page.after === undefined ? undefined : `?state=${state}&after=${page.after}`
  }
  return rows
}

/** The next page. It may be newer than the rest: what has changed since then is asked for all the same. */
async function goOn(queue: KnownQueue): Promise<void> {
  const page = await ask(`?after=${queue.after}`)
  put({ ...queue, rows: merged(queue.rows, page.rows), after: page.after }, callbacks.get().arrived)
}

async function trying(step: () => Promise<void>): Promise<void> {
  if (session.get().phase !== 'signed-in') return
  try {
    await step()
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else callbacks.set({ queueProblem: refused })
  }
}

/** One question at a time: each goes on from the answer to the one before. */
let turn: Promise<void> = Promise.resolve()
const inTurn = (step: () => Promise<void>): Promise<void> => {
  turn = turn.then(() => trying(step))
  return turn
}

const hasMore = () => {
  const { queue, queueProblem } = callbacks.get()
  return queue?.after !== undefined && !queueProblem && session.get().phase === 'signed-in'
}
let reading = false

/** Page after page, other questions between them, until the whole queue is here. */
async function readOn(): Promise<void> {
  if (reading) return
  reading = true
  while (hasMore())
    await inTurn(async () => {
      const { queue } = callbacks.get()
      if (queue?.after !== undefined) await goOn(queue)
    })
  reading = false
}

/** Brings the queue to where the server has it. */
export async function refreshQueue(): Promise<void> {
  await inTurn(async () => {
    const { queue } = callbacks.get()
    await (queue ? follow(queue) : begin())
  })
  void readOn()
}
