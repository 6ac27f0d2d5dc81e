/**
 * What changes on a screen is said, also where a browser has translated it. A translator puts words of its own in place of our
 * text nodes; the renderer then writes into nodes that nobody sees, and a changed promise is never told. Here an element
 * whose words have changed gets all of its own words anew, and the translator’s go; one that stays the same keeps its
 * translation. The element itself stays: focus, live regions and fields lose nothing.
 *
 * For both rooms of the browser, which give it their renderer: it knows the tree and its nodes by their shape alone.
 */

type DomNode = {
  /** the words of a text */
  data?: string
  parentNode: DomNode | null
  nextSibling: DomNode | null
  firstChild: DomNode | null
  childNodes: Iterable<DomNode>
  insertBefore(node: DomNode, before: DomNode | null): unknown
  cloneNode(): DomNode
  replaceWith(node: DomNode): void
  remove(): void
}
/** As Preact 10 and 11 build it: `__` the parent, `__k` the children, `__e` the node; a text has no type, and its words as props. */
type Drawn = {
  type: unknown
  props: unknown
  __: Drawn | null
  __k: (Drawn | null)[] | null
  __e: DomNode | null
}
/** Before and after one of them is compared, when it goes, and when all is in its place but no effect has run. */
type Hooks = Record<'__b' | 'diffed' | 'unmount', (drawn: Drawn) => void> & {
  __c(root: Drawn, queue: unknown): void
}

const isElement = ({ type }: Drawn) => typeof type === 'string'

/** The element in which it stands; a component is none. */
function hostOf({ __: parent }: Drawn): Drawn | undefined {
  if (!parent) return undefined
  return isElement(parent) ? parent : hostOf(parent)
}

/** What stands straight in an element, in order: its elements and texts, and those of its components. */
const standingIn = ({ __k: children }: Drawn): Drawn[] =>
  (children ?? []).flatMap((child) =>
    child ? (typeof child.type === 'function' ? standingIn(child) : [child]) : [],
  )

/**
 * A text that a translator has moved into an element of its own leaves a copy there: the renderer knows what to do with a
 * text that stands nowhere, and would fail at one that stands elsewhere.
 */
function free(host: Drawn) {
  for (const one of standingIn(host)) {
    const { parentNode } = one.__e ?? {}
    if (isElement(one)) free(one)
    else if (isElement(host) && parentNode && parentNode !== host.__e)
      one.__e?.replaceWith(one.__e.cloneNode())
  }
}

/**
 * Nothing but our own stands in it, in our order and with our words: who marks what was searched for cuts texts in two, or joins
 * two of them in the first. What is in its place already is not touched.
 */
function putRight(element: DomNode, standing: Drawn[]) {
  const own = standing.map(({ __e }) => __e)
  for (const node of [...element.childNodes]) if (!own.includes(node)) node.remove()
  let at = element.firstChild
  for (const one of standing) {
    const { __e: node, props } = one
    if (node && !isElement(one) && node.data !== `${props}`) node.data = `${props}`
    if (node === at) at = node?.nextSibling ?? null
    else if (node) element.insertBefore(node, at)
  }
}

/** @param renderer the options of Preact, of one room */
export function sayWhatChanges(renderer: object): void {
  const hooks = renderer as Partial<Hooks>
  const { __b, diffed, unmount, __c } = hooks
  /** what has words, and which they were */
  const said = new WeakMap<DomNode, unknown[]>()
  /** what may have other words since the last commit; the newest drawing of an element counts */
  const touched = new Map<DomNode, Drawn>()
  const touch = (host: Drawn | undefined) => {
    if (host?.__e) touched.set(host.__e, host)
  }
  const look = (host: Drawn, element: DomNode) => {
    const standing = standingIn(host)
    const before = said.get(element)
    if (!before && standing.every(isElement)) return
    const now = standing.flatMap((one) => (isElement(one) ? [one.__e] : [one.__e, one.props]))
    said.set(element, now)
    if (before && (before.length !== now.length || before.some((what, at) => what !== now[at])))
      putRight(element, standing)
  }
  hooks.__b = (drawn) => {
    // only what has been drawn before has children by now
    if (drawn.__k) free(hostOf(drawn) ?? drawn)
    __b?.(drawn)
  }
  hooks.diffed = (drawn) => {
    if (isElement(drawn)) touch(drawn)
    if (typeof drawn.type !== 'function') touch(hostOf(drawn))
    diffed?.(drawn)
  }
  hooks.unmount = (drawn) => {
    touch(hostOf(drawn))
    unmount?.(drawn)
  }
  hooks.__c = (root, queue) => {
    for (const [element, host] of touched) if (host.__e === element) look(host, element)
    touched.clear()
    __c?.(root, queue)
  }
}
