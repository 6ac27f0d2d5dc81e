/** Clocks inside the pages: when the launcher was touched, and when a text could be seen. */
import type { Page } from 'playwright'

/** How a page tells what it has seen: by its console, which costs nothing before the moment it tells of. */
const WORD = 'kynnys-bench'

/**
 * The time at which a frame's text is to be seen: the frame has grown to its whole height, one more frame of animation
 * has passed, and it has been painted (hidden, it is laid out but not painted). Its text is looked for only afterwards:
 * looking makes the browser lay out what unfolds as well, and would slow down what is measured.
 */
function watchFrame({ text, word }: { text: string; word: string }) {
  if (window === top) return
  const laidOut = new Promise<number>((resolve) => {
    let tall = 0
    let since = 0
    const look = () => {
      const { scrollHeight } = document.documentElement
      // the first frame after it grew is the first in which that has been shown
      if (scrollHeight > tall) requestAnimationFrame((_) => (since = performance.now()))
      else if (tall > innerHeight && document.readyState !== 'loading') return resolve(since)
      tall = scrollHeight
      return requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  const painted = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const [first] = list.getEntriesByName('first-contentful-paint')
      if (first) resolve(first.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  void Promise.all([laidOut, painted]).then((times) => {
    // the browser's own search finds it in closed roots as well
    const isThere = (window as unknown as { find(text: string): boolean }).find(text)
    getSelection()?.removeAllRanges()
    const at = isThere ? performance.timeOrigin + Math.max(...times) : Number.NaN
    console.debug(`${word} seen ${at}`)
  })
}

/** The same for a component on the page itself: its text stands in its open root, and one more frame has passed. */
function watchPage({ text, word, component }: { text: string; word: string; component: string }) {
  if (window !== top) return
  const look = () => {
    const shown = document.querySelector(component)?.shadowRoot?.textContent
    if (!shown?.includes(text)) return requestAnimationFrame(look)
    return requestAnimationFrame(() =>
      console.debug(`${word} seen ${performance.timeOrigin + performance.now()}`),
    )
  }
  requestAnimationFrame(look)
}

/** `timeOrigin` makes one clock of all documents of a process. */
function watchTouch({ word }: { word: string }) {
  const touched = ({ timeStamp }: Event) =>
    console.debug(`${word} touched ${performance.timeOrigin + timeStamp}`)
  addEventListener('pointerover', touched, { capture: true, once: true })
}

/** Sets the clocks in every document of the page. @param component the text is looked for in its open root, not in a frame */
export async function watchFor(page: Page, text: string, component?: string): Promise<void> {
  // the compiler that runs this file names functions by a helper, which a page has not got
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watchTouch, { word: WORD })
  if (component) await page.addInitScript(watchPage, { text, word: WORD, component })
  else await page.addInitScript(watchFrame, { text, word: WORD })
}

/** Milliseconds from the first touch of the launcher to the text. @param act touches it */
export async function fromTouch(page: Page, act: () => Promise<void>): Promise<number> {
  const told = async (what: string) => {
    const message = await page.waitForEvent('console', (one) => one.text().startsWith(`${WORD} ${what} `))
    return Number(message.text().split(' ').at(-1))
  }
  const [touched, seen] = await Promise.all([told('touched'), told('seen'), act()])
  if (Number.isNaN(seen)) throw new Error('The frame was painted, but its question was not in it.')
  return seen - touched
}
