/** A resident asks for a call: stored exactly once, whatever the answers do. */
import type { CallbackRequestBody, Receipt } from '#core/contract/callback.ts'
import { tellWhenLate } from './bind.ts'
import type { Network } from './claims/sender.ts'
import { phoneOf } from './code.ts'
import type { Deps } from './deps.ts'
import { oneNumberAtATime } from './fold.ts'
import { listen } from './received/listen.ts'
import { receive, seenBefore } from './received/receive.ts'

/**
 * Receives a request whose body the schema has accepted. Sent again, it gets the same receipt.
 * @throws Refusal `invalid-field` (code, phone, station), `already-received`, `gone`, `not-found`, `unavailable`
 */
export async function submit(
  deps: Deps,
  organisation: string,
  body: CallbackRequestBody,
  network?: Network,
): Promise<Receipt> {
  const heard = await listen(deps, { organisation, body, phone: phoneOf(body.contact), network })
  const stored = await deps.store.record(organisation, async (tx) => {
    const asked = heard(tx)
    await oneNumberAtATime(tx, asked.phoneIndex)
    const before = await seenBefore(tx, asked)
    return before ? { receipt: before } : receive(tx, asked)
  })
  if ('binding' in stored) {
    if (stored.binding.refused && deps.claimFates) deps.claimFates.aside += 1
    tellWhenLate(deps, stored.binding, stored.area)
  }
  return stored.receipt
}
