/**
 * Who is on the phone: by reference and number among all that is kept, by name and own words among what is open, of my areas alone. What is
 * shown is a reading, and recorded in the act that shows it.
 */
import type { FoundRequests, FoundRow, SearchAsked } from '#core/contract/found.ts'
import { areasFor, authorize } from '../../identity/authorize.ts'
import { localTime } from '../../promise/local-time.ts'
import { refuse } from '../../refusal.ts'
import { readable } from '../../seal/unreadable.ts'
import type { QueueColumns } from '../../store/queue/lines.ts'
import type { Tx } from '../../store/store.ts'
import { groundOf } from '../acting.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { queueRow, tellUnreadable } from '../rows.ts'
import { type AskedFor, askedFor, saidIn } from './asked.ts'
import { endedOf } from './ended.ts'

type FoundBy = FoundRow['by'][number]

/** So many are shown: who finds more says more of the person. */
export const MOST_SHOWN = 30
/** So many are opened for one question, and so many before others have their turn. */
export const MOST_OPENED = 2500
const AT_ONCE = 100

type Through = { ids: string[]; bounded: boolean }
type Looking = Pick<Deps, 'store'> & {
  staff: Coordinator
  areas: readonly string[]
  words: readonly string[]
}

/** One page of what is open, opened. @returns after which reference it goes on; nothing at the end */
const lookAtPage = (
  { store, staff, areas, words }: Looking,
  { after, aside }: { after: string; aside: boolean },
  seen: { ids: string[]; opened: number },
): Promise<string | undefined> =>
  store.read(staff.organisation, async (view) => {
    const rows = await view.found.openAfter(after, { areas, aside, limit: AT_ONCE })
    for (const row of rows) {
      const told = readable(() => view.seal.open(row))
      if (told && saidIn(told, words).length > 0) seen.ids.push(row.id)
    }
    seen.opened += rows.length
    return rows.length < AT_ONCE ? undefined : rows.at(-1)?.reference
  })

/** What is open is opened in memory, a page at a time: first the queue, then what stands aside of it. */
async function lookThrough(looking: Looking): Promise<Through> {
  const seen = { ids: [] as string[], opened: 0 }
  for (const aside of [false, true])
    for (let after: string | undefined = ''; after !== undefined; ) {
      if (seen.ids.length > MOST_SHOWN) return { ids: seen.ids, bounded: false }
      if (seen.opened >= MOST_OPENED) return { ids: seen.ids, bounded: true }
      after = await lookAtPage(looking, { after, aside }, seen)
      await new Promise((others) => setImmediate(others))
    }
  return { ids: seen.ids, bounded: false }
}

/** Ids with why they are found, as they stand in this moment. */
async function foundNow(
  tx: Tx,
  asked: AskedFor,
  through: readonly string[],
): Promise<Map<string, FoundBy[]>> {
  const by = new Map<string, FoundBy[]>()
  const add = (id: string, why: readonly FoundBy[]) => void by.set(id, [...(by.get(id) ?? []), ...why])
  if (asked.reference !== undefined)
    for (const { id } of await tx.found.withReference(asked.reference)) add(id, ['reference'])
  if (asked.phone !== undefined)
    for (const id of await tx.found.withPhone(tx.seal.index('phone', asked.phone), MOST_SHOWN + 1))
      add(id, ['phone'])
  for (const id of through) {
    const row = await tx.requests.find(id)
    const told = row && row.closed_at === null ? readable(() => tx.seal.open(row)) : undefined
    if (told) add(id, saidIn(told, asked.words ?? []))
  }
  return by
}

/** What is open first, the newest first. */
const inOrder = (one: QueueColumns, other: QueueColumns): number =>
  Number(one.closed_at !== null) - Number(other.closed_at !== null) || other.received_at - one.received_at

/** Every line that is shown is written down as read. */
function show(tx: Tx, staff: Coordinator, { id, area }: QueueColumns): void {
  const ground = groundOf(staff, area)
  tx.access.add({ person: staff.person, action: 'request.found', request: id, area, ground })
}

const lookedFor = ({ reference, phone, words }: AskedFor): FoundBy[] => [
  ...(reference !== undefined ? (['reference'] as const) : []),
  ...(phone !== undefined ? (['phone'] as const) : []),
  ...(words !== undefined ? (['name', 'words'] as const) : []),
]

/** @throws Refusal `invalid-field` for a text that can mean nothing; any failure to write the access log, and then nothing is shown */
export async function search(
  { store, clock, log }: Pick<Deps, 'store' | 'clock' | 'log'>,
  staff: Coordinator,
  { text }: SearchAsked,
): Promise<FoundRequests> {
  const asked = askedFor(text)
  const looked = lookedFor(asked)
  if (looked.length === 0) return refuse('invalid-field', { field: '/text' })
  const { organisation } = staff
  const { day } = localTime(clock.now())
  const all = await store.read(organisation, (view) => view.place.areas(day))
  const areas = areasFor(
    staff,
    'request.find',
    all.map(({ area }) => area),
  )
  const { words } = asked
  const through = words && (await lookThrough({ store, staff, areas, words }))
  return store.record(organisation, async (tx) => {
    const by = await foundNow(tx, asked, through?.ids ?? [])
    const lines = await tx.walks.lines([...by.keys()])
    const mine = lines
      .filter(
        ({ id, area }) => by.get(id)?.length && authorize(staff, 'request.find', { organisation, area }),
      )
      .sort(inOrder)
    const shown = mine.slice(0, MOST_SHOWN)
    const folded = await tx.queue.foldedCounts(shown.map(({ id }) => id))
    return {
      rows: shown.map((line): FoundRow => {
        show(tx, staff, line)
        const row = queueRow(tx, line, folded.get(line.id) ?? 0)
        if (row.unreadable) tellUnreadable(log, line)
        const ended = endedOf(line)
        return { row, by: by.get(line.id) ?? [], ...(ended && { ended }) }
      }),
      looked,
      ...(mine.length > shown.length && { more: true as const }),
      ...(through?.bounded && { bounded: true as const }),
    }
  })
}
