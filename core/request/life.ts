/**
 * What may follow what in a request's life: the one table. Server, desk and the tests' stand-in derive from it; it has no
 * schemas, so that the desk need not carry their library. An act has the name of its row everywhere: in the contract, in
 * what it takes to be allowed, in the server's file, in the desk's form and in the words.
 */

import { isTriedEnough, type TriesMade } from './tries.ts'

/** The statuses of a request as staff see them. A transfer is `waiting` again, in the other area. */
export const STATUSES = [
  'waiting',
  'taken',
  'reached',
  'unreachable',
  'closed',
  'withdrawn',
  'erased',
] as const
export type Status = (typeof STATUSES)[number]

/** How a request begins: nothing stands before it. */
export const BEGINNING = { status: 'waiting', event: 'request-received' } as const satisfies {
  status: Status
  event: string
}

/** In whose hands a request is, as one coordinator sees it; `lapsed`: another's, whose time to act has run out. */
export const HOLDS = ['free', 'mine', 'lapsed', 'other'] as const
export type Hold = (typeof HOLDS)[number]

type Known = { attempts: number; way: string; window?: string | undefined; tried?: TriesMade | undefined }
type Rule = {
  /** the holds in which a coordinator may do it, or who else does it */
  by: readonly Hold[] | 'resident' | 'clock'
  /** the same of a closed request, where that is otherwise */
  byOnceClosed?: readonly Hold[]
  /** status → status; where a status is not named, the act cannot follow it */
  next: Partial<Record<Status, Status>>
  /** what the log says of it */
  event: string
  /** what it needs of the request beside the status */
  suits?: (request: Known) => boolean
  /** writes something anew each time: it is told upon which version, so that nothing is written twice */
  once?: true
  /** its address, where that is not its name */
  address?: string
}

const MINE = ['mine'] as const

/**
 * Act → who, from where to where, and what is told of it. Taken again by its holder a request is only held longer; one who
 * was reached stays so in other hands, and an answered attempt is a `reached` too; an unreachable resident who corrects the contact, or rings back, waits again. One who waits is brought forward when a place becomes free. Closing a closed
 * request says that it has now been recorded in the client system: whoever of its area knows it may. Opened again while it is kept, it
 * is in the hands of who did it.
 */
export const LIFE = {
  correct: {
    by: 'resident',
    next: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'waiting' },
    event: 'request-corrected',
  },
  prove: { by: 'resident', next: { waiting: 'waiting' }, event: 'request-proven' },
  withdraw: {
    by: 'resident',
    next: { waiting: 'withdrawn', taken: 'withdrawn', reached: 'withdrawn', unreachable: 'withdrawn' },
    event: 'request-withdrawn',
  },
  take: {
    by: ['free', 'mine', 'lapsed'],
    next: { waiting: 'taken', taken: 'taken', reached: 'reached', unreachable: 'taken' },
    event: 'request-taken',
  },
  release: { by: MINE, next: { taken: 'waiting' }, event: 'request-released' },
  attempt: {
    by: MINE,
    next: { taken: 'taken', reached: 'reached' },
    event: 'attempt-made',
    once: true,
    address: 'attempts',
  },
  reached: { by: MINE, next: { taken: 'reached' }, event: 'request-reached' },
  unreachable: {
    by: MINE,
    next: { taken: 'unreachable' },
    event: 'request-unreachable',
    // nobody is given up before the rule's tries were made; of those of before they were told apart, their number tells
    suits: ({ attempts, way, window, tried }: Known) =>
      isTriedEnough(tried ?? { count: attempts, days: attempts, parts: attempts }, { way, window }),
  },
  close: {
    by: MINE,
    byOnceClosed: HOLDS,
    next: { taken: 'closed', reached: 'closed', unreachable: 'closed', closed: 'closed' },
    event: 'request-closed',
  },
  transfer: {
    by: ['free', 'mine'],
    next: { waiting: 'waiting', taken: 'waiting', reached: 'waiting', unreachable: 'waiting' },
    event: 'request-transferred',
  },
  forward: { by: 'clock', next: { waiting: 'waiting' }, event: 'request-brought-forward' },
  erase: { by: 'clock', next: { closed: 'erased' }, event: 'request-erased' },
  // who answers the phone writes what was said, whoever holds the request
  note: {
    by: HOLDS,
    next: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'unreachable' },
    event: 'note-added',
    once: true,
    address: 'notes',
  },
  'rang-back': {
    by: HOLDS,
    next: { waiting: 'waiting', taken: 'taken', reached: 'reached', unreachable: 'waiting' },
    event: 'resident-rang-back',
    once: true,
  },
  // for a minute, what was done last: a status that came of it goes with it
  undo: {
    by: MINE,
    next: { taken: 'taken', reached: 'reached', unreachable: 'unreachable' },
    event: 'act-undone',
    once: true,
  },
  // a colleague who fell ill: who leads may let it wait for the others before its time
  free: { by: ['other', 'lapsed'], next: { taken: 'waiting' }, event: 'request-freed' },
  visit: {
    by: MINE,
    next: { taken: 'taken', reached: 'reached' },
    event: 'visit-set',
    suits: ({ way }: Pick<Known, 'way'>) => way === 'visit',
    once: true,
  },
  reopen: { by: HOLDS, next: { closed: 'taken' }, event: 'request-reopened', once: true },
  // what was agreed; afterwards whoever of the area hears that a step came about may write it
  plan: {
    by: MINE,
    byOnceClosed: HOLDS,
    next: { taken: 'taken', reached: 'reached', closed: 'closed' },
    event: 'plan-changed',
    once: true,
  },
} as const satisfies Record<string, Rule>

export type Act = keyof typeof LIFE
/** An act of a coordinator, at the desk. */
export type DeskAct = {
  [Name in Act]: (typeof LIFE)[Name]['by'] extends readonly Hold[] ? Name : never
}[Act]
/** What the log can say of a request. */
export type LifeEvent = typeof BEGINNING.event | (typeof LIFE)[Act]['event']

const rules: Readonly<Record<Act, Rule>> = LIFE
export const ACTS = Object.keys(LIFE) as Act[]
export const DESK_ACTS = ACTS.filter((act): act is DeskAct => Array.isArray(rules[act].by))
/** Their order is the one in which the contract lists them. */
export const LIFE_EVENTS: readonly LifeEvent[] = [BEGINNING.event, ...ACTS.map((act) => LIFE[act].event)]

/** The status after an act, or nothing when it cannot follow. */
export const nextStatus = (status: Status, act: Act): Status | undefined => rules[act].next[status]

/** May a coordinator do it while the request is so held. Whether it can follow the status is another question. */
export function isInHands(act: DeskAct, status: Status, hold: Hold): boolean {
  const late = status === 'closed' ? rules[act].byOnceClosed : undefined
  const by: readonly Hold[] = late ?? LIFE[act].by
  return by.includes(hold)
}

/** Can a coordinator do it now: the whole rule. */
export const isPossible = (act: DeskAct, request: Known & { status: Status }, hold: Hold): boolean =>
  nextStatus(request.status, act) !== undefined &&
  isInHands(act, request.status, hold) &&
  (rules[act].suits?.(request) ?? true)

/** Taken again by its holder it stands where it stood: it is only held longer, and nobody is told. */
export const isOnlyHeldLonger = (act: DeskAct, status: Status, hold: Hold): boolean =>
  act === 'take' && hold === 'mine' && nextStatus(status, act) === status

/**
 * A hold ends by itself: nobody waits for a colleague who went home. The holder keeps it until another takes it.
 * @param holder of the staff, or nobody
 * @param until when the hold ends, `now` likewise: epoch milliseconds; without an end it does not
 */
export function holdOf(
  { holder, until }: { holder: string | undefined; until: number | undefined },
  person: string | undefined,
  now: number,
): Hold {
  if (holder === undefined) return 'free'
  if (holder === person) return 'mine'
  return until !== undefined && until <= now ? 'lapsed' : 'other'
}

/** Does it write something anew each time, so that it must say upon which version. */
export const isOnce = (act: DeskAct): boolean => rules[act].once ?? false

/** The last part of the act's address under `/api/desk/requests/{id}/`. */
export const addressOf = (act: DeskAct): string => rules[act].address ?? act
