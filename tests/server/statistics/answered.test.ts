/** Calls that staff answered are told apart: no promise is made better or worse by them, and no wait shorter. */
import { expect, it } from 'vitest'
import { protect } from '../../../server/statistics/protect.ts'
import { count, newTally } from '../../../server/statistics/tally.ts'
import type { FiguresRow } from '../../../server/store/statistics.ts'
import { FIGURES } from './figures.ts'

/** Who waited two hours for a promised call. */
const WAITED: FiguresRow = { ...FIGURES, minutes_to_attempt: 120, minutes_to_contact: 120 }
/** Who rang, and was answered. */
const RANG: FiguresRow = {
  ...FIGURES,
  channel: 'phone',
  dated: 0,
  minutes_to_attempt: 0,
  minutes_to_contact: 0,
}

function told(...rows: FiguresRow[]) {
  const tally = newTally()
  for (const row of rows) for (let made = 0; made < 20; made++) count(tally, row, (area) => area)
  return protect(tally, 0)
}

it('who rang and was answered had nothing promised and waited for nothing', () => {
  const figures = told(WAITED, RANG)
  expect(figures.count).toBe(40)
  expect(figures.promise).toEqual({ kept: 20, broken: null, undated: null, released: null, answered: 20 })
  expect(figures.firstTry).toEqual({ 'same-day': 20, later: null, untried: null, answered: 20 })
  expect(figures.minutesToAttempt).toEqual({ median: 120, p90: 120 })
  expect(figures.minutesToContact).toEqual({ median: 120, p90: 120 })
  expect(figures.lines.channel.map(({ id, count: many }) => [id, many])).toEqual([
    ['chat', 20],
    ['phone', 20],
  ])
  // red twin: counted like the others they would halve the wait, and seem to have been refused a day
  const alike = told(WAITED, { ...RANG, channel: 'chat' })
  expect(alike.minutesToAttempt?.median).toBe(0)
  expect(alike.promise.undated).toBe(20)
})

it('who rang and is called later is promised and waited for like any other', () => {
  expect(told({ ...WAITED, channel: 'phone' }).promise).toMatchObject({ kept: 20, answered: null })
  // without a date, and reached later: no day could be promised
  expect(told({ ...WAITED, channel: 'phone', dated: 0 }).promise).toMatchObject({
    undated: 20,
    answered: null,
  })
})
