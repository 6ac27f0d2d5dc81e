/** The resident corrects how they are reached. */
import type { Contact, Correction, MyRequest } from '#core/contract/callback.ts'
import type { RequestRow } from '../store/requests.ts'
import type { Summary } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { change, statusAfter } from './acting.ts'
import type { Deps } from './deps.ts'
import { leaveNumber, oneNumberAtATime } from './fold.ts'
import { meeting, meetingFor } from './meeting.ts'
import { findMine, type Mine, myView } from './mine.ts'
import { phoneOf } from './phone.ts'
import { FREE } from './release.ts'

/** Another way has another appointment, or none. */
async function summaryAfter(tx: Tx, row: RequestRow, way: Contact['way'], now: number): Promise<Summary> {
  const before = tx.seal.summary(row)
  if (way === before.way) return before
  const { area, station, promise_day: earliest } = row
  return { ...meeting(before, await meetingFor(tx, now, { way, area, station, earliest })), way }
}

/**
 * Replaces the named parts of the contact. One who could not be reached waits again.
 * @throws Refusal `not-found`, `gone`, `wrong-status` when it is closed, `invalid-field`
 */
export function correct(
  { store, clock }: Deps,
  organisation: string,
  which: Mine,
  correction: Correction,
): Promise<MyRequest> {
  return store.record(organisation, async (tx) => {
    await oneNumberAtATime(tx, (await findMine(tx, which)).phone_index)
    const row = await findMine(tx, which)
    const status = statusAfter(row, 'correct')
    const { phone: _before, ...contents } = tx.seal.open(row)
    const contact: Contact = { ...contents.contact, ...correction.contact }
    const phone = phoneOf(contact)
    const phone_index = phone ? tx.seal.index('phone', phone) : null
    const folded_under = phone_index === row.phone_index ? row.folded_under : await leaveNumber(tx, row)
    const changed = await change(tx, row, {
      ...(row.status === 'unreachable' && FREE),
      status,
      phone_index,
      folded_under,
      ...tx.seal.again(
        row,
        { ...contents, contact, ...(phone && { phone }) },
        await summaryAfter(tx, row, contact.way, clock.now()),
      ),
    })
    tx.events.add('request-corrected', { request: row.id, area: row.area })
    tx.access.add({
      person: 'resident',
      action: 'request.corrected',
      request: row.id,
      area: row.area,
      ground: 'own-request',
    })
    return myView(tx, changed)
  })
}
