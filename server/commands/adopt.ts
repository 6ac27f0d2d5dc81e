/** Takes over what an older version wrote, on an operator’s word: nothing in the database itself can say that it is right. */
import type { Store } from '../store/store.ts'

const BATCH = 200

/** @returns how many requests were bound, and whose passwords were sealed */
export async function adopt(
  store: Store,
  organisation: string,
): Promise<{ requests: number; people: number }> {
  const plain = await store.read(organisation, async (view) =>
    (await view.people.passwords()).filter(({ isPlain }) => isPlain),
  )
  await store.record(organisation, async (tx) => {
    for (const { person, secret } of plain) {
      await tx.people.setPassword(person, secret)
      tx.access.add({ person: 'system', action: 'staff-adopted', ground: 'operator' })
    }
  })
  await store.record(organisation, async (tx) => {
    for (const known of (await tx.rights.all()).filter(({ isUnbound }) => isUnbound))
      await tx.rights.adopt(known)
    tx.access.add({ person: 'system', action: 'rights-adopted', ground: 'operator' })
  })
  let requests = 0
  for (;;) {
    const batch = await store.record(organisation, async (tx) => {
      const rows = await tx.requests.unbound(BATCH)
      for (const row of rows) {
        await tx.requests.adopt(row)
        tx.access.add({
          person: 'system',
          action: 'request.adopted',
          request: row.id,
          area: row.area,
          ground: 'operator',
        })
      }
      return rows.length
    })
    requests += batch
    if (batch < BATCH) return { requests, people: plain.length }
  }
}
