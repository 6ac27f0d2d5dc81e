/** What stands in `<kynnys-chat>`: a button, a hidden panel and the phone number. Everything said is said in the iframe. */
import css from '../loader.css?inline'
import { PATIENCE, warn } from './warn.ts'

/** open, close, and the link of the other way */
type LoaderWords = [string, string, string]
/** `host:loader.*` of every language that is offered: no request can be spent on them */
declare const LOADER_WORDS: Record<string, LoaderWords>
const languages = LOADER_WORDS

/**
 * Which language a page means by a tag as pages write them: `sv-FI`, `EN_gb`. As lookup of BCP 47 does (RFC 4647, 3.4):
 * the longest language that the tag begins with, part by part.
 */
const lookUp = (tag = '') =>
  // in alphabetical order: the longer of two stands later
  Object.keys(languages)
    .filter((one) => RegExp(`^${one}(?![a-z])`, 'i').test(tag))
    .pop()

/** Not yet in the types of the language. */
type Zoomed = { currentCSSZoom: number }

const idle = self.requestIdleCallback ?? setTimeout

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
) {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

/** Fetched in idle time once somebody sees the button; not where data are to be saved. */
function preload(launcher: Element, load: () => void) {
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return
  const look = () =>
    new IntersectionObserver(([seen]) => seen?.isIntersecting && idle(load)).observe(launcher)
  if (document.readyState === 'complete') look()
  else addEventListener('load', look)
}

/** Nothing inline. Browsers of before 2023 have no such sheets: the second part knows another way. */
function dress(root: ShadowRoot) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}

/**
 * Lets the element show a button and its panel.
 *
 * The second part comes by the address of this script: a policy may name that one alone, and it says nothing of what follows the question
 * mark. An element with a `src` would be refused where Trusted Types are enforced.
 *
 * The language is told to the room when it changes, and when the room is ready: it may be another than it was asked for in.
 * @returns no root, which the page must not get hold of: what is to be called when the page, or what is written on the element, may
 * have changed, or it is gone; whether anything is wanted that the second part does
 */
export function stand(host: HTMLElement, server: string): (wantsMore: unknown) => void {
  const option = (name: string) => host.getAttribute(name)?.trim() ?? ''
  let label: string
  let station: string
  let language: string
  let address: string
  let stationInFrame: string | undefined
  let ready: boolean
  let secondPart: Promise<unknown> | undefined
  let root: ShadowRoot | undefined
  /** how long the history is while its last entry is the room's, by which it hears Back */
  let step: unknown

  // they stay while the page changes: a finger or the focus may be on them
  const apart = make('a', { target: '_blank' })
  const call = make('a')
  const other = make('p', {}, apart, call)
  const title = make('b')
  const close = make('button', {}, '✕')
  // a place for it, until it is wanted
  let frame = make('i') as unknown as HTMLIFrameElement
  const panel = make('dialog', {}, make('header', {}, title, close), frame)
  const launcher = make('button', { ariaHasPopup: 'dialog' })
  // as a property: where there is no such layer no style must take it for hidden
  const layer = make('div', { popover: 'manual' }, panel, launcher)
  // on so narrow a page the panel is as wide as the page: nothing beside it can be reached
  const covers = matchMedia('(max-width:640px)')

  const tell = (kynnys: 'ready' | 'language') =>
    frame.contentWindow?.postMessage({ kynnys, language, open: panel.open }, server)
  const stepOff = () => {
    // a room that is closed or gone leaves no entry behind: Back would cost a press more.
    if (history.length === step) step = history.back()
  }
  const renew = () => {
    // another frame instead of another address: that would be a step in the page's own history.
    const next = make('iframe', {
      title: label,
      allow: 'clipboard-write',
      // the room leaves its own head out where it is the target: the panel has one
      src: `${address}#panel`,
      // the first word is ours, so that the app learns which origin it may answer
      onload: () => tell('ready'),
    })
    frame.replaceWith(next)
    stationInFrame = station
    ready = false
    // by nothing: it may stand nowhere, for which a `remove` of the page's own fails
    other.replaceWith()
    frame = next
    setTimeout(() => {
      if (frame !== next || ready) return
      next.before(other)
      warn(`no answer: ${next.src}: unknown station or site.`)
    }, PATIENCE)
  }
  const load = () => stationInFrame ?? renew()
  const raise = () => {
    // into the browser's top layer, or out of the way of what the page has made modal: there a dead button would cover it.
    // a page that is made small would make the chat small as well; a browser that does not know takes no such style
    layer.style.zoom = Math.max(1 / (host as Zoomed).currentCSSZoom, 1) as never
    try {
      const isBehind = host.closest(panel.open ? '[inert]' : '[inert],:has(dialog:modal)')
      if (isBehind && !panel.matches(':modal')) layer.hidePopover()
      else layer.showPopover()
    } catch {
      // it is shown already, or the browser has no layer above the page
    }
  }
  const show = () => {
    panel[covers.matches ? 'showModal' : 'show']()
    // in a frame that has failed nobody would hear Escape
    ;(ready ? frame : close).focus()
  }
  covers.onchange = () => {
    if (!panel.open) return
    panel.close()
    show()
  }
  panel.onclose = () => {
    // told a little later: it may have been opened in the other way by then
    if (panel.open) return
    raise()
    tell('ready')
    launcher.focus()
  }
  panel.onkeydown = ({ key }) => key === 'Escape' && panel.close()
  close.onclick = () => panel.close()
  launcher.onclick = () => {
    load()
    // above what the page has put there in the meantime
    layer.hidePopover?.()
    raise()
    show()
  }
  launcher.onpointerenter = launcher.onfocus = load

  const follow = (wantsMore: unknown) => {
    if (!host.isConnected) return stepOff()
    // again: a page that writes itself anew ends what its window listened to
    addEventListener('message', hear)
    addEventListener('focusin', keep, true)
    language = lookUp(option('language')) ?? lookUp(host.closest<HTMLElement>('[lang]')?.lang) ?? 'fi'
    const [openIt, closeIt, openApart] = languages[language] as LoaderWords
    const phone = option('phone')
    label = option('label') || openIt
    station = option('station')
    address = `${server}/chat/${language}?station=${encodeURIComponent(station)}`
    if (ready && layer.lang !== language) tell('language')
    layer.lang = language
    launcher.textContent = title.textContent = panel.ariaLabel = frame.title = label
    close.ariaLabel = closeIt
    apart.textContent = openApart
    apart.href = address
    call.textContent = phone
    call.href = `tel:${phone.replace(/\s/g, '')}`
    call.hidden = !phone
    if ((stationInFrame ?? station) !== station) renew()
    raise()
    if (wantsMore || !layer.isConnected)
      secondPart ??= import(/* @vite-ignore */ `${server}/widget.js?more`).then(
        ({ default: serve }) => serve(layer, root, css),
        () => {},
      )
  }
  /** A page that fetches the focus back into a dialog of its own does not hear that it is here: people could not write. */
  const keep = (event: Event) => root?.activeElement && event.stopPropagation()
  const hear = ({ source, origin: from, data }: MessageEvent) => {
    if (from !== server || source !== frame.contentWindow) return
    const { kynnys: said, at, to } = data
    if (said === 'ready') {
      // of a room before this one only its entry may remain
      stepOff()
      ready = true
      other.replaceWith()
      tell('language')
      if (root?.activeElement === close) frame.focus()
    }
    step = at
    if (said === 'close') panel.close()
    if (said === 'exit') location.replace(option('exit') || to)
    // of a resize; grows only: a panel that jumps with every question is not calm
    if (data.height > panel.offsetHeight) panel.style.height = `${data.height}px`
  }

  try {
    root = host.attachShadow({ mode: 'closed' })
    // whatever can fail does so while the page's own content is still seen
    const slot = make('slot')
    root.append(slot)
    dress(root)
    if (!panel.showModal) throw panel
    slot.replaceWith(layer)
    preload(launcher, load)
  } catch {
    ;(root ?? host).append(other)
  }
  return follow
}
