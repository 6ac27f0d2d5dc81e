/** What the coordinators’ wing knows, in memory only. */
import type { Me, OpenRequest, Queue, QueueRow } from '#core/contract/desk.ts'
import type { LookedFor } from '#core/queue/looked-for.ts'
import type { Lens } from '#core/queue/view.ts'
import type { Refused } from '../../net/api.ts'
import { whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'

/** What is here of the queue. `after`: where it is read on; absent when all of it is here. */
export type KnownQueue = Pick<Queue, 'number' | 'now' | 'areas' | 'rows' | 'counts'> & {
  after: string | undefined
}

export type CallbacksState = {
  queue: KnownQueue | undefined
  queueProblem: Refused | undefined
  /** ids that arrived while this desk was open */
  arrived: ReadonlySet<string>
  lens: Lens
  /** one area, or undefined for all of mine */
  area: string | undefined
  /** what else is looked for: rows without it are hidden */
  filters: LookedFor
  openId: string | undefined
  request: OpenRequest | undefined
  requestProblem: Refused | undefined
}

const nothing: CallbacksState = {
  queue: undefined,
  queueProblem: undefined,
  arrived: new Set(),
  lens: 'waiting',
  area: undefined,
  filters: {},
  openId: undefined,
  request: undefined,
  requestProblem: undefined,
}

export const callbacks = createStore<CallbacksState>(nothing)

whenForgotten(() => callbacks.set(nothing))

export const isMine = (row: QueueRow, me: Me | undefined) =>
  row.takenBy !== undefined && row.takenBy.id === me?.id
