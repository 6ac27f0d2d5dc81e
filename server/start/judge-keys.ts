/** At the start: are the operator’s keys those of this database? */
import { ConfigError } from '../config.ts'
import { LAST } from '../seal/check.ts'
import type { Store, View } from '../store/store.ts'

const PUT_BACK =
  'Give the key file that was used before; when a key is changed, the old line stays below the new one.'

/** Under another key every request would be lost to its resident and to us, and the log's chain broken. */
async function refuseOther({ log, seal, dataKeys }: View): Promise<void> {
  const known = (await dataKeys.checks()).get(LAST)
  if (known !== undefined && known !== seal.checks().get(LAST))
    throw new ConfigError(
      `The data key is not the one this database was made with: its check value does not agree. ${PUT_BACK}`,
    )
  const [last, before] = await log.latestAccesses(2)
  if (last && !seal.follows(before?.mac ?? '', last))
    throw new ConfigError(
      `The data key is not the one this database was made with: the end of its access log does not verify. ${PUT_BACK}`,
    )
}

/** @returns ids of keys that were in use and under which nothing is wrapped any more */
async function refuseMissing({ seal, dataKeys }: View): Promise<string[]> {
  const unused: string[] = []
  for (const [kid, known] of await dataKeys.checks()) {
    const own = seal.checks().get(kid)
    if (own !== undefined && (known === '' || known === own)) continue
    const count = await dataKeys.wrappedUnder(kid)
    if (count > 0)
      throw new ConfigError(
        `The data key ${kid} is missing: ${count} requests are sealed under it and could not be opened. Put its line back into the key file, below the new one.`,
      )
    unused.push(kid)
  }
  return unused
}

/**
 * Refuses keys that do not fit, and remembers by a check value those that do.
 * @throws ConfigError that names the key by its id, never the key
 */
export async function judgeKeys(store: Store, organisation: string): Promise<void> {
  const { unused, fresh } = await store.read(organisation, async (view) => {
    await refuseOther(view)
    const known = await view.dataKeys.checks()
    const inUse = [LAST, view.seal.currentKey]
    const unseen = [...view.seal.checks()].filter(
      ([kid]) => known.get(kid) === '' || (inUse.includes(kid) && !known.has(kid)),
    )
    return { unused: await refuseMissing(view), fresh: unseen }
  })
  if (unused.length + fresh.length === 0) return
  await store.record(organisation, async (tx) => {
    for (const kid of unused) await tx.dataKeys.forget(kid)
    for (const [kid, value] of fresh) await tx.dataKeys.set(kid, value)
  })
}
