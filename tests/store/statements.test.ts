/** However long it has run: no statement of the store reads a table that grows. Each is heard as the store asks it, and explained. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PeriodFigures } from '#core/contract/statistics.ts'
import { rawOf } from '../../server/store/raw.ts'
import type { Repositories } from '../../server/store/repositories.ts'
import type { RequestRow } from '../../server/store/requests.ts'
import type { Store, Tx } from '../../server/store/store.ts'
import { testClock } from '../support/clock.ts'
import { engines, type TestDatabase, testKeys } from '../support/databases.ts'
import { size, tell } from '../support/evidence.ts'
import { fill } from '../support/many-rows.ts'
import { aino, ORGANISATION, settle } from '../support/people.ts'
import {
  type Judge,
  listenToDrivers,
  postgresJudge,
  type Statements,
  sqliteJudge,
} from '../support/statements.ts'

const ROWS = size(2_000, 100_000)
/** Open requests, a page, a batch: what may be read at once. */
const MOST = 400
/** These hold what is open alone. */
const BOUNDED = [
  'callback_request_open',
  'callback_request_untried',
  'callback_request_tried',
  'callback_request_held',
  'callback_request_phone',
  // nothing, once an operator has taken older rows over
  'callback_request_unbound',
]

/** Each function of each repository with what it is asked for. */
type Calls = {
  [Noun in keyof Repositories]?: {
    [Name in keyof Repositories[Noun]]?: Repositories[Noun][Name] extends (...asked: infer Asked) => unknown
      ? Asked
      : never
  }
}

const last = ROWS
const at = 1_700_000_000_000
const request = `r${ROWS - 10}`
const closed = 'r100'
const take = { person: 'aino', area: 'south', now: at, until: at + 1, next: { waiting: 'taken' } }
const log = { person: 'aino', at, request }
const statistics = {
  ...{ row: 'new', day: '2026-11-24', hour: 9, area: 'south', municipality: '172', lane: 'callback' },
  ...{ asker: null, segment: 's', life_areas: '[]', language: 'fi', revision: 'r1', dont_know_steps: '[]' },
  ...{ attempts: 1, minutes_to_attempt: 1, minutes_to_contact: 1, dated: 1, same_day: 1, within_promise: 1 },
  ...{ reached_same_day: 1, reached_within_promise: 1 },
  ...{ failure_demand: 0, outcome: 'advised' },
}
const check = {
  ...{ kind: 'line' as const, id: 'emergency', value: '112', answered: 1 },
  ...{ checked_on: '2026-11-24', checked_by: 'Aino', next_check: '2027-02-22' },
}
const told = {
  ...{ period: '2026-11', kind: 'month', from: '2026-11-01', to: '2026-11-30' },
} as PeriodFigures
const revision = {
  revision: 'r2',
  flow_hash: 'h1',
  manifest: '{}',
  published_at: at,
  published_by: 'aino',
  source: 'folder' as const,
}

const CALLS = (row: RequestRow): Calls => ({
  requests: {
    add: [{ ...row, id: 'new', code_index: 'new', reference: 'new' }],
    find: [closed],
    known: [closed, 'code_index7'],
    findByCode: ['code_index7'],
    after: [closed, 200],
    existing: [[request, closed]],
    unbound: [200],
    adopt: [row],
    take: [row, take],
    change: [row, { status: 'taken' }],
    putUnder: [row, null],
    remove: [closed, 1],
    dueForErasure: [at + 100, 100, { after: { since: at, id: request }, recorded: 1 }],
  },
  queue: {
    row: [request],
    foldedUnder: [request],
    undated: ['south', 10],
    promisedAfter: ['south', '2026-11-24', 10],
    foldedCounts: [[request, closed]],
    openFrom: ['phone_index7'],
    fold: [[request], null],
  },
  walks: {
    step: [{ areas: ['south', 'north'], state: 'open', person: 'aino', now: at }, 101],
    unrecordedIn: [['south'], undefined, 101],
    countUnrecordedIn: [['south']],
    lines: [[request, closed]],
    standingAfter: ['', 100],
    standing: [[request, closed]],
  },
  found: {
    withReference: ['reference7'],
    withPhone: ['phone_index7', 31],
    openAfter: ['', { areas: ['south', 'north'], aside: false, limit: 100 }],
    closed: [
      { areas: ['south', 'north'], person: undefined, since: 0, after: { closed: at, id: closed } },
      51,
    ],
  },
  notes: {
    add: [{ ...log, number: 2, sealed: 'x' }],
    reseal: [request, 2, 'y'],
    of: [request],
    remove: [request],
  },
  attempts: {
    add: [{ ...log, number: 2, way: 'call', result: 'no-answer' }],
    result: [request, 2, 'struck'],
    of: [request],
    remove: [request],
  },
  gone: {
    add: [{ id: 'new', code_index: 'new', until: at }],
    known: ['r7', 'code_index8'],
    findByCode: ['code_index7'],
    forget: [at + 100],
  },
  capacity: {
    claim: ['south', '2026-7', 9],
    force: ['south', '2026-7'],
    giveBack: ['south', '2026-7'],
    used: [['south'], '2026-9999'],
    promised: ['2026-11-24', at],
    held: ['aino', at],
  },
  claims: {
    take: ['south', [{ scope: 'address 7', period: '2026-11-24', limit: 9 }]],
    forgetBefore: ['2026-11-01'],
  },
  aside: {
    counts: ['south'],
    page: ['south', { doubted: false, after: { aside: 2, receivedAt: at, id: request }, limit: 101 }],
    senders: ['south', at],
    claimedBy: ['south', 'sender 7'],
    doubt: ['south', at, at],
    believe: ['south'],
    doubtedBefore: [at, 100, { since: at - 100, id: request }],
  },
  place: {
    organisation: [],
    areas: ['2026-11-24'],
    duty: ['2026-11-24'],
    stations: ['2026-11-24'],
    station: ['joutsa', '2026-11-24'],
    municipalities: ['2026-11-24'],
    ofMunicipality: ['172', '2026-11-24'],
    hours: ['2026-11-24'],
    closures: ['2026-11-24', '2026-12-24'],
    lanes: ['2026-11-24'],
    lines: ['2026-11-24'],
    ofPerson: ['aino', '2026-11-24'],
    callFacts: ['south', '2026-11-24', '2026-12-24'],
  },
  placeTables: {
    from: ['2026-11-24'],
    checks: [],
    rewrite: ['area', { area: 'south' }, '2026-11-24', []],
    addStation: ['new'],
    putClosure: ['new'],
    putAbsence: ['aino', '2026-11-24'],
    putCheck: [check],
    setOrganisation: [{ duty_area: 'south' }],
  },
  rights: {
    all: [],
    adopt: [{ table: 'person', row: { person: 'aino', rights_mac: null } }],
  },
  statistics: {
    add: [{ ...statistics, row: 'new' }],
    wait: [statistics, '2026-11-24'],
    waiting: ['', 200],
    forget: [['7']],
    count: [{ month: '2026-11', revision: 'r1', branch: 'b' }],
  },
  counted: {
    closed: [1, { closedAt: at, id: request }, 200],
    openSince: [],
    moved: ['2026-1', '2026-2', { day: '2026-100', row: 'row100' }, 200],
    oldestMoved: [],
    movedNames: ['2026-1990', '2026-1999'],
    takeMoved: [['row7', 'row8']],
    owners: ['2026-11-01', '2026-11-30'],
    periods: [],
    told: ['month', '2025-11-01', '2026-11-01'],
    tell: [told],
  },
  log: {
    after: [last - 100, 1000],
    typesAfter: [last - 100],
    last: [],
    of: [request],
    latestAccesses: [2],
    latestBy: ['p7'],
    changes: [last, 51],
    latestAt: [],
    accesses: [last - 100, 1000],
    end: [],
    fates: [[request, closed]],
    closedBefore: [[request, closed], at],
    whoActed: [[request, closed]],
  },
  content: {
    current: [],
    find: ['r1'],
    parts: [['h1', 'h2']],
    putInForce: [revision, new Map([['h1', 'x']])],
  },
  people: {
    byUsername: ['aino'],
    add: [
      {
        person: 'new',
        username: 'new',
        first_name: 'N',
        name: 'N',
        title: '',
        roles: '[]',
        disabled: 0,
        demo: 0,
      },
      'hash',
      at,
    ],
    addToArea: [{ area: 'south', person: 'new', valid_from: '2026-01-01', valid_to: null, kind: 'own' }],
    setDisabled: ['aino', 1],
    all: [],
    find: ['aino'],
    setRoles: ['aino', '[]'],
    setNames: ['aino', { first_name: 'A', name: 'A', title: '' }],
    passwords: [],
    setPassword: ['aino', 'hash'],
    demo: [],
    count: [],
    caller: ['aino'],
    firstNames: [['aino', 'elias']],
  },
  sessions: {
    find: ['hash'],
    alive: [['hash'], { created: at, seen: at }],
    add: [{ token_hash: 'new', person: 'aino', created_at: at, seen_at: at }],
    touch: ['hash', at],
    remove: ['hash'],
    of: ['aino'],
    removeOf: ['aino'],
    removeBefore: [{ created: 1, seen: 1 }],
  },
  jobs: {
    claim: [{ job: 'erase', process: 'p', now: at, until: at, dueSince: at }],
    keep: ['erase', 'p', at],
    release: ['erase', 'p'],
  },
  figures: { open: [], aside: [], overdue: [at + 10 * ROWS], erasable: [at + 100], oldestUnrecorded: [] },
  meter: { take: [[{ use: 'requests', cost: 1, window: 1000, now: at }]], forget: [at + 100] },
  dataKeys: { checks: [], set: ['00000001', 'x'], forget: ['00000001'] },
})
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
