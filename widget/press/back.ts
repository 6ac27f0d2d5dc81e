/**
 * The browser's Back is the chat's own way back. While there is something to go back to, one entry more stands in the history, without
 * state or title. Back leaves it, which is heard, and the page steps onto it again by `history.forward()`. Another entry instead would
 * be passed over by the next Back: browsers do so with what is added without a press (“history manipulation intervention”), and the
 * second Back would leave the page.
 *
 * The entry belongs to an empty frame inside the chat's document, at an address that is the same in every page of the world:
 * Chromium writes down when an entry of a page or of a panel was come to, and of which address it was.
 */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { embedded, hasHost, tellHost, tellStep } from '../net/host.ts'

type BackAct = (() => void) | undefined

/** Browsers keep no more entries: at so many their number does not tell any more whether ours is the last. */
const MOST = 50
/** A step that has not been made in this time (milliseconds) will not be. */
const LOST = 3000
/** Nobody who leaves quickly waits longer (milliseconds) for the entry to be gone. */
const QUICK = 250

/** the empty frame and its history, once it stands */
let inner: Window | undefined
let entries: History | undefined
/** what Back does on the screens that stand; the innermost, which is the last, decides */
const acts: { current: BackAct }[] = []
/** somebody is in the room: a panel is open, a page always */
let isOpen = false
let isOver = false
let isRefused = false
/** the number of entries when ours was made */
let made = 0
/** where we stood when it was last looked at */
let stood = false
/** Back has just left our entry: it is still the next one */
let isNext = false
/** what follows a step that we make ourselves; while it is waited for, nothing else is done */
let awaited: BackAct
let lost: ReturnType<typeof setTimeout> | undefined

/**
 * The number of the frame's entry, among those that frames of our pages before this one have left, where a browser tells it. The page itself remembers the number of ours over a loading anew: the frame forgets all that it had.
 */
const frameIndex = () => inner?.navigation?.currentEntry?.index

/** Each entry keeps this by itself: nothing is written into its state, and it is there again when the page is come back to. */
const isOn = () => entries?.scrollRestoration === 'manual'
/** Our entry is the last: a step back is no step of the host page. */
const isLast = () => !embedded() || (history.length === made && made < MOST)
const act = () => acts.at(-1)?.current

/** The browser does not let us hear Back: then it shall ask before the page is left. */
export const isBackRefused = () => isRefused

/** Where we stand, and the host page's loader hears of it. */
function look() {
  stood = isOn()
  tellStep(stood && isLast() ? made : undefined)
}

function step(by: 1 | -1, then: () => void) {
  awaited = then
  clearTimeout(lost)
  lost = setTimeout(() => {
    awaited = undefined
  }, LOST)
  tellStep()
  entries?.go(by)
}

/** A step that we made has been made. @returns whether it was one */
function settle() {
  const then = awaited
  awaited = undefined
  then?.()
  return then
}

function stepOn(from: History) {
  if (isNext) {
    isNext = false
    return step(1, follow)
  }
  try {
    from.pushState(null, '')
    from.scrollRestoration = 'manual'
    self.navigation?.updateCurrentEntry({ state: frameIndex() })
  } catch {
    // in a sandbox, or after too many
  }
  made = history.length
  look()
  isRefused = !stood
}

/** What stands in the history follows what there is to go back to. */
function follow() {
  if (!entries || isOver || awaited || isRefused) return
  // in a panel that can be closed Back does so at the first question
  const isWanted = isOpen && (hasHost() || act() !== undefined)
  if (isWanted === isOn()) return
  if (isWanted) stepOn(entries)
  // below an entry of the host page it stays, and is passed over when Back comes to it
  else if (isLast()) step(-1, follow)
}

/** An entry of the frame has been left or come to, by whatever hand. */
function arrive() {
  const wasOn = stood
  look()
  if (settle()) return
  // Forward: there is nothing to go on to
  if (!wasOn || stood) return follow()
  const now = act()
  if (isOpen && now) {
    isNext = true
    now()
    // drawn by then: it is known whether anything is before it
    setTimeout(follow)
  } else if (isOpen && hasHost()) {
    isOpen = false
    tellHost({ kynnys: 'close' })
  } else if (!isOver) entries?.back()
}

/** Somebody is here, and has pressed something: an entry may be added. */
function heed() {
  isOpen = true
  follow()
}

/** The panel was closed: the host page's own Back costs no press more. */
export function closed() {
  isOpen = false
  follow()
}

/** Everything is over; `then` runs when our entry is not stood upon any more. */
export function endBack(then: () => void) {
  isOver = true
  if (!isOn() || !isLast()) return then()
  step(-1, then)
  setTimeout(settle, QUICK)
}

/** From now on Back is heard. @param frame the empty one, which may not have loaded yet */
export function listenToBack(frame: HTMLIFrameElement): void {
  isOpen = !embedded()
  const begin = () => {
    inner = frame.contentWindow as Window
    entries = inner.history
    // loaded anew on our entry, it does not know it any more
    // by `self`: without it a browser that has none stops here
    if (self.navigation && frameIndex() === self.navigation.currentEntry?.getState())
      entries.scrollRestoration = 'manual'
    inner.addEventListener('popstate', arrive)
    look()
    settle()
    // left from a conversation that is gone, which was loaded anew or come to by Forward
    follow()
  }
  // before, another document stands in it, and its entries are none
  if (frame.contentDocument?.URL === 'about:srcdoc') begin()
  frame.onload = begin
  addEventListener('pagehide', () => {
    isOver = true
  })
  // the loader moves the focus here when it opens the panel
  addEventListener('focus', heed)
  for (const press of ['click', 'keydown']) addEventListener(press, heed, true)
}

/** What Back does while a screen stands; `undefined`: nothing is before it. */
export function useBack(now: BackAct): void {
  const own = useRef(now)
  own.current = now
  useLayoutEffect(() => {
    acts.push(own)
    return () => {
      acts.splice(acts.indexOf(own), 1)
    }
  }, [])
  useLayoutEffect(follow)
}

/**
 * A screen that is lost with its page: on a page of its own the first Back stays on it, and the next one leaves as usual. A panel is
 * only closed.
 * @param tell so that it is seen and heard why nothing went away
 * @returns whether it has stayed
 */
export function useStay(tell: () => void): boolean {
  const [hasStayed, setStayed] = useState(false)
  const stay = () => {
    setStayed(true)
    tell()
  }
  useBack(hasStayed || hasHost() ? undefined : stay)
  return hasStayed
}
