/** Names and days of the administration, as they are said. A name that is missing is shown as its id. */
import { shortDay, weekdayName, wholeDate } from '#core/say/day.ts'
import { serverNow } from '../../state/clock.ts'
import { clockWords, localDay, promiseWords } from '../../words/dates.ts'
import { say, speaker, spokenLanguage } from '../../words/words.ts'
import { type AdminPlace, admin } from '../state/admin.ts'

/** What is told of a thing of the place, by field. */
export type FactValue = Record<string, unknown>

export const today = (): string => admin.get().place?.today ?? localDay(serverNow())

/** “ma 28.12.”, of another year with that instead of the weekday. */
export function dayName(day: string): string {
  const isThisYear = day.slice(0, 4) === today().slice(0, 4)
  const name = isThisYear ? shortDay(speaker(), day) : wholeDate(speaker(), day)
  return name.replaceAll(' ', '\u00a0')
}

/** “ma 28.12. – ti 29.12.”, or one day alone; without an end: from a day on. */
export function daysName(from: string, to: string | null): string {
  if (to === null) return say('admin:days.from', { day: dayName(from) })
  return from === to ? dayName(from) : say('admin:days.both', { from: dayName(from), to: dayName(to) })
}

/** What a thing is today, else what it will be first. */
export function factOf(
  kind: 'areas' | 'stations' | 'municipalities' | 'lines',
  key: string,
  place = admin.get().place,
) {
  const rows = place?.[kind].filter((row) => row.key === key) ?? []
  const now = place?.today ?? ''
  const held = rows.find(({ validFrom, validTo }) => validFrom <= now && (validTo === null || now <= validTo))
  return (held ?? rows[0])?.value as FactValue | undefined
}

const named = (names: unknown) => {
  const texts = (names ?? {}) as Record<string, string>
  return texts[spokenLanguage()] ?? texts.fi
}

export const areaName = (area: string): string => String(factOf('areas', area)?.name ?? area)
export const stationName = (station: string): string => {
  const fact = factOf('stations', station)
  return named(fact?.names) ?? String(fact?.name ?? station)
}
export const municipalityName = (code: string): string => named(factOf('municipalities', code)?.names) ?? code
export const personName = (person: string): string =>
  admin.get().staff.find((one) => one.person === person)?.name ?? person

/** Keys of a kind, in their order, each once. */
export const keysOf = (
  kind: 'areas' | 'stations' | 'municipalities',
  place = admin.get().place,
): string[] => [...new Set(place?.[kind].map(({ key }) => key) ?? [])]

type Open = { weekday: number; from: string; to: string }
const weekdayShort = (weekday: number) => weekdayName(speaker(), weekday, 'short')

/** “ma–pe 8–16, la 9–12”; days that follow each other and are alike are said as one. */
export function weekName(open: readonly Open[]): string {
  const hoursOn = (weekday: number) =>
    open
      .filter((one) => one.weekday === weekday)
      .map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`)
      .join(', ')
  const spans: { first: number; last: number; hours: string }[] = []
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const [hours, before] = [hoursOn(weekday), spans.at(-1)]
    if (!hours) continue
    if (before && before.last === weekday - 1 && before.hours === hours) before.last = weekday
    else spans.push({ first: weekday, last: weekday, hours })
  }
  const daysOf = ({ first, last }: (typeof spans)[number]) =>
    first === last ? weekdayShort(first) : `${weekdayShort(first)}–${weekdayShort(last)}`
  return spans.map((span) => `${daysOf(span)} ${span.hours}`).join(', ') || say('admin:week.shut')
}

type Promise = NonNullable<Parameters<typeof promiseWords>[0]>
/** What residents would be promised, or that no day has room. */
export const promiseName = (promise: Promise | undefined): string =>
  // by its date: “today” is another day where somebody looks at a day to come
  promise ? promiseWords(promise, 0) : say('admin:foreseen.undated')

/** Persons who may call, for a list to choose from. */
export const callers = () =>
  admin
    .get()
    .staff.filter(
      ({ roles, disabled }) => !disabled && roles.some((role) => role === 'coordinator' || role === 'lead'),
    )

export type Fault = AdminPlace['faults'][number]
