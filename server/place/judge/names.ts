/** What one thing says of another must be there for as long as it says so; and a number must be one. */
import { readPhone } from '#core/request/phone.ts'
import { firstGap, type Period, type Span, since } from '../periods.ts'
import type { PlaceState } from '../state.ts'
import type { PlaceFault } from './fault.ts'

/** The number that always stands. */
export const EMERGENCY_NUMBER = '112'

/** Of services and help lines also the short numbers that nobody can be called back at: 112, 116 117, 0295. */
const SHORT = /^(1\d{2,5}|0[26]\d{3,8})$/
const digits = (number: string) => number.replace(/[\s-]/g, '')
const isService = (number: string) => readPhone(number) !== undefined || SHORT.test(digits(number))

/** From which day on something says a name that is not there any more, or not yet. */
const missing = (span: Span, of: readonly Span[] | undefined, today: string) => {
  const rest = since(span, today)
  return rest && firstGap(rest, of ?? [])
}

type Says = {
  of: string
  field: string
  /** otherwise it is an unknown name */
  code?: 'without-area' | 'unknown'
  what: string
  name: string
  span: Span
  there: readonly Span[] | undefined
}

function unknownIn(
  today: string,
  { of, field, code = 'unknown', what, name, span, there }: Says,
): PlaceFault[] {
  const day = missing(span, there, today)
  return day === undefined
    ? []
    : [
        {
          ...{ code, of, field, days: [day] },
          says: there
            ? `${of} says the ${what} ${name}, which is not there from ${day} on: change one of them from that day.`
            : `${of} says the ${what} ${name}: there is none of that name.`,
        },
      ]
}

const each = <Value>(map: Map<string, Period<Value>[]>) =>
  [...map].flatMap(([key, periods]) => periods.map((period) => ({ key, period })))

function saidNames(state: PlaceState): Says[] {
  const { areas, municipalities } = state
  const area = (of: string, name: string, span: Span): Says => ({
    ...{ of, field: 'area', what: 'area', name, span },
    there: areas.get(name),
  })
  return [
    ...each(municipalities).map(({ key, period }) => ({
      ...area(`municipalities/${key}`, period.value.area, period),
      code: 'without-area' as const,
    })),
    ...each(state.duty).map(({ key, period }) => area(`duty/${key}`, key.split('/')[0] as string, period)),
    ...each(state.stations).flatMap(({ key, period }) => {
      const { municipality: name } = period.value
      const [of, what] = [`stations/${key}`, 'municipality']
      const says = { of, field: what, code: 'without-area' as const, what, name, span: period }
      return [area(of, period.value.area, period), { ...says, there: municipalities.get(name) }]
    }),
    ...each(state.lines).flatMap(({ key, period }) =>
      period.value.area === null ? [] : [area(`lines/${key}`, period.value.area, period)],
    ),
    ...each(state.hours).map(({ key, period }) => ({
      ...{ of: `hours/${key}`, field: 'station', what: 'station', name: key, span: period },
      // hours that outlast their station harm nobody
      there: state.stations.has(key) ? [{ from: '', to: null }] : undefined,
    })),
    ...(state.dutyArea === null
      ? []
      : [
          {
            ...{ of: 'organisation', field: 'dutyArea', what: 'area', name: state.dutyArea },
            ...{ span: { from: state.today, to: null }, there: areas.get(state.dutyArea) },
          },
        ]),
  ]
}

function faultsOfNumbers({ areas, stations, lines }: PlaceState): PlaceFault[] {
  const numbers = [
    ...each(areas).map(({ key, period }) => ({
      of: `areas/${key}`,
      field: 'phone',
      number: period.value.phone,
    })),
    ...each(stations).map(({ key, period }) => ({
      ...{ of: `stations/${key}`, field: 'phone' },
      number: period.value.phone,
    })),
    ...each(lines).map(({ key, period }) => ({
      ...{ of: `lines/${key}`, field: 'number' },
      number: period.value.number,
    })),
  ]
  return numbers
    .filter(({ number }) => number !== null && !isService(number))
    .map(({ of, field, number }) => ({
      ...{ code: 'no-phone', of, field },
      says: `“${number}” of ${of} is no telephone number.`,
    }))
}

/** 112 stands on every day. */
function without112({ lines, today }: PlaceState): PlaceFault[] {
  const standing = each(lines)
    .filter(({ period }) => period.value.number === EMERGENCY_NUMBER)
    .map(({ period }) => period)
  const day = firstGap({ from: today, to: null }, standing)
  return day === undefined
    ? []
    : [
        {
          ...{ code: 'without-112', of: 'lines', field: 'number', days: [day] },
          says: `From ${day} on no line has the number 112: it always stands.`,
        },
      ]
}

export const faultsOfNames = (state: PlaceState): PlaceFault[] => [
  ...saidNames(state).flatMap((says) => unknownIn(state.today, says)),
  ...faultsOfNumbers(state),
  ...without112(state),
]
