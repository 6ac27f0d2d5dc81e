/** What `npm run verify` says: one line of a sound database, a sentence for each damage of another. */

import { isUnbound, UNBOUND } from '../../installation.ts'
import { readAnchors } from '../../store/logs/anchors.ts'
import type { Store } from '../../store/store.ts'
import type { Result } from '../result.ts'
import { findings } from './findings.ts'
import { verifyLog } from './log.ts'
import { verifyFigures, verifyPeople, verifyRights, verifyRows } from './rows.ts'

type VerifyWish = {
  /** one organisation; all of the database without it */
  organisation?: string | undefined
  /** anchors of the access log: see `jobs/anchor.ts` */
  anchorFile?: string | undefined
  progress?: (line: string) => void
}

const sound = (told: { organisation: string; rows: number; requests: number; anchors: number }[]) =>
  told
    .map(
      ({ organisation, rows, requests, anchors }) =>
        `${organisation} is sound: ${rows} rows of the access log, ${requests} requests, ${anchors} anchors.`,
    )
    .join(' ')

/** Reads all of it in batches: the memory it needs does not grow with the database. */
export async function verify(
  store: Store,
  { organisation: one, anchorFile, progress = () => {} }: VerifyWish,
): Promise<Result> {
  const found = findings()
  const told: Parameters<typeof sound>[0] = []
  const all = (await store.organisations()).map(({ organisation }) => organisation)
  for (const organisation of one ? all.filter((known) => known === one) : all) {
    const reading = { store, organisation, found, progress }
    const anchors = anchorFile ? readAnchors(anchorFile, organisation) : []
    if (anchorFile && anchors.length === 0)
      found.add(
        'no anchor',
        `The file of ANCHOR_FILE holds no anchor of ${organisation}: it was moved, emptied or is another one, and nothing tells whether the end of the access log was cut off.`,
      )
    // of before anything was bound each row would be accused: the one thing to do is said instead
    if (await isUnbound(store, organisation)) {
      found.add('unbound', `${organisation}: ${UNBOUND}`)
      continue
    }
    const rows = await verifyLog(reading, anchors)
    const requests = await verifyRows(reading)
    await verifyFigures(reading)
    await verifyPeople(reading)
    await verifyRights(reading)
    told.push({ organisation, rows, requests, anchors: anchors.length })
  }
  const lines = found.lines()
  if (told.length + lines.length === 0)
    return { lines: ['There is no such organisation in this database: correct ORGANISATION.'], code: 1 }
  return lines.length > 0 ? { lines, code: 1 } : { lines: [sound(told)], code: 0 }
}
