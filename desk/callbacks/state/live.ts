/** An event only says that it is time to ask again: the socket triggers, the queue’s own address tells the truth. */
import type { Event } from '#core/contract/event.ts'
import { localStamp } from '#core/say/time.ts'
import { coalesce } from '../../net/coalesce.ts'
import { type LiveState, listen } from '../../net/live.ts'
import { serverNow } from '../../state/clock.ts'
import { connection } from '../../state/connection.ts'
import { session, whenCovered, whenForgotten } from '../../state/session.ts'
import { refreshAside } from './aside.ts'
import { callbacks } from './callbacks.ts'
import { refreshQueue } from './queue.ts'
import { isActing, reread } from './request.ts'

/** So long do events gather before one question to the server. */
const GATHER_MS = 150

let stop: (() => void) | undefined

/** A question that was not answered is asked again, even if no event comes. */
const AGAIN_MS = 5000
let again: ReturnType<typeof setTimeout> | undefined

async function refresh(): Promise<void> {
  clearTimeout(again)
  await refreshQueue()
  if (session.get().phase === 'signed-in') void refreshAside()
  if (callbacks.get().queueProblem) again = setTimeout(refreshSoon, AGAIN_MS)
}

const refreshSoon = coalesce(refresh, GATHER_MS)
const rereadSoon = coalesce(() => reread('by itself'), GATHER_MS)

function heard(event: Event): void {
  refreshSoon()
  // An act of this page fetches its own result: a second reading would only add to the access log.
  if (event.request === callbacks.get().openId && !isActing()) rereadSoon()
}

let aliveAt = 0

/** Another day may have other areas for me, and promises of today: no event says that it has begun. */
function alive(): void {
  const now = serverNow()
  if (aliveAt > 0 && localStamp(now).slice(0, 10) !== localStamp(aliveAt).slice(0, 10)) refreshSoon()
  aliveAt = now
}

/** When the line is lost, what is on the screen was true at the last word that came. */
const lastKnown = () => Math.max(aliveAt, connection.get().knownAt ?? 0) || undefined

function heardFrom(live: LiveState): void {
  connection.set(live === 'lost' ? { live, knownAt: lastKnown() } : { live })
  // What could not be fetched while the line was down is fetched now.
  if (live === 'open' && callbacks.get().requestProblem?.code === 'network') rereadSoon()
}

async function mayContinue(): Promise<boolean> {
  await refreshQueue()
  return session.get().phase === 'signed-in'
}

/** Fetches the queue and listens from the number it stands at, as long as somebody is signed in. */
export async function follow(): Promise<void> {
  unfollow()
  connection.set({ live: 'connecting' })
  await refreshQueue()
  if (session.get().phase !== 'signed-in') return
  void refreshAside()
  const { queue } = callbacks.get()
  if (!queue) {
    again = setTimeout(() => void follow(), AGAIN_MS)
    return
  }
  stop = listen({
    after: queue.number,
    heard,
    alive,
    missed: refreshSoon,
    state: heardFrom,
    mayContinue,
  })
}

function unfollow(): void {
  clearTimeout(again)
  stop?.()
  stop = undefined
  aliveAt = 0
}

whenForgotten(unfollow)
whenCovered(unfollow)
