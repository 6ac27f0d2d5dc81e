/** A row of statistics of nobody. */
import type { FiguresRow } from '../../../server/store/statistics.ts'

export const FIGURES: FiguresRow = {
  ...{ day: '2026-11-24', hour: 9, area: 'south', municipality: '172', lane: 'callback', asker: null },
  ...{ segment: 's', life_areas: '[]', language: 'fi', revision: 'r1', dont_know_steps: '[]', attempts: 1 },
  ...{ minutes_to_attempt: 1, minutes_to_contact: 1, dated: 1, same_day: 1, within_promise: 1 },
  ...{
    reached_same_day: 1,
    reached_within_promise: 1,
    failure_demand: 0,
    outcome: 'advice-given',
    channel: 'chat',
  },
}
