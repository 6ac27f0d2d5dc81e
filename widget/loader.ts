/** Ring 0, on the host page: a button, a hidden panel and the phone number. Everything said is said in the iframe. */
import css from './loader.css?inline'

type Word = 'open' | 'close' | 'failed'
declare const LOADER_WORDS: Record<string, Record<Word, string>>
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

function mount(host: HTMLElement) {
  const option = (name: string) => host.getAttribute(name) ?? ''
  const language = option('language') || 'fi'
  const words = languages[language] ?? (languages.fi as Record<Word, string>)
  const address = `${origin}/chat/${language}?station=${option('station')}`
  const phone = option('phone')
  const label = option('label') || words.open
  let ready = false

  const other = make(
    'p',
    { hidden: true },
    make('a', { href: address, target: '_blank', textContent: words.failed }),
    ...(phone ? [make('a', { href: `tel:${phone.replace(/ /g, '')}`, textContent: phone })] : []),
  )
  const frame = make('iframe', { title: label, allow: 'clipboard-write' })
  const close = make('button', { ariaLabel: words.close, textContent: '✕' })
  const panel = make('dialog', { ariaLabel: label }, make('header', {}, label, close), other, frame)
  const launcher = make('button', {
    className: 'launcher',
    ariaHasPopup: 'dialog',
    textContent: label,
  })

  const load = () => {
    // the room leaves its own head out where it is the target: the panel has one
    if (!frame.src) frame.src = `${address}#panel`
  }
  const open = () => {
    load()
    launcher.hidden = true
    if (matchMedia('(max-width:40rem)').matches) panel.showModal()
    else panel.show()
    frame.focus()
    setTimeout(() => {
      other.hidden = ready
    }, PATIENCE)
  }
  panel.onclose = () => {
    launcher.hidden = false
    launcher.focus()
  }
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
    if (frame.src) frame.contentWindow?.postMessage({ kynnys: 'ready' }, origin)
  }

  addEventListener('message', ({ source, origin: from, data }) => {
    if (from !== origin || source !== frame.contentWindow) return
    const said = data?.kynnys
    if (said === 'ready') ready = other.hidden = true
    if (said === 'close') panel.close()
    if (said === 'exit') location.replace(option('exit') || NEUTRAL_PAGE)
    // grows only: a panel that jumps with every question is not calm
    if (said === 'resize' && data.height > panel.offsetHeight) panel.style.blockSize = `${+data.height}px`
  })

  const root = host.attachShadow({ mode: 'closed' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
  root.append(launcher, panel)
  host.lang = language

  const preload = () =>
    new IntersectionObserver(([seen], watch) => {
      if (!seen?.isIntersecting) return
      watch.disconnect()
      idle(load)
    }).observe(launcher)
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData) return
  if (document.readyState === 'complete') preload()
  else addEventListener('load', preload)
}

if (!customElements.get('kynnys-chat')) {
  customElements.define(
    'kynnys-chat',
    class extends HTMLElement {
      #stands = false
      connectedCallback() {
        if (!this.#stands) mount(this)
        this.#stands = true
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
