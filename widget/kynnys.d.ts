/**
 * What a host page may say to the chat, and hear of it, for pages written in TypeScript. Copy this file into your project.
 *
 * There is no event for what happens inside: a page must not learn who asked for help.
 */

/** On the script as `data-…`, on the element as attributes, or in `window.kynnys`. */
interface KynnysSettings {
  /** slug of the station */
  station?: string
  /** `sv`, `sv-FI`; when missing, the `lang` of the page */
  language?: string
  /** text of the button */
  label?: string
  /** a number to show when the chat does not open */
  phone?: string
  /** the neutral page for leaving quickly */
  exit?: string
  /** words in any order: `left`, `top`, `inline`, `page`, `links`, one or two numbers (px from the corner), a colour */
  look?: string
  /** `https://neuvonta.example.fi`, where the script is served from elsewhere */
  server?: string
}

/** *ready*: it stands on the page · *opened* · *closed* */
type KynnysEvent = 'ready' | 'opened' | 'closed'

interface KynnysChat {
  /** Opens it; if it does not stand yet, as soon as it does. The focus moves into it. */
  open(): void
  /** Closes it. The conversation is kept until the page is left. */
  close(): void
  /** Takes it off the page, with the tag or the element that asked for it. */
  remove(): void
  /** Another language; what was answered is kept. Of an unknown one Finnish is left. */
  setLanguage(language: string): void
  /** @returns ends the hearing. Who listens for *ready* later is told at once. */
  on(event: KynnysEvent, hear: () => void): () => void
}

interface Window {
  /** for pages whose tags keep no attributes; `chat` is there when the second part has come */
  kynnys?: KynnysSettings & { chat?: KynnysChat }
}

declare module 'https://*/widget.js?more' {
  export const chat: KynnysChat
}
