/** A resident asks for a call: stored exactly once, whatever the answers do. */
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import { ELSEWHERE } from '#core/flow/words.ts'
import type { Heavy } from '#core/request/choices.ts'
import { safeHalfDays, safeTimeOf } from '#core/request/half-day.ts'
import { BEGINNING } from '#core/request/life.ts'
import { areaFor } from '#core/request/whose.ts'
import { inPlace } from '../place/in-place.ts'
import type { Sender } from '../promise/budget.ts'
import { localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { type NewRequest, UNTOUCHED } from '../store/requests.ts'
import { type Contents, isFinished, type SealedColumns, type Summary, toCallIn } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { type Binding, bindingSummary, bindPromise, promiseColumns, tellWhenLate } from './bind.ts'
import { mayClaim, type Network, senderOf, tellsOfFlood } from './claims/sender.ts'
import { asideOf, heavyOf } from './claims/weigh.ts'
import { codeOf, newReference, phoneOf } from './code.ts'
import type { Deps } from './deps.ts'
import { headFor, oneNumberAtATime } from './fold.ts'
import { type Judged, judge } from './judge.ts'
import { laneFor } from './lane.ts'
import { meetingFor } from './meeting.ts'

type Submission = {
  body: CallbackRequestBody
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
async function seenBefore(tx: Tx, { body, codeIndex, bodyIndex }: Submission): Promise<Receipt | undefined> {
  for (const row of await tx.requests.known(body.id, codeIndex)) {
    if (row.code_index !== codeIndex) return refuse('not-found')
    if (row.id !== body.id || row.body_index !== bodyIndex) return refuse('already-received')
    tx.access.add({
      person: 'resident',
      action: 'request.received-again',
      request: row.id,
      area: row.area,
      ground: 'own-request',
    })
    return { ...tx.seal.open(row).receipt, finished: isFinished(tx.seal.summary(row)) }
  }
  for (const gone of await tx.gone.known(body.id, codeIndex))
    refuse(gone.code_index === codeIndex ? 'gone' : 'not-found')
  return undefined
}

/** The area whose coordinators call. Of a municipality only ours and “elsewhere” are kept: any other text is the sender's own. */
async function placeOf(tx: Tx, { body, judged, now }: Submission) {
  const { day } = localTime(now)
  const station = await tx.place.station(body.station, day)
  if (!station) return refuse('invalid-field', { field: '/station' })
  const { municipality } = judged
  const served = municipality ? await tx.place.ofMunicipality(municipality, day) : undefined
  const away = municipality !== undefined && served === undefined
  const duty = away ? await tx.place.duty(day) : undefined
  const isKnown = served !== undefined || municipality === ELSEWHERE
  return {
    area: areaFor(municipality, served, { station: station.area, duty }),
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

type Stored = { receipt: Receipt; binding: Binding; area: string }
async function store(tx: Tx, asked: Submission): Promise<Stored> {
  const { body, judged, now, network, claimScale: scale } = asked
  const place = await placeOf(tx, asked)
  const told = { ...judged, contact: body.contact }
  const head = await headFor(tx, { ...place, phoneIndex: asked.phoneIndex, told })
  const heavy = heavyOf(told)
  const sender = network && senderOf(tx, network, localTime(now).day)
  const binding = await bindPromise(tx, now, {
    area: place.area,
    station: body.station,
    claims: head === null,
    safe: safeHalfDays(body.contact),
    forReserve: judged.forReserve,
    heavy,
    mayClaim: sender && mayClaim(tx, { sender, area: place.area, now, isProven: false, scale }),
  })
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
  tx.events.add(BEGINNING.event, { request: body.id, area: place.area })
  tx.access.add({
    person: 'resident',
    action: 'request.received',
    request: body.id,
    area: place.area,
    ground: 'own-request',
  })
  return { receipt, binding, area: place.area }
}

/**
 * Receives a request whose body the schema has accepted. Sent again, it gets the same receipt.
 * @throws Refusal `invalid-field` (code, phone, station), `already-received`, `gone`, `not-found`, `unavailable`
 */
export async function submit(
  deps: Deps,
  organisation: string,
  body: CallbackRequestBody,
  network?: Network,
): Promise<Receipt> {
  const [code, phone] = [codeOf(body.code), phoneOf(body.contact)]
  const { day } = localTime(deps.clock.now())
  const dialogue = await deps.content.dialogue(body.revision)
  const held = dialogue && (await inPlace(deps.store, organisation, dialogue, { today: day, on: body.on }))
  const language = deps.content.language(body.language)
  const judged = judge(held, body, day)
  const stored = await deps.store.record(organisation, async (tx) => {
    const asked: Submission = {
      body,
      network,
      claimScale: deps.claimScale ?? 1,
      judged,
      phone,
      language,
      known: dialogue !== undefined,
      now: deps.clock.now(),
      codeIndex: tx.seal.index('code', code),
      bodyIndex: tx.seal.index('body', { ...body, code }),
      phoneIndex: phone ? tx.seal.index('phone', phone) : null,
    }
    await oneNumberAtATime(tx, asked.phoneIndex)
    const before = await seenBefore(tx, asked)
    return before ? { receipt: before } : store(tx, asked)
  })
  if ('binding' in stored) {
    if (stored.binding.refused && deps.claimFates) deps.claimFates.aside += 1
    tellWhenLate(deps, stored.binding, stored.area)
  }
  return stored.receipt
}
