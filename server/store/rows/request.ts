/** A callback request, what was written and tried, and what is left of one that is gone. */
import type { ColumnKind, RowOf } from '../column-kinds.ts'

type Instant = number

/**
 * Every column of a request: its row, its insert and the queue's lines derive from here. A new one needs a migration, which
 * a test asks for, and a value in `callbacks/submit.ts`, which the compiler does.
 */
export const REQUEST_COLUMNS = {
  organisation: 'text',
  id: 'text',
  reference: 'text',
  code_index: 'text',
  /** of the whole body as sent: tells a retry from another request */
  body_index: 'text',
  phone_index: 'text?',
  station: 'text',
  area: 'text',
  lane: 'text',
  status: 'text',
  received_at: 'instant',
  /** days are `YYYY-MM-DD`; day and time are null of a request that is kept in its order without a date */
  promise_day: 'text?',
  promise_by: 'text?',
  /** the queue is read along it: without a date it is `UNDATED` */
  promise_until: 'instant',
  language: 'text',
  revision: 'text',
  on_day: 'text',
  attempts: 'integer',
  verified: 'integer',
  taken_by: 'text?',
  taken_at: 'instant?',
  taken_until: 'instant?',
  first_attempt_at: 'instant?',
  reached_at: 'instant?',
  /** when it is tried next, from and until; the queue is read along the latter once the promised contact was tried */
  try_from: 'instant?',
  try_until: 'instant?',
  closed_at: 'instant?',
  outcome: 'text?',
  /** recorded in the client system: erasure waits for it */
  recorded: 'integer',
  /** the open request from the same number under which this one is shown */
  folded_under: 'text?',
  /** `chat` or `phone`: a call that staff answered; null of before calls were stored: the chat */
  channel: 'text?',
  /** the network it came from as a keyed hash of the day: many of one are one flood */
  sender_index: 'text?',
  /**
   * It came beyond what its network may claim, and stands aside until it is proven or somebody takes it up. 1: a danger was told
   * in it, so that it is found first among thousands; 2: none was
   */
  aside: 'integer?',
  /** a lead has said that it is not real: it waits for nobody until that is taken back */
  doubted_at: 'instant?',
  /** who said so is bound apart: one word is written for thousands of rows at once */
  doubt_mac: 'text?',
  version: 'integer',
  /** the record's own key, wrapped; and what it seals: contact and answers as one JSON */
  wrapped_key: 'text',
  sealed: 'text',
  /** sealed likewise, and apart so that a page of the queue opens no more than it shows */
  summary: 'text',
  /** binds all of the above to each other, under a key outside the database: see `binding.ts` */
  binding: 'text?',
} as const satisfies Record<string, ColumnKind>
/** Comes after every date, so that one index gives the order of the queue on both engines. The last instant a date can name. */
export const UNDATED = 8_640_000_000_000_000

export type CallbackRequestRow = RowOf<typeof REQUEST_COLUMNS>

/** Columns of a request upon which nobody has acted yet. */
export const UNTOUCHED = {
  attempts: 0,
  taken_by: null,
  taken_at: null,
  taken_until: null,
  first_attempt_at: null,
  reached_at: null,
  try_from: null,
  try_until: null,
  closed_at: null,
  outcome: null,
  recorded: 0,
  doubted_at: null,
  doubt_mac: null,
  version: 1,
} as const satisfies Partial<CallbackRequestRow>

export type NoteRow = {
  organisation: string
  request: string
  number: number
  at: Instant
  person: string
  sealed: string
}
export type AttemptRow = {
  organisation: string
  request: string
  number: number
  at: Instant
  person: string
  way: string
  result: string
}
export type GoneRow = { organisation: string; id: string; code_index: string; until: Instant }
