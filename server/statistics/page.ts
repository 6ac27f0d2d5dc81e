/** A period as it may be told, beside the one before it and in the line of those before. */
import type { FiguresPage, FiguresPeriod } from '#core/contract/statistics.ts'
import { addDays, localTime } from '../promise/local-time.ts'
import { refuse } from '../refusal.ts'
import type { View } from '../store/store.ts'
import { monthsLater, periodBefore } from './periods.ts'

/** So many periods stand in a line: a year and the same month, or a quarter of weeks. */
const STEPS = 13

const firstStep = ({ kind, from }: FiguresPeriod): string =>
  kind === 'month' ? `${monthsLater(from.slice(0, 7), 1 - STEPS)}-01` : addDays(from, 7 * (1 - STEPS))

/**
 * @param at the instant in which it is asked, epoch ms
 * @param asked a period; when none is, the newest month that has ended, else the newest period
 * @throws Refusal `not-found` when it has not been counted
 */
export async function figuresPage({ counted }: View, at: number, asked?: string): Promise<FiguresPage> {
  const now = new Date(at).toISOString()
  const { day: today } = localTime(at)
  const periods = await counted.periods()
  const chosen =
    asked === undefined
      ? (periods.find(({ kind, to }) => kind === 'month' && to < today) ?? periods[0])
      : periods.find(({ period }) => period === asked)
  if (!chosen) return asked === undefined ? { now, steps: [], periods } : refuse('not-found')
  const told = await counted.told(chosen.kind, firstStep(chosen), chosen.from)
  const before = periodBefore(chosen).period
  const find = (name: string) => told.find(({ period }) => period === name)
  const [figures, compared] = [find(chosen.period), find(before)]
  return {
    now,
    ...(figures && { figures }),
    ...(compared && { before: compared }),
    steps: told.map(({ period, kind, from, to, count, promise }) => ({
      ...{ period, kind, from, to, count, promise },
    })),
    periods,
  }
}
