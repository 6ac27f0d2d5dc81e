/** What a web master writes into a page, made of what was chosen: one maker for the page that shows it and the script that follows it. */

/** Where the chat is on the page. */
export const PLACES = ['button', 'inline', 'links', 'page'] as const
/** The corner of the button, as `look` says it. */
export const CORNERS = ['right', 'left', 'top right', 'top left'] as const

/** What was chosen; an empty text is no choice. */
export type EmbedChoice = {
  station: string
  /** of the chat; none: the page's own */
  language: string
  place: (typeof PLACES)[number]
  corner: (typeof CORNERS)[number]
  /** px from the corner */
  across: string
  along: string
  color: string
  label: string
  phone: string
  exit: string
}
export type EmbedField = keyof EmbedChoice

const NEAR = 16
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)

/** Pure. The words of `look`; what is usual is left out. */
function lookOf({ place, corner, across, along, color }: EmbedChoice): string {
  const isButton = place === 'button'
  const numbers = [across, along].map((px) => (/^\d+$/.test(px) ? Number(px) : NEAR))
  const isMoved = numbers.some((px) => px !== NEAR)
  return [
    isButton ? (corner === 'right' ? '' : corner.replace(' right', '')) : place,
    isButton && isMoved ? numbers.join(' ') : '',
    color.trim(),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Pure. Names and values of the attributes, without `data-`; none where the chat is on a page of its own. */
export function attributesOf(choice: EmbedChoice): [string, string][] {
  if (choice.place === 'page') return []
  const { station, language, label, phone, exit } = choice
  const all = { station, language, label, phone, exit, look: lookOf(choice) }
  return Object.entries(all).filter(([, value]) => value.trim() !== '')
}

const written = (attributes: [string, string][], before = '') =>
  attributes.map(([name, value]) => ` ${before}${name}="${safe(value)}"`).join('')

/** Pure. The address of the chat's own page. @param fallback language of a page that names none */
export const chatAddress = (server: string, { station, language }: EmbedChoice, fallback: string) =>
  `${server}/chat/${encodeURIComponent(language || fallback)}?station=${encodeURIComponent(station)}`

/**
 * Pure. The HTML to copy.
 * @param server our public address, `https://neuvonta.example.fi`
 * @param link the words of a link, where one is needed
 */
export function snippetOf(choice: EmbedChoice, server: string, fallback: string, link: string): string {
  const { place } = choice
  const script = (attributes = '') => `<script async src="${safe(server)}/widget.js"${attributes}></script>`
  const href = safe(chatAddress(server, choice, fallback))
  const words = safe(choice.label.trim() || link)
  if (place === 'page') return `<a href="${href}">${words}</a>`
  if (place === 'inline') return `${script()}\n<kynnys-chat${written(attributesOf(choice))}></kynnys-chat>`
  const whole = script(written(attributesOf(choice), 'data-'))
  return place === 'links' ? `${whole}\n<a href="${href}" data-kynnys-open>${words}</a>` : whole
}
