/** Another fact from a day on, and its end. */
import { DATED, type DatedChange, type DatedKind } from '#core/contract/place.ts'
import { addDays } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { type Changer, change, type Edit, type PlaceDeps } from './change.ts'
import { columnsOf, type FactOf, KINDS, type Timelines } from './kinds.ts'
import { markOf } from './mark.ts'
import { endPeriods, type Period, setPeriod } from './periods.ts'
import type { PlaceState } from './state.ts'

const UNVERIFIED = { verifiedOn: null, verifiedBy: null, nextCheck: null }
/** What may stay unsaid of a thing that is new. */
const BLANK: { [Name in DatedKind]?: Partial<FactOf<Name>> } = {
  areas: { phone: null },
  stations: { names: null, phone: null, page: null, eBooking: null, reception: null },
  lanes: { names: null, register: 'health' },
  lines: { always: null, speaks: null, service: null, area: null, ...UNVERIFIED },
}

/** What is told, over what held before. @throws Refusal with the field that a new thing lacks */
function factFrom<Name extends DatedKind>(
  kind: Name,
  said: object,
  held: FactOf<Name> | undefined,
): FactOf<Name> {
  const value = { ...BLANK[kind], ...held, ...said } as FactOf<Name>
  const lacking = Object.keys(DATED[kind].properties).find((field) => !(field in value))
  if (lacking !== undefined)
    refuse('invalid-field', {
      field: `/${lacking}`,
      reason: 'lacking',
      detail: `It is new: say its ${lacking} too.`,
    })
  // another number is another one to verify
  const old = held as { number?: string | null } | undefined
  const isOther = kind === 'lines' && old?.number !== (value as { number?: string | null }).number
  return isOther ? { ...value, ...UNVERIFIED } : value
}

/** @returns the first day on which it no longer holds */
function daysOf(today: string, { validFrom, validTo }: { validFrom: string; validTo?: string | undefined }) {
  if (validFrom < today)
    refuse('invalid-field', {
      ...{ field: '/validFrom', reason: 'past' },
      detail: `What was before today (${today}) stays as it was: begin today at the earliest.`,
    })
  if (validTo !== undefined && validTo < validFrom)
    refuse('invalid-field', {
      ...{ field: '/validTo', reason: 'backwards' },
      detail: `It would end on ${validTo}, before it begins on ${validFrom}.`,
    })
  return validTo === undefined ? null : addDays(validTo, 1)
}

function put<Name extends DatedKind>(
  { state, tx, later }: Edit,
  kind: Name,
  key: string,
  periods: Period<FactOf<Name>>[],
) {
  const all = state[kind] as unknown as Timelines<FactOf<Name>>
  all.set(key, periods)
  later(async () => {
    if (kind === 'stations') await tx.placeTables.addStation(key)
    const { table, columns } = KINDS[kind]
    await tx.placeTables.rewrite(table, columns(key), state.today, columnsOf(kind, periods))
  })
}

const thingOf = (kind: DatedKind, key: string) => (state: PlaceState) => state[kind].get(key)
/** Of everything that holds or is planned under a key. */
export const markOfFact = (state: PlaceState, kind: DatedKind, key: string) =>
  markOf(thingOf(kind, key)(state))

/** The area that a change is about, where it is about one. */
const areaOf = (kind: DatedKind, key: string): string | undefined =>
  kind === 'areas' ? key : kind === 'duty' ? key.split('/')[0] : undefined

/**
 * Sets what is told from `validFrom` on, to its last day `validTo` where one is said; what is not told stays as it is.
 * @param key as `KINDS` has it
 * @throws Refusal `invalid-field` with the field and why it cannot be
 */
export function setFact(deps: PlaceDeps, by: Changer, kind: DatedKind, key: string, body: DatedChange) {
  const { validFrom, validTo, instead, ...said } = body
  return change(
    deps,
    by,
    { what: `${kind}/${key}`, area: areaOf(kind, key), thing: thingOf(kind, key) },
    (edit) => {
      const to = daysOf(edit.state.today, { validFrom, validTo })
      const periods = (edit.state[kind] as Timelines<FactOf<DatedKind>>).get(key) ?? []
      const held = periods.findLast(
        ({ from, to: until }) => from <= validFrom && (!until || until > validFrom),
      )
      const next = { from: validFrom, to, value: factFrom(kind, said, held?.value) }
      put(edit, kind, key, setPeriod(periods, next, instead))
    },
  )
}

/**
 * Ends it: `validTo` is its last day, yesterday at the earliest, and what was planned for later is given up.
 * @throws Refusal `not-found` when nothing of the name holds then, `invalid-field` when others still need it
 */
export function endFact(
  deps: PlaceDeps,
  by: Changer,
  kind: DatedKind,
  key: string,
  { validTo }: { validTo: string },
) {
  return change(
    deps,
    by,
    { what: `end:${kind}/${key}`, area: areaOf(kind, key), thing: thingOf(kind, key) },
    (edit) => {
      const to = addDays(validTo, 1)
      if (to < edit.state.today)
        refuse('invalid-field', {
          field: '/validTo',
          reason: 'past',
          detail: 'It can end yesterday at the earliest.',
        })
      const all = edit.state[kind] as Timelines<FactOf<DatedKind>>
      const periods = endPeriods(all.get(key) ?? [], to)
      if (!periods)
        return refuse('not-found', { detail: `There is no ${kind}/${key} that holds after ${validTo}.` })
      put(edit, kind, key, periods)
    },
  )
}
