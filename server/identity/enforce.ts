/** Asks `authorize`; a denial is written down before it is told. */
import { refuse } from '../refusal.ts'
import type { Store } from '../store/store.ts'
import { type Action, authorize } from './authorize.ts'
import type { Staff } from './sessions.ts'

/**
 * For what a whole role may or may not do. Acts on one request ask within their own transaction, where they know its area.
 * @throws Refusal `forbidden`, after the denial is in the access log
 */
export async function allow(
  { store, organisation }: { store: Store; organisation: string },
  staff: Staff,
  action: Action,
) {
  if (authorize(staff, action, { organisation })) return
  await store.record(organisation, async (tx) => {
    tx.access.add({ person: staff.person, action: `denied:${action}`, ground: 'role' })
  })
  refuse('forbidden')
}

/**
 * The same in one area: who may not look there is not told that there is anything.
 * @throws Refusal `not-found`, after the denial is in the access log
 */
export async function allowIn(
  { store, organisation }: { store: Store; organisation: string },
  staff: Staff,
  action: Action,
  area: string,
) {
  if (authorize(staff, action, { organisation, area })) return
  await store.record(organisation, async (tx) => {
    tx.access.add({ person: staff.person, action: `denied:${action}`, ground: 'no-reach' })
  })
  refuse('not-found')
}
