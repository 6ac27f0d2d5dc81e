/** Development only, and in no build: what changes on disk and is no component takes its place in the open page. */
import { loadContent } from './net/content.ts'
import type { Island } from './net/island.ts'
import { islandAt } from './state/translated.ts'
import { type Speech, speak } from './words/speech.ts'
import './styles/page.css?inline'
import './styles/room.css?inline'

type Now = { island: Island; speech: Speech }
type Sheet = { default: string } | undefined

/** The page's root, what is in force on it, and how it is drawn with other words. */
let root: ParentNode | undefined
let revision: string | undefined
let draw: (now: Now) => void = () => {}

/**
 * Keeps the page as it is on disk; answers stay, because they are ids.
 * @param redraw draws the same room with the page's data and words of now
 */
export function follow(container: HTMLElement, island: Island, redraw: (now: Now) => void) {
  root = container.getRootNode() as ShadowRoot
  revision = island.revision
  draw = redraw
  void renew() // what was published while the page was on its way
}

function put(where: ParentNode | undefined, sheet: Sheet) {
  const style = where?.querySelector('style')
  if (style && sheet) style.textContent = sheet.default
}

import.meta.hot?.accept(['./styles/page.css?inline', './styles/room.css?inline'], ([page, room]) => {
  put(document.head, page as Sheet)
  put(root, room as Sheet)
})

/** The same page again, with every word of its language: those that stand on the page and those that came after. */
async function renew() {
  const island = await islandAt(location.href)
  // another language was chosen in place: its page is the one to look at
  if (island.revision === revision || island.language.lang !== document.documentElement.lang) return
  revision = island.revision
  const { words } = await loadContent(island)
  const speech = speak(island.language, island.words)
  speech.add(words)
  draw({ island, speech })
}
import.meta.hot?.on('kynnys:content', () => void renew())
import.meta.hot?.on('vite:ws:connect', () => void renew())
