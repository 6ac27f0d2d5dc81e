/** “Did it get done?”: an open request is due again on the day on which that was agreed to be asked. */
import { localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { KeptPlan } from '../../store/sealing.ts'
import type { Tx } from '../../store/store.ts'
import type { Change } from '../acting.ts'
import { planned, timeOn, UNPLANNED } from '../tries/made.ts'

const dayOf = (plan: KeptPlan | undefined) => (plan?.followUp?.agreed ? plan.followUp.day : undefined)

/** What stands planned is what was agreed before, and not a try that came since. */
const isOf = ({ try_from }: RequestRow, day: string) =>
  typeof try_from === 'number' && localTime(try_from).day === day

/** What is planned of a request whose resident has been reached: the day that was agreed, while it is to come. */
export async function plannedOnce(tx: Tx, row: RequestRow, now: number): Promise<Change> {
  const day = dayOf(tx.seal.open(row).plan)
  const time = day !== undefined && day > localTime(now).day ? await timeOn(tx, row, day, now) : undefined
  return time ? planned(tx, row, time, now) : UNPLANNED
}

type Agreement = { before: KeptPlan | undefined; plan: KeptPlan; now: number }

/**
 * @returns what of the request changes by it; nothing while the day stands as it was
 * @throws Refusal `invalid-field` `/followUp/day`: nobody calls on it, or not when contact is safe
 */
export async function followedUp(tx: Tx, row: RequestRow, { before, plan, now }: Agreement): Promise<Change> {
  const [was, day] = [dayOf(before), dayOf(plan)]
  if (was === day) return {}
  if (day === undefined) return was !== undefined && isOf(row, was) ? UNPLANNED : {}
  const time = day > localTime(now).day ? await timeOn(tx, row, day, now) : undefined
  if (time) return planned(tx, row, time, now)
  return refuse('invalid-field', {
    field: '/followUp/day',
    detail: 'Nobody calls on that day, or not at a time at which contact is safe.',
  })
}
