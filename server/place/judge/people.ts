/** People: every area that serves somebody has an owner, and who stands in for another is there to do so. */
import type { Role } from '#core/request/choices.ts'
import { whyApart } from '../../identity/apart.ts'
import { firstGap, type Span, since } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import type { PlaceFault } from './fault.ts'

const CALLERS = ['coordinator', 'lead']

/** Why a person calls nobody; nothing when they may. */
export function notCalling({ people }: PlaceState, person: string): string | undefined {
  const found = people.find((one) => one.person === person)
  if (!found) return `There is no person ${person}: \`npm run staff -- list\` has their ids.`
  if (found.disabled) return `${found.name} (${person}) may not sign in any more.`
  const roles = JSON.parse(found.roles) as string[]
  return roles.some((role) => CALLERS.includes(role))
    ? undefined
    : `${found.name} (${person}) is neither coordinator nor lead.`
}

/** The days on which an area calls somebody: those of its municipalities and stations, and of the duty area. */
function served({ municipalities, stations, dutyArea, today }: PlaceState): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  const add = (area: string, span: Span) => {
    const rest = since(span, today)
    if (rest) spans.set(area, [...(spans.get(area) ?? []), rest])
  }
  for (const periods of [...municipalities.values(), ...stations.values()])
    for (const period of periods) add(period.value.area, period)
  if (dutyArea !== null) add(dutyArea, { from: today, to: null })
  return spans
}

function faultsOfOwners(state: PlaceState): PlaceFault[] {
  return [...served(state)].flatMap(([area, spans]) => {
    const owned = [...state.duty]
      .filter(([key]) => key.startsWith(`${area}/`) && !notCalling(state, key.slice(area.length + 1)))
      .flatMap(([, periods]) => periods.filter(({ value }) => value.kind === 'own'))
    const [day] = spans
      .map((span) => firstGap(span, owned))
      .filter((gap) => gap !== undefined)
      .sort()
    if (day === undefined) return []
    const says = `From ${day} on nobody owns area ${area}, which has residents to call: set the duty of somebody in it from that day.`
    return [{ code: 'without-owner' as const, of: `areas/${area}`, field: 'area', days: [day], says }]
  })
}

const faultsOfDuty = (state: PlaceState): PlaceFault[] =>
  [...state.duty.keys()].flatMap((key) => {
    const says = notCalling(state, key.split('/')[1] ?? '')
    return says === undefined ? [] : [{ code: 'unknown' as const, of: `duty/${key}`, field: 'person', says }]
  })

type Away = PlaceState['absences'][number]
const meet = (a: Away, b: Away) => a.from_day <= b.to_day && b.from_day <= a.to_day

function faultsOfSubstitute(state: PlaceState, away: Away): PlaceFault[] {
  const { person, substitute } = away
  if (substitute === null) return []
  const other = state.absences.find((one) => one.person === substitute && meet(one, away))
  const says =
    substitute === person
      ? `${person} cannot stand in for themselves.`
      : other
        ? `${substitute} is away too, from ${other.from_day} to ${other.to_day}: name somebody who is there.`
        : notCalling(state, substitute)
  const at = { code: 'substitute' as const, of: `absences/${person}/${away.from_day}`, field: 'substitute' }
  return says === undefined ? [] : [{ ...at, says }]
}

function faultsOfAbsences(state: PlaceState): PlaceFault[] {
  const { absences, people } = state
  return absences.flatMap((away, index) => {
    const of = `absences/${away.person}/${away.from_day}`
    const twice = absences.slice(0, index).find((one) => one.person === away.person && meet(one, away))
    const own: PlaceFault[] = [
      ...(people.some(({ person }) => person === away.person)
        ? []
        : [{ code: 'unknown' as const, of, field: 'person', says: `There is no person ${away.person}.` }]),
      ...(twice
        ? [
            {
              ...{ code: 'overlap' as const, of, field: 'from' },
              says: `${away.person} is away from ${twice.from_day} to ${twice.to_day} already: change that absence.`,
            },
          ]
        : []),
    ]
    return [...own, ...faultsOfSubstitute(state, away)]
  })
}

/** Of before they were refused; nobody's right is taken away behind their back. */
const faultsOfRoles = ({ people }: PlaceState): PlaceFault[] =>
  people.flatMap(({ person, name, roles, disabled }) => {
    const why = disabled ? undefined : whyApart(JSON.parse(roles) as Role[])
    if (why === undefined) return []
    const says = `${name} (${person}): ${why}`
    return [{ code: 'joined-roles' as const, of: `staff/${person}`, field: 'roles', says }]
  })

export const faultsOfPeople = (state: PlaceState): PlaceFault[] => [
  ...faultsOfOwners(state),
  ...faultsOfDuty(state),
  ...faultsOfAbsences(state),
  ...faultsOfRoles(state),
]
