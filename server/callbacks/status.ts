/** What may follow what in a request's life: the only place that knows. */
import type { Status } from '#core/contract/callback.ts'

export const ACTS = [
  'take',
  'release',
  'attempt',
  'reached',
  'unreachable',
  'close',
  'transfer',
  'note',
  'visit',
  'correct',
  'withdraw',
  'erase',
] as const
export type Act = (typeof ACTS)[number]

/**
 * Status × act → status. A transfer waits again, in the other area. An unreachable resident who corrects the contact
 * waits again. Closing a closed request says that it has now been recorded in the client system.
 */
export const NEXT: Record<Status, Partial<Record<Act, Status>>> = {
  waiting: { take: 'taken', transfer: 'waiting', correct: 'waiting', withdraw: 'withdrawn' },
  taken: {
    take: 'taken',
    release: 'waiting',
    attempt: 'taken',
    reached: 'reached',
    unreachable: 'unreachable',
    close: 'closed',
    transfer: 'waiting',
    note: 'taken',
    visit: 'taken',
    correct: 'taken',
    withdraw: 'withdrawn',
  },
  reached: {
    take: 'reached',
    attempt: 'reached',
    close: 'closed',
    transfer: 'waiting',
    note: 'reached',
    visit: 'reached',
    correct: 'reached',
    withdraw: 'withdrawn',
  },
  unreachable: {
    take: 'taken',
    close: 'closed',
    transfer: 'waiting',
    note: 'unreachable',
    correct: 'waiting',
    withdraw: 'withdrawn',
  },
  closed: { close: 'closed', erase: 'erased' },
  withdrawn: {},
  erased: {},
}

/** The status after an act, or nothing when it cannot follow. */
export const after = (status: Status, act: Act): Status | undefined => NEXT[status][act]

/** Statuses from which an act is possible. */
export const from = (act: Act): Status[] =>
  (Object.keys(NEXT) as Status[]).filter((status) => NEXT[status][act] !== undefined)
