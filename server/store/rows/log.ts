/** What happened, who read what, and the figures that outlive a request. */
type Day = string
type Instant = number

export type EventRow = {
  organisation: string
  number: number
  type: string
  at: Instant
  request: string | null
  area: string | null
  actor: string | null
}
export type AccessLogRow = {
  organisation: string
  number: number
  at: Instant
  person: string
  action: string
  request: string | null
  area: string | null
  ground: string
  mac: string
  /** of a request that was written: the MAC of its row as the act left it */
  state: string | null
}
export type StatisticsRow = {
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
  /** 1: a day and time was promised; 0: it waited in its order without; null: of before such requests, a time was */
  dated: number | null
  /** tried: by a first attempt */
  same_day: number
  within_promise: number
  /** the resident was spoken with; null in rows of before it was counted */
  reached_same_day: number | null
  reached_within_promise: number | null
  failure_demand: number
  /** `chat` or `phone`; null in rows of before calls were counted: the chat */
  channel: string | null
  outcome: string
}
/** What will be counted of a request that is erased, sealed. */
export type WaitingStatisticsRow = { organisation: string; id: string; wrapped_key: string; sealed: string }
/** A month or a week as it may be told: nothing in it is of fewer than five requests. */
export type CountedPeriodRow = {
  organisation: string
  kind: 'month' | 'week'
  period: string
  from_day: Day
  to_day: Day
  /** JSON */
  told: string
}
export type BranchCountRow = {
  organisation: string
  month: string
  revision: string
  branch: string
  count: number
}
