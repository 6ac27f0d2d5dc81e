/** Clocks inside the pages: when the launcher was touched, and when a text could be seen. */
import type { Page } from 'playwright'

/** How a page tells what it has seen: by its console, which costs nothing before the moment it tells of. */
const WORD = 'kynnys-bench'

/**
 * The time at which a text is to be seen: it is laid out, one more frame has passed, and the document has been painted
 * (a hidden frame is laid out, but not painted). The browser's own search finds it in closed roots as well.
 */
function watch({ text, word, framed }: { text: string; word: string; framed: boolean }) {
  // the same clock for all documents of a process
  const time = (at: number) => performance.timeOrigin + at
  addEventListener('pointerover', ({ timeStamp }) => console.debug(`${word} touched ${time(timeStamp)}`), {
    capture: true,
    once: true,
  })
  if (framed !== (window !== top)) return
  const laidOut = new Promise<number>((resolve) => {
    const look = () => {
      if (!(window as unknown as { find(text: string): boolean }).find(text))
        return requestAnimationFrame(look)
      getSelection()?.removeAllRanges()
      return requestAnimationFrame(() => resolve(performance.now()))
    }
    requestAnimationFrame(look)
  })
  const painted = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const [first] = list.getEntriesByName('first-contentful-paint')
      if (first) resolve(first.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  void Promise.all([laidOut, painted]).then((times) =>
    console.debug(`${word} seen ${time(Math.max(...times))}`),
  )
}

/** Sets the clocks in every document of the page. @param framed the text is looked for in a frame, not in the page */
export async function watchFor(page: Page, text: string, framed: boolean): Promise<void> {
  // the compiler that runs this file names functions by a helper, which a page has not got
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(watch, { text, word: WORD, framed })
}

/** Milliseconds from the first touch of the launcher to the text. @param act touches it */
export async function fromTouch(page: Page, act: () => Promise<void>): Promise<number> {
  const told = async (what: string) => {
    const message = await page.waitForEvent('console', (one) => one.text().startsWith(`${WORD} ${what} `))
    return Number(message.text().split(' ').at(-1))
  }
  const [touched, seen] = await Promise.all([told('touched'), told('seen'), act()])
  return seen - touched
}
