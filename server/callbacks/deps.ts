/** What the acts on a request are given. They know no HTTP and no SQL. */
import type { Dialogue } from '#core/flow/definition.ts'
import type { Clock } from '../clock.ts'
import type { Subject } from '../identity/authorize.ts'
import type { ClaimFate } from '../promise/budget.ts'
import type { StoreLog } from '../store/engines/engine.ts'
import type { Store } from '../store/store.ts'

/** Published content. */
export type DialoguePort = {
  /** by revision; nothing when it is not known (any more) */
  dialogue(revision: string): Promise<Dialogue | undefined>
  /** the language itself when the content has it, else the one that is shown instead */
  language(asked: string): string
}

export type Deps = {
  store: Store
  clock: Clock
  content: DialoguePort
  log?: StoreLog
  /** how generous the calendar is to one network, see `promise/budget.ts`; 1 when nobody says otherwise */
  claimScale?: number
  /** days after its closing that one which nobody records is kept, when the place has such a rule */
  keepUnrecordedDays?: number
  /** for the operator's figures: how often, since this process started, a claim on the calendar stood aside, or its request was proven */
  claimFates?: Record<ClaimFate, number>
}

/** A signed-in coordinator as the acts see them. */
export type Coordinator = Subject & { person: string; firstName: string }
