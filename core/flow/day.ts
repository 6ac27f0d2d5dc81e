/** Calendar days as ISO dates: compared as text, moved by pure arithmetic, never read from a clock. */

const iso = /^(\d{4})-(\d{2})-(\d{2})$/
const offset = /^on([+-]\d+)([dmy])$/

const write = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Whether the text is an ISO date that the calendar has (no 30 February). */
export function isDay(text: string): boolean {
  const parts = iso.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  if (year < 1000) return false
  return write(Date.UTC(year, month - 1, day)) === text
}

/** Moves by whole months; a day that the month lacks becomes its last one (29 February − 1 year = 28 February). */
function addMonths(year: number, month: number, day: number, months: number): string {
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return write(Date.UTC(year, month - 1 + months, Math.min(day, last)))
}

/**
 * The ISO date that a day in content means: itself, `on` (the day of the conversation), or `on` with an offset
 * of days, months or years (`on-18y`).
 */
export function dayOf(day: string, on: string): string {
  if (day === 'on') return on
  const parts = offset.exec(day)
  if (!parts) return day
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  const amount = Number(parts[1])
  if (parts[2] === 'd') return write(Date.UTC(year, month - 1, date + amount))
  return addMonths(year, month, date, parts[2] === 'y' ? amount * 12 : amount)
}
