/** Looks into the database after a trial: is everything that was acknowledged there, once, as it was sent? */
import { isDeepStrictEqual } from 'node:util'
import Sqlite from 'better-sqlite3'
import { typedText } from '#core/request/typed-text.ts'
import { chainMac } from '../../../server/seal/chain.ts'
import type { DataKeys } from '../../../server/seal/keys.ts'
import { rawOf } from '../../../server/store/raw.ts'
import type { Store, View } from '../../../server/store/store.ts'
import type { Sent } from './residents.ts'

const EVERYTHING = 10_000_000

/** How many of each fault; all are zero when the promise was kept. */
export type Faults = {
  /** acknowledged, but not there */
  lost: number
  /** the same body in more than one row */
  doubled: number
  /** opened, it differs from what was sent or acknowledged */
  altered: number
  /** events that are missing, out of number, or tell of a request more or less than once */
  'wrong events': number
  /** rows of the access log that do not follow the row before */
  'broken chain': number
  /** places taken that no request stands for, or the other way round */
  'wrong places': number
}

const rowsOf = (view: View) => rawOf(view).selectFrom('callback_request').selectAll().execute()
type Row = Awaited<ReturnType<typeof rowsOf>>[number]

/** What is kept of a contact: its texts as they were meant, the rest as it was sent. */
const asMeant = (contact: Sent['body']['contact']) =>
  Object.fromEntries(
    Object.entries(contact).map(([key, value]) => [
      key,
      typeof value === 'string' ? typedText(value) : value,
    ]),
  )

function isAsSent(view: View, row: Row, { body, receipt }: Sent): boolean {
  const contents = view.seal.open(row)
  const answers = Object.fromEntries(contents.answers.map(({ address, value }) => [address, value]))
  const isKept =
    isDeepStrictEqual(contents.contact, asMeant(body.contact)) && isDeepStrictEqual(answers, body.answers)
  const isTold = receipt === undefined || isDeepStrictEqual(contents.receipt, JSON.parse(receipt))
  return isKept && isTold && row.id === body.id
}

/** Bodies are known by their own words, which no other has: also under an id that nobody sent. */
function contentFaults(view: View, rows: Row[], sent: Sent[]) {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const words = String(view.seal.open(row).contact.ownWords)
    found.set(words, [...(found.get(words) ?? []), row])
  }
  const of = ({ body }: Sent) => found.get(typedText(String(body.contact.ownWords))) ?? []
  const acknowledged = sent.filter(({ receipt }) => receipt !== undefined)
  return {
    lost: acknowledged.filter((one) => of(one).length === 0).length,
    doubled: sent.filter((one) => of(one).length > 1).length,
    altered: sent.filter((one) => of(one).some((row) => !isAsSent(view, row, one))).length,
  }
}

async function eventFaults({ log }: View, rows: Row[]): Promise<number> {
  const events = await log.after(0, EVERYTHING)
  const outOfNumber = events.filter(({ number }, index) => number !== index + 1).length
  const told = new Map<string, number>()
  for (const { type, request = '' } of events)
    if (type === 'request-received') told.set(request, (told.get(request) ?? 0) + 1)
  const untold = rows.filter(({ id }) => told.get(id) !== 1).length
  const unfounded = told.size - rows.filter(({ id }) => told.has(id)).length
  const unwritten = (await log.last()) - events.length
  return outOfNumber + untold + unfounded + Math.abs(unwritten)
}

async function chainFaults({ log }: View, keys: DataKeys): Promise<number> {
  let before = ''
  let faults = 0
  for (const [index, row] of (await log.accesses(0, EVERYTHING)).entries()) {
    if (row.number !== index + 1 || row.mac !== chainMac(keys, before, row)) faults += 1
    before = row.mac
  }
  return faults
}

/** A request with a date takes one place, unless it stands under another of the same number. */
async function placeFaults(view: View, rows: Row[]): Promise<number> {
  const db = rawOf(view)
  const taken = await db.selectFrom('capacity_use').select('used').execute()
  const needed = rows.filter(
    ({ folded_under, promise_day }) => folded_under === null && promise_day !== null,
  ).length
  return Math.abs(taken.reduce((sum, { used }) => sum + used, 0) - needed)
}

export const faultsOf = (store: Store, organisation: string, keys: DataKeys, sent: Sent[]): Promise<Faults> =>
  store.read(organisation, async (view) => {
    const rows = await rowsOf(view)
    return {
      ...contentFaults(view, rows, sent),
      'wrong events': await eventFaults(view, rows),
      'broken chain': await chainFaults(view, keys),
      'wrong places': await placeFaults(view, rows),
    }
  })

export const NONE: Faults = {
  lost: 0,
  doubled: 0,
  altered: 0,
  'wrong events': 0,
  'broken chain': 0,
  'wrong places': 0,
}

/** SQLite's own look at the whole file. @returns `ok`, or what is wrong */
export function integrityOf(file: string): unknown {
  const database = new Sqlite(file)
  try {
    return database.pragma('integrity_check', { simple: true })
  } finally {
    database.close()
  }
}
