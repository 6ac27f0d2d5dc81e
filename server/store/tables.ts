/**
 * The rows, as both engines hold them. Every key begins with the organisation. Instants are epoch milliseconds,
 * days are `YYYY-MM-DD` in Europe/Helsinki, truth values 0 or 1, lists and objects JSON text (README says why).
 * `sealed` columns begin `v1.<kid>.`; `…_index` columns are keyed blind indexes (HMAC-SHA-256).
 */

import type { PartRow, RevisionRow } from './rows/content.ts'
import type { DataKeyRow, ProbeRow } from './rows/installation.ts'
import type { JobRow } from './rows/job.ts'
import type {
  AccessLogRow,
  BranchCountRow,
  CountedPeriodRow,
  EventRow,
  StatisticsRow,
  WaitingStatisticsRow,
} from './rows/log.ts'
import type { MeterRow } from './rows/meter.ts'
import type { CredentialRow, DeskSettingRow, DeskViewRow, PersonRow, SessionRow } from './rows/people.ts'
import type {
  AbsenceRow,
  AreaRow,
  AreaStaffRow,
  CapacityUseRow,
  ClaimUseRow,
  ClosureRow,
  ContactCheckRow,
  HoursRow,
  LaneRow,
  MunicipalityRow,
  OrganisationRow,
  PhoneLineRow,
  StationFactRow,
  StationRow,
} from './rows/place.ts'
import type { AttemptRow, CallbackRequestRow, GoneRow, NoteRow } from './rows/request.ts'

export type * from './rows/content.ts'
export type * from './rows/installation.ts'
export type * from './rows/job.ts'
export type * from './rows/log.ts'
export type * from './rows/meter.ts'
export type * from './rows/people.ts'
export type * from './rows/place.ts'
export type * from './rows/request.ts'

export type StoreTables = {
  organisation: OrganisationRow
  station: StationRow
  station_fact: StationFactRow
  area: AreaRow
  municipality: MunicipalityRow
  hours: HoursRow
  closure: ClosureRow
  lane: LaneRow
  phone_line: PhoneLineRow
  area_staff: AreaStaffRow
  absence: AbsenceRow
  contact_check: ContactCheckRow
  capacity_use: CapacityUseRow
  claim_use: ClaimUseRow
  callback_request: CallbackRequestRow
  note: NoteRow
  attempt: AttemptRow
  gone: GoneRow
  event: EventRow
  access_log: AccessLogRow
  statistics: StatisticsRow
  statistics_waiting: WaitingStatisticsRow
  counted_period: CountedPeriodRow
  branch_count: BranchCountRow
  person: PersonRow
  credential: CredentialRow
  session: SessionRow
  desk_view: DeskViewRow
  desk_setting: DeskSettingRow
  job: JobRow
  data_key: DataKeyRow
  probe: ProbeRow
  meter: MeterRow
  revision: RevisionRow
  part: PartRow
}
