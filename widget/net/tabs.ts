/**
 * Tabs of one browser that stand in the same kept conversation tell each other so: a tab that is duplicated takes the kept
 * answers with it. Nothing but the number of the conversation is said, and nothing is written down: channels and locks
 * are gone with the tab, whichever way it goes.
 */

/** Where else the conversation of this page stands, as far as it is known. */
export type Elsewhere = 'nowhere' | 'open' | 'sent'
/** `reads`: it is offered here, and not gone on with. */
type Here = 'reads' | 'holds' | 'sent'
type Word = { id: string; tab: string; said: 'who' | 'here' | 'sent' }

/** The name of this tab, and of the lock that it holds as long as it stands in a conversation. */
const tab = String(Math.random())
let channel: BroadcastChannel | undefined
let id: string | undefined
let here: Here = 'reads'
let elsewhere: Elsewhere = 'nowhere'
let tell: (now: Elsewhere) => void = () => {}

const say = (said: Word['said']) => id && channel?.postMessage({ id, tab, said } satisfies Word)

function becomes(now: Elsewhere) {
  // what was sent stays so
  if (elsewhere !== 'sent') elsewhere = now
  tell(elsewhere)
}

/** Holds a lock, or waits for the end of who holds it. Where there are none, a tab that went is not missed. */
const lock = (name: string, then: () => unknown) => void navigator.locks?.request(name, then).catch(() => {})

function hear({ data }: MessageEvent<Word>) {
  if (data.id !== id) return
  if (data.said === 'who' && here !== 'reads') say(here === 'sent' ? 'sent' : 'here')
  if (data.said === 'here' && elsewhere !== 'open') {
    becomes('open')
    lock(data.tab, () => {
      becomes('nowhere')
      say('who')
    })
  }
  if (data.said === 'sent') {
    if (here === 'holds') here = 'sent'
    becomes('sent')
  }
}

function open(): BroadcastChannel | undefined {
  // an old browser has none: then each tab stands for itself, and the server takes the conversation once
  if (!('BroadcastChannel' in globalThis)) return undefined
  const opened = new BroadcastChannel('kynnys')
  opened.onmessage = hear
  return opened
}

/** This page offers a conversation, or stands in it. */
export function standIn(conversation: string, how: 'reads' | 'holds') {
  if (id === conversation && here !== 'reads') return
  channel ??= open()
  id = conversation
  here = how
  if (how === 'holds') {
    lock(tab, () => new Promise(() => {}))
    say('here')
  }
  say('who')
}

/** What was offered here is not gone on with: what becomes of it is no matter of this page any more. */
export function leaveOffer() {
  if (here !== 'reads') return
  id = undefined
  elsewhere = 'nowhere'
  becomes('nowhere')
}

/** It was sent from here: no other tab sends it again. */
export function tellSent() {
  here = 'sent'
  say('sent')
}

/** The server has it already, from a tab that did not tell. */
export const foundSent = () => becomes('sent')

/** @param hears is told where else the conversation stands, now and at each change. @returns ends it */
export function followTabs(hears: (now: Elsewhere) => void): () => void {
  tell = hears
  tell(elsewhere)
  return () => {
    tell = () => {}
  }
}
