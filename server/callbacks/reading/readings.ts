/** Reading beside opening: the copy for the client system, and who has read it. Both are written down, or do not happen. */
import type { Readings } from '#core/contract/readings.ts'
import { find, groundOf } from '../acting.ts'
import type { Coordinator, Deps } from '../deps.ts'
import { iso } from '../rows.ts'

/** Actions of the access log that are readings of what is sealed. */
const WHAT: Readonly<Record<string, Readings['readings'][number]['what']>> = {
  'request.read': 'opened',
  'request.copied': 'copied',
}

/** It is copied for the client system: the text is made at the desk, of what stands on the screen. @throws Refusal `not-found` */
export const copied = ({ store }: Deps, staff: Coordinator, id: string): Promise<null> =>
  store.record(staff.organisation, async (tx) => {
    const { area } = await find(tx, staff, 'request.read', id)
    tx.access.add({
      person: staff.person,
      action: 'request.copied',
      request: id,
      area,
      ground: groundOf(staff, area),
    })
    return null
  })

/** @throws Refusal `not-found` */
export const readingsOf = ({ store }: Deps, staff: Coordinator, id: string): Promise<Readings> =>
  store.record(staff.organisation, async (tx) => {
    const { area } = await find(tx, staff, 'request.read', id)
    const rows = await tx.log.readings(id, Object.keys(WHAT))
    const names = await tx.people.firstNames([...new Set(rows.map(({ person }) => person))])
    tx.access.add({
      person: staff.person,
      action: 'request.readings',
      request: id,
      area,
      ground: groundOf(staff, area),
    })
    const readings = rows.flatMap(({ person, action, times, last }) => {
      const what = WHAT[action]
      return what
        ? [{ by: names.get(person) ?? '', what, times: Number(times), last: iso(Number(last)) }]
        : []
    })
    return { readings: readings.sort((one, other) => other.last.localeCompare(one.last)) }
  })
