/** Opening hours and the address of a number, as the resident meets them. */
import type { Station } from '#core/contract/content.ts'
import { weekdayName } from '#core/say/day.ts'
import { clock } from '#core/say/time.ts'
import type { Speech } from './speech.ts'

/** `tel:` address of a number as people write it. */
export const dial = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`

/** Opening hours with equal neighbours joined: `ma–pe klo 8–16`. Never says whether it is open now. */
export function hoursText(speech: Speech, hours: Station['hours']) {
  const rows: { first: number; last: number; from: string; to: string }[] = []
  for (const { weekday: day, from, to } of [...hours].sort((a, b) => a.weekday - b.weekday)) {
    const last = rows.at(-1)
    if (last && last.last === day - 1 && last.from === from && last.to === to) last.last = day
    else rows.push({ first: day, last: day, from, to })
  }
  const name = (day: number) => weekdayName(speech, day, 'short')
  return rows.map(({ first, last, from, to }) =>
    speech.t('widget:hours.row', {
      days: first === last ? name(first) : `${name(first)}–${name(last)}`,
      from: clock(speech, from),
      to: clock(speech, to),
    }),
  )
}
