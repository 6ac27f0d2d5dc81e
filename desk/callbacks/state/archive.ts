/** What was closed lately, as far as it was looked at: asked for when somebody looks, and again when an event may have changed it. */
import type { Archive, ArchiveAsked, ArchivedRow } from '#core/contract/found.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { session, sessionEnded, whenForgotten } from '../../state/session.ts'
import { createStore } from '../../state/store.ts'
import { prepareRows } from './queue.ts'

type Of = NonNullable<ArchiveAsked['of']>
type From = NonNullable<ArchiveAsked['from']>

type ArchiveState = {
  /** it stands in the place of the queue */
  isShown: boolean
  of: Of
  from: From
  known: Archive | undefined
  problem: Refused | undefined
}

const nothing: ArchiveState = {
  isShown: false,
  of: 'mine',
  from: 'recent',
  known: undefined,
  problem: undefined,
}
export const archived = createStore<ArchiveState>(nothing)
whenForgotten(() => archived.set(nothing))

const endedBefore = (last: ArchivedRow | undefined) => (one: ArchivedRow) =>
  last !== undefined && one.ended.at < last.ended.at

/** The first page anew, and behind it what was known of older ones. */
function renewed(page: Archive, known: Archive | undefined): Archive {
  const older = page.after === undefined ? [] : (known?.rows ?? []).filter(endedBefore(page.rows.at(-1)))
  if (older.length === 0) return page
  const { after: _first, ...whole } = page
  return { ...whole, rows: [...page.rows, ...older], ...(known?.after && { after: known.after }) }
}

/** @param goOn after what is known, instead of the beginning */
async function fetchPage(goOn: boolean): Promise<void> {
  const { of, from, known } = archived.get()
  const after = goOn && known?.after ? `&after=${known.after}` : ''
  try {
    const page = await call<Archive>('GET', `/api/desk/archive?of=${of}&from=${from}${after}`)
    const now = archived.get()
    if (session.get().phase !== 'signed-in' || now.of !== of || now.from !== from) return
    const rows = [...(known?.rows ?? []), ...page.rows]
    archived.set({ known: after ? { ...page, rows } : renewed(page, now.known), problem: undefined })
    void prepareRows(page.rows.map(({ row }) => row))
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else archived.set({ problem: refused })
  }
}

/** One question at a time, or a page would be put behind another. */
let turn: Promise<void> = Promise.resolve()
const inTurn = (goOn: boolean): Promise<void> => {
  turn = turn.then(() => fetchPage(goOn))
  return turn
}

export const refreshArchive = (): Promise<void> => inTurn(false)
export const goFurther = (): Promise<void> => inTurn(true)

export const showArchive = (isShown: boolean): void => archived.set({ isShown })

/** Whose, or since when: what was known is of something else. */
export function chooseArchive(choice: { of?: Of; from?: From }): void {
  archived.set({ ...choice, known: undefined })
  void refreshArchive()
}
