/** What the desk knows, in memory only: reloading or signing out forgets all of it. */
import type { Me, OpenRequest, Queue, QueueRow } from '#core/contract/desk.ts'
import type { Refused } from '../net/api.ts'
import type { LiveState } from '../net/live.ts'
import { createStore } from './store.ts'

/** Rows by status as a coordinator thinks of them. */
export type Lens = 'waiting' | 'mine' | 'all'

export type DeskState = {
  phase: 'starting' | 'signed-out' | 'signed-in' | 'unavailable'
  me: Me | undefined
  /** why the sign-in page is shown: the session ended by itself, or the person signed out */
  left: 'ended' | 'signed-out' | undefined
  queue: Queue | undefined
  queueProblem: Refused | undefined
  /** server’s clock minus this machine’s, ms: workstations are wrong by minutes */
  clockAhead: number
  /** ids that arrived while this desk was open */
  arrived: ReadonlySet<string>
  live: LiveState
  /** until when the queue on the screen is known to be right, server’s time, epoch ms */
  knownAt: number | undefined
  lens: Lens
  /** one area, or undefined for all of mine */
  area: string | undefined
  openId: string | undefined
  request: OpenRequest | undefined
  requestProblem: Refused | undefined
  /** the language the desk speaks; a change draws everything anew */
  language: string
  /** counts the times that words of content came after what they name */
  words: number
  /** said politely to a screen reader */
  announcement: string
}

const nothing: DeskState = {
  phase: 'starting',
  me: undefined,
  left: undefined,
  queue: undefined,
  queueProblem: undefined,
  clockAhead: 0,
  arrived: new Set(),
  live: 'connecting',
  knownAt: undefined,
  lens: 'waiting',
  area: undefined,
  openId: undefined,
  request: undefined,
  requestProblem: undefined,
  language: 'fi',
  words: 0,
  announcement: '',
}

export const desk = createStore<DeskState>(nothing)

/** Forgets everything of the signed-in person, except which request was open (an id that opens nothing). */
export const forget = (left: DeskState['left']) =>
  desk.set({
    ...nothing,
    phase: 'signed-out',
    left,
    language: desk.get().language,
    openId: left === 'ended' ? desk.get().openId : undefined,
  })

/** The server no longer knows the session: back to signing in, with drafts kept. */
export function sessionEnded(): void {
  if (desk.get().phase === 'signed-in') forget('ended')
}

/** Editors, auditors and mere admins have no queue: they may not read requests. */
export const worksQueue = (me: Me | undefined) =>
  me?.roles.some((role) => role === 'coordinator' || role === 'lead') ?? false

/** The server’s time now, epoch ms. */
export const serverNow = () => Date.now() + desk.get().clockAhead

export const isMine = (row: QueueRow, me: Me | undefined) =>
  row.takenBy !== undefined && row.takenBy.id === me?.id
