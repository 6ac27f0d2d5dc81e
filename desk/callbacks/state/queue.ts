/**
 * The queue on the screen is the server’s: read page by page to its end, then kept right by what has changed since the event it
 * stands at. It is never guessed from an event.
 */
import type { Me, Queue, QueueRow } from '#core/contract/desk.ts'
import { asRefused, call, callByItself } from '../../net/api.ts'
import { setClock, steadyNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session, sessionEnded } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { prepareWords } from '../../words/content.ts'
import { announceArrivals } from './announce.ts'
import { callbacks, type KnownQueue } from './callbacks.ts'
import { dueAtOf } from './due.ts'

const QUEUE = '/api/desk/queue'

/** Rows of older conversations name their life areas as they were then; the rows are drawn again when the names come. */
export async function prepareRows(rows: readonly QueueRow[]): Promise<void> {
  const revisions = new Set(rows.flatMap(({ revision }) => revision ?? []))
  const brought = await Promise.all([...revisions].map(prepareWords))
  if (brought.includes(true)) speaking.set({ words: speaking.get().words + 1 })
}

/** What has no date comes after every date: the last instant there is. */
const until = (row: QueueRow) => dueAtOf(row) ?? 8_640_000_000_000_000
const compared = (one: string, other: string) => (one === other ? 0 : one < other ? -1 : 1)
/** The server’s order: by what is due next, then by receipt. */
const inOrder = (one: QueueRow, other: QueueRow) =>
  until(one) - until(other) || compared(one.receivedAt, other.receivedAt) || compared(one.id, other.id)

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

const told = ({ number, now, areas, counts }: Queue) => ({ number, now, areas, counts })

/** An absence, its end or a change of the place made other areas mine: no event names the rows that came and went with them. */
const isOthers = (queue: KnownQueue, { areas }: Queue) => queue.areas.join(' ') !== areas.join(' ')

/** What has changed since the event at which the screen stands; when that is too much, everything. */
async function follow(queue: KnownQueue): Promise<void> {
  const changed = await ask(`?since=${queue.number}`)
  if (changed.anew || isOthers(queue, changed)) return begin(queue)
  const rows = merged(queue.rows, changed.rows, changed.gone)
  put({ ...told(changed), rows, after: queue.after })
}

/** The areas of a person, which a new queue may be of; one that is looked at and is no more among them is left. */
async function readAreas({ areas }: Queue): Promise<void> {
  session.set({ me: await callByItself<Me>('/api/session') })
  const { area } = callbacks.get()
  if (area !== undefined && !areas.includes(area)) callbacks.set({ area: undefined })
}

/**
 * What I closed and have not recorded, which is mine to see at once, then the first page: what is recorded between the two is
 * named by the log after the first question, and not after the second.
 */
async function begin(before?: KnownQueue): Promise<void> {
  const [unrecorded, number] = await allOf('unrecorded')
  const first = await ask('')
  if (before && isOthers(before, first)) await readAreas(first)
  put({ ...told(first), number, rows: merged(first.rows, unrecorded), after: first.after })
}

/** @returns all of them, and the number from which on the log names what has become of them */
async function allOf(state: 'unrecorded'): Promise<[QueueRow[], number]> {
  const rows: QueueRow[] = []
  let number = Number.POSITIVE_INFINITY
  for (let query: string | undefined = `?state=${state}`; query !== undefined; ) {
    const page: Queue = await ask(query)
    rows.push(...page.rows)
    number = Math.min(number, page.number)
    query = page.after === undefined ? undefined : `?state=${state}&after=${page.after}`
  }
  return [rows, number]
}

/** The next page. It may be newer than the rest: what has changed since then is asked for all the same. */
async function goOn(queue: KnownQueue): Promise<void> {
  const page = await ask(`?after=${queue.after}`)
  if (isOthers(queue, page)) return begin(queue)
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
