/** What was agreed in a call is written down whole, sealed with the request: it goes where the request goes, and is erased with it. */
import type { ActBody } from '#core/contract/acts.ts'
import type { QueueRow } from '#core/contract/desk.ts'
import type { AgreedPlan, PlanTold } from '#core/contract/plan.ts'
import { refuse } from '../../refusal.ts'
import type { Contents, KeptPlan } from '../../store/sealing.ts'
import type { Tx } from '../../store/store.ts'
import { actOnHeld, asSeen } from '../acting.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { iso } from '../rows.ts'
import { followedUp } from './follow-up.ts'

const wrong = (field: string, detail: string) => refuse('invalid-field', { field, detail })

/** @throws Refusal `invalid-field` for what the shape alone does not tell */
function mustHold({ steps, matters = [], parties, followUp }: PlanTold): void {
  const unclear = steps.findIndex(({ what, advice }) => (what === undefined) === (advice === undefined))
  if (unclear >= 0) wrong(`/steps/${unclear}`, 'A step is told in words, or is an item of advice.')
  const areas = matters.map(({ area }) => area)
  if (new Set(areas).size < areas.length) wrong('/matters', 'Each matter is told of once.')
  const names = parties.map(({ name }) => name.trim())
  if (new Set(names).size < names.length) wrong('/parties', 'Each party is told of once.')
  if (followUp?.agreed === false && followUp.day !== undefined)
    wrong('/followUp', 'What was not agreed has no day.')
}

type Writing = { person: string; now: number }

/** A consent that stands as it did keeps who wrote it down and when. */
function kept({ version: _, ...told }: PlanTold, before: KeptPlan | undefined, writing: Writing): KeptPlan {
  const parties = told.parties.map(({ name, consent }) => {
    const stood = before?.parties.find((one) => one.name === name && one.consent === consent)
    return stood ?? { name, consent, at: writing.now, by: writing.person }
  })
  return { ...told, parties }
}

/**
 * A day on which it is agreed to ask again makes an open request due then; a closed one stays closed.
 * @throws Refusal `not-found`, `not-yours`, `wrong-status` when the request is not as it was seen, `invalid-field`
 */
export const changePlan = (
  deps: Deps,
  staff: Coordinator,
  id: string,
  told: ActBody<'plan'>,
): Promise<QueueRow> =>
  actOnHeld(deps, staff, id, 'plan', async (tx, row, now) => {
    asSeen(row, told.version)
    mustHold(told)
    const contents = tx.seal.open(row)
    const plan = kept(told, contents.plan, { person: staff.person, now })
    const due = row.closed_at === null ? await followedUp(tx, row, { before: contents.plan, plan, now }) : {}
    return { ...due, ...tx.seal.again(row, { ...contents, plan }, tx.seal.summary(row)) }
  })

/** As it is read, with first names; nothing where nothing was agreed, as in requests of before it could be. */
export async function planOf(tx: Tx, { plan }: Contents): Promise<AgreedPlan | undefined> {
  if (!plan) return undefined
  const names = await tx.people.firstNames(plan.parties.map(({ by }) => by))
  const parties = plan.parties.map(({ at, by, ...party }) => ({
    ...party,
    at: iso(at),
    by: names.get(by) ?? '',
  }))
  return { ...plan, parties }
}
