/** Sealing and blind indexes for one organisation, so that acts never hold a key. */
import type { Contact, Receipt, Visit } from '#core/contract/callback.ts'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { AgreedPlan } from '#core/contract/plan.ts'
import { type DayPart, partOf } from '#core/queue/looked-for.ts'
import type { Heavy, Register, SafeTime } from '#core/request/choices.ts'
import type { TriesMade } from '#core/request/tries.ts'
import { blindIndex } from '../seal/blind.ts'
import { chainMac } from '../seal/chain.ts'
import { keyChecks } from '../seal/check.ts'
import type { DataKeys } from '../seal/keys.ts'
import { proofAsked } from '../seal/proof.ts'
import { newRecord, openRecord } from '../seal/record.ts'
import { type BoundLine, doubtMac, isBound, isDoubted, mustBeBound } from './binding.ts'
import type { FiguresRow } from './statistics.ts'
import type { AccessLogRow, CallbackRequestRow } from './tables.ts'

/** `at`: epoch ms; `by`: of the staff. */
export type Handover = { at: number; by: string; from: string; to: string; reason: string }

/** What was agreed, as it is kept: of a consent the person who wrote it down stands by id, and the time in epoch ms. */
export type KeptPlan = Omit<AgreedPlan, 'parties'> & {
  parties: (Omit<AgreedPlan['parties'][number], 'at'> & { at: number })[]
}

/** All that is sealed of a request: one JSON, because the cost of a cipher is its start. */
export type Contents = Pick<OpenRequest, 'answers' | 'flags' | 'because' | 'attention' | 'advice'> & {
  contact: Contact
  /** E.164 */
  phone?: string
  /** addresses answered “I don’t know” */
  dontKnow: string[]
  /** as answered to the first sending: a retry gets the same bytes */
  receipt: Receipt
  /** why it was handed over: who said it, from which area and to which */
  handovers?: Handover[]
  /** what was agreed in calls */
  plan?: KeptPlan
  /** of a closed one: what will be counted of it when it is erased; closed again it is counted once, as it ended */
  figures?: FiguresRow
  /** of a closed one: its outcome told that they had talked, and nobody had said so before */
  isTalkTold?: true
  /** of a closed one: it was folded under another, and had no place of the day of its own */
  wasFolded?: true
}
/** What a line of the queue shows of a request: sealed too, for it is made of answers. */
export type Summary = {
  segment: string
  /** absent in requests of before it was asked: they count as finished */
  finished?: boolean
  municipality?: string
  asker?: string
  lifeAreas: string[]
  /** ids */
  attention: string[]
  /** how many flags were ticked, how many answers were “I don’t know” */
  flags: number
  dontKnow: number
  way: Contact['way']
  /** the one part of the day in which to call; absent: in either, only words tell, or it was received before this was kept */
  window?: DayPart
  /** of a visit, once its time is known */
  visit?: Visit
  /** what has been tried; absent before the first attempt, and in requests of before it was kept */
  tried?: TriesMade
  /** when the resident rang since the last attempt, ISO */
  rangBack?: string
  /** what the last attempt did away with, for who takes it back: the try that was planned (epoch ms), and that the resident had rung */
  beforeAttempt?: { tryFrom: number | null; tryUntil: number | null; rangBack?: string }
  /** how it is known when contact is safe; absent: at any time */
  safeTime?: SafeTime
  /** local time at which the window of the promise opens; absent: the promise is no window */
  from?: string
  /** help is wanted today */
  today?: true
  /** one of those for whom some places of a day are kept; what may make it take two; how many it has when it has more than one */
  forReserve?: true
  heavy?: Heavy[]
  places?: number
  /** the days between were full: it is promised later than the next day of calling */
  crowded?: true
  /** in which register it is recorded, by its lane of the day it came; absent: health care's, as all were before lanes said so */
  register?: Register
  /** a place became free, and it is promised sooner than it was */
  sooner?: true
}
/** The summary with the part of the day in which to call, or with none. */
export function toCallIn({ window: _, ...summary }: Summary, contact: Contact): Summary {
  const window = partOf(contact)
  return { ...summary, ...(window && { window }) }
}

/** Did the conversation come to its end. */
export const isFinished = ({ finished = true }: Pick<Summary, 'finished'>): boolean => finished

/** In which register a request is recorded. */
export const registerOf = ({ register = 'health' }: Pick<Summary, 'register'>): Register => register

type KeyedRow = Pick<CallbackRequestRow, 'id' | 'wrapped_key'>
type SealedRow = BoundLine & Pick<CallbackRequestRow, 'sealed'>

export type SealedColumns = Pick<CallbackRequestRow, 'wrapped_key' | 'sealed' | 'summary'>

const TABLE = 'callback_request'

/** A part of a row, once its columns are seen to stand as we wrote them. @throws Unreadable */
function opened(
  keys: DataKeys,
  organisation: string,
  row: BoundLine & { sealed?: string },
  field: 'sealed' | 'summary',
  part: string,
): unknown {
  mustBeBound(keys, organisation, row)
  return openRecord(keys, organisation, row.id, row.wrapped_key).open(TABLE, field, part)
}

export const sealRepository = (organisation: string, keys: DataKeys) => ({
  index: (use: 'phone' | 'code' | 'body' | 'network' | 'device', value: unknown) =>
    blindIndex(keys, organisation, use, value),
  /** the proof of work of a request */
  proof: (id: string) => proofAsked(keys, organisation, id),
  /** of each key we have, by its id: the value by which the database knows it again */
  checks: () => keyChecks(keys, organisation),
  /** the id of the key that wraps new records */
  currentKey: keys.current.kid,
  /** The row of the access log was written under our key, after the row with this MAC. */
  follows: (before: string, row: AccessLogRow): boolean => chainMac(keys, before, row) === row.mac,
  /** Columns of a new request: a fresh key, wrapped, and what it seals. */
  contents(id: string, contents: Contents, summary: Summary): SealedColumns {
    const record = newRecord(keys, organisation, id)
    return {
      wrapped_key: record.wrapped,
      sealed: record.seal(TABLE, 'sealed', contents),
      summary: record.seal(TABLE, 'summary', summary),
    }
  },
  /** The same request's contents and summary after a correction. */
  again(row: KeyedRow, contents: Contents, summary: Summary): Pick<SealedColumns, 'sealed' | 'summary'> {
    const record = openRecord(keys, organisation, row.id, row.wrapped_key)
    return {
      sealed: record.seal(TABLE, 'sealed', contents),
      summary: record.seal(TABLE, 'summary', summary),
    }
  },
  /** @throws as `open` does */
  summary: (row: BoundLine): Summary => opened(keys, organisation, row, 'summary', row.summary) as Summary,
  /** @throws Unreadable when the row was altered, moved, or sealed under a key we do not have */
  open: (row: SealedRow): Contents => opened(keys, organisation, row, 'sealed', row.sealed) as Contents,
  /** Every column stands as we wrote it. */
  isBound: (row: BoundLine & { sealed?: string }): boolean => isBound(keys, organisation, row),
  /** @returns what binds a doubt of now to its area */
  doubt: (area: string, at: number): string => doubtMac(keys, organisation, area, at),
  /** A lead said so, and stands in the row as it was written. */
  isDoubted: (row: BoundLine): boolean =>
    isBound(keys, organisation, row) && isDoubted(keys, organisation, row),
  note: (row: KeyedRow, number: number, text: string): string =>
    openRecord(keys, organisation, row.id, row.wrapped_key).seal('note', `text-${number}`, text),
  openNote: (row: KeyedRow, number: number, sealed: string): string =>
    String(openRecord(keys, organisation, row.id, row.wrapped_key).open('note', `text-${number}`, sealed)),
})
