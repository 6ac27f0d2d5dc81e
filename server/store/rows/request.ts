/** A callback request, what was written and tried, and what is left of one that is gone. */
type Day = string
type Instant = number

export type CallbackRequest = {
  organisation: string
  id: string
  reference: string
  code_index: string
  /** of the whole body as sent: tells a retry from another request */
  body_index: string
  phone_index: string | null
  station: string
  area: string
  lane: string
  status: string
  received_at: Instant
  promise_day: Day
  promise_by: string
  promise_until: Instant
  language: string
  revision: string
  on_day: Day
  attempts: number
  verified: number
  taken_by: string | null
  taken_at: Instant | null
  taken_until: Instant | null
  first_attempt_at: Instant | null
  reached_at: Instant | null
  closed_at: Instant | null
  outcome: string | null
  /** recorded in the client system: erasure waits for it */
  recorded: number
  /** the open request from the same number under which this one is shown */
  folded_under: string | null
  version: number
  /** the record's own key, wrapped; and what it seals: contact and answers as one JSON */
  wrapped_key: string
  sealed: string
  /** sealed likewise, and apart so that a page of the queue opens no more than it shows */
  summary: string
}
export type Note = {
  organisation: string
  request: string
  number: number
  at: Instant
  person: string
  sealed: string
}
export type Attempt = {
  organisation: string
  request: string
  number: number
  at: Instant
  person: string
  way: string
  result: string
}
export type Gone = { organisation: string; id: string; code_index: string; until: Instant }
