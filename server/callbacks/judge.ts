/** The server's own reading of the answers: replayed and routed again, never taken from the browser's word. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import { dayOf } from '#core/flow/day.ts'
import type { Answers, Dialogue } from '#core/flow/definition.ts'
import { ASKER, type ContentId, MUNICIPALITY, ORDINARY_LANE, UNROUTED } from '#core/flow/named.ts'
import { replay } from '#core/flow/replay.ts'
import type { Outcome, Replay } from '#core/flow/result.ts'
import { route } from '#core/flow/route.ts'
import { MAIN, STRIP, UNFINISHED } from '#core/flow/words.ts'
import { isForReserve, isForToday } from '#core/queue/reserve.ts'

/** What the receipt of a request needs to know of its answers. */
export type Judged = {
  /** the answers replay, all of them: the route is the one the card showed */
  verified: boolean
  /** false: they replay, and the resident asked for a person before the end. Of what is not verified it says nothing */
  finished: boolean
  segment: string
  lane: string
  /** the row of the segment table that decided; of every unfinished conversation `unfinished` */
  branch: string
  municipality?: string
  asker?: string
  lifeAreas: string[]
  flags: string[]
  dontKnow: string[]
  answers: OpenRequest['answers']
  because: OpenRequest['because']
  attention: OpenRequest['attention']
  /** one of those for whom some places of a day are kept, by what was said */
  forReserve: boolean
  /** help is wanted today */
  today: boolean
  advice: string[]
}

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** As sent, for a person to read: where a question was met its own flow, else the main one. */
function asSent(answers: Answers, path: Replay['path']): Judged['answers'] {
  const met = new Map(path.map((visit) => [visit.address, visit]))
  return Object.entries(answers).map(([address, value]) => {
    const [first = address, second] = address.split('/')
    const visit = met.get(address)
    return {
      address,
      flow: visit?.flow ?? MAIN,
      step: second ?? first,
      ...(second !== undefined && { need: first }),
      value,
    }
  })
}

const asWalked = ({ path }: Replay): Judged['answers'] =>
  path.map(({ address, flow, step, need, value }) => ({ address, flow, step, ...(need && { need }), value }))

/** An answer of the path that is one option's id. */
const chosen = ({ path }: Replay, step: ContentId): string | undefined => {
  const value = path.find((visit) => visit.address === step)?.value
  return typeof value === 'string' ? value : undefined
}

/** Revisions are kept so long after they were replaced: an older conversation cannot be held to its questions. */
const OLDEST = 'on-90d'
/** Today, a conversation that was kept on the device, or one in a zone where tomorrow has begun. */
const isCredible = (on: string, today: string) => dayOf(OLDEST, today) <= on && on <= dayOf('on+1d', today)

/** An answer that is one option's id, as it was sent. */
const sentAs = (sent: Answers, address: ContentId): string | undefined => {
  const value = Object.hasOwn(sent, address) ? sent[address] : undefined
  return typeof value === 'string' ? value : undefined
}

/** The answers replay, all of them. To ask for a person before the end is no fault in them. */
const isSound = ({ refused, unused }: Replay) => !refused && unused.length === 0

function judged(replayed: Replay, outcome: Outcome, sent: Answers, credible: boolean): Judged {
  const verified = credible && isSound(replayed)
  const finished = !verified || outcome.finished
  const municipality = chosen(replayed, MUNICIPALITY) ?? (verified ? undefined : sentAs(sent, MUNICIPALITY))
  const asker = chosen(replayed, ASKER)
  const { segment, lane = ORDINARY_LANE } = outcome.headline.then
  return {
    verified,
    finished,
    segment,
    lane,
    branch: finished ? outcome.headline.row : UNFINISHED,
    ...(municipality && { municipality }),
    ...(asker && { asker }),
    lifeAreas: outcome.needs,
    flags: verified ? outcome.flags : flagsOf(sent),
    dontKnow: outcome.dontKnow,
    answers: verified ? asWalked(replayed) : asSent(sent, replayed.path),
    because: outcome.headline.because,
    attention: outcome.attention.map(({ id, because }) => ({ id, because })),
    forReserve:
      isForReserve(verified ? replayed.answers : sent, outcome) || (!verified && flagsOf(sent).length > 0),
    today: isForToday(verified ? replayed.answers : sent),
    advice: outcome.advice.map(({ id }) => id),
  }
}

/** The emergency flags as sent: one that is not known must not hide the others. */
const flagsOf = (sent: Answers): string[] => (Object.hasOwn(sent, STRIP) ? list(sent[STRIP]) : [])

/** What can be said of answers whose questions we do not have: the flags count, the rest is for a person to read. */
const unknown = (sent: Answers, municipality = sentAs(sent, MUNICIPALITY)): Judged => ({
  verified: false,
  finished: true,
  segment: UNROUTED,
  lane: ORDINARY_LANE,
  branch: UNROUTED,
  ...(municipality && { municipality }),
  lifeAreas: [],
  flags: flagsOf(sent),
  dontKnow: [],
  answers: asSent(sent, []),
  because: [],
  attention: [],
  forReserve: isForReserve(sent, { dangers: flagsOf(sent), attention: [] }),
  today: isForToday(sent),
  advice: [],
})

/**
 * Never throws: a well-formed request is kept, whatever its answers do.
 * The municipality may be a text of the sender's: it names an area only when it is one of ours.
 * @param today the server's own local day: a day of the conversation that cannot be true is not counted with
 * @param dialogue of the revision the conversation was held on, if we have it
 */
export function judge(
  dialogue: Dialogue | undefined,
  { answers, on: said }: Pick<CallbackRequestBody, 'answers' | 'on'>,
  today: string,
): Judged {
  if (!dialogue) return unknown(answers)
  try {
    const credible = isCredible(said, today)
    const on = credible ? said : today
    const replayed = replay(dialogue, answers, on)
    return judged(replayed, route(dialogue, replayed, on), answers, credible)
  } catch {
    return unknown(answers)
  }
}
