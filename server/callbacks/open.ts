/** Opens a request: what is sealed is read, and the reading is written down in the same transaction or does not happen. */
import type { OpenRequest } from '#core/contract/desk.ts'
import { refuse } from '../refusal.ts'
import { readable } from '../seal/unreadable.ts'
import type { RequestRow } from '../store/requests.ts'
import { registerOf } from '../store/sealing.ts'
import type { Tx } from '../store/store.ts'
import { find, groundOf } from './acting.ts'
import { planOf } from './agreed/plan.ts'
import type { Coordinator, Deps } from './deps.ts'
import { handoversOf } from './reading/hand-over.ts'
import { iso, queueRow, rowNow, tellUnreadable } from './rows.ts'
import { siblingsOf } from './siblings.ts'
import { triesFor } from './tries/made.ts'

type History = OpenRequest['history']

/** Events in order, with first names; each attempt with its way and result. */
async function historyOf(tx: Tx, id: string): Promise<History> {
  const events = await tx.log.of(id)
  const names = await tx.people.firstNames(events.flatMap(({ actor }) => actor ?? []))
  const attempts = (await tx.attempts.of(id))[Symbol.iterator]()
  return events.map((event) => {
    const by = event.actor && names.get(event.actor)
    const made = event.type === 'attempt-made' ? attempts.next().value : undefined
    const isLater = made && iso(made.at) !== event.at
    return {
      ...event,
      ...(by && { by }),
      ...(made && { way: made.way, result: made.result }),
      ...(isLater && { madeAt: iso(made.at) }),
    }
  })
}

async function notesOf(tx: Tx, row: RequestRow): Promise<OpenRequest['notes']> {
  const notes = await tx.notes.of(row.id)
  const all = notes.map(({ at, number, sealed, first_name }) => ({
    at: iso(at),
    by: first_name ?? '',
    text: tx.seal.openNote(row, number, sealed),
  }))
  // one that was taken back has no text any more
  return all.filter(({ text }) => text !== '')
}

/** @throws Refusal `not-found`; `unreadable` when what is sealed cannot be opened; any failure to write the access log, and then nothing is shown */
export function openRequest(
  { store, clock, log }: Deps,
  staff: Coordinator,
  id: string,
): Promise<OpenRequest> {
  return store.record(staff.organisation, async (tx) => {
    const row = await find(tx, staff, 'request.read', id)
    tx.access.add({
      person: staff.person,
      action: 'request.read',
      request: id,
      area: row.area,
      ground: groundOf(staff, row.area),
    })
    const opened = readable(() => tx.seal.open(row))
    if (!opened) {
      tellUnreadable(log, row)
      return refuse('unreadable')
    }
    const { contact, phone, answers, flags, because, attention, advice } = opened
    const handovers = await handoversOf(tx, opened)
    const plan = await planOf(tx, opened)
    const folded = await tx.queue.foldedUnder(id)
    return {
      row: await rowNow(tx, id),
      version: row.version,
      contact,
      ...(phone && { phone }),
      revision: row.revision,
      on: row.on_day,
      station: row.station,
      register: registerOf(tx.seal.summary(row)),
      ...{ answers, flags, because, attention, advice },
      ...(row.outcome !== null && { closing: { outcome: row.outcome, recorded: row.recorded === 1 } }),
      history: await historyOf(tx, id),
      ...(handovers.length > 0 && { handovers }),
      notes: await notesOf(tx, row),
      ...(plan && { plan }),
      nextTries: await triesFor(tx, row, clock.now()),
      siblings: await siblingsOf(tx, staff, row),
      folded: folded.map((child) => queueRow(tx, child, 0)),
    }
  })
}
