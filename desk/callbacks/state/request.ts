/** The opened request and the acts upon it. Nothing changes on the screen before the server has answered. */
import type { OpenRequest, QueueRow } from '#core/contract/desk.ts'
import { addressOf, type DeskAct, isOnce } from '#core/request/life.ts'
import { asRefused, call, callByItself, Refused } from '../../net/api.ts'
import { forgetDraft } from '../../state/drafts.ts'
import { session, sessionEnded } from '../../state/session.ts'
import { speaking } from '../../state/speaking.ts'
import { located } from '../../words/answers.ts'
import { prepareWords } from '../../words/content.ts'
import { say } from '../../words/words.ts'
import { callbacks } from './callbacks.ts'
import { refreshQueue } from './queue.ts'

const path = (id: string) => `/api/desk/requests/${encodeURIComponent(id)}`

/** Somebody else took what is open here: said at once, so that two do not call the same person. */
function tellOfTaking(before: QueueRow | undefined, now: QueueRow): void {
  const { takenBy } = now
  if (!before || !takenBy || takenBy.id === before.takenBy?.id || takenBy.id === session.get().me?.id) return
  speaking.set({ announcement: say('announce.taken', { by: takenBy.firstName }) })
}

/** A reading that was not answered is asked for again, as the queue is. */
const AGAIN_MS = 5000
let again: ReturnType<typeof setTimeout> | undefined

let turns = 0
let acting = false

/** An act of this page is on its way: it fetches the new state itself. */
export const isActing = () => acting

/**
 * Fetches the open request again. Every call is a reading that the access log records: call it only with a cause.
 * @param by of an event alone, nobody is known to be here
 */
export async function reread(by: 'a person' | 'by itself' = 'a person'): Promise<void> {
  const id = callbacks.get().openId
  if (!id || session.get().phase !== 'signed-in') return
  clearTimeout(again)
  const turn = ++turns // of two readings under way only the later one may speak
  try {
    const asks = by === 'a person' ? call<OpenRequest>('GET', path(id)) : callByItself<OpenRequest>(path(id))
    const request = await asks
    await prepareWords(request.revision)
    if (callbacks.get().openId !== id || turn !== turns) return
    tellOfTaking(callbacks.get().request?.row, request.row)
    callbacks.set({ request: located(request), requestProblem: undefined })
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded()
    else if (callbacks.get().openId === id) callbacks.set(loss(refused))
    // withdrawn by the resident: what was being written of them goes too
    if (refused.code === 'gone') forgetDraft(id)
    if (refused.code === 'network') again = setTimeout(() => void reread('by itself'), AGAIN_MS)
  }
}

// A request that was withdrawn or moved away leaves the screen; a broken connection leaves what is being read.
const loss = (refused: ReturnType<typeof asRefused>) =>
  ['gone', 'not-found', 'forbidden'].includes(refused.code)
    ? { request: undefined, requestProblem: refused }
    : { requestProblem: refused }

/** Opens what the address names; no id closes. */
export async function open(id: string | undefined): Promise<void> {
  const same = callbacks.get().openId === id && callbacks.get().request !== undefined
  if (same) return
  callbacks.set({ openId: id, request: undefined, requestProblem: undefined })
  await reread()
}

// After these the server’s answer is more than the row: history, notes or contact have changed as well.
async function settle(id: string, row: QueueRow | undefined): Promise<void> {
  const { request } = callbacks.get()
  if (row && request && callbacks.get().openId === id) callbacks.set({ request: { ...request, row } })
  await Promise.all([refreshQueue(), reread()])
}

/**
 * Takes others from the same number too, one after the other: each is atomic, and what a colleague was quicker to take is told.
 * @throws Refused of the first that could not be taken; those before it are taken
 */
export async function takeAlso(ids: readonly string[]): Promise<void> {
  const id = callbacks.get().openId
  if (!id) return
  try {
    for (const one of ids) await call<QueueRow>('POST', `${path(one)}/${addressOf('take')}`)
  } finally {
    if (callbacks.get().openId === id) await settle(id, undefined)
  }
}

/**
 * Does one act and waits until the screen shows its result. Throws `Refused`; after a conflict the screen is
 * refreshed first, so that the words of the refusal and the state agree.
 */
export async function act(name: DeskAct, body?: unknown): Promise<void> {
  const id = callbacks.get().openId
  if (!id) return
  const { request } = callbacks.get()
  // what must not be written twice, when a browser sends again by itself what was lost on the way
  const sent = isOnce(name) ? { ...(body as object), version: request?.version } : body
  acting = true
  try {
    const row = await call<QueueRow | undefined>('POST', `${path(id)}/${addressOf(name)}`, sent)
    await settle(id, row)
  } catch (thrown) {
    const refused = asRefused(thrown)
    if (refused.code === 'signed-out') sessionEnded('undone')
    else if (refused.status === 409) await settle(id, undefined)
    if (refused.code !== 'network') throw refused
    void reread() // it may have been done: what the server has is what is shown next
    throw new Refused('unsure')
  } finally {
    acting = false
  }
}
