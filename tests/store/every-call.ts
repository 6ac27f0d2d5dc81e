/** What every function of every repository is asked for, upon a database with many rows: one call of each stands for all. */
import type { PeriodFigures } from '#core/contract/statistics.ts'
import type { Repositories } from '../../server/store/repositories.ts'
import type { RequestRow } from '../../server/store/requests.ts'
import { size } from '../support/evidence.ts'

export const ROWS = size(2_000, 100_000)
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
export const request = `r${ROWS - 10}`
const closed = 'r100'
const take = { person: 'aino', area: 'south', now: at, until: at + 1, next: { waiting: 'taken' } }
const log = { person: 'aino', at, request }
const statistics = {
  ...{ row: 'new', day: '2026-11-24', hour: 9, area: 'south', municipality: '172', lane: 'callback' },
  ...{ asker: null, segment: 's', life_areas: '[]', language: 'fi', revision: 'r1', dont_know_steps: '[]' },
  ...{ attempts: 1, minutes_to_attempt: 1, minutes_to_contact: 1, dated: 1, same_day: 1, within_promise: 1 },
  ...{ reached_same_day: 1, reached_within_promise: 1 },
  ...{ failure_demand: 0, outcome: 'advised', channel: 'chat' },
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

export const CALLS = (row: RequestRow): Calls => ({
  requests: {
    add: [{ ...row, id: 'new', code_index: 'new', reference: 'new' }],
    find: [closed],
    known: [closed, 'code_index7'],
    findByCode: ['code_index7'],
    after: [closed, 200],
    existing: [[request, closed]],
    openHeldBy: ['aino', 50],
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
    awayOn: ['2026-11-24'],
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
    readings: [request, ['request.read']],
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
    disabled: [],
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
  views: {
    of: ['aino'],
    keep: ['aino', 'new', { name: 'n', told: '{}' }, at],
    remove: ['aino', 'v1'],
    settings: ['aino'],
    set: ['aino', '{}'],
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
