/**
 * Ring 0, on the host page: finds out what is wanted, by a tag, by elements or by `window.kynnys`, and sees to it that one
 * chat stands, whatever the page does to its tags, its body or its attributes.
 */
import { stand } from './loader/panel.ts'
import { PATIENCE, warn } from './loader/warn.ts'

const NAME = 'kynnys-chat'
const OPTIONS = ['station', 'language', 'label', 'phone', 'exit', 'look'] as const
/** What it is told leads to no root: a page may call it as often as it likes. */
type Chat = HTMLElement & { kynnys?: (wantsMore: unknown) => void }

/** The origin of this file where its address stands: in a tag, or in the stack of an error. */
const originIn = (text: string) => /https?:..[^\s/]+(?=.widget.js)/.exec(text)?.[0]
const running = document.currentScript as HTMLScriptElement | null
// a module or `import()` has no tag, but every error knows from where it came
const own = originIn(`${running?.src} ${Error().stack}`)
/** The public address, which the server writes in if it has one: an alias or a copy of this file leads there as well. */
const home = originIn('%HOME%')
const isOurs = ({ src, dataset }: HTMLScriptElement) => dataset.station || (own && originIn(src) === own)
// a picture of that name would stand for `document.scripts`
const tags = () => [...document.getElementsByTagName('script')].filter(isOurs)

let tag: HTMLScriptElement | null | undefined = tags()[0] ?? running
/** Taken out of the page by whoever put it there, as soon as it had run: that is no wish to be rid of the chat. */
let isTidied: boolean
const lookAtTag = () => {
  isTidied = !tag?.isConnected
}
lookAtTag()
tag?.addEventListener('load', lookAtTag)

/** The element of the tag, beside the body: what is done to the body does not touch it. */
let placed: HTMLElement | undefined
let body: HTMLElement | null
/** Elements in the order in which they came, and the one of them that shows a chat. */
let known: Chat[] = []
let active: Chat | undefined

/** What the tag, or `window.kynnys`, wants stands; without either nothing of theirs does. @returns the server that they name */
function heedTag() {
  const found = tag?.isConnected ? tag : (tags()[0] ?? (isTidied ? tag : undefined))
  // who takes away the element alone is obeyed; a new tag, or another body, is another page
  const isAnother = !placed || found !== tag || body !== document.body
  tag = found
  body = document.body
  const wanted: KynnysSettings = { ...window.kynnys, ...tag?.dataset }
  // by nothing: `remove` is often a page’s own (Prototype.js), which fails for what stands nowhere
  if (!wanted.station) placed = placed?.replaceWith() as undefined
  else if (isAnother && !placed?.isConnected) {
    placed = document.createElement(NAME)
    document.documentElement.append(placed)
  }
  for (const option of OPTIONS) placed?.setAttribute(option, wanted[option] ?? '')
  return wanted.server
}

const HELP = 'no station or no server.'

/** Everything is looked at anew: cheaper, and surer, than to reckon what a change means. */
function review() {
  due = 0
  const server = heedTag() || home || own
  const stationOf = (one: HTMLElement) => one.getAttribute('station') || one.dataset.station
  known = known.filter(({ isConnected }) => isConnected)
  if (!active?.isConnected) active = known.find(stationOf) ?? active
  if (!active) return
  try {
    const { origin } = new URL(server as string)
    active.kynnys ??= stand(active, origin)
    active.kynnys(
      active.getAttribute('look') ||
        window.kynnys?.chat ||
        document.querySelector('[data-kynnys-open]') ||
        known[1] ||
        tags()[1],
    )
  } catch {
    // not said anywhere, or no address
    warn(HELP)
  }
}

let due: number | undefined
function soon() {
  due ||= setTimeout(review)
}

// a second run finds that the first one sees its tag
if (!customElements.get(NAME)) {
  customElements.define(
    NAME,
    class extends HTMLElement {
      static observedAttributes = OPTIONS
      connectedCallback() {
        known.push(this)
        soon()
      }
      attributeChangedCallback(_name: string, was: string, is: string) {
        if (was !== is) soon()
      }
    },
  )
  setTimeout(() => active || warn(HELP), PATIENCE)
  new MutationObserver(soon).observe(document, {
    childList: true,
    subtree: true,
    attributeFilter: ['open', 'inert', 'lang', ...OPTIONS.map((option) => `data-${option}`)],
  })
  review()
}
