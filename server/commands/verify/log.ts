/** The access log: each row follows the one before, none is missing, its end is where it was, and what it tells of stands. */
import { type Anchor, isKept } from '../../store/logs/anchors.ts'
import type { Store, View } from '../../store/store.ts'
import type { AccessLogRow } from '../../store/tables.ts'
import type { Findings } from './findings.ts'

const BATCH = 500

type Reading = { store: Store; organisation: string; found: Findings; progress: (line: string) => void }

/** Requests whose receipt is told here, and that are neither a row nor told to be removed. */
async function lost(view: View, rows: readonly AccessLogRow[], found: Findings): Promise<void> {
  const received = rows.filter(({ action, request }) => action === 'request.received' && request !== null)
  const ids = received.map(({ request }) => String(request))
  const there = await view.requests.existing(ids)
  const fates = await view.log.fates(ids.filter((id) => !there.has(id)))
  for (const { number, request } of received) {
    const fate = fates.get(String(request))
    if (fate && fate.state !== null)
      found.add(
        'request gone',
        `Request ${request} was received (access log ${number}) and is not there, though nothing says that it was withdrawn or erased: its row was deleted.`,
      )
  }
}

/** @returns the MAC of the last row read, and its number */
async function chain({ store, organisation, found, progress }: Reading) {
  let before = ''
  let last = 0
  for (;;) {
    const count = await store.read(organisation, async (view) => {
      const rows = await view.log.accesses(last, BATCH)
      for (const row of rows) {
        if (row.number !== last + 1)
          found.add(
            'rows missing',
            `The access log has no rows from ${last + 1} to ${row.number - 1}: they were deleted.`,
          )
        else if (!view.seal.follows(before, row))
          found.add(
            'row altered',
            `Row ${row.number} of the access log is not as it was written, or the one before it is not.`,
          )
        before = row.mac
        last = row.number
      }
      await lost(view, rows, found)
      return rows.length
    })
    progress(`${organisation}: ${last} rows of the access log`)
    if (count < BATCH) return { last, mac: before }
  }
}

/** @returns how many rows the log has */
export async function verifyLog(reading: Reading, anchors: readonly Anchor[]): Promise<number> {
  const { store, organisation, found } = reading
  const first = await store.read(organisation, (view) => view.log.end())
  const { last } = await chain(reading)
  await store.read(organisation, async (view) => {
    const end = await view.log.end()
    const [row] = await view.log.latestAccesses(1)
    if (end.number !== (row?.number ?? 0) || end.mac !== (row?.mac ?? '') || last < first.number)
      found.add(
        'log end',
        `The access log ends at row ${row?.number ?? 0}, but its counter stands at ${end.number}: its end was cut off or altered.`,
      )
    for (const anchor of anchors)
      if (!(await isKept(view, anchor)))
        found.add(
          'anchor',
          `The access log had row ${anchor.number} at ${anchor.at}, as the anchor file says, and has not, or another one: its end was cut off, or an older backup was brought back.`,
        )
  })
  return last
}
