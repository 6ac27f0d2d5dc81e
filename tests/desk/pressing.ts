/** Presses as hands make them: too many, too long, or a moment after something else has come to the place. */
import type { Locator, Page } from 'playwright'

/** What the page asks the server to do, act by act. */
export function sentBy(page: Page): string[] {
  const sent: string[] = []
  page.on('request', (request) => {
    const [, act] = /\/api\/desk\/requests\/[^/]+\/(\w+)$/.exec(new URL(request.url()).pathname) ?? []
    if (act && request.method() === 'POST') sent.push(act)
  })
  return sent
}

/** The moment in which something is unread lasts as long as the test needs, on however slow a machine. */
export const stretchMoments = (page: Page) =>
  page.evaluate(() => {
    const { animate } = Element.prototype
    Element.prototype.animate = function (frames, options) {
      const { id = '' } = typeof options === 'object' ? options : {}
      return animate.call(this, frames, { id, duration: 600_000 })
    }
  })

/** Counts the numbers that are called, without calling. */
export async function callsOf(page: Page): Promise<() => Promise<number>> {
  const calls = await page.evaluateHandle(() => {
    const counted = { calls: 0 }
    addEventListener('click', (event) => {
      if (!(event.target as Element).closest('a[href^="tel:"], a[href^="sms:"]')) return
      event.preventDefault()
      counted.calls += 1
    })
    return counted
  })
  return () => calls.evaluate((counted) => counted.calls)
}

/** Where it is pressed: at the beginning of its words, where something shorter may come to stand. */
export async function placeOf(target: Locator) {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (!box) throw new Error('Nothing stands there to be pressed')
  return { x: box.x + Math.min(30, box.width / 2), y: box.y + box.height / 2 }
}

/** What was pressed has had its effect: the page has been drawn since. */
export const drawn = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** Some presses at one place, as a hand makes them that means one; `changed`: the screen has changed after the second. */
export async function press(
  page: Page,
  target: Locator,
  { times, changed }: { times: 2 | 3; changed: () => Promise<unknown> },
) {
  // the first is meant: whoever presses has seen it stand there
  await target.click({ trial: true })
  const { x, y } = await placeOf(target)
  await stretchMoments(page)
  await page.mouse.click(x, y)
  if (times === 3) await page.mouse.click(x + 2, y - 1)
  await changed()
  await page.mouse.click(x - 1, y + 1)
}

/** Holds a key until the screen has changed, and a little longer. */
export async function holdKey(page: Page, key: string, changed: () => Promise<unknown>) {
  for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down(key)
  await changed()
  for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down(key)
  await page.keyboard.up(key)
}
