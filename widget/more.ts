/**
 * The second part of the loader, a module that comes when something is wanted beyond the button: by `look`, by a link of the page
 * that opens the chat, or by a script that speaks to it. Where a page’s policy refuses it, the button stands as it is.
 */
import { chat, stand } from './more/api.ts'
import { openByLinks } from './more/links.ts'
import { lookOf } from './more/look.ts'
import { tellOfOthers } from './more/others.ts'
import { becomePart } from './more/part.ts'
import { rulesOf } from './more/style.ts'

export { chat }

/** As the loader leaves it: what looks at the element anew. */
type Chat = HTMLElement & { kynnys?: (wantsMore: boolean) => void }

/** A sheet over the loader’s; browsers of before 2023 take an element, where the page’s policy lets them. */
function sheetIn(root: ShadowRoot): (rules: string) => void {
  try {
    const sheet = new CSSStyleSheet()
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return (rules) => sheet.replaceSync(rules)
  } catch {
    const style = document.createElement('style')
    root.append(style)
    return (rules) => {
      style.textContent = rules
    }
  }
}

/** In such a browser the loader shows nothing yet. @returns whether it could be dressed: else it would lie about in the page */
function dress(root: ShadowRoot, css: string, layer: HTMLElement): boolean {
  const style = document.createElement('style')
  style.textContent = css
  root.append(style)
  if (!style.sheet) return false
  // the link that stood in for it
  root.querySelector('p')?.replaceWith()
  root.querySelector('slot')?.replaceWith(layer)
  return true
}

/**
 * Called by the loader for each element that shows a chat.
 * @param layer what holds panel and button, `loader/panel.ts`
 * @param root the element’s own, where the browser has such
 * @param css of the loader
 */
export default function serve(layer: HTMLElement, root: ShadowRoot | undefined, css: string) {
  const panel = layer.querySelector('dialog')
  const launcher = layer.lastElementChild as HTMLButtonElement
  if (!root || !panel?.showModal) return
  const host = root.host as Chat
  if (!layer.isConnected) {
    if (!dress(root, css, layer)) return
    // now it can be raised above the page
    host.kynnys?.(true)
  }
  const standing = { host, panel, launcher }
  const wear = sheetIn(root)
  let leavePart: (() => void) | undefined
  const follow = () => {
    const look = lookOf(host.getAttribute('look') ?? '')
    const isPart = look.has('inline') || look.has('page')
    wear(rulesOf(look, launcher))
    if (isPart && !leavePart) leavePart = becomePart(standing)
    if (isPart || !leavePart) return
    leavePart = void leavePart()
  }
  follow()
  new MutationObserver(follow).observe(host, { attributeFilter: ['look'] })
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', follow)
  stand(standing)
  openByLinks()
  tellOfOthers(host)
}

// a page that fetched this by itself wants it: an element that stands already would hear of it with the page’s next change alone
for (const one of document.querySelectorAll<Chat>('kynnys-chat')) one.kynnys?.(true)
