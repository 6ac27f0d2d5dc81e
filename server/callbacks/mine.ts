/** The resident's own view, opened by their code: never own words, name or the whole phone. */
import type { Contact, MyRequest } from '#core/contract/callback.ts'
import type { CallPromise } from '#core/contract/promise.ts'
import type { SafeTime } from '#core/request/choices.ts'
import { isCode, readCode } from '#core/request/code.ts'
import { NOON, safeHalfDays } from '#core/request/half-day.ts'
import { nextStatus, type Status } from '#core/request/life.ts'
import { localTime, weekdayOf } from '../promise/local-time.ts'
import { nextWorkingDay } from '../promise/working-day.ts'
import { refuse } from '../refusal.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Summary } from '../store/sealing.ts'
import type { View } from '../store/store.ts'
import { callersOn } from './bind.ts'
import type { Deps } from './deps.ts'
import { iso, promiseOf } from './rows.ts'
import { standingOf } from './tries/made.ts'

/** Which request: its id, or `mine`, and the code that proves whose it is. */
export type RequestAccess = { id: string; code: string }

/** @throws Refusal `gone` when it was withdrawn or erased; `not-found` for every other id and code */
export async function findMine(view: View, { id, code: typed }: RequestAccess): Promise<RequestRow> {
  const code = readCode(typed)
  if (!isCode(code)) return refuse('not-found')
  const codeIndex = view.seal.index('code', code)
  const row = await view.requests.findByCode(codeIndex)
  if (row && (id === 'mine' || id === row.id)) return row
  const gone = row ? undefined : await view.gone.findByCode(codeIndex)
  return refuse(gone && (id === 'mine' || id === gone.id) ? 'gone' : 'not-found')
}

async function callerOf(view: View, person: string | null): Promise<MyRequest['caller']> {
  const caller = person === null ? undefined : await view.people.caller(person)
  return caller && { firstName: caller.first_name, title: caller.title }
}

/**
 * Half-days that were chosen after a first attempt leave the promise as it was, for the statistics and the desk. When it lies
 * in none of them no day is told, as to one who said it in words: that time would be one in which contact is not safe.
 */
function safeTimeTold(contact: Contact, promise: CallPromise | undefined, safeTime: SafeTime | undefined) {
  if (safeTime !== 'chosen' || !promise) return safeTime
  const { day, from } = promise
  const half = `${weekdayOf(day)}-${from === NOON ? 'afternoon' : 'morning'}`
  const isSafe = from !== undefined && safeHalfDays(contact).some((safe) => safe === half)
  return isSafe ? safeTime : 'words'
}

/** That it is crowded is said while the day is later than the next: on the day before there is nothing to be told of it. */
function promiseTold(row: RequestRow, summary: Summary, now: number): CallPromise | undefined {
  const promise = promiseOf(row, summary)
  if (!promise?.crowded || promise.day > nextWorkingDay(localTime(now).day)) return promise
  const { crowded: _, ...near } = promise
  return near
}

/** @param now when it is looked at, epoch ms */
export async function myView(view: View, row: RequestRow, now: number): Promise<MyRequest> {
  const { contact, phone } = view.seal.open(row)
  const summary = view.seal.summary(row)
  const { visit } = summary
  // what somebody else wrote into the database takes nobody's call away
  const doubted = view.seal.isDoubted(row)
  const promise = promiseTold(row, summary, now)
  const safeTime = safeTimeTold(contact, promise, summary.safeTime)
  const caller = await callerOf(view, row.taken_by)
  const attempts = standingOf(await view.attempts.of(row.id))
  const status = row.status as Status
  return {
    id: row.id,
    reference: row.reference,
    status,
    ...(promise && { promise }),
    ...(promise && summary.sooner && { sooner: true as const }),
    ...(safeTime && { safeTime }),
    station: row.station,
    way: contact.way,
    // whose request is taken for not real is met by nobody
    ...(visit && !doubted && { visit }),
    ...(phone && { phoneEnding: phone.slice(-2) }),
    ...(contact.window && !safeTime && { window: contact.window }),
    callers: await callersOn(view, row.area, row.promise_day),
    ...(caller && { caller }),
    attempts: attempts.map(({ at }) => ({ at: iso(at) })),
    at: iso(now),
    version: row.version,
    mayCorrect: nextStatus(status, 'correct') !== undefined,
    mayWithdraw: nextStatus(status, 'withdraw') !== undefined,
    ...(row.aside !== null && !doubted && nextStatus(status, 'prove') && { proof: view.seal.proof(row.id) }),
    ...(doubted && { doubted: true as const }),
  }
}

/** Looking is recorded like every other reading. @throws Refusal `not-found`, `gone` */
export function mine({ store, clock }: Deps, organisation: string, which: RequestAccess): Promise<MyRequest> {
  return store.record(organisation, async (tx) => {
    const row = await findMine(tx, which)
    tx.access.add({
      person: 'resident',
      action: 'request.followed',
      request: row.id,
      area: row.area,
      ground: 'own-request',
    })
    return myView(tx, row, clock.now())
  })
}
