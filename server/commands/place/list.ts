/** The place and its numbers as lines for a terminal. */
import { DATED_KINDS } from '#core/contract/place.ts'
import type { PlaceDeps } from '../../place/change.ts'
import { type NumberToVerify, readNumbers } from '../../place/numbers.ts'
import { placeShown } from '../../place/shown.ts'
import { localTime } from '../../promise/local-time.ts'
import type { Result } from '../result.ts'

type Shown = Awaited<ReturnType<typeof placeShown>>
type Opened = { weekday: number; from: string; to: string }

const isWeek = (value: unknown): value is Opened[] =>
  Array.isArray(value) && value.some((one) => typeof one === 'object')
const said = (value: unknown): string =>
  isWeek(value)
    ? value.map(({ weekday, from, to }) => `${weekday} ${from}-${to}`).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

const fields = (value: object) =>
  Object.entries(value)
    .filter(([, one]) => one !== null)
    .map(([field, one]) => `${field}=${said(one)}`)
    .join('  ')

function linesOf(place: Shown, kind: string): string[] {
  const dated = DATED_KINDS.find((one) => one === kind)
  if (dated)
    return place[dated].map(
      ({ key, validFrom, validTo, value }) =>
        `${kind}/${key}  ${validFrom} – ${validTo ?? ''}  ${fields(value)}`,
    )
  if (kind === 'closures')
    return place.closures.map(
      ({ closure, from, to, ...rest }) => `closures/${closure}  ${from} – ${to}  ${fields(rest)}`,
    )
  if (kind === 'absences')
    return place.absences.map(
      ({ person, from, to, substitute }) => `absences/${person}  ${from} – ${to}  ${fields({ substitute })}`,
    )
  throw new Error(
    `There is no list of “${kind}”: lists are ${[...DATED_KINDS, 'closures', 'absences'].join(', ')}.`,
  )
}

/** @param kind all of them, when it is not said */
export async function listed({ store, organisation, clock }: PlaceDeps, kind?: string): Promise<Result> {
  const { day } = localTime(clock.now())
  const place = await store.read(organisation, (view) => placeShown(view, day))
  const kinds = kind === undefined ? [...DATED_KINDS, 'closures', 'absences'] : [kind]
  const head = kind === undefined ? [`organisation  ${fields(place.organisation)}`] : []
  return { lines: [...head, ...kinds.flatMap((one) => linesOf(place, one))], code: 0 }
}

function numberLine({ id, value, state, shown, checkedOn, checkedBy, nextCheck }: NumberToVerify): string {
  const who = checkedOn
    ? `called ${checkedOn} by ${checkedBy}, again by ${nextCheck}`
    : 'nobody has called it'
  if (state === 'missing') return `${id}  no number yet: its advice leads to a page`
  return `${id}  ${value}  ${state}, ${shown ? 'shown' : 'not shown'}; ${who}`
}

/** @param all also those that are well */
export async function numbersListed(
  { store, organisation, clock }: PlaceDeps,
  all: boolean,
): Promise<Result> {
  const { day } = localTime(clock.now())
  const rows = await store.read(organisation, (view) => readNumbers(view, day))
  const due = rows.filter(({ state }) => all || state !== 'verified')
  return { lines: due.length ? due.map(numberLine) : ['Every number is verified.'], code: 0 }
}
