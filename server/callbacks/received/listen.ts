/** What is known of a body before the transaction that stores it: its conversation is judged, its code and number are read. */
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { inPlace } from '../../place/in-place.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Tx } from '../../store/store.ts'
import type { Network } from '../claims/sender.ts'
import { codeOf } from '../code.ts'
import type { Deps } from '../deps.ts'
import { judge } from '../judge.ts'
import type { Submission } from './receive.ts'

type Told = {
  organisation: string
  body: CallbackRequestBody
  /** E.164 */
  phone: string | undefined
  network?: Network | undefined
  by?: Submission['by']
  /** what was told beside the body: a retry tells the same */
  beside?: object
}

/** @returns the submission as a transaction needs it. @throws Refusal `invalid-field` of the code */
export async function listen(
  deps: Deps,
  { organisation, body, phone, network, by, beside }: Told,
): Promise<(tx: Tx) => Submission> {
  const code = codeOf(body.code)
  const { day } = localTime(deps.clock.now())
  const dialogue = await deps.content.dialogue(body.revision)
  const held = dialogue && (await inPlace(deps.store, organisation, dialogue, { today: day, on: body.on }))
  const language = deps.content.language(body.language)
  const judged = judge(held, body, day)
  return (tx) => ({
    body,
    by,
    network,
    claimScale: deps.claimScale ?? 1,
    judged,
    phone,
    language,
    known: dialogue !== undefined,
    now: deps.clock.now(),
    codeIndex: tx.seal.index('code', code),
    bodyIndex: tx.seal.index('body', { ...body, code, ...beside }),
    phoneIndex: phone ? tx.seal.index('phone', phone) : null,
  })
}
