/** Fear was told: somebody near may see, hear or be told. */
import type { Id } from '#core/flow/definition.ts'
import { SAFETY } from '#core/flow/named.ts'
import type { Outcome } from '#core/flow/result.ts'
import type { Island } from '../net/island.ts'

export const isFear = (dangers: Id[], unseen: Id[]) => dangers.some((danger) => unseen.includes(danger))

/** Also when its line was taken away, or was never more than a tick. @param dangers told in the conversation */
export const isAfraid = ({ attention }: Outcome, dangers: Id[], { unseen }: Island) =>
  attention.some(({ id }) => id === SAFETY) || isFear(dangers, unseen)
