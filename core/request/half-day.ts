/** When a call is safe: half-days of the week, one rule for the browser's estimate, the server's promise and the desk. */

import type { SafeTime } from './choices.ts'

type Part = 'morning' | 'afternoon'
/** Weekday (1 = Monday … 5 = Friday) and a part of it: `2-morning`. */
export type HalfDay = `${1 | 2 | 3 | 4 | 5}-${Part}`

export const WEEKDAYS = [1, 2, 3, 4, 5] as const
export const PARTS = ['morning', 'afternoon'] as const
/** In the order of the week. */
export const HALF_DAYS: readonly HalfDay[] = WEEKDAYS.flatMap((day) =>
  PARTS.map((part): HalfDay => `${day}-${part}`),
)

/** Where the half-days begin and part (local `HH:MM`); an afternoon ends when the area's calls of the day do. */
export const OPENS = '08:00'
export const NOON = '12:00'
/** When no area says otherwise. */
export const CLOSES = '16:00'

export const halfDayOf = (half: HalfDay): { weekday: number; part: Part } => {
  const [weekday, part] = half.split('-') as [string, Part]
  return { weekday: Number(weekday), part }
}

/** From when until when we call on a half-day (local `HH:MM`), or nothing: no calls are made in it. */
export function hoursOf(part: Part, callBy: string): { from: string; by: string } | undefined {
  const from = part === 'morning' ? OPENS : NOON
  const by = part === 'morning' && callBy > NOON ? NOON : callBy
  return from < by ? { from, by } : undefined
}

type Reachability = { way: string; safeToCall?: boolean; safeTimes?: readonly string[] }

/** The half-days in which alone contact is safe, in the order of the week; none: no such choice holds. */
export const safeHalfDays = ({ way, safeToCall, safeTimes }: Reachability): HalfDay[] =>
  safeToCall === false && way !== 'visit' ? HALF_DAYS.filter((half) => safeTimes?.includes(half)) : []

/** How it is known when contact is safe; absent: at any time, and of a visit it is not asked. */
export function safeTimeOf(said: Reachability): SafeTime | undefined {
  if (said.safeToCall !== false || said.way === 'visit') return undefined
  return safeHalfDays(said).length > 0 ? 'chosen' : 'words'
}
