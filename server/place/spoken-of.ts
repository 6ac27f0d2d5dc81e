/** What the content in force says of the place: told where the place does not have it. */
import type { Dialogue } from '#core/flow/definition.ts'

export type SpokenOf = {
  /** lanes that its tables lead to */
  routed: readonly string[]
}

export function spokenOf({ tables }: Pick<Dialogue, 'tables'>): SpokenOf {
  const routed = tables.segment.rows.flatMap(({ then: { lane } }) => lane ?? [])
  return { routed }
}
