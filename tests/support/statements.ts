/** Listens to what the drivers are asked, and asks both engines how they would read for it. */
import Sqlite from 'better-sqlite3'
import pg from 'pg'

type Values = readonly unknown[]
/** SQL → the values it was last asked with. */
export type Statements = Map<string, Values>

const worthExplaining = /^\s*(select|insert|update|delete|with)\b/i

/** Call it before a store is opened. @returns what was asked since `clear`, and how to stop listening */
export function listenToDrivers() {
  const heard: Statements = new Map()
  const note = (sql: unknown, values: unknown) => {
    if (typeof sql === 'string' && worthExplaining.test(sql))
      heard.set(sql, Array.isArray(values) ? values : [])
  }
  const { prepare } = Sqlite.prototype
  Sqlite.prototype.prepare = function prepareAndNote(this: Sqlite.Database, source: string) {
    const statement = prepare.call(this, source)
    for (const way of ['all', 'run', 'get', 'iterate'] as const) {
      const plain = statement[way].bind(statement) as (...values: unknown[]) => unknown
      Object.assign(statement, {
        [way]: (...values: unknown[]) => {
          note(source, Array.isArray(values[0]) ? values[0] : values)
          return plain(...values)
        },
      })
    }
    return statement
  } as typeof prepare
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function queryAndNote(this: pg.Client, ...asked: unknown[]) {
    note(asked[0], asked[1])
    return (query as (...all: unknown[]) => unknown).apply(this, asked)
  } as typeof query
  return {
    heard,
    stop() {
      Sqlite.prototype.prepare = prepare
      pg.Client.prototype.query = query
    },
  }
}

/** How one engine reads for a statement. @returns a sentence for each reading of a table that grows, or none */
export type Judge = { judge(sql: string, values: Values): Promise<string[]>; close(): Promise<void> }

/** @param grows is it a table that grows with the requests. @param isBounded an index that holds only what is open */
export type Bounds = {
  grows(table: string): boolean
  isBounded(index: string): boolean
  /** rows that one statement may read of a table that grows */
  most: number
}

/** SQLite says by which part of an index it searches. */
export function sqliteJudge(url: string, { grows, isBounded }: Bounds): Judge {
  const raw = new Sqlite(url.slice('sqlite:'.length))
  const judge = async (sql: string, values: Values) => {
    const rows = raw.prepare(`explain query plan ${sql}`).all(...values) as { detail: string }[]
    const plan = rows.map(({ detail }) => detail)
    // a page along an index in its own order ends by itself
    const isPage = /\blimit\b/i.test(sql) && !plan.some((line) => line.includes('TEMP B-TREE'))
    return plan.filter((line) => {
      const [, how, table = ''] = /^(SCAN|SEARCH) (\w+)/.exec(line) ?? []
      if (!grows(table)) return false
      const [, index = '', terms = ''] = /INDEX (\w+)(?: \((.*)\))?$/.exec(line) ?? []
      if (isBounded(index) || line.includes('INTEGER PRIMARY KEY')) return false
      return how === 'SCAN' ? !isPage : terms === 'organisation=?' && !isPage
    })
  }
  return { judge, close: async () => void raw.close() }
}

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Index Name'?: string
  Plans?: PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const rowsRead = (node: PlanNode) =>
  ((node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)) *
  (node['Actual Loops'] ?? 1)

/** PostgreSQL says how many rows it read; what it changed is undone. */
export async function postgresJudge(url: string, { grows, most }: Bounds): Promise<Judge> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const judge = async (sql: string, values: Values) => {
    await client.query('begin')
    const explained = await client
      .query(`explain (analyze, timing off, format json) ${sql}`, [...values])
      .catch((error: { code?: string }) => {
        // a row that stands already: nothing was read for it
        if (error.code !== '23505') throw error
      })
      .finally(() => client.query('rollback'))
    if (!explained) return []
    const { Plan } = (explained.rows[0]['QUERY PLAN'] as { Plan: PlanNode }[])[0] as { Plan: PlanNode }
    return nodesOf(Plan)
      .filter((node) => grows(node['Relation Name'] ?? '') && rowsRead(node) > most)
      .map((node) => `${node['Node Type']} of ${node['Relation Name']}: ${rowsRead(node)} rows`)
  }
  return { judge, close: () => client.end() }
}

export type Counted = { statements: number; rows: number }

const rowsIn = (answer: unknown): number => {
  if (Array.isArray(answer)) return answer.length
  const { rows } = (answer ?? {}) as { rows?: unknown }
  return Array.isArray(rows) ? rows.length : 0
}

/** Counts what the drivers are asked and answer, a cost that no busy machine alters. Call it before a store is opened. @returns what something costs, and how to stop counting */
export function countDrivers() {
  const now: Counted = { statements: 0, rows: 0 }
  const note = <Answer>(answer: Answer): Answer => {
    now.statements += 1
    now.rows += rowsIn(answer)
    return answer
  }
  const { prepare } = Sqlite.prototype
  Sqlite.prototype.prepare = function prepareAndCount(this: Sqlite.Database, source: string) {
    const statement = prepare.call(this, source)
    for (const way of ['all', 'run', 'get'] as const) {
      const plain = statement[way].bind(statement) as (...values: unknown[]) => unknown
      Object.assign(statement, { [way]: (...values: unknown[]) => note(plain(...values)) })
    }
    return statement
  } as typeof prepare
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function queryAndCount(this: pg.Client, ...asked: unknown[]) {
    const answer = (query as (...all: unknown[]) => unknown).apply(this, asked)
    return answer instanceof Promise ? answer.then(note) : answer
  } as typeof query
  return {
    async of(does: () => Promise<unknown>): Promise<Counted> {
      Object.assign(now, { statements: 0, rows: 0 })
      await does()
      return { ...now }
    },
    stop() {
      Sqlite.prototype.prepare = prepare
      pg.Client.prototype.query = query
    },
  }
}
