/** What is looked for and what was found. In memory only: the text may be a name, and stands in no address. */
import type { OpenRequest } from '#core/contract/desk.ts'
import type { Ended, FoundRequests } from '#core/contract/found.ts'
import { asRefused, call, type Refused } from '../../net/api.ts'
import { session, sessionEnded, whenForgotten } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { createStore } from '../../state/store.ts'
import { say } from '../../words/words.ts'
import { callbacks } from './callbacks.ts'
import { prepareRows } from './queue.ts'

type SearchState = {
  text: string
  busy: boolean
  found: FoundRequests | undefined
  problem: Refused | undefined
}

const nothing: SearchState = { text: '', busy: false, found: undefined, problem: undefined }
export const searching = createStore<SearchState>(nothing)
whenForgotten(() => searching.set(nothing))

/** How it ended: when it was closed first since it was last opened. */
function endedOf({ closing, history }: OpenRequest): Ended | undefined {
  const since = history.map(({ type }) => type).lastIndexOf('request-reopened')
  const closed = history.slice(since + 1).find(({ type }) => type === 'request-closed')
  return closing && closed && { at: closed.at, ...closing }
}

/** What is opened from here tells how it stands now; the line goes on telling it when another is opened. */
function learn(): void {
  const { found } = searching.get()
  const { request } = callbacks.get()
  const known = found?.rows.find(({ row }) => row.id === request?.row.id)
  if (!found || !request || !known || known.row === request.row) return
  const ended = request.row.status === 'closed' ? endedOf(request) : undefined
  const now = { row: request.row, by: known.by, ...(ended && { ended }) }
  searching.set({ found: { ...found, rows: found.rows.map((one) => (one === known ? now : one)) } })
}
callbacks.watch(learn)

let turns = 0

/** Asks once: every line that comes is a reading which the access log records. */
export async function look(): Promise<void> {
  const text = searching.get().text.trim()
  if (text === '') return stopLooking()
  const turn = ++turns // of two questions under way only the later one may speak
  searching.set({ busy: true, problem: undefined })
  try {
    const found = await call<FoundRequests>('POST', '/api/desk/search', { text })
    if (turn !== turns || session.get().phase !== 'signed-in') return
    searching.set({ busy: false, found })
    speaking.set({
      announcement: say(found.rows.length ? 'find.count' : 'find.none', { count: found.rows.length }),
    })
    void prepareRows(found.rows.map(({ row }) => row))
  } catch (thrown) {
    if (turn !== turns) return
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else searching.set({ busy: false, found: undefined, problem: refused })
  }
}

/** Back to what stood there before. */
export function stopLooking(): void {
  turns += 1
  searching.set(nothing)
}
