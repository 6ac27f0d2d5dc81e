/**
 * What somebody who is away holds goes to who stands in, planned tries too; without anybody it waits for all. Nobody waits for a
 * colleague who fell ill in the morning.
 */
import { LIFE } from '#core/request/life.ts'
import { localTime } from '../../promise/local-time.ts'
import type { RequestRow } from '../../store/requests.ts'
import type { Store, Tx } from '../../store/store.ts'
import { type Change, change, heldUntil } from '../acting.ts'
import { FREE } from '../release.ts'

/** So many in one act, so that nobody waits long behind it. */
const BATCH = 50

/** Who stands in by name, unless they are away themselves or look after no such area that day. */
async function standInFor(
  tx: Tx,
  row: RequestRow,
  substitute: string | null,
  away: ReadonlySet<string>,
  day: string,
) {
  if (substitute === null || away.has(substitute)) return undefined
  const areas = await tx.place.ofPerson(substitute, day)
  return areas.some(({ area }) => area === row.area) ? substitute : undefined
}

/** One who was reached, or given up, stays so: it is only in other hands, or in nobody's. */
async function handOne(tx: Tx, row: RequestRow, to: string | undefined, now: number): Promise<void> {
  const freed: Change =
    row.status === LIFE.take.next.waiting ? { ...FREE, status: LIFE.release.next.taken } : FREE
  const handed: Change = { taken_by: to ?? null, taken_at: now, taken_until: heldUntil(row, now) }
  await change(tx, row, to === undefined ? freed : handed)
  tx.events.add('request-handed-on', { request: row.id, area: row.area, ...(to && { actor: to }) })
  tx.access.add({
    person: 'system',
    action: 'request.handed-on',
    request: row.id,
    area: row.area,
    ground: 'absence',
  })
}

/**
 * For everybody who is away today. Done again it does nothing more.
 * @param now epoch ms
 * @returns how many requests went into other hands
 */
export async function handOnFromAbsent(store: Store, organisation: string, now: number): Promise<number> {
  const { day } = localTime(now)
  let handed = 0
  for (let more = true; more; ) {
    const some = await store.record(organisation, async (tx) => {
      // who works here no more is away for good
      const gone = (await tx.people.disabled()).map((person) => ({ person, substitute: null }))
      const absences = [...(await tx.place.awayOn(day)), ...gone]
      const away = new Set(absences.map(({ person }) => person))
      let moved = 0
      for (const { person, substitute } of absences)
        for (const row of await tx.requests.openHeldBy(person, BATCH - moved)) {
          // one that was altered stays where it is: the others do not wait for it
          if (!tx.seal.isBound(row)) continue
          await handOne(tx, row, await standInFor(tx, row, substitute, away, day), now)
          moved += 1
        }
      return moved
    })
    handed += some
    more = some === BATCH
  }
  return handed
}
