/** Stations, areas, hours, lanes and lines: dated tables, always current. */
import type { Register } from '#core/request/choices.ts'

type Day = string

export type OrganisationRow = {
  organisation: string
  name: string
  /** JSON list of host-page origins that may frame the chat */
  allowed_origins: string
  /** JSON danger, situation of today or segment → ids of the lines that help in it, in order */
  helps: string
  /** calls those who live elsewhere or do not say where; null: each station's own area does */
  duty_area: string | null
  /** the last event number and the last access-log number and MAC: counters updated in the writing transaction */
  event_number: number
  access_number: number
  access_mac: string
}
export type StationRow = { organisation: string; station: string }
export type StationFactRow = {
  organisation: string
  station: string
  valid_from: Day
  valid_to: Day | null
  name: string
  /** JSON language → name, where it is another one; null: none is */
  names: string | null
  kind: 'main' | 'side'
  municipality: string
  area: string
  phone: string | null
  e_booking: string | null
  /** public web page of the place */
  page: string | null
  /** JSON list of `{weekday, from, to}`: when a coordinator is there to meet people; null: never known to be */
  reception: string | null
}
export type AreaRow = {
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
  /** places of a day in all that are kept for those who cannot wait; null: none */
  reserve: number | null
  /** JSON list of what makes a request take two places; null: nothing does */
  heavy: string | null
  /** the coordinators' own number; null until a person has verified it */
  phone: string | null
}
export type MunicipalityRow = {
  organisation: string
  municipality: string
  valid_from: Day
  valid_to: Day | null
  /** JSON language → name */
  names: string
  area: string
}
export type HoursRow = {
  organisation: string
  station: string
  weekday: number
  valid_from: Day
  valid_to: Day | null
  opens: string
  closes: string
}
export type ClosureRow = {
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
export type LaneRow = {
  organisation: string
  lane: string
  valid_from: Day
  valid_to: Day | null
  /** JSON language → name; null: as the words of the content say */
  names: string | null
  register: Register
}
export type PhoneLineRow = {
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
  /** 1: it answers day and night; null: it does not, or nobody knows */
  always: number | null
  /** JSON list of the languages in which it answers; null: not known */
  speaks: string | null
  /** the name by which advice items call it; null: a help line */
  service: string | null
  /** of a service: the area it serves; null: every area */
  area: string | null
}
export type AreaStaffRow = {
  organisation: string
  area: string
  person: string
  valid_from: Day
  valid_to: Day | null
  kind: 'own' | 'substitute'
  /** binds all of it, keyed: whose area it is, is who may read its requests */
  rights_mac: string | null
}
export type AbsenceRow = {
  organisation: string
  person: string
  from_day: Day
  to_day: Day
  /** the person who calls and reads instead; null: the area's substitutes in their order */
  substitute: string | null
  /** binds all of it, keyed: who stands in reads too */
  rights_mac: string | null
}
/** The last time that somebody called a number or opened a link. */
export type ContactCheckRow = {
  organisation: string
  kind: 'line' | 'area-phone' | 'station-phone' | 'station-page' | 'station-booking'
  /** of the line, the area or the station */
  id: string
  /** what was called or opened: another number is another one to verify */
  value: string
  /** 1: it was the right place that answered */
  answered: number
  checked_on: Day
  checked_by: string
  next_check: Day
}
export type CapacityUseRow = { organisation: string; area: string; day: Day; used: number }
/** `scope`: a network as a keyed hash of the day, or all senders; `period`: a day, or an hour of it `2026-11-30T09` */
export type ClaimUseRow = {
  organisation: string
  area: string
  scope: string
  period: string
  used: number
}
