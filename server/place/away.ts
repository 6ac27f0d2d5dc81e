/** Days on which somebody is not there: closures of places, absences of people; and what holds of the organisation at once. */
import type { AbsenceChange, ClosureChange, OrganisationChange } from '#core/contract/place.ts'
import { addDays } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import { type Changer, change, type PlaceDeps } from './change.ts'
import { markOf } from './mark.ts'
import type { PlaceState } from './state.ts'

const over = (to: string, today: string) => {
  if (to < today)
    refuse('invalid-field', {
      ...{ field: '/to', reason: 'past' },
      detail: `It was over on ${to}, before today (${today}).`,
    })
}

const closureNamed = (name: string) => (state: PlaceState) =>
  state.closures.find(({ closure }) => closure === name)
/** Without its binding, which is made when it is written. */
const absenceOf = (person: string, from: string) => (state: PlaceState) =>
  state.absences
    .filter((one) => one.person === person && one.from_day === from)
    .map(({ to_day, substitute }) => ({ to_day, substitute }))[0]
/** Their marks, as an administrator has them on the screen. */
export const markOfClosure = (state: PlaceState, closure: string) => markOf(closureNamed(closure)(state))
export const markOfAbsence = (state: PlaceState, person: string, from: string) =>
  markOf(absenceOf(person, from)(state))

/** Sets a closure under its name: a new one, or the same one changed. */
export function setClosure(deps: PlaceDeps, by: Changer, closure: string, told: ClosureChange) {
  return change(
    deps,
    by,
    { what: `closures/${closure}`, area: told.area, thing: closureNamed(closure) },
    ({ state, tx, later }) => {
      const { station = null, area = null, from: from_day, to: to_day, substitute = null, reason } = told
      if (to_day >= from_day) over(to_day, state.today)
      const row = {
        station,
        area,
        from_day,
        to_day,
        substitute,
        reason: reason ? JSON.stringify(reason) : null,
      }
      const { organisation } = tx
      state.closures = [
        ...state.closures.filter((one) => one.closure !== closure),
        { organisation, closure, ...row },
      ]
      later(() => tx.placeTables.putClosure(closure, row))
    },
  )
}

/** Takes a closure back: one that has begun ends with yesterday. @throws Refusal `not-found` */
export function removeClosure(deps: PlaceDeps, by: Changer, closure: string) {
  return change(
    deps,
    by,
    { what: `end:closures/${closure}`, thing: closureNamed(closure) },
    ({ state, tx, later }) => {
      const found =
        state.closures.find((one) => one.closure === closure) ??
        refuse('not-found', { detail: `There is no closure ${closure} today or later.` })
      state.closures = state.closures.filter((one) => one !== found)
      const { organisation: _own, closure: _name, ...row } = found
      const begun = found.from_day < state.today
      later(() =>
        tx.placeTables.putClosure(closure, begun ? { ...row, to_day: addDays(state.today, -1) } : undefined),
      )
    },
  )
}

/** Sets an absence of a person from a day on: a new one, or the same one changed. */
export function setAbsence(
  deps: PlaceDeps,
  by: Changer,
  { person, from }: { person: string; from: string },
  { to, ...told }: AbsenceChange,
) {
  return change(
    deps,
    by,
    { what: `absences/${person}/${from}`, thing: absenceOf(person, from) },
    ({ state, tx, later }) => {
      if (to >= from) over(to, state.today)
      const { organisation } = tx
      const substitute = told.substitute ?? null
      state.absences = [
        ...state.absences.filter((one) => one.person !== person || one.from_day !== from),
        { organisation, person, from_day: from, to_day: to, substitute },
      ]
      later(() => tx.placeTables.putAbsence(person, from, { to_day: to, substitute }))
    },
  )
}

/** The person is there again from today on. @throws Refusal `not-found` */
export function removeAbsence(
  deps: PlaceDeps,
  by: Changer,
  { person, from }: { person: string; from: string },
) {
  return change(
    deps,
    by,
    { what: `end:absences/${person}/${from}`, thing: absenceOf(person, from) },
    ({ state, tx, later }) => {
      const found =
        state.absences.find((one) => one.person === person && one.from_day === from) ??
        refuse('not-found', { detail: `${person} has no absence from ${from} that lasts today or later.` })
      state.absences = state.absences.filter((one) => one !== found)
      const { substitute } = found
      const begun = from < state.today
      later(() =>
        tx.placeTables.putAbsence(
          person,
          from,
          begun ? { to_day: addDays(state.today, -1), substitute } : undefined,
        ),
      )
    },
  )
}

/** Name, duty area and framing pages: at once, they have no days. */
export function setOrganisation(deps: PlaceDeps, by: Changer, told: OrganisationChange) {
  return change(deps, by, { what: 'organisation', area: told.dutyArea }, ({ state, tx, later }) => {
    const { name, dutyArea, allowedOrigins } = told
    if (dutyArea !== undefined) state.dutyArea = dutyArea
    const set = {
      ...(name !== undefined && { name }),
      ...(dutyArea !== undefined && { duty_area: dutyArea }),
      ...(allowedOrigins !== undefined && { allowed_origins: JSON.stringify(allowedOrigins) }),
    }
    if (Object.keys(set).length > 0) later(() => tx.placeTables.setOrganisation(set))
  })
}
