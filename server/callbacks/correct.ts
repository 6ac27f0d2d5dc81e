/** The resident corrects how they are reached. */
import type { Contact, Correction, MyRequest } from '#core/contract/callback.ts'
import { change, statusAfter } from './acting.ts'
import type { Deps } from './deps.ts'
import { findMine, type Mine, myView } from './mine.ts'
import { phoneOf } from './phone.ts'
import { FREE } from './release.ts'

/**
 * Replaces the named parts of the contact. One who could not be reached waits again.
 * @throws Refusal `not-found`, `gone`, `wrong-status` when it is closed, `invalid-field`
 */
export function correct(
  { store }: Deps,
  organisation: string,
  which: Mine,
  correction: Correction,
): Promise<MyRequest> {
  return store.record(organisation, async (tx) => {
    const row = await findMine(tx, which)
    const status = statusAfter(row, 'correct')
    const { phone: _before, ...contents } = tx.seal.open(row)
    const contact: Contact = { ...contents.contact, ...correction.contact }
    const phone = phoneOf(contact)
    const changed = await change(tx, row, {
      ...(row.status === 'unreachable' && FREE),
      status,
      way: contact.way,
      phone_index: phone ? tx.seal.index('phone', phone) : null,
      sealed: tx.seal.again(row, { ...contents, contact, ...(phone && { phone }) }),
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
