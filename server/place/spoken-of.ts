/** What the content in force says of the place: told where the place does not have it. */
import type { Dialogue } from '#core/flow/definition.ts'
import { MUNICIPALITIES } from '#core/flow/named.ts'

export type SpokenOf = {
  /** codes of the municipalities that residents choose from */
  listed: readonly string[]
  /** lanes that its tables lead to */
  routed: readonly string[]
}

export function spokenOf({ lists, tables }: Pick<Dialogue, 'lists' | 'tables'>): SpokenOf {
  const routed = tables.segment.rows.flatMap(({ then: { lane } }) => lane ?? [])
  return { listed: (lists[MUNICIPALITIES] ?? []).map(({ id }) => id), routed }
}
