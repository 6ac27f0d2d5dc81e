/**
 * What binds the clear columns of a request to what is sealed of it: `<tag of the sealed contents>.<MAC over every other column>`,
 * under a key outside the database. A column that was changed, a part of another row or of an older day that was put in, is seen.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { kidOf } from '../seal/blob.ts'
import type { DataKeys } from '../seal/keys.ts'
import { opening } from '../seal/unreadable.ts'
import { ORDINARY } from './claims/kinds.ts'
import { REQUEST_COLUMNS } from './rows/request.ts'
import type { CallbackRequestRow } from './tables.ts'

/** A row without what a line of the queue does not need. */
export type BoundLine = Omit<CallbackRequestRow, 'organisation' | 'sealed'>
/** A row as it is to be bound. */
type Unbound = Omit<CallbackRequestRow, 'organisation' | 'binding'>

/** Columns of a line. */
export const LINE = Object.keys(REQUEST_COLUMNS).filter(
  (column) => column !== 'organisation' && column !== 'sealed',
) as (keyof BoundLine)[]
/** A lead’s doubt is bound apart: it is said of thousands of rows in one statement. */
const APART: readonly string[] = ['binding', 'doubted_at', 'doubt_mac']
const BOUND = LINE.filter((column) => !APART.includes(column)).sort() as Exclude<keyof BoundLine, 'binding'>[]

/** Letters at the end of a sealed value that hold its tag: another value of the same key has another. */
const TAG = 22
const tagOf = (sealed: string) => sealed.slice(-TAG)

/** What is null counts as absent: a column that is added later alters nothing of older rows. */
function macOf(keys: DataKeys, organisation: string, tag: string, row: Omit<BoundLine, 'binding'>): Buffer {
  const held = BOUND.flatMap((column) => (row[column] === null ? [] : [[column, row[column]]]))
  return createHmac('sha256', keys.row)
    .update(JSON.stringify([organisation, tag, held]))
    .digest()
}

/** @returns the column `binding` of a row as it is to be written */
export function bindingOf(keys: DataKeys, organisation: string, row: Unbound): string {
  const tag = tagOf(row.sealed)
  return `${tag}.${macOf(keys, organisation, tag, row).toString('base64url')}`
}

/** What the access log remembers of a binding: its MAC. */
export const stateOf = (binding: string) => binding.slice(binding.indexOf('.') + 1)

/** The columns stand as we wrote them; of a whole row, what is sealed too. */
export function isBound(keys: DataKeys, organisation: string, row: BoundLine & { sealed?: string }): boolean {
  const [tag = '', mac = ''] = row.binding?.split('.') ?? []
  if (row.sealed !== undefined && tagOf(row.sealed) !== tag) return false
  const kept = Buffer.from(mac, 'base64url')
  const right = macOf(keys, organisation, tag, row)
  return kept.length === right.length && timingSafeEqual(kept, right)
}

/** @returns what binds a doubt to its area and instant: of the thousands in one area that are doubted in one act it is the same */
export const doubtMac = (keys: DataKeys, organisation: string, area: string, at: number): string =>
  createHmac('sha256', keys.row)
    .update(JSON.stringify(['doubt', organisation, area, at]))
    .digest('base64url')

/**
 * A lead said that it is not real, and nobody else wrote that into the database: never of one who told of danger, nor of one who came
 * later, onto whose row the same doubt could be copied.
 */
export const isDoubted = (keys: DataKeys, organisation: string, row: BoundLine): boolean =>
  row.doubted_at !== null &&
  row.aside === ORDINARY &&
  row.received_at <= row.doubted_at &&
  row.doubt_mac === doubtMac(keys, organisation, row.area, row.doubted_at)

/** @throws Unreadable when the columns do not stand as we wrote them */
export function mustBeBound(
  keys: DataKeys,
  organisation: string,
  row: BoundLine & { sealed?: string },
): void {
  opening(
    () => kidOf(row.wrapped_key),
    () => {
      if (!isBound(keys, organisation, row)) throw new Error('Columns are not as they were written.')
    },
    row.id,
  )
}
