/** In whose queue a request stands, and in which register it is recorded: two registers are never mixed. */
import { ORDINARY_LANE } from '#core/flow/named.ts'
import type { Register } from '#core/request/choices.ts'
import { refuse } from '../refusal.ts'
import type { RequestRow } from '../store/requests.ts'
import { registerOf } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'

/**
 * Of a request that comes: the lane that the content leads to, and the ordinary one where the place has it not that day.
 * @param lane as the tables of the content have it
 */
export async function laneFor(
  tx: Tx,
  lane: string,
  day: string,
): Promise<{ lane: string; register: Register }> {
  const lanes = await tx.place.lanes(day)
  const of = (name: string) => lanes.find((row) => row.lane === name)
  const found = of(lane) ?? of(ORDINARY_LANE)
  return { lane: found?.lane ?? ORDINARY_LANE, register: found?.register ?? registerOf({}) }
}

/**
 * A request may be handed over to this lane.
 * @throws Refusal `invalid-field` when there is no such lane that day, `other-register` when it is recorded elsewhere
 */
export async function mustSuit(tx: Tx, row: RequestRow, lane: string, day: string): Promise<void> {
  const lanes = await tx.place.lanes(day)
  const found =
    lanes.find((one) => one.lane === lane) ??
    refuse('invalid-field', {
      field: '/lane',
      detail: `There is no such lane today. Lanes are ${lanes.map((one) => one.lane).join(', ')}; when none is named, the request stays in its own.`,
    })
  if (found.register !== registerOf(tx.seal.summary(row))) refuse('other-register', { field: '/lane' })
}
