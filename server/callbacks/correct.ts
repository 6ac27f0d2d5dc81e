/** The resident corrects how they are reached. */
import type { Contact, Correction, MyRequest } from '#core/contract/callback.ts'
import { safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'
import { LIFE } from '#core/request/life.ts'
import { instantOf, localTime } from '../promise/local-time.ts'
import { DANGER } from '../store/claims/kinds.ts'
import type { RequestRow } from '../store/requests.ts'
import { type Summary, toCallIn } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { type Change, change, statusAfter } from './acting.ts'
import {
  type Binding,
  bindingSummary,
  bindPromise,
  callByOn,
  giveBackPlace,
  inOrder,
  mayHavePlace,
  promiseColumns,
  tellWhenLate,
  unbound,
} from './bind.ts'
import { mayClaim, type Network, senderOf } from './claims/sender.ts'
import { phoneOf } from './code.ts'
import type { Deps } from './deps.ts'
import {
  beside,
  type FoldFacts,
  type MayTake,
  oneNumberAtATime,
  standInSight,
  standsAlone,
  toldOfDanger,
} from './fold.ts'
import { bringForward } from './forward.ts'
import { meeting, meetingFor } from './meeting.ts'
import { findMine, myView, type RequestAccess } from './mine.ts'
import { FREE } from './release.ts'
import { UNPLANNED } from './tries/made.ts'

/** The contact as corrected. One who answers anew when contact is safe takes back the times, and the words if it always is. */
function corrected({ ...before }: Contact, { contact: said }: Correction): Contact {
  if (said.safeToCall !== undefined) delete before.safeTimes
  if (said.safeToCall) delete before.safeWhen
  return { ...before, ...said }
}

type Correcting = { row: RequestRow; summary: Summary; before: Contact; after: Contact; now: number }
type Rebound = {
  /** columns of the promise; none when it stays */
  promise: Change
  summary: Summary
  /** present when a new window was bound */
  binding?: Binding
}

/** In words alone or at any time: the day stays and the window goes; in words its due time is the end of the day's calls. */
async function withoutWindow(tx: Tx, row: RequestRow, isInWords: boolean): Promise<Change> {
  const { area, promise_day: day } = row
  if (day === null) return {}
  const by = isInWords ? await callByOn(tx, area, day) : undefined
  return by === undefined ? {} : { promise_by: by, promise_until: instantOf(day, by) }
}

/** Another way has another appointment, or none. */
async function summaryAfter(tx: Tx, row: RequestRow, way: Contact['way'], now: number): Promise<Summary> {
  const before = tx.seal.summary(row)
  if (way === before.way) return before
  const { area, station, promise_day: earliest } = row
  return { ...meeting(before, await meetingFor(tx, now, { way, area, station, earliest })), way }
}

const isAsSafe = (before: Contact, after: Contact): boolean =>
  safeTimeOf(before) === safeTimeOf(after) &&
  safeHalfDays(before).join() === safeHalfDays(after).join() &&
  before.safeWhen === after.safeWhen

/**
 * Other half-days are bound anew, in place of the old day. After a first attempt the promise has been kept or missed and
 * stays as it was: only how it is known when contact is safe changes.
 * @param row as it will stand: on its own, or folded under another
 */
async function rebind(tx: Tx, { row, summary, before, after, now }: Correcting): Promise<Rebound> {
  const { safeTime: was, from, places, crowded, sooner, ...rest } = summary
  const safeTime = safeTimeOf(after)
  const safe = safeHalfDays(after)
  // a try that was planned may lie where contact is not safe any more
  const unplanned = isAsSafe(before, after) ? {} : UNPLANNED
  const told = { ...rest, ...(safeTime && { safeTime }) }
  const kept = { ...(places && { places }), ...(crowded && { crowded }), ...(sooner && { sooner }) }
  const isSame = was === safeTime && safe.join() === safeHalfDays(before).join()
  if (isSame || row.first_attempt_at !== null)
    return { promise: unplanned, summary: { ...told, ...(from && { from }), ...kept } }
  if (safeTime !== 'chosen')
    return { promise: await withoutWindow(tx, row, safeTime === 'words'), summary: { ...told, ...kept } }
  const freed = await giveBackPlace(tx, row, now, summary)
  const { area, station, folded_under } = row
  const { forReserve = false, heavy = [] } = summary
  const claims = folded_under === null
  // what stands aside claims no day by being corrected
  const binding =
    row.aside === null
      ? await bindPromise(tx, now, { area, station, claims, safe, forReserve, heavy })
      : inOrder()
  if (freed && freed !== binding.promise?.day) await bringForward(tx, area, freed, now)
  return { promise: promiseColumns(binding), summary: { ...told, ...bindingSummary(binding) }, binding }
}

/** One who says now that contact is not safe is no longer one of many: first of what stands aside, and taken for not real by nobody. */
const danger = (row: RequestRow, told: FoldFacts): Change =>
  row.aside !== null && toldOfDanger(told) ? { aside: DANGER, doubted_at: null, doubt_mac: null } : {}

type Corrected = { mine: MyRequest; area: string; binding?: Binding }

async function correctIn(
  tx: Tx,
  which: RequestAccess,
  correction: Correction,
  { now, mayTake }: { now: number; mayTake: MayTake },
): Promise<Corrected> {
  const row = await findMine(tx, which)
  const status = statusAfter(row, 'correct')
  const { phone: _before, ...contents } = tx.seal.open(row)
  const contact = corrected(contents.contact, correction)
  const phone = phoneOf(contact)
  const phone_index = phone ? tx.seal.index('phone', phone) : null
  const leaves = phone_index !== row.phone_index || standsAlone({ ...contents, contact })
  const told = { ...contents, contact }
  const isAside = leaves && !(await standInSight(tx, row, mayTake))
  const folded_under = leaves ? null : row.folded_under
  const summary = await summaryAfter(tx, row, contact.way, now)
  // an appointment that was set is no attempt to call: who wants to be called now has not been
  const left = tx.seal.summary(row).way === 'visit' && contact.way !== 'visit' && row.attempts === 0
  const first_attempt_at = left ? null : row.first_attempt_at
  const standing = {
    row: { ...row, folded_under, first_attempt_at, ...(isAside && beside(told)) },
    before: contents.contact,
    after: contact,
  }
  const rebound = await rebind(tx, { ...standing, summary, now })
  const changed = await change(tx, row, {
    ...(row.status === 'unreachable' && FREE),
    status,
    phone_index,
    folded_under,
    first_attempt_at,
    ...rebound.promise,
    ...(isAside && beside(told)),
    ...danger(row, told),
    ...tx.seal.again(
      row,
      { ...contents, contact, ...(phone && { phone }) },
      toCallIn(isAside ? unbound(rebound.summary) : rebound.summary, contact),
    ),
  })
  tx.events.add(LIFE.correct.event, { request: row.id, area: row.area })
  tx.access.add({
    person: 'resident',
    action: 'request.corrected',
    request: row.id,
    area: row.area,
    ground: 'own-request',
  })
  const { binding } = rebound
  return { mine: await myView(tx, changed, now), area: row.area, ...(binding && { binding }) }
}

/**
 * Replaces the named parts of the contact; the promise follows when contact is safe. One who could not be reached waits
 * again.
 * @param network of who corrects: one that was folded takes a place when it comes in sight, as if it had just come
 * @throws Refusal `not-found`, `gone`, `wrong-status` when it is closed, `invalid-field`
 */
export async function correct(
  deps: Deps,
  organisation: string,
  which: RequestAccess,
  correction: Correction,
  network?: Network,
): Promise<MyRequest> {
  const { mine, area, binding } = await deps.store.record(organisation, async (tx) => {
    const now = deps.clock.now()
    const row = await findMine(tx, which)
    await oneNumberAtATime(tx, row.phone_index)
    const sender = network && senderOf(tx, network, localTime(now).day)
    const scale = deps.claimScale ?? 1
    const claim = sender && mayClaim(tx, { sender, area: row.area, now, isProven: false, scale })
    const mayTake = () => mayHavePlace(tx, row.area, now, claim)
    return correctIn(tx, which, correction, { now, mayTake })
  })
  if (binding) tellWhenLate(deps, binding, area)
  return mine
}
