/** Clocks inside the pages: when the launcher was touched, and when a text could be seen. */
import type { Page } from 'playwright'
import { openRoots, type Rooted } from './closed-root.ts'

/** How a page tells what it has seen: by its console, which costs nothing before the moment it tells of. */
const WORD = 'kynnys-bench'

/**
 * The time at which a frame's question is to be seen: the frame has grown down to the end of it, one more frame of
 * animation has passed, and it has been painted (hidden, it is laid out but not painted). Where it ends is asked only
 * afterwards: looking for it would slow down what is measured.
 */
function watchFrame({ text, word }: { text: string; word: string }) {
  if (window === top) return
  const grown: { to: number; at: number }[] = []
  const grow = () => {
    const to = document.documentElement.scrollHeight
    // in the next frame of animation, what this one has laid out was shown
    if (to > (grown.at(-1)?.to ?? 0)) requestAnimationFrame(() => grown.push({ to, at: performance.now() }))
  }
  const question = () => {
    const root = (window as unknown as Rooted).benchRoot()
    const heading = root.querySelector('section:has(> fieldset) h2')
    return heading?.textContent === text ? heading.closest('section') : undefined
  }
  const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  const look = () => {
    const end = document.readyState === 'complete' && question()?.getBoundingClientRect().bottom
    const at = end && [painted(), grown.find(({ to }) => to >= end + scrollY)?.at]
    if (at && at[0] !== undefined && at[1] !== undefined)
      return console.debug(`${word} seen ${performance.timeOrigin + Math.max(at[0], at[1])}`)
    grow()
    return requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
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
  await openRoots(page)
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
  return seen - touched
}
