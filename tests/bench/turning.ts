/** Clocks and fingers for one question after another, inside a closed root as well as in a plain page. */
import type { Frame, Page } from 'playwright'
import { openRoots, type Rooted } from './closed-root.ts'

const WORD = 'kynnys-bench'

export type Spot = { x: number; y: number }
export type Target = 'row' | 'chosen' | 'next'
type Benched = { bench: { spot(target: Target): Spot | undefined } }

/**
 * Finds what a finger would press, and tells how long each press of Continue took until another question stood there and
 * one more frame had passed.
 */
function clock({ word }: { word: string }) {
  const root = () => (window as unknown as Rooted).benchRoot()
  const scope = (): ParentNode => root().querySelector('section:not([hidden]):has(> fieldset)') ?? root()
  const question = () => scope().querySelector('h2')?.textContent
  const find = {
    row: () =>
      scope().querySelector('input:not([value=dontKnow], :checked)') ??
      scope().querySelector('input, textarea'),
    chosen: () => scope().querySelector('input:checked'),
    next: () => scope().querySelector('button'),
  }
  const spot = (target: Target): Spot | undefined => {
    const element = find[target]()
    element?.scrollIntoView({ block: 'center', behavior: 'instant' })
    const box = element?.getBoundingClientRect()
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  Object.assign(window, { bench: { spot } })
  let presses = 0
  const began = (event: MouseEvent) => {
    if (window === top) return
    presses += 1
    const [press, before] = [presses, question()]
    const look = () => {
      // a row was chosen: the press that counts is the last
      if (press !== presses) return 0
      if (question() === before) return requestAnimationFrame(look)
      return requestAnimationFrame(() =>
        console.debug(`${word} turned ${performance.now() - event.timeStamp}`),
      )
    }
    requestAnimationFrame(look)
  }
  addEventListener('click', began, { capture: true })
}

/** Sets the clock in every document of the page. */
export async function clockQuestions(page: Page): Promise<void> {
  await openRoots(page)
  await page.addInitScript(clock, { word: WORD })
}

/** The middle of a target in the frame, brought into sight; none: it is not there. */
export const spots = (frame: Frame, target: Target): Promise<Spot | undefined> =>
  frame.evaluate((wanted) => (window as unknown as Benched).bench.spot(wanted), target)

/** Milliseconds from a press to another question. @param act presses Continue */
export async function fromPress(page: Page, act: () => Promise<void>): Promise<number> {
  const told = page.waitForEvent('console', (one) => one.text().startsWith(`${WORD} turned `))
  const [message] = await Promise.all([told, act()])
  return Number(message.text().split(' ').at(-1))
}
