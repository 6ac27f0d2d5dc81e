/**
 * The rows, as both engines hold them. Every key begins with the organisation. Instants are epoch milliseconds,
 * days are `YYYY-MM-DD` in Europe/Helsinki, truth values 0 or 1, lists and objects JSON text (README says why).
 * `sealed` columns begin `v1.<kid>.`; `…_index` columns are keyed blind indexes (HMAC-SHA-256).
 */

type Day = string
type Instant = number

export type Organisation = {
  organisation: string
  name: string
  /** JSON list of host-page origins that may frame the chat */
  allowed_origins: string
  /** the last event number and the last access-log number and MAC: counters updated in the writing transaction */
  event_number: number
  access_number: number
  access_mac: string
}

/** A station's slug is unique over all organisations and resolves to its own. */
export type Station = { organisation: string; station: string }
/** Dated facts: the row that holds on a day has `valid_from` ≤ day < `valid_to`. */
export type StationFact = {
  organisation: string
  station: string
  valid_from: Day
  valid_to: Day | null
  name: string
  kind: 'main' | 'side'
  municipality: string
  area: string
  phone: string | null
  e_booking: string | null
}
export type Area = {
  organisation: string
  area: string
  valid_from: Day
  valid_to: Day | null
  name: string
  /** local times: requests received before `cut_off` may be called the same day, all by `call_by` */
  cut_off: string
  call_by: string
  /** first attempts one coordinator can make in a day */
  capacity: number
  /** the coordinators' own number; null until a person has verified it */
  phone: string | null
}
export type Municipality = {
  organisation: string
  municipality: string
  valid_from: Day
  valid_to: Day | null
  /** JSON language → name */
  names: string
  area: string
}
export type Hours = {
  organisation: string
  station: string
  weekday: number
  valid_from: Day
  valid_to: Day | null
  opens: string
  closes: string
}
/** Closed days: of a station, of an area's coordinators, or (both null) of the whole organisation. */
export type Closure = {
  organisation: string
  closure: string
  station: string | null
  area: string | null
  from_day: Day
  to_day: Day
  substitute: string | null
  /** JSON language → why */
  reason: string | null
}
export type PhoneLine = {
  organisation: string
  line: string
  valid_from: Day
  valid_to: Day | null
  number: string | null
  position: number
  verified_on: Day | null
  verified_by: string | null
  next_check: Day | null
  source: string
}
export type AreaStaff = {
  organisation: string
  area: string
  person: string
  valid_from: Day
  valid_to: Day | null
  kind: 'own' | 'substitute'
}
export type Absence = { organisation: string; person: string; from_day: Day; to_day: Day }

/** First attempts promised for an area on a day. */
export type CapacityUse = { organisation: string; area: string; day: Day; used: number }

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
  municipality: string | null
  status: string
  received_at: Instant
  promise_day: Day
  promise_by: string
  promise_until: Instant
  segment: string
  language: string
  asker: string | null
  revision: string
  on_day: Day
  life_areas: string
  attention: string
  flags: number
  dont_know: number
  attempts: number
  verified: number
  way: string
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
}
export type Note = { organisation: string; request: string; number: number; at: Instant; person: string; sealed: string }
export type Attempt = {
  organisation: string
  request: string
  number: number
  at: Instant
  person: string
  way: string
  result: string
}
/** What is left of a withdrawn or erased request for 90 days: a late retry answers 410. */
export type Gone = { organisation: string; id: string; code_index: string; until: Instant }

/** Ids, types, times and actors only. */
export type Event = {
  organisation: string
  number: number
  type: string
  at: Instant
  request: string | null
  area: string | null
  actor: string | null
}
/** Who read or changed what, when and on what ground; chained by MAC; outlives the request. */
export type AccessLog = {
  organisation: string
  number: number
  at: Instant
  person: string
  action: string
  request: string | null
  area: string | null
  ground: string
  mac: string
}

/** A closed or withdrawn request without its id or minute. */
export type Statistics = {
  organisation: string
  row: string
  day: Day
  hour: number
  area: string
  municipality: string | null
  lane: string
  asker: string | null
  segment: string
  life_areas: string
  language: string
  revision: string
  dont_know_steps: string
  attempts: number
  minutes_to_attempt: number | null
  minutes_to_contact: number | null
  same_day: number
  within_promise: number
  failure_demand: number
  outcome: string
}
export type BranchCount = { organisation: string; month: string; revision: string; branch: string; count: number }

export type Person = {
  organisation: string
  person: string
  username: string
  first_name: string
  name: string
  title: string
  /** JSON list */
  roles: string
  disabled: number
  /** made by a first demo start: refuses to run with PUBLIC_URL */
  demo: number
}
export type Credential = {
  organisation: string
  credential: string
  person: string
  kind: 'password'
  secret: string
  created_at: Instant
}
export type Session = {
  organisation: string
  token_hash: string
  person: string
  created_at: Instant
  seen_at: Instant
}

export type Revision = {
  organisation: string
  revision: string
  flow_hash: string
  source: 'folder' | 'studio'
  /** JSON part name → hash */
  manifest: string
  published_at: Instant
  published_by: string | null
  replaced_at: Instant | null
}
export type Part = { organisation: string; hash: string; content: string }

export type Tables = {
  organisation: Organisation
  station: Station
  station_fact: StationFact
  area: Area
  municipality: Municipality
  hours: Hours
  closure: Closure
  phone_line: PhoneLine
  area_staff: AreaStaff
  absence: Absence
  capacity_use: CapacityUse
  callback_request: CallbackRequest
  note: Note
  attempt: Attempt
  gone: Gone
  event: Event
  access_log: AccessLog
  statistics: Statistics
  branch_count: BranchCount
  person: Person
  credential: Credential
  session: Session
  revision: Revision
  part: Part
}
