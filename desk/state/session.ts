/** Who is signed in, in memory only: reloading or signing out forgets it, and all that was known with it. */
import type { Me } from '#core/contract/desk.ts'
import { createStore } from './store.ts'

export type SessionState = {
  /** `covered`: the time was up in the middle of work; one signs in over the page, which nobody can read meanwhile */
  phase: 'starting' | 'signed-out' | 'signed-in' | 'covered' | 'unavailable'
  me: Me | undefined
  /**
   * why the sign-in page is shown: the session ended by itself, also in the middle of an act, which is then undone; or the person
   * signed out, which the server may not have heard yet
   */
  left: 'ended' | 'undone' | 'signed-out' | 'unheard' | undefined
}

export const session = createStore<SessionState>({ phase: 'starting', me: undefined, left: undefined })

let isTimeUp = () => false
/** Who watches the time says whether a session ends because the longest one may last has passed, and somebody is here. */
export const judgeTime = (judge: () => boolean): void => {
  isTimeUp = judge
}

type Forgetter = (left: SessionState['left']) => void
const forgetters: Forgetter[] = []

/** What else is known of a signed-in person is forgotten together with who it was. */
export const whenForgotten = (forgetter: Forgetter): void => void forgetters.push(forgetter)

const pausers: (() => void)[] = []
/** What goes on by itself stops while the page is covered; it begins anew with the wing. */
export const whenCovered = (pauser: () => void): void => void pausers.push(pauser)

/** The page stays as it is, under a cover: its text is the same person’s to go on with. */
function cover(left: SessionState['left']): void {
  session.set({ phase: 'covered', left })
  for (const pauser of pausers) pauser()
}

/** Forgets the person and everything that was shown to them. */
export function forget(left: SessionState['left']): void {
  session.set({ phase: 'signed-out', me: undefined, left })
  for (const forgetter of forgetters) forgetter(left)
}

/** The server no longer knows the session: back to signing in, with drafts kept; over the page, if the time was up in the middle of work. */
export function sessionEnded(how: 'ended' | 'undone' = 'ended'): void {
  const { phase, left } = session.get()
  if (phase === 'signed-in') (isTimeUp() ? cover : forget)(how)
  // the queue may have been refused a moment before the act
  else if (left === 'ended') session.set({ left: how })
}
