/** What stands aside in the areas: one row each, its requests with those of danger first, and a lead's word that they are not real. */
import type { Aside, AsideArea, AsideRows, Doubt } from '#core/contract/aside.ts'
import { areasFor, authorize } from '../../identity/authorize.ts'
import { localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import { readable } from '../../seal/unreadable.ts'
import type { AsideCount, AsideCursor, AsideRow } from '../../store/claims/aside.ts'
import { DANGER, ORDINARY } from '../../store/claims/kinds.ts'
import { UNDATED } from '../../store/requests.ts'
import type { Tx, View } from '../../store/store.ts'
import { change } from '../acting.ts'
import { giveBackPlace } from '../bind.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { toldOfDanger, unfold } from '../fold.ts'
import { bringForward } from '../forward.ts'
import { iso, queueRow } from '../rows.ts'

const PAGE = 100

const sum = (counts: AsideCount[]) => counts.reduce((all, { count }) => all + count, 0)

async function areaOf(view: View, area: string): Promise<AsideArea> {
  const counts = await view.aside.counts(area)
  const standing = counts.filter(({ doubted }) => doubted === 0)
  return {
    area,
    count: sum(standing),
    dangers: sum(standing.filter(({ aside }) => aside === DANGER)),
    ...(standing.length > 0 && {
      from: iso(Math.min(...standing.map(({ from }) => from))),
      until: iso(Math.max(...standing.map(({ until }) => until))),
    }),
    doubted: sum(counts.filter(({ doubted }) => doubted === 1)),
  }
}

/** Every area in reach in which something stands aside, or is doubted. */
export const aside = ({ store, clock }: Deps, staff: Coordinator): Promise<Aside> =>
  store.read(staff.organisation, async (view) => {
    const all = (await view.place.areas(localTime(clock.now()).day)).map(({ area }) => area)
    const areas: AsideArea[] = []
    for (const area of areasFor(staff, 'queue.read', all)) areas.push(await areaOf(view, area))
    return { areas: areas.filter(({ count, doubted }) => count + doubted > 0) }
  })

const told = ({ aside: kind, received_at, id }: AsideRow) => [kind ?? 0, received_at, id].join('.')

/** @throws Refusal `invalid-field` for what we have not given */
function cursorFrom(after: string | undefined): AsideCursor | undefined {
  if (after === undefined) return undefined
  const [, kind, receivedAt, id] = /^([12])\.(\d{1,15})\.([0-9a-f-]{36})$/.exec(after) ?? []
  return id
    ? { aside: Number(kind), receivedAt: Number(receivedAt), id }
    : refuse('invalid-field', { field: '/after' })
}

/** @throws Refusal `not-found` for an area out of reach; `invalid-field` */
export const asideRows = (
  { store }: Deps,
  staff: Coordinator,
  area: string,
  { after, doubted }: { after: string | undefined; doubted: boolean },
): Promise<AsideRows> =>
  store.read(staff.organisation, async (view) => {
    if (!authorize(staff, 'queue.read', { organisation: view.organisation, area })) return refuse('not-found')
    const page = { doubted, after: cursorFrom(after), limit: PAGE + 1 }
    const found = await view.aside.page(area, page)
    const rows = found.slice(0, PAGE)
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => queueRow(view, row, 0)),
      ...(found.length > PAGE && last && { after: told(last) }),
    }
  })

/**
 * What the same networks had claimed before they were limited stands aside too, and its places are free for others. The log names
 * each, because it leaves the queue; what was folded under it may be somebody else's, and comes in sight.
 */
async function giveBackPlaces(
  tx: Tx,
  { area, until, actor }: { area: string; until: number; actor: string },
  now: number,
): Promise<void> {
  const freed: string[] = []
  for (const sender of await tx.aside.senders(area, until))
    for (const row of await tx.aside.claimedBy(area, sender)) {
      // of one that cannot be opened nothing is known: it is judged by nobody
      const told = readable(() => tx.seal.open(row))
      if (row.received_at > until || !told || toldOfDanger(told)) continue
      await unfold(tx, row)
      const day = await giveBackPlace(tx, row, now)
      if (day !== undefined) freed.push(day)
      await change(tx, row, {
        aside: ORDINARY,
        doubted_at: now,
        doubt_mac: tx.seal.doubt(area, now),
        promise_day: null,
        promise_by: null,
        promise_until: UNDATED,
      })
      tx.events.add('aside-judged', { request: row.id, area, actor })
    }
  for (const day of freed.sort()) await bringForward(tx, area, day, now)
}

type Judging = { action: 'aside.doubt' | 'aside.believe'; does: (tx: Tx, now: number) => Promise<void> }

const judge = (
  { store, clock }: Deps,
  staff: Coordinator,
  area: string,
  { action, does }: Judging,
): Promise<AsideArea> =>
  store.record(staff.organisation, async (tx) => {
    if (!authorize(staff, 'aside.judge', { organisation: tx.organisation, area })) return refuse('not-found')
    await does(tx, clock.now())
    tx.events.add('aside-judged', { area, actor: staff.person })
    tx.access.add({ person: staff.person, action, area, ground: 'lead' })
    return areaOf(tx, area)
  })

/**
 * “These are not real”: they wait for nobody, and give their places back; never those in which a danger was told. Taken back
 * by `believe` until they are erased; the page of one who is real says what to do.
 * @throws Refusal `not-found`
 */
export const doubt = (deps: Deps, staff: Coordinator, area: string, { until }: Doubt): Promise<AsideArea> =>
  judge(deps, staff, area, {
    action: 'aside.doubt',
    does: async (tx, now) => {
      await giveBackPlaces(tx, { area, until: Date.parse(until), actor: staff.person }, now)
      await tx.aside.doubt(area, Date.parse(until), now)
    },
  })

/** They are real after all: they stand aside again, in their order. @throws Refusal `not-found` */
export const believe = (deps: Deps, staff: Coordinator, area: string): Promise<AsideArea> =>
  judge(deps, staff, area, { action: 'aside.believe', does: (tx) => tx.aside.believe(area) })
