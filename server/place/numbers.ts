/** The worklist of numbers and pages that a person verifies, or has yet to find: who called, whether the right place answered, when again. */
import { addDays } from '../promise/local-time.ts'
import type { View } from '../store/store.ts'
import type { ContactCheckRow } from '../store/tables.ts'
import { EMERGENCY_NUMBER } from './judge/names.ts'
import { holding, type Period } from './periods.ts'
import { type PlaceState, readState } from './state.ts'

type ContactKind = ContactCheckRow['kind']
export type NumberToVerify = {
  /** `line:zero-line`, `area-phone:south`, `station-page:laukaa` */
  id: string
  value: string
  /** a service without a number, nobody has called it, it led elsewhere, it is to be called again within two weeks, it is well */
  state: 'missing' | 'unverified' | 'wrong' | 'due' | 'verified'
  /** do residents see it today? */
  shown: boolean
  checkedOn: string | null
  checkedBy: string | null
  nextCheck: string | null
}

/** So long before its next check a number is on the list. */
const SOON_DAYS = 14

/** A web page is shown as it was written; a number only after somebody has called it. */
const isPage = (kind: ContactKind) => kind === 'station-page' || kind === 'station-booking'

type Line = { number: string | null; verified_on: string | null; next_check: string | null }
/** A line is shown while it is verified and its next check is not overdue; 112 always stands. */
export const isLineShown = ({ number, verified_on, next_check }: Line, day: string): boolean =>
  number === EMERGENCY_NUMBER || (verified_on !== null && (next_check === null || next_check >= day))

type Checked = Pick<ContactCheckRow, 'kind' | 'id' | 'value' | 'answered'>
/** Has a person verified this very number? */
export const isVerified = (
  checks: readonly Checked[],
  kind: ContactKind,
  id: string,
  value: string | null,
): boolean =>
  checks.some(
    (check) => check.kind === kind && check.id === id && check.value === value && check.answered === 1,
  )

export type Reachable = {
  kind: ContactKind
  id: string
  value: string | null
  shown?: boolean
  /** of no emergency: an advice item sends people to it */
  isService?: boolean
}

/** Every number and page that holds today, help lines first, in their order. */
export function contactsOf({ areas, stations, lines, today, checks }: PlaceState): Reachable[] {
  const now = <Value>(all: Map<string, Period<Value>[]>) =>
    [...all].flatMap(([id, periods]) => {
      const held = holding(periods, today)
      return held ? [{ id, value: held.value }] : []
    })
  const phone = (kind: ContactKind, id: string, value: string | null): Reachable => ({
    ...{ kind, id, value },
    shown: isVerified(checks, kind, id, value),
  })
  return [
    ...now(lines)
      .sort((a, b) => a.value.position - b.value.position)
      .map(({ id, value }): Reachable => {
        const { number, verifiedOn: verified_on, nextCheck: next_check } = value
        const isService = value.service !== null
        const shown =
          isLineShown({ number, verified_on, next_check }, today) && (number !== null || !isService)
        return { kind: 'line', id, value: number, shown, isService }
      }),
    ...now(areas).map(({ id, value }) => phone('area-phone', id, value.phone)),
    ...now(stations).flatMap(({ id, value }): Reachable[] => [
      phone('station-phone', id, value.phone),
      { kind: 'station-page', id, value: value.page },
      { kind: 'station-booking', id, value: value.eBooking },
    ]),
  ]
}

function stateOf(check: ContactCheckRow | undefined, today: string): NumberToVerify['state'] {
  if (!check) return 'unverified'
  if (check.answered === 0) return 'wrong'
  return check.next_check <= addDays(today, SOON_DAYS) ? 'due' : 'verified'
}

/** All of them: of help lines and of others first those before which there is something to do. Of a service also that it has no number. */
export function numbersOf(state: PlaceState): NumberToVerify[] {
  const rows = contactsOf(state).flatMap(({ kind, id, value, shown, isService = false }) => {
    const none = { checkedOn: null, checkedBy: null, nextCheck: null }
    if (value === null && isService)
      return [{ id: `${kind}:${id}`, value: '', state: 'missing' as const, shown: false, isService, ...none }]
    if (value === null) return []
    const check = state.checks.find((one) => one.kind === kind && one.id === id && one.value === value)
    const by = { checkedOn: check?.checked_on ?? null, checkedBy: check?.checked_by ?? null }
    const said = { id: `${kind}:${id}`, value, state: stateOf(check, state.today), ...by }
    const nextCheck = check?.next_check ?? null
    return [{ ...said, shown: isPage(kind) || shown === true, nextCheck, isService }]
  })
  const rank = ({ id, state: said, isService }: (typeof rows)[number]) =>
    Number(isService || !id.startsWith('line:')) * 2 + Number(said === 'verified')
  return rows.sort((a, b) => rank(a) - rank(b)).map(({ isService: _, ...row }) => row)
}

export const readNumbers = async (
  view: Pick<View, 'place' | 'placeTables'>,
  today: string,
): Promise<NumberToVerify[]> => numbersOf(await readState(view, today))
