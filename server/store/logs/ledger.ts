/** The two logs of an act: events for those who listen, and who read or changed what. Both are gapless and written last. */
import type { EventType } from '#core/contract/event.ts'
import type { Clock } from '../../clock.ts'
import { chainMac } from '../../seal/chain.ts'
import type { DataKeys } from '../../seal/keys.ts'
import { stateOf } from '../binding.ts'
import type { Db } from '../engines/engine.ts'
import { prepared, preparedInsert } from '../engines/prepared.ts'
import type { AccessLogRow, EventRow } from '../tables.ts'

type About = { request?: string; area?: string }

export type Ledger = {
  /** tells everybody who listens; ids only */
  events: { add(type: EventType, about?: About & { actor?: string }): void }
  /** records a reading or a change; `person` is a staff id, `resident` or `system`, `ground` why it was allowed */
  access: { add(row: About & { person: string; action: string; ground: string }): void }
}

type NewEvent = Omit<EventRow, 'organisation' | 'number'>
type NewAccess = Omit<AccessLogRow, 'organisation' | 'number' | 'mac'>

const countOn = prepared((db, at: { organisation: string; events: number; accesses: number }) =>
  db
    .updateTable('organisation')
    .set((old) => ({
      event_number: old('event_number', '+', at.events),
      access_number: old('access_number', '+', at.accesses),
    }))
    .where('organisation', '=', at.organisation)
    .returning(['event_number', 'access_number', 'access_mac']),
)
const setMac = prepared((db, at: { organisation: string; mac: string }) =>
  db.updateTable('organisation').set({ access_mac: at.mac }).where('organisation', '=', at.organisation),
)
const insertEvent = preparedInsert<EventRow>('event', [
  'organisation',
  'number',
  'type',
  'at',
  'request',
  'area',
  'actor',
])
const insertAccess = preparedInsert<AccessLogRow>('access_log', [
  'organisation',
  'number',
  'at',
  'person',
  'action',
  'request',
  'area',
  'ground',
  'mac',
  'state',
])

/**
 * Takes the next numbers from the organisation's counter row. Until the transaction ends nobody else gets a number, so
 * the order of numbers is the order of commits: it is done last, to hold that lock shortly.
 */
async function takeNumbers(db: Db, organisation: string, events: number, accesses: number) {
  const [row] = await countOn(db, { organisation, events, accesses })
  if (!row) throw new Error(`There is no organisation ${organisation}.`)
  return {
    event: row.event_number - events + 1,
    access: row.access_number - accesses + 1,
    mac: row.access_mac,
  }
}

async function writeAccess(
  db: Db,
  keys: DataKeys,
  organisation: string,
  rows: NewAccess[],
  first: number,
  mac: string,
) {
  let before = mac
  const chained = rows.map((row, index) => {
    const numbered = { organisation, number: first + index, ...row }
    before = chainMac(keys, before, numbered)
    return { ...numbered, mac: before }
  })
  for (const row of chained) await insertAccess(db, row)
  await setMac(db, { organisation, mac: before })
}

/** Each request that was written is remembered by its last row; one that an act changed beside another gets a row of its own. */
function remember(accesses: NewAccess[], written: ReadonlyMap<string, string>, at: number) {
  for (const [request, binding] of written) {
    const state = stateOf(binding)
    const last = accesses.findLast((row) => row.request === request)
    if (last) last.state = state
    else
      accesses.push({
        at,
        person: 'system',
        action: 'request.moved',
        request,
        area: null,
        ground: 'same-number',
        state,
      })
  }
}

/**
 * @returns the ledger of one act, what is told of written requests, and `flush`, which writes it, and says whether there was
 * anything, and events in it
 */
export function openLedger(db: Db, organisation: string, { keys, clock }: { keys: DataKeys; clock: Clock }) {
  const events: NewEvent[] = []
  const accesses: NewAccess[] = []
  const bindings = new Map<string, string>()
  const ledger: Ledger = {
    events: {
      add: (type, { request, area, actor } = {}) =>
        void events.push({
          type,
          at: clock.now(),
          request: request ?? null,
          area: area ?? null,
          actor: actor ?? null,
        }),
    },
    access: {
      add: ({ request, area, ...row }) =>
        void accesses.push({
          ...row,
          at: clock.now(),
          request: request ?? null,
          area: area ?? null,
          state: null,
        }),
    },
  }
  const wrote = (request: string, binding: string) => void bindings.set(request, binding)
  const flush = async (announce: () => Promise<void>) => {
    remember(accesses, bindings, clock.now())
    const written = { told: events.length > 0, recorded: events.length + accesses.length > 0 }
    if (!written.recorded) return written
    if (events.length > 0) await announce()
    const next = await takeNumbers(db, organisation, events.length, accesses.length)
    if (accesses.length > 0) await writeAccess(db, keys, organisation, accesses, next.access, next.mac)
    for (const [index, event] of events.entries())
      await insertEvent(db, { organisation, number: next.event + index, ...event })
    return written
  }
  return { ledger, wrote, flush }
}
