/** What was asked and what was answered: in memory only. */
import type { WhatIf, WhatIfAsked } from '#core/contract/what-if.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { sessionEnded, whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'

/** The name of its page in the address. */
export const WHAT_IF = 'what-if'

type WhatIfState = { answer: WhatIf | undefined; busy: boolean; refused: Refused | undefined }
const unknown: WhatIfState = { answer: undefined, busy: false, refused: undefined }
export const foreseen = createStore<WhatIfState>(unknown)
whenForgotten(() => foreseen.set(unknown))

/** An answer that was overtaken by a later question is not shown. */
let asking = 0

/** @param asked what is not said is as it is today */
export async function askWhatIf(asked: WhatIfAsked = {}): Promise<void> {
  const own = ++asking
  foreseen.set({ busy: true, refused: undefined })
  try {
    const answer = await call<WhatIf>('POST', '/api/desk/statistics/what-if', asked)
    if (own === asking) foreseen.set({ answer, busy: false })
  } catch (thrown) {
    if (own !== asking) return
    const refused = asRefused(thrown)
    foreseen.set({ busy: false, refused })
    if (refused.code === 'signed-out') sessionEnded()
  }
}
