/** Ring 0, on the host page: a button, a hidden panel and the phone number. Everything said is said in the iframe. */
import css from './loader.css?inline'

/** open, close, and the link of the other way */
type LoaderWords = [string, string, string]
/** `widget:loader.*` of every language that is offered: no request can be spent on them */
declare const LOADER_WORDS: Record<string, LoaderWords>
/** A neutral page for leaving quickly, when the host names none. */
declare const NEUTRAL_PAGE: string
const languages = LOADER_WORDS

/** The app says `ready` once its script runs; after this long the panel shows the other ways (milliseconds). */
const PATIENCE = 6000

const tag = document.currentScript as HTMLScriptElement
const { origin } = new URL(tag.src)
const idle = self.requestIdleCallback ?? setTimeout

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: object,
  ...children: (Node | string)[]
) {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

/** @returns that it stands; never the root, which the page must not get hold of */
function mount(host: HTMLElement): number {
  const option = (name: string) => host.getAttribute(name) ?? ''
  const language = option('language') || 'fi'
  const [openIt, closeIt, openApart] = languages[language] ?? (languages.fi as LoaderWords)
  const address = `${origin}/chat/${language}?station=${option('station')}`
  const phone = option('phone')
  const label = option('label') || openIt
  let ready: boolean | undefined

  const other = make(
    'p',
    {},
    make('a', { href: address, target: '_blank', textContent: openApart }),
    phone && make('a', { href: `tel:${phone.replace(/ /g, '')}`, textContent: phone }),
  )
  const frame = make('iframe', { title: label, allow: 'clipboard-write' })
  const close = make('button', { ariaLabel: closeIt, textContent: '✕' })
  const panel = make('dialog', { ariaLabel: label }, make('header', {}, label, close), frame)
  const launcher = make('button', {
    ariaHasPopup: 'dialog',
    textContent: label,
  })

  const load = () => {
    // the room leaves its own head out where it is the target: the panel has one
    if (!frame.src) frame.src = `${address}#panel`
  }
  const open = () => {
    load()
    // on a narrow screen the style makes it as wide as the page: nothing beside it can be reached
    panel[panel.offsetLeft ? 'show' : 'showModal']()
    frame.focus()
    setTimeout(() => ready || frame.before(other), PATIENCE)
  }
  panel.onclose = () => launcher.focus()
  panel.onkeydown = ({ key }) => key === 'Escape' && panel.close()
  close.onclick = () => panel.close()
  launcher.onclick = open
  launcher.onpointerenter = launcher.onfocus = load
  // the first word is ours, so that the app learns which origin it may answer
  frame.onload = () => {
    // opened before it had loaded: the focus stands at its door
    if (panel.open) {
      // a frame that has the focus already would not be given it again
      frame.blur()
      frame.focus()
    }
    if (frame.src) (frame.contentWindow as Window).postMessage({ kynnys: 'ready' }, origin)
  }

  addEventListener('message', ({ source, origin: from, data }) => {
    if (from !== origin || source !== frame.contentWindow) return
    const said = data?.kynnys
    if (said === 'ready') {
      ready = true
      other.remove()
    }
    if (said === 'close') panel.close()
    if (said === 'exit') location.replace(option('exit') || NEUTRAL_PAGE)
    // grows only: a panel that jumps with every question is not calm
    if (said === 'resize' && data.height > panel.offsetHeight) panel.style.blockSize = `${+data.height}px`
  })

  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  root.append(panel, launcher)
  host.lang = language

  const preload = () =>
    new IntersectionObserver(([seen]) => {
      if (seen?.isIntersecting) idle(load)
    }).observe(launcher)
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return 1
  if (document.readyState === 'complete') preload()
  else addEventListener('load', preload)
  return 1
}

if (!customElements.get('kynnys-chat')) {
  customElements.define(
    'kynnys-chat',
    class extends HTMLElement {
      stands?: number
      connectedCallback() {
        // moved about in the page it is connected again
        this.stands ??= mount(this)
      }
    },
  )
}
const { dataset } = tag
if (dataset.station) {
  const chat = document.createElement('kynnys-chat')
  for (const name in dataset) chat.setAttribute(name, dataset[name] as string)
  // an async script may run before there is a body
  const place = document.body ?? document.documentElement
  place.append(chat)
}
