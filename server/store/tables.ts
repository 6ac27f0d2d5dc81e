/**
 * The rows, as both engines hold them. Every key begins with the organisation. Instants are epoch milliseconds,
 * days are `YYYY-MM-DD` in Europe/Helsinki, truth values 0 or 1, lists and objects JSON text (README says why).
 * `sealed` columns begin `v1.<kid>.`; `…_index` columns are keyed blind indexes (HMAC-SHA-256).
 */

import type { Part, Revision } from './rows/content.ts'
import type { Job } from './rows/job.ts'
import type { AccessLog, BranchCount, Event, Statistics } from './rows/log.ts'
import type { Credential, Person, Session } from './rows/people.ts'
import type {
  Absence,
  Area,
  AreaStaff,
  CapacityUse,
  Closure,
  Hours,
  Municipality,
  Organisation,
  PhoneLine,
  Station,
  StationFact,
} from './rows/place.ts'
import type { Attempt, CallbackRequest, Gone, Note } from './rows/request.ts'

export type * from './rows/content.ts'
export type * from './rows/job.ts'
export type * from './rows/log.ts'
export type * from './rows/people.ts'
export type * from './rows/place.ts'
export type * from './rows/request.ts'

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
  job: Job
  revision: Revision
  part: Part
}
