/** Puts what was asked for into the store: the place it belongs to, its promise, its row, and who told it. */
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import { ELSEWHERE } from '#core/flow/words.ts'
import type { Heavy } from '#core/request/choices.ts'
import { safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'
import { BEGINNING } from '#core/request/life.ts'
import { areaFor } from '#core/request/whose.ts'
import { authorize } from '../../identity/authorize.ts'
import type { Sender } from '../../promise/budget.ts'
import { localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import { type NewRequest, UNTOUCHED } from '../../store/requests.ts'
import { type Contents, isFinished, type SealedColumns, type Summary, toCallIn } from '../../store/sealing.ts'
import type { Tx } from '../../store/store.ts'
import { groundOf } from '../acting.ts'
import { type Binding, bindingSummary, bindPromise, inOrder, promiseColumns } from '../bind.ts'
import { mayClaim, type Network, senderOf, tellsOfFlood } from '../claims/sender.ts'
import { asideOf, heavyOf } from '../claims/weigh.ts'
import { newReference } from '../code.ts'
import type { Coordinator } from '../deps.ts'
import { headFor } from '../fold.ts'
import type { Judged } from '../judge.ts'
import { laneFor } from '../lane.ts'
import { meetingFor } from '../meeting.ts'

export type Submission = {
  body: CallbackRequestBody
  /** staff who asks for a caller, and whether the call is now: then no day of calling is needed */
  by?: { staff: Coordinator; isNow: boolean } | undefined
  /** from where it comes; absent: not over the network */
  network: Network | undefined
  claimScale: number
  judged: Judged
  phone: string | undefined
  /** one that the content has */
  language: string
  /** the questions are known: their revision is kept while the request is */
  known: boolean
  now: number
  codeIndex: string
  bodyIndex: string
  phoneIndex: string | null
}

/**
 * The receipt of a body that was received before.
 * @throws Refusal `already-received` for another body, `gone`, or `not-found` when the code is wrong
 */
export async function seenBefore(
  tx: Tx,
  { body, by, codeIndex, bodyIndex }: Submission,
): Promise<Receipt | undefined> {
  for (const row of await tx.requests.known(body.id, codeIndex)) {
    if (row.code_index !== codeIndex) return refuse('not-found')
    if (row.id !== body.id || row.body_index !== bodyIndex) return refuse('already-received')
    tx.access.add({
      ...writerOf(by, row.area),
      action: 'request.received-again',
      request: row.id,
      area: row.area,
    })
    return { ...tx.seal.open(row).receipt, finished: isFinished(tx.seal.summary(row)) }
  }
  for (const gone of await tx.gone.known(body.id, codeIndex))
    refuse(gone.code_index === codeIndex ? 'gone' : 'not-found')
  return undefined
}

/**
 * A call that one takes care of oneself stands where one works: at the caller's home, else at the station that answered.
 * @throws Refusal `invalid-field` `/station`
 */
const areaOfCall = ({ organisation }: Tx, staff: Coordinator, areas: readonly string[]): string =>
  areas.find((area) => authorize(staff, 'request.assist', { organisation, area })) ??
  refuse('invalid-field', { field: '/station' })

/** The area whose coordinators call. Of a municipality only ours and “elsewhere” are kept: any other text is the sender's own. */
async function placeOf(tx: Tx, { body, judged, now, by }: Submission) {
  const { day } = localTime(now)
  const station = await tx.place.station(body.station, day)
  if (!station) return refuse('invalid-field', { field: '/station' })
  const { municipality } = judged
  const served = municipality ? await tx.place.ofMunicipality(municipality, day) : undefined
  const away = municipality !== undefined && served === undefined
  const duty = away ? await tx.place.duty(day) : undefined
  const isKnown = served !== undefined || municipality === ELSEWHERE
  const whole = areaFor(municipality, served, { station: station.area, duty })
  return {
    area: by?.isNow ? areaOfCall(tx, by.staff, [whole, station.area]) : whole,
    municipality: isKnown ? municipality : undefined,
    ...(await laneFor(tx, judged.lane, day)),
  }
}

type Placed = {
  area: string
  lane: string
  municipality: string | undefined
  head: string | null
  binding: Binding
  reference: string
  sender: Sender | undefined
}

const rowOf = (asked: Submission, placed: Placed, sealed: SealedColumns): NewRequest => {
  const { body, judged, now } = asked
  return {
    id: body.id,
    reference: placed.reference,
    code_index: asked.codeIndex,
    body_index: asked.bodyIndex,
    phone_index: asked.phoneIndex,
    station: body.station,
    area: placed.area,
    lane: placed.lane,
    status: BEGINNING.status,
    received_at: now,
    ...promiseColumns(placed.binding),
    language: asked.language,
    revision: asked.known ? body.revision : 'unknown',
    on_day: body.on,
    ...UNTOUCHED,
    verified: judged.verified ? 1 : 0,
    folded_under: placed.head,
    channel: asked.by ? 'phone' : 'chat',
    sender_index: placed.sender?.wide ?? null,
    aside: asideOf({ ...judged, contact: body.contact }, placed.binding),
    ...sealed,
  }
}

function contentsOf({ body, judged, phone }: Submission, receipt: Receipt): Contents {
  const { answers, flags, because, attention, advice, dontKnow } = judged
  return {
    contact: body.contact,
    ...(phone && { phone }),
    answers,
    flags,
    because,
    attention,
    advice,
    dontKnow,
    receipt,
  }
}

/** What the queue shows. */
const summaryOf = (
  { body, judged }: Submission,
  { municipality, register }: Awaited<ReturnType<typeof placeOf>>,
  { safeTime, visit }: Receipt,
  { heavy, binding }: { heavy: Heavy[]; binding: Binding },
): Summary => ({
  segment: judged.segment,
  finished: judged.finished,
  ...{ ...(municipality && { municipality }), ...(judged.asker && { asker: judged.asker }) },
  lifeAreas: judged.lifeAreas,
  attention: judged.attention.map(({ id }) => id),
  flags: judged.flags.length,
  dontKnow: judged.dontKnow.length,
  way: body.contact.way,
  ...(visit && { visit }),
  ...(safeTime && { safeTime }),
  ...(register === 'social' && { register }),
  ...(judged.today && { today: true as const }),
  ...(judged.forReserve && !binding.isOrdinary && { forReserve: true as const }),
  ...(heavy.length > 0 && { heavy }),
  ...bindingSummary(binding),
})

/** Who told it, and why they may. */
const writerOf = (by: Submission['by'], area: string) =>
  by
    ? { person: by.staff.person, ground: groundOf(by.staff, area) }
    : { person: 'resident', ground: 'own-request' }

/** A promise is not spent on a call that is now, nor is its request put under another. */
async function boundOf(
  tx: Tx,
  asked: Submission,
  place: Awaited<ReturnType<typeof placeOf>>,
  heavy: Heavy[],
) {
  const { body, judged, now, network, claimScale: scale, by } = asked
  const sender = network && senderOf(tx, network, localTime(now).day)
  if (by?.isNow) return { head: null, binding: inOrder(), sender }
  const head = await headFor(tx, {
    ...place,
    phoneIndex: asked.phoneIndex,
    told: { ...judged, contact: body.contact },
  })
  const binding = await bindPromise(tx, now, {
    area: place.area,
    station: body.station,
    claims: head === null,
    safe: safeHalfDays(body.contact),
    forReserve: judged.forReserve,
    heavy,
    mayClaim: sender && mayClaim(tx, { sender, area: place.area, now, isProven: false, scale }),
  })
  return { head, binding, sender }
}

type Stored = { receipt: Receipt; binding: Binding; area: string }
/** Stores what was not received before. */
export async function receive(tx: Tx, asked: Submission): Promise<Stored> {
  const { body, judged, now, by } = asked
  const place = await placeOf(tx, asked)
  const heavy = heavyOf({ ...judged, contact: body.contact })
  const { head, binding, sender } = await boundOf(tx, asked, place, heavy)
  if (binding.refused) binding.isFirst = await tellsOfFlood(tx, place.area, now)
  const reference = await newReference(tx)
  const { promise, callers } = binding
  const where = { way: body.contact.way, area: place.area, station: body.station, earliest: promise?.day }
  const visit = await meetingFor(tx, now, where)
  const safeTime = safeTimeOf(body.contact)
  const receipt: Receipt = {
    id: body.id,
    reference,
    ...(promise && { promise }),
    ...(safeTime && { safeTime }),
    callers,
    segment: judged.segment,
    verified: judged.verified,
    finished: judged.finished,
    ...(visit && { visit }),
    ...(binding.refused && { proof: tx.seal.proof(body.id) }),
  }
  const summary = toCallIn(summaryOf(asked, place, receipt, { heavy, binding }), body.contact)
  const sealed = tx.seal.contents(body.id, contentsOf(asked, receipt), summary)
  await tx.requests.add(rowOf(asked, { ...place, head, binding, reference, sender }, sealed))
  await tx.statistics.count({
    month: localTime(now).day.slice(0, 7),
    revision: asked.known ? body.revision : 'unknown',
    branch: judged.branch,
  })
  const about = { request: body.id, area: place.area }
  tx.events.add(BEGINNING.event, { ...about, ...(by && { actor: by.staff.person }) })
  tx.access.add({ ...writerOf(by, place.area), action: 'request.received', ...about })
  return { receipt, binding, area: place.area }
}
