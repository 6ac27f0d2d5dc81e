/** What the figures of a place are counted from, and where they are kept as they may be told. */
import { sql } from 'kysely'
import type { FiguresPeriod, PeriodFigures } from '#core/contract/statistics.ts'
import type { Db } from './engines/engine.ts'
import type { RequestRow } from './requests.ts'
import type { FiguresRow } from './statistics.ts'
import type { StatisticsRow } from './tables.ts'

type MovedRow = Omit<StatisticsRow, 'organisation'>
/** The one after which a page begins. */
export type MovedCursor = { day: string; row: string }
export type ClosedCursor = { closedAt: number; id: string }

const periodsOf = (db: Db, organisation: string) =>
  db.selectFrom('counted_period').where('organisation', '=', organisation)

/** Periods that were counted before calls were have no line of channels, and none that was answered. */
function withChannels(told: PeriodFigures): PeriodFigures {
  const answered = <Of extends Pick<PeriodFigures, 'promise' | 'firstTry'>>(one: Of): Of => ({
    ...one,
    promise: { ...one.promise, answered: one.promise.answered ?? null },
    firstTry: { ...one.firstTry, answered: one.firstTry.answered ?? null },
  })
  const lines = { ...told.lines, channel: told.lines.channel ?? [] }
  const whole = Object.entries(lines).map(([name, all]) => [name, all.map(answered)])
  return { ...answered(told), lines: Object.fromEntries(whole) as PeriodFigures['lines'] }
}

/** Requests that are kept. */
const keptRequests = (db: Db, organisation: string) => {
  const requests = () => db.selectFrom('callback_request').where('organisation', '=', organisation)
  return {
    /** Closed ones in the order of their closing, recorded in the client system or not. */
    closed: (recorded: 0 | 1, after: ClosedCursor | undefined, limit: number): Promise<RequestRow[]> =>
      requests()
        .where('recorded', '=', recorded)
        .where('closed_at', 'is not', null)
        .where('closed_at', '>=', after?.closedAt ?? 0)
        .where(sql<boolean>`(closed_at, id) > (${after?.closedAt ?? 0}, ${after?.id ?? ''})`)
        .selectAll()
        .orderBy('closed_at')
        .orderBy('id')
        .limit(limit)
        .execute(),
    /** When those came that are still open, and that nobody has taken for not real. */
    async openSince(): Promise<number[]> {
      const rows = await requests()
        .where('closed_at', 'is', null)
        .where('doubted_at', 'is', null)
        .select('received_at')
        .execute()
      return rows.map(({ received_at }) => received_at)
    },
  }
}

/** Rows that outlive their requests. */
const movedRows = (db: Db, organisation: string) => {
  const rows = () => db.selectFrom('statistics').where('organisation', '=', organisation)
  return {
    /** From a day to another. */
    moved: (from: string, to: string, after: MovedCursor | undefined, limit: number): Promise<MovedRow[]> =>
      rows()
        .where('day', '>=', after?.day ?? from)
        .where('day', '<=', to)
        .where(sql<boolean>`(day, row) > (${after?.day ?? from}, ${after?.row ?? ''})`)
        .selectAll()
        .orderBy('day')
        .orderBy('row')
        .limit(limit)
        .execute(),
    /** The day of the oldest. */
    async oldestMoved(): Promise<string | undefined> {
      const row = await rows().select('day').orderBy('day').limit(1).executeTakeFirst()
      return row?.day
    },
    /** Their names, from a day to another. */
    async movedNames(from: string, to: string): Promise<string[]> {
      const found = await rows().where('day', '>=', from).where('day', '<=', to).select('row').execute()
      return found.map(({ row }) => row)
    },
    /** Takes them out. @returns what they said */
    async takeMoved(names: readonly string[]): Promise<FiguresRow[]> {
      const taken = await db
        .deleteFrom('statistics')
        .where('organisation', '=', organisation)
        .where('row', 'in', names.length > 0 ? names : [''])
        .returningAll()
        .execute()
      return taken.map(({ organisation: _, row: __, ...figures }) => figures)
    },
  }
}

export const countedRepository = (db: Db, organisation: string) => ({
  ...keptRequests(db, organisation),
  ...movedRows(db, organisation),
  /** Every area there has been, and whose it was on some day from … to: of one that nobody had, nobody's. */
  async owners(from: string, to: string): Promise<Map<string, Set<string>>> {
    const rows = await db
      .selectFrom('area_staff')
      .where('organisation', '=', organisation)
      .where('kind', '=', 'own')
      .where('valid_from', '<=', to)
      .where((at) => at.or([at('valid_to', 'is', null), at('valid_to', '>', from)]))
      .select(['area', 'person'])
      .execute()
    const areas = await db
      .selectFrom('area')
      .where('organisation', '=', organisation)
      .select('area')
      .distinct()
      .execute()
    const owners = new Map(areas.map(({ area }) => [area, new Set<string>()]))
    for (const { area, person } of rows) owners.set(area, (owners.get(area) ?? new Set()).add(person))
    return owners
  },
  /** The periods that can be told of, the newest first. */
  async periods(): Promise<FiguresPeriod[]> {
    const rows = await periodsOf(db, organisation)
      .select(['kind', 'period', 'from_day', 'to_day'])
      .orderBy('from_day', 'desc')
      .orderBy('kind')
      .execute()
    return rows.map(({ from_day, to_day, ...period }) => ({ ...period, from: from_day, to: to_day }))
  },
  /** Of one kind, from a day to another, the oldest first. */
  async told(kind: FiguresPeriod['kind'], from: string, to: string): Promise<PeriodFigures[]> {
    const rows = await periodsOf(db, organisation)
      .where('kind', '=', kind)
      .where('from_day', '>=', from)
      .where('from_day', '<=', to)
      .select('told')
      .orderBy('from_day')
      .execute()
    return rows.map(({ told }) => withChannels(JSON.parse(told)))
  },
  /** In place of what was told of the period before. */
  async tell(figures: PeriodFigures): Promise<void> {
    const { kind, period, from, to } = figures
    const told = JSON.stringify(figures)
    await db
      .insertInto('counted_period')
      .values({ organisation, kind, period, from_day: from, to_day: to, told })
      .onConflict((at) => at.columns(['organisation', 'kind', 'period']).doUpdateSet({ told }))
      .execute()
  },
})
