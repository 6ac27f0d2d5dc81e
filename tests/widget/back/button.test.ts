/**
 * A browser's own button passes over entries that nobody has touched, and no driver does. Here it is that button which is pressed,
 * in the middle of a conversation, with no press on the page between.
 */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { depth, withBackButton } from '../../support/screen/back-button.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { type Harness, serveWidget } from '../harness.ts'
import { answer, FIRST, openChat } from '../room.ts'

const SECOND = 'Kenen asiasta on kyse?'
const harness = opened(() => serveWidget())
const chromium = opened(withBackButton)
/** The question in sight, looked at without the gesture that a driver lends to whatever it looks at. */
async function title(page: Page): Promise<string | undefined> {
  const session = await page.context().newCDPSession(page)
  const expression =
    "document.querySelector('kynnys-room')?.shadowRoot?.querySelector('.question h2')?.innerText"
  const { result } = await session.send('Runtime.evaluate', { expression })
  await session.detach()
  return result.value
}
const leaves = (page: Page) => expect.poll(() => page.url()).toContain('/neutral')

/** A page before, then the chat on a page of its own, with three questions answered by a pointer. */
async function talking(server: Harness) {
  const page = await chromium.context.newPage()
  await page.bringToFront()
  await page.goto(`${server.url}/neutral`)
  await openChat(page, server)
  const before = await depth(page)
  for (const row of ['Asuminen', 'Omastani', 'En tiedä']) {
    const was = await title(page)
    await answer(page, row)
    await expect.poll(() => title(page)).not.toBe(was)
  }
  await expect.poll(() => depth(page)).toBe(before + 1)
  return { page, before }
}

describe('the browser’s own button', () => {
  it('leads through the questions one by one, and out at the first', async () => {
    const { page, before } = await talking(harness)
    const third = await title(page)
    await chromium.press()
    await expect.poll(() => title(page)).not.toBe(third)
    await expect.poll(() => depth(page)).toBe(before + 1)
    await chromium.press()
    await expect.poll(() => title(page)).toBe(SECOND)
    await expect.poll(() => depth(page)).toBe(before + 1)
    await chromium.press()
    await expect.poll(() => title(page)).toBe(FIRST)
    await chromium.press()
    await leaves(page)
    await page.close()
  })

  longDescribe('where another entry is added instead of a step onto the same', () => {
    const twin = opened(async () =>
      serveWidget({
        dist: await brokenWidget('back-adds', [
          { file: 'widget/press/back.ts', find: '  if (isNext) {', put: '  if (isNext && made < 0) {' },
        ]),
      }),
    )
    it('leaves at the second press (red twin)', async () => {
      const { page, before } = await talking(twin)
      const third = await title(page)
      await chromium.press()
      await expect.poll(() => title(page)).not.toBe(third)
      await expect.poll(() => depth(page)).toBe(before + 1)
      await chromium.press()
      await leaves(page)
      await page.close()
    })
  })
})
