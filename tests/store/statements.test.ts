/** However long it has run: no statement of the store reads a table that grows. Each is heard as the store asks it, and explained. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import type { Store, Tx } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'
import { tell } from '../support/evidence.ts'
import { fill } from '../support/many-rows.ts'
import { aino, ORGANISATION, settle } from '../support/people.ts'
import {
  type Judge,
  listenToDrivers,
  postgresJudge,
  type Statements,
  sqliteJudge,
} from '../support/statements.ts'
import { CALLS, ROWS, request } from './every-call.ts'

/** Open requests, a page, a batch: what may be read at once. */
const MOST = 400
/** These hold what is open alone. */
const BOUNDED = [
  'callback_request_open',
  'callback_request_untried',
  'callback_request_planned',
  'callback_request_settled',
  'callback_request_phone',
  // nothing, once an operator has taken older rows over
  'callback_request_unbound',
]

/** Ask nothing of the database, or are asked at a start that is about to be refused. */
const APART = ['dataKeys.wrappedUnder', 'sessions.hashOf']

type Asked = (...asked: never[]) => unknown
const functionsOf = (tx: object) =>
  Object.entries(tx).flatMap(([noun, made]) =>
    typeof made === 'object' && made !== null && !['seal', 'events', 'access'].includes(noun)
      ? Object.entries(made).map(([name, ask]) => ({
          path: `${noun}.${name}`,
          noun,
          name,
          ask: ask as Asked,
        }))
      : [],
  )

class Undone extends Error {}

describe.each(engines)('after many requests ($name)', (engine) => {
  let ears: ReturnType<typeof listenToDrivers>
  let database: TestDatabase
  let store: Store
  let judge: Judge | undefined
  let growing: string[]
  const missing: string[] = []
  const statements: Statements = new Map()

  const undone = (act: (tx: Tx) => Promise<unknown>) =>
    store
      .record(ORGANISATION, async (tx) => {
        await act(tx)
        throw new Undone()
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error
      })
  /** What the store asks when this is done. */
  const heardIn = async (act: (tx: Tx) => Promise<unknown>) => {
    ears.heard.clear()
    await undone(act)
    for (const [asked, values] of ears.heard) statements.set(asked, values)
  }

  async function callEverything() {
    const row = await store.record(ORGANISATION, async ({ requests }) => {
      const filled = await requests.find(request)
      if (filled) await requests.adopt(filled)
      return requests.find(request)
    })
    if (!row) throw new Error('The tables are not filled.')
    const { organisation: _own, ...plain } = row
    const calls = CALLS(plain) as Record<string, Record<string, never[]>>
    let functions: ReturnType<typeof functionsOf> = []
    await undone(async (tx) => {
      functions = functionsOf(tx)
    })
    for (const { path, noun, name } of functions) {
      const asked = calls[noun]?.[name]
      if (!asked && !APART.includes(path)) missing.push(path)
      if (!asked) continue
      await heardIn(async (tx) =>
        functionsOf(tx)
          .find((one) => one.path === path)
          ?.ask(...asked),
      )
    }
    await heardIn(async () => store.organisations())
    ears.heard.clear()
    await store.record(ORGANISATION, async ({ events, access }) => {
      events.add('request-taken', { request, area: 'south', actor: aino.person })
      access.add({ person: 'aino', action: 'request.read', ground: 'own-area', request })
    })
    for (const [asked, values] of ears.heard) statements.set(asked, values)
  }

  const judged = async () => {
    const told: string[] = []
    for (const [asked, values] of statements)
      for (const sentence of await (judge as Judge).judge(asked, values)) told.push(`${sentence} ← ${asked}`)
    return told
  }

  beforeAll(async () => {
    ears = listenToDrivers()
    database = await engine.create()
    store = await database.open({ clock: testClock(), keys: testKeys() })
    await settle(store)
    growing = await store.record(ORGANISATION, async (tx) => {
      const tables = await fill(rawOf(tx), ROWS)
      await sql`update organisation set event_number = ${ROWS}, access_number = ${ROWS}`.execute(rawOf(tx))
      return tables
    })
    await callEverything()
    const bounds = {
      grows: (table: string) => growing.includes(table),
      isBounded: (index: string) => BOUNDED.includes(index),
      most: MOST,
    }
    judge =
      engine.name === 'sqlite' ? sqliteJudge(database.url, bounds) : await postgresJudge(database.url, bounds)
  }, 200_000)
  afterAll(async () => {
    ears.stop()
    await judge?.close()
    await database.remove()
  })

  it('every function of every repository has been heard', () => {
    expect(missing, 'name in CALLS what they are asked for').toEqual([])
    expect(growing).toEqual(expect.arrayContaining(['callback_request', 'gone', 'event', 'access_log']))
    expect(statements.size).toBeGreaterThan(60)
  })

  // a database that was never analysed is how most begin, and SQLite's remain
  if (engine.name === 'sqlite')
    it('none reads a table that grows before it is analysed', async () => {
      expect(await judged()).toEqual([])
    })

  it('none reads a table that grows when it has been analysed', async () => {
    await store.record(ORGANISATION, async (tx) => void (await sql`analyze`.execute(rawOf(tx))))
    expect(await judged()).toEqual([])
    tell('statements', 'every statement of the store explained', { rows: ROWS, statements: statements.size })
  }, 200_000)

  it('the forms of before are found: marks by id or code, open ones counted along another index (red twin)', async () => {
    const values = [ORGANISATION, 'r7', 'code_index7']
    const judged = async (asked: string, ...values: string[]) =>
      (judge as Judge).judge(engine.name === 'sqlite' ? asked.replaceAll(/\$\d/g, '?') : asked, values)
    if (engine.name === 'sqlite')
      expect(
        await judged(
          'select * from gone where organisation = $1 and (id = $2 or code_index = $3)',
          ...values,
        ),
      ).not.toEqual([])
    const all = `select count(*) from callback_request where organisation = $1 and status <> 'closed'`
    expect(await judged(all, ORGANISATION)).not.toEqual([])
  })
})
