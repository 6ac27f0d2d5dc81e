/**
 * Finnish days off.
 *
 * Sources: church holidays, kirkkolaki 652/2023 (Epiphany 6 January, Ascension Day on the Thursday, Midsummer Day on
 * the Saturday of 20–26 June, All Saints’ Day on the Saturday of 31 October – 6 November); May Day, laki vapunpäivän
 * järjestämisestä työntekijäin vapaapäiväksi eräissä tapauksissa 272/1944; Independence Day, laki itsenäisyyspäivän
 * viettämisestä 388/1937. Midsummer Eve and Christmas Eve are days off by collective agreements and, for deadlines, by
 * 5 § of laki säädettyjen määräaikain laskemisesta 150/1930. New Year’s Eve and Maundy Thursday are working days:
 * a station that closes then says so as a closure.
 */
const DAY = 86_400_000

/** The day so many days later. */
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const pad = (number: number) => String(number).padStart(2, '0')

/** Easter Sunday of a year by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const leap = Math.floor(century / 4)
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - leap - moon + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return `${year}-${pad(Math.floor(days / 31))}-${pad((days % 31) + 1)}`
}

const SATURDAY = 6
/** The first Saturday on or after a day. */
const saturdayFrom = (day: string) => addDays(day, (SATURDAY - weekdayOf(day) + 7) % 7)

function daysOff(year: number): Set<string> {
  const sunday = easter(year)
  const midsummer = saturdayFrom(`${year}-06-20`)
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    addDays(sunday, -2), // Good Friday
    sunday,
    addDays(sunday, 1),
    `${year}-05-01`,
    addDays(sunday, 39), // Ascension Day
    addDays(sunday, 49), // Pentecost
    addDays(midsummer, -1), // its eve
    midsummer,
    saturdayFrom(`${year}-10-31`),
    `${year}-12-06`,
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
  ])
}

const years = new Map<number, Set<string>>()

/** Is the day a public holiday or one of the two eves? */
export function isDayOff(day: string): boolean {
  const year = Number(day.slice(0, 4))
  const known = years.get(year) ?? daysOff(year)
  years.set(year, known)
  return known.has(day)
}

/** Nobody works on it: a weekend or a day off. */
const isFree = (day: string): boolean => weekdayOf(day) >= SATURDAY || isDayOff(day)

/** The day itself, or the first working day after it: to which a term that would end on a free day is moved (laki 150/1930, 5 §). */
const workingDayFrom = (day: string): string => (isFree(day) ? workingDayFrom(addDays(day, 1)) : day)

/** The last day of a term of so many days after a day. */
export const lastDayOf = (sent: string, days: number): string => workingDayFrom(addDays(sent, days))
