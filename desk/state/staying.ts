/**
 * The session ends after a time without an act, and in any case when the longest one has passed. Who works keeps it: typing,
 * pressing, scrolling and moving the pointer are told to the server now and then. Before either end it is said.
 */
import type { Me } from '#core/contract/desk.ts'
import { asRefused, call, callByItself } from '../net/api.ts'
import { steadyNow } from './clock.ts'
import { forget, judgeTime, session, sessionEnded, whenCovered, whenForgotten } from './session.ts'
import { createStore } from './store.ts'

const MINUTE = 60_000
/** So often is it told at most that somebody is here. */
const TELL_AFTER = 4 * MINUTE
/** So long before an end it is said. */
const WARN_BEFORE = 5 * MINUTE
/** A server’s answer of this age may be that much late: an end so near has come. */
const SLACK = 5_000
/** A question without an answer is put again so much later. */
const AGAIN_MS = 15_000

/** Which end is near, if any; `at`: steady ms. */
export type Ending = { which: 'idle' | 'whole'; at: number }
type StayingState = { ending: Ending | undefined }
export const staying = createStore<StayingState>({ ending: undefined })

/** On whose behalf the server is asked: by itself it is no sign that somebody is here. */
type Asker = 'a person' | 'by itself'
const ADDRESS = '/api/session'

type Ends = { idle: number; whole: number /** how long a session without an act lasts */; lasts: number }
let ends: Ends | undefined
let toldAt = 0
let timer: ReturnType<typeof setTimeout> | undefined
let telling: ReturnType<typeof setTimeout> | undefined

const part = (whole: number, of: number) => Math.min(whole, of)
const tellAfter = (lasts: number) => part(TELL_AFTER, lasts / 4)
const warnBefore = (lasts: number) => part(WARN_BEFORE, lasts / 2)

/** What the server has said of the session; one that does not tell is not watched. */
export function learnEnds({ session: said }: Pick<Me, 'session'>, by: Asker = 'a person'): void {
  if (!said) return
  const now = steadyNow()
  const lasts = by === 'a person' ? said.idle : Math.max(said.idle, ends?.lasts ?? 0)
  ends = { idle: now + said.idle, whole: now + said.left, lasts }
  if (by === 'a person') toldAt = now
  look(true)
}

function near({ idle, whole, lasts }: Ends, now: number): Ending | undefined {
  const soon = warnBefore(lasts)
  if (whole - now <= soon) return { which: 'whole', at: whole }
  return idle - now <= soon ? { which: 'idle', at: idle } : undefined
}

/**
 * Looks at the time, and again when something is to be said or done.
 * @param isFresh the server has just told: another tab of the same person may have kept the session
 */
function look(isFresh = false): void {
  clearTimeout(timer)
  if (!ends || session.get().phase !== 'signed-in') return
  const now = steadyNow()
  if (ends.whole <= now) {
    sessionEnded()
    return
  }
  const ending = near(ends, now)
  const isToBeAsked = ending?.which === 'idle' && (ends.idle <= now || !staying.get().ending)
  if (isToBeAsked && !isFresh) {
    void ask('by itself')
    return
  }
  if (ending?.which !== staying.get().ending?.which) staying.set({ ending })
  const soon = warnBefore(ends.lasts)
  const next = [ends.idle, ends.whole, ends.idle - soon, ends.whole - soon].filter((at) => at > now)
  timer = setTimeout(look, Math.min(...next) - now)
}

let asking = false
async function ask(by: Asker): Promise<void> {
  if (asking) return
  asking = true
  try {
    const me = await (by === 'a person' ? call<Me>('GET', ADDRESS) : callByItself<Me>(ADDRESS))
    if (session.get().phase !== 'signed-in') return
    // in another tab somebody else has signed in: what is pressed here would be theirs
    if (me.id !== session.get().me?.id) return sessionEnded()
    learnEnds(me, by)
  } catch (thrown) {
    if (asRefused(thrown).code === 'signed-out') return sessionEnded()
    // what is said next is said of a line that is lost
    toldAt = steadyNow() - tellAfter(ends?.lasts ?? 0) + AGAIN_MS
    clearTimeout(timer)
    timer = setTimeout(look, AGAIN_MS)
  } finally {
    asking = false
  }
}

function tell(): void {
  clearTimeout(telling)
  telling = undefined
  toldAt = steadyNow()
  void ask('a person')
}

/** Somebody is here: told at once when it has not been for a while, else when that while is over. */
function acted(): void {
  if (!ends || session.get().phase !== 'signed-in' || telling) return
  const wait = toldAt + tellAfter(ends.lasts) - steadyNow()
  if (wait <= 0 || staying.get().ending?.which === 'idle') tell()
  else telling = setTimeout(tell, wait)
}

/** Somebody works in a document that the desk frames, whose keys and presses are not heard here. */
export const somebodyIsHere = acted

/** “Jatka”. */
export const stay = tell

let pointer = ''
/** A page that moves under a pointer at rest tells of a move too: only another place is one. While it is said that the session ends, a press is needed. */
function moved({ screenX, screenY }: PointerEvent): void {
  const place = `${screenX} ${screenY}`
  const isMove = pointer !== '' && pointer !== place
  pointer = place
  if (isMove && staying.get().ending?.which !== 'idle') acted()
}

/** Listens to the whole page from now on. */
export function keepWhileHere(): void {
  for (const act of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    addEventListener(act, acted, { capture: true, passive: true })
  addEventListener('pointermove', moved, { capture: true, passive: true })
  judgeTime(() => ends !== undefined && ends.whole - SLACK <= steadyNow())
}

function stop(): void {
  clearTimeout(telling)
  telling = undefined
  staying.set({ ending: undefined })
}
/** Nobody has come back to the covered page for as long as a session lasts without an act. */
function clear(): void {
  if (session.get().phase === 'covered') forget('ended')
}
whenCovered(() => {
  stop()
  clearTimeout(timer)
  timer = setTimeout(clear, Math.max(WARN_BEFORE, (ends?.idle ?? 0) - steadyNow()))
})
whenForgotten(() => {
  stop()
  clearTimeout(timer)
  ends = undefined
})
