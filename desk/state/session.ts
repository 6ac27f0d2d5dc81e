/** Signing in and out. */
import type { Me } from '#core/contract/desk.ts'
import { draftsOf, forgetDrafts } from '../callbacks/state/drafts.ts'
import { follow } from '../callbacks/state/live.ts'
import { reread } from '../callbacks/state/request.ts'
import { asRefused, call } from '../net/api.ts'
import { prepareCurrentWords } from '../words/content.ts'
import { desk, forget, worksQueue } from './desk.ts'

async function begin(me: Me): Promise<void> {
  draftsOf(me.id)
  desk.set({ phase: 'signed-in', me, left: undefined })
  await prepareCurrentWords()
  if (!worksQueue(me)) return
  await follow()
  await reread()
}

/** At the opening of the page: is there a session already? */
export async function resume(): Promise<void> {
  desk.set({ phase: 'starting' })
  try {
    await begin(await call<Me>('GET', '/api/session'))
  } catch (thrown) {
    const { code } = asRefused(thrown)
    desk.set({ phase: code === 'signed-out' ? 'signed-out' : 'unavailable' })
  }
}

/** Throws `Refused`, which the sign-in page says in words. */
export async function signIn(username: string, password: string): Promise<void> {
  await begin(await call<Me>('POST', '/api/session', { username, password }))
}

/** Forgets first: a server that does not answer must not leave a queue on the screen. */
export async function signOut(): Promise<void> {
  forgetDrafts()
  forget('signed-out')
  history.replaceState(null, '', location.pathname + location.search)
  await call('DELETE', '/api/session').catch(() => undefined)
}
