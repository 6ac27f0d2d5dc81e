/** Careful looks into parsed values whose shape nobody has vouched for yet. */

import type { Ask } from '../../flow/kinds.ts'

export type Bag = Record<string, unknown>

export const isRecord = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value as a record; an empty one when it is something else. */
export const record = (value: unknown): Bag => (isRecord(value) ? value : {})
/** The value as a list; an empty one when it is something else. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
/** Only the texts of a list. */
export const texts = (value: unknown): string[] => list(value).filter((item) => typeof item === 'string')

/** A value as a sentence can show it. */
export function inWords(value: unknown): string {
  if (value === undefined) return '?'
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** The JSON type of a value, whole numbers apart. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

/** The row of a kind of question in a table of them; none when what the editor wrote is no kind. */
export const rowOf = <Row>(table: Record<Ask, Row>, ask: string): Row | undefined =>
  Object.hasOwn(table, ask) ? table[ask as Ask] : undefined
