/** Signing in and out, and entering a wing. */
import type { Me } from '#core/contract/desk.ts'
import { asRefused, call } from '../net/api.ts'
import type { Wing } from '../parts/wing.ts'
import { address, forgetAddress } from '../state/address.ts'
import { draftsOf, forgetDrafts } from '../state/drafts.ts'
import { forget, session, whenForgotten } from '../state/session.ts'
import { learnEnds } from '../state/staying.ts'
import { createStore } from '../state/store.ts'
import { prepareCurrentWords } from '../words/content.ts'
import { doorFor } from './pages.ts'

/** The wing that is looked at; nothing while nobody is signed in, or when a person may enter none. */
export const entered = createStore<{ name: string | undefined; wing: Wing | undefined }>({
  name: undefined,
  wing: undefined,
})
const outside = { name: undefined, wing: undefined }
whenForgotten(() => entered.set(outside))

/** Over the covered page: the same person goes on where they were, with all that stands there. */
async function goOn(me: Me): Promise<void> {
  session.set({ phase: 'signed-in', me, left: undefined })
  learnEnds(me)
  await entered.get().wing?.begin()
}

async function begin(me: Me): Promise<void> {
  const { phase, me: before } = session.get()
  if (phase === 'covered') {
    if (before?.id === me.id && doorFor(me, entered.get().name)?.name === entered.get().name) return goOn(me)
    // another person begins at the beginning
    forget(undefined)
    forgetAddress()
  }
  const door = doorFor(me, address.get().wing)
  const [wing] = await Promise.all([door?.load(), prepareCurrentWords()])
  draftsOf(me.id)
  entered.set({ name: door?.name, wing })
  session.set({ phase: 'signed-in', me, left: undefined })
  learnEnds(me)
  await wing?.begin()
}

/** The address names another wing: it is entered, if the person may. */
async function move(): Promise<void> {
  const { me } = session.get()
  if (!me) return
  const door = doorFor(me, address.get().wing)
  if (door?.name === entered.get().name) return
  const wing = await door?.load()
  if (session.get().me !== me) return
  entered.set({ name: door?.name, wing })
  await wing?.begin()
}
address.watch(() => void move())

/** At the opening of the page: is there a session already? */
export async function resume(): Promise<void> {
  session.set({ phase: 'starting' })
  try {
    await begin(await call<Me>('GET', '/api/session'))
  } catch (thrown) {
    const { code } = asRefused(thrown)
    session.set({ phase: code === 'signed-out' ? 'signed-out' : 'unavailable' })
  }
}

/** A sign-out that the server has not heard is told again so often. */
const AGAIN_MS = 5000
let again: ReturnType<typeof setTimeout> | undefined
let leaving: Promise<void> | undefined

async function leave(): Promise<void> {
  const isHeard = await call('DELETE', '/api/session').then(
    () => true,
    // of a session that is over there is nothing to end
    (thrown) => asRefused(thrown).code === 'signed-out',
  )
  if (session.get().phase !== 'signed-out') return
  session.set({ left: isHeard ? 'signed-out' : 'unheard' })
  if (!isHeard) again = setTimeout(tellLeft, AGAIN_MS)
}

function tellLeft(): void {
  leaving = leave()
}

/** Throws `Refused`, which the sign-in page says in words. */
export async function signIn(username: string, password: string): Promise<void> {
  // or what ends the session before would end this one
  clearTimeout(again)
  await leaving
  clearTimeout(again)
  await begin(await call<Me>('POST', '/api/session', { username, password }))
  requestAnimationFrame(goToWork)
}

/** What was pressed is gone: focus goes on at the head of the work, unless it stands somewhere already. */
function goToWork(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>('main [tabindex="-1"]')?.focus()
}

/**
 * Here and wherever else the person is signed in. It is told first: what is heard only here would leave the others open.
 * Throws `Refused`, and then nothing has changed.
 */
export async function signOutEverywhere(): Promise<void> {
  await call('DELETE', '/api/session/everywhere')
  forgetDrafts()
  forget('signed-out')
  forgetAddress()
}

/** Forgets first: a server that does not answer must not leave a queue on the screen. */
export function signOut(): void {
  forgetDrafts()
  forget('signed-out')
  forgetAddress()
  tellLeft()
}
