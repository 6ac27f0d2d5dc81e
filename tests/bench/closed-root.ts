/** The way of the bench into a closed root: by the app's own reach for it, once it runs. */
import type { Page } from 'playwright'

export type Rooted = { benchRoot(): ParentNode }

/** Remembers the root when the app reaches for it; until then, and in a plain page, the document stands for it. */
function remember() {
  let internals: ElementInternals | undefined
  const attach = HTMLElement.prototype.attachInternals
  HTMLElement.prototype.attachInternals = function () {
    internals = attach.call(this)
    return internals
  }
  Object.assign(window, { benchRoot: () => internals?.shadowRoot ?? document } satisfies Rooted)
}

/** Gives every document of the page `benchRoot()`. */
export async function openRoots(page: Page): Promise<void> {
  // the compiler that runs this file names functions by a helper, which a page has not got
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(remember)
}
