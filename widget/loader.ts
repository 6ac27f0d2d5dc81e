/** Ring 0, on the host page: a button, a hidden panel and the phone number. Everything said is said in the iframe. */
import css from './loader.css?inline'

type Word = 'open' | 'title' | 'close' | 'failed' | 'direct' | 'exit'
declare const LOADER_WORDS: Record<string, Record<Word, string>>

/** The app says `ready` once its script runs; after this long the panel shows the other ways (milliseconds). */
const PATIENCE = 6000

const tag = document.currentScript as HTMLScriptElement
const { origin } = new URL(tag.src)
const idle = self.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200))

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
  const option = (name: string) => host.getAttribute(name) ?? host.dataset[name] ?? ''
  const language = option('language') || 'fi'
  const words = LOADER_WORDS[language] ?? (LOADER_WORDS['fi'] as Record<Word, string>)
  const address = `${origin}/chat/${language}?station=${encodeURIComponent(option('station'))}`
  const phone = option('phone')
  let ready = false

  const other = make(
    'p',
    { hidden: true },
    words.failed,
    make('a', { href: address, target: '_blank', rel: 'noopener', textContent: words.direct }),
    ...(phone ? [make('a', { href: `tel:${phone.replace(/[^+\d]/g, '')}`, textContent: phone })] : []),
  )
  const frame = make('iframe', { title: words.title, allow: 'clipboard-write' })
  const close = make('button', { type: 'button', ariaLabel: words.close, textContent: '✕' })
  const panel = make(
    'dialog',
    { ariaLabel: words.title },
    make('header', {}, words.title, close),
    other,
    frame,
  )
  const launcher = make('button', {
    type: 'button',
    className: 'launcher',
    ariaHasPopup: 'dialog',
    textContent: option('label') || words.open,
  })

  const load = () => {
    if (!frame.src) frame.src = address
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
  frame.onload = () => frame.src && frame.contentWindow?.postMessage({ kynnys: 'ready' }, origin)

  addEventListener('message', ({ source, origin: from, data }) => {
    if (from !== origin || !source || source !== frame.contentWindow) return
    const said = data?.kynnys
    if (said === 'ready') ready = other.hidden = true
    if (said === 'close') panel.close()
    if (said === 'exit') location.replace(option('exit') || words.exit)
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

const mounted = new WeakSet<HTMLElement>()
if (!customElements.get('kynnys-chat')) {
  customElements.define(
    'kynnys-chat',
    class extends HTMLElement {
      connectedCallback() {
        if (!mounted.has(this)) mount(this)
        mounted.add(this)
      }
    },
  )
}
if (tag.dataset['station']) {
  const chat = document.createElement('kynnys-chat')
  Object.assign(chat.dataset, tag.dataset)
  const place = () => document.body.append(chat)
  if (document.body) place()
  else addEventListener('DOMContentLoaded', place)
}
