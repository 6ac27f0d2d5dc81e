/**
 * Who stands beside the played day and counts for itself: what was done to whom and when, by whom, and what figures come of that. It
 * knows nothing of the code that is tried, neither its rules of counting nor those of time.
 */
import type { Resident } from './people.ts'

export type Kept = {
  resident: Resident
  received: number
  promise?: { day: string; until: number }
  /** by whose hand a try was written that stands */
  tries: { at: number; result: string; way: string }[]
  reached?: number
  closed?: { at: number; outcome: string; failureDemand: boolean }
}
/** What the log must say, by its own words. */
export type Said = { type: string; request: string; at: number; actor?: string }

const HELSINKI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Helsinki',
  dateStyle: 'short',
  timeStyle: 'short',
})
/** `2026-11-24 08:05` */
export const stamp = (at: number) => HELSINKI.format(at)
export const dayOf = (at: number) => stamp(at).slice(0, 10)
const minuteOfDay = (at: number) => Number(stamp(at).slice(11, 13)) * 60 + Number(stamp(at).slice(14, 16))

/** Between eight and four, counted minute by minute as somebody with a watch would. Only plain weekdays are played. */
export function officeMinutesBetween(from: number, to: number): number {
  let minutes = 0
  for (let at = from; at < to; at += 60_000) {
    const minute = minuteOfDay(at)
    const weekday = new Date(`${dayOf(at)}T12:00:00Z`).getUTCDay()
    if (weekday >= 1 && weekday <= 5 && minute >= 480 && minute < 960) minutes += 1
  }
  return minutes
}

export function record() {
  const kept = new Map<string, Kept>()
  const said: Said[] = []
  const find = (id: string): Kept => {
    const one = kept.get(id)
    if (!one) throw new Error(`Nobody has written down that ${id} came`)
    return one
  }
  return {
    kept,
    said,
    find,
    say(type: string, request: string, at: number, actor?: string) {
      said.push({ type, request, at, ...(actor && { actor }) })
    },
    came(resident: Resident, received: number, promise: Kept['promise']) {
      kept.set(resident.body.id, { resident, received, tries: [], ...(promise && { promise }) })
    },
  }
}
export type Recorder = ReturnType<typeof record>

/** The first try in the way that was chosen. */
export const firstTry = ({ tries, resident }: Kept) =>
  tries.find(({ way }) => way === resident.body.contact.way)?.at

/** Kept, broken, or not yet known. */
export function fateOf(one: Kept, now: number): 'kept' | 'broken' | 'open' {
  const at = firstTry(one)
  const until = one.promise?.until ?? Infinity
  if (at === undefined) return until < now ? 'broken' : 'open'
  return at <= until ? 'kept' : 'broken'
}

const countBy = <Of>(all: readonly Of[], name: (one: Of) => string): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const one of all) counts[name(one)] = (counts[name(one)] ?? 0) + 1
  return counts
}

/** What a page of figures must say of those who came, before anything is rounded. Fakes are nobody. */
export function figuresOf(all: readonly Kept[]) {
  const true_ = all.filter(({ resident }) => !resident.isFake)
  const ended = true_.filter(({ closed }) => closed)
  const toAttempt = ended.flatMap((one) => {
    const at = firstTry(one)
    return at === undefined ? [] : [officeMinutesBetween(one.received, at)]
  })
  const reached = ended.filter(({ reached: at }) => at !== undefined)
  const toContact = reached.map((one) => officeMinutesBetween(one.received, one.reached ?? 0))
  return {
    count: ended.length,
    open: true_.length - ended.length,
    promise: countBy(ended, (one) => {
      if (firstTry(one) === undefined && one.closed?.outcome === 'duplicate') return 'released'
      return one.promise ? fateOf(one, Infinity) : 'undated'
    }),
    firstTry: countBy(ended, (one) => {
      const at = firstTry(one)
      if (at === undefined) return 'untried'
      return dayOf(at) === dayOf(one.received) ? 'same-day' : 'later'
    }),
    contact: countBy(ended, (one) =>
      one.reached !== undefined ? 'reached' : one.tries.length > 0 ? 'tried' : 'untried',
    ),
    endings: countBy(ended, ({ closed }) => closed?.outcome ?? ''),
    failureDemand: ended.filter(({ closed }) => closed?.failureDemand).length,
    lanes: countBy(ended, ({ resident }) =>
      resident.body.answers.asker === 'professional' ? 'consultation' : 'guidance',
    ),
    /** Monday first, those that are still open too */
    weekdays: [1, 2, 3, 4, 5, 6, 0].map(
      (weekday) =>
        true_.filter(({ received }) => new Date(`${dayOf(received)}T12:00:00Z`).getUTCDay() === weekday)
          .length,
    ),
    languages: countBy(ended, ({ resident }) => resident.body.language),
    hours: countBy(ended, ({ received }) => String(Math.floor(minuteOfDay(received) / 60))),
    toAttempt,
    toContact,
    perReached: reached.reduce((sum, { tries }) => sum + tries.length, 0) / (reached.length || 1),
  }
}
export type RawFigures = ReturnType<typeof figuresOf>
