/** A person has called a number or opened a page: the right place answered, or it did not. */
import { addDays } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { type Changer, change, type PlaceDeps } from './change.ts'
import { columnsOf, KINDS } from './kinds.ts'
import { contactsOf } from './numbers.ts'

/** Somebody calls again after so many days. */
const CHECK_EVERY_DAYS = 90

export type Verification = {
  /** false: it leads to nobody, or to others. Nobody answering at that hour is not that: call again */
  reached: boolean
  /** who called, where it was not the one who writes it down */
  by: string
}

/**
 * @param number its id on the worklist
 * @throws Refusal `not-found` when there is no such number today
 */
export function verifyNumber(deps: PlaceDeps, by: Changer, number: string, told: Verification) {
  return change(deps, by, { what: `verified:${number}` }, ({ state, tx, later }) => {
    const { today } = state
    const { kind, id, value } =
      contactsOf(state).find((one) => `${one.kind}:${one.id}` === number && one.value !== null) ??
      refuse('not-found', { detail: `There is no number ${number} today: see the worklist.` })
    const nextCheck = addDays(today, CHECK_EVERY_DAYS)
    later(() =>
      tx.placeTables.putCheck({
        ...{ kind, id, value: value as string, answered: told.reached ? 1 : 0 },
        ...{ checked_on: today, checked_by: told.by, next_check: nextCheck },
      }),
    )
    if (kind !== 'line') return
    // a line carries it to every page that shows it
    const periods = state.lines.get(id) ?? []
    const held = periods.find(({ from, to }) => from <= today && (to === null || to > today))
    if (!held) return
    // a planned or passing change carries the same number on: what was found holds there as well
    const isSame = ({ from, value }: (typeof periods)[number]) =>
      from >= held.from && value.number === held.value.number
    const seen = told.reached
      ? { verifiedOn: today, verifiedBy: told.by, nextCheck }
      : { verifiedOn: null, verifiedBy: null, nextCheck: null }
    const all = periods.map((one) => (isSame(one) ? { ...one, value: { ...one.value, ...seen } } : one))
    state.lines.set(id, all)
    later(() => tx.placeTables.rewrite('phone_line', KINDS.lines.columns(id), today, columnsOf('lines', all)))
  })
}
