/** Rows of the area files, and names in them that must be known. */

import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord, list, record } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey } from '../base/survey.ts'

/** The rows of a file of the area folder (or of one list in it). */
export const rowsOf = ({ content }: Survey, file: string, inside?: string): Bag[] => {
  const value = content.area[file]
  return list(inside === undefined ? value : record(value)[inside]).filter(isRecord)
}
/** One value of every row. */
export const idsOf = (rows: Bag[], key: string): string[] => rows.map((row) => inWords(row[key]))

/** A name that must be one of the known ones; what another file says is trusted only when it is whole. */
export function known(
  survey: Survey,
  code: 'unknown-area' | 'unknown-municipality' | 'unknown-station' | 'unknown-line',
  at: [string, Path],
  name: unknown,
  names: string[],
): void {
  if (typeof name !== 'string' || names.includes(name) || names.length === 0) return
  survey.report(code, fileOf.area(at[0]), at[1], { name, hint: hint(name, names) })
}
