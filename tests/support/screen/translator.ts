/**
 * What a browser’s translator does to a page: every text goes into two `<font>`, again whenever the page says something new.
 * Its words are ours, so that a page it has been at can be laid beside one it has not.
 */
import type { Page } from 'playwright'

/**
 * `replaced`: its own text stands there instead of ours, as in Chrome; `moved`: ours stands inside its elements. Other extensions
 * mark words: `cut`: ours ends where the marked word begins; `joined`: the mark is gone, and texts side by side were made one.
 */
export type Way = 'replaced' | 'moved' | 'cut' | 'joined'

type Translating = { way: Way; lasting: boolean; room: string }

/** Runs in the page. */
function atWork({ way, lasting, room }: Translating) {
  const STYLE = 'vertical-align: inherit;'
  const isLeft = (text: Node) =>
    !text.nodeValue?.trim() || text.parentElement?.closest('font, mark, script, style, textarea')
  const halves = new WeakMap<Node, string>()
  const cut = (text: Text) => {
    if (halves.get(text) === text.data) return
    const mark = document.createElement('mark')
    const rest = text.splitText(text.length / 2)
    rest.replaceWith(mark)
    mark.append(rest)
    halves.set(text, text.data)
  }
  const wrap = (text: Node) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')]
    for (const font of [outer, inner]) font.setAttribute('style', STYLE)
    outer.append(inner)
    text.parentNode?.replaceChild(outer, text)
    inner.append(way === 'moved' ? text : document.createTextNode(text.nodeValue ?? ''))
  }
  const translate = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    if (way === 'joined') return root.normalize()
    const act = way === 'cut' ? cut : wrap
    for (const text of texts) if (!isLeft(text)) act(text as Text)
  }
  const start = (root: Node) => {
    translate(root)
    if (lasting)
      new MutationObserver(() => translate(root)).observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
      })
  }
  const begin = () => {
    const element = document.querySelector(room)
    if (element) start(element.shadowRoot ?? element)
    else requestAnimationFrame(begin)
  }
  begin()
}

/** Translates what stands; `lasting`: and whatever comes, from now on. */
export const translate = (page: Page, how: Translating) => page.evaluate(atWork, how)

/** Translates from before the page’s own script. */
export const translateFirst = (page: Page, how: Translating) => page.addInitScript(atWork, how)

/** What can be read in it, without the spaces between. */
export const readIn = (page: Page, room: string) =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector) as HTMLElement
    const read = (element.shadowRoot?.querySelector('.room') ?? element) as HTMLElement
    return read.innerText.replace(/\s+/g, '')
  }, room)
