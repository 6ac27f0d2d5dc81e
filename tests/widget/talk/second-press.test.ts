/** A press meant for what stood there before does nothing to what stands there now: twice, doubled, held, on a slow phone. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withApp } from '../../support/screen/with-browser.ts'
import { button, openChat, withChat } from '../room.ts'

const { newPage, openRoom } = withChat()

/** What stands ticked in the question now shown. */
const ticked = (page: Page) => page.locator('.question input:checked').count()
const title = (page: Page) => page.locator('.question h2, .result h2').first().innerText()

/** Two presses at one place, as a hand makes them that means one. */
async function twice(page: Page, place: { x: number; y: number }, how: 'alone' | 'doubled') {
  await page.mouse.click(place.x, place.y)
  if (how === 'alone') await page.mouse.click(place.x + 3, place.y - 2)
  else {
    await page.mouse.down({ clickCount: 2 })
    await page.mouse.up({ clickCount: 2 })
  }
}

/** The row itself where one press is enough, else what goes on. */
async function wayOn(page: Page, isFirst: boolean) {
  if (isFirst) {
    await page.getByLabel('Asuminen', { exact: true }).press('Space')
    return button(page, 'Jatka')
  }
  const unknown = page.locator('.question [value=dontKnow]')
  if (await unknown.evaluate((one) => one instanceof HTMLButtonElement)) return unknown
  await unknown.press('Space')
  return button(page, 'Jatka')
}

/** Goes through the conversation by double clicks. @returns questions that a second press has answered or ticked */
async function doubleClicked(page: Page, how: 'alone' | 'doubled') {
  const hurt: string[] = []
  for (let step = 0; step < 8; step++) {
    const before = await title(page)
    if ((await page.locator('.question').count()) === 0) break
    const next = await wayOn(page, step === 0)
    await next.evaluate((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }))
    const box = await next.boundingBox()
    if (!box) throw new Error(`no way on from ${before}`)
    await twice(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, how)
    await page.waitForFunction(
      (was) =>
        document
          .querySelector('kynnys-room')
          ?.shadowRoot?.querySelector<HTMLElement>('.question h2, .result h2')?.innerText !== was,
      before,
    )
    if ((await page.locator('.question').count()) > 0 && (await ticked(page)) > 0)
      hurt.push(await title(page))
    // one press may be the whole answer: then nothing stays ticked
    if ((await page.locator('.earlier li').count()) > step + 1)
      hurt.push(`unseen before ${await title(page)}`)
    if ((await page.locator('.question [role=alert]').count()) > 0)
      hurt.push(`told off at ${await title(page)}`)
  }
  return hurt
}

/** Continue is pressed on a phone that draws what comes for longer than a hand needs for two presses. @returns whether that is reached at once */
async function openAsDrawn(page: Page): Promise<boolean> {
  await page.getByLabel('Asuminen', { exact: true }).press('Space')
  const before = await title(page)
  const next = button(page, 'Jatka')
  const open = await next.evaluateHandle(() => {
    const isOpen = () =>
      document.querySelector('kynnys-room')?.shadowRoot?.querySelector<HTMLElement>('.shield')?.hidden
    const told = new Promise<boolean>((tell) => {
      const draw = () => {
        const end = performance.now() + 700
        while (performance.now() < end);
        // timers that were due meanwhile have their turn before it
        setTimeout(() => tell(isOpen() !== false), 20)
      }
      addEventListener('click', () => queueMicrotask(draw), { once: true })
    })
    return { told }
  })
  await next.click()
  await expect.poll(() => title(page)).not.toBe(before)
  return open.evaluate(({ told }) => told)
}

describe('a press meant for the screen before', () => {
  it.each(some(['alone', 'doubled'] as const, 2))('does nothing on the new one (%s)', async (how) => {
    const page = await openRoom()
    expect(await doubleClicked(page, how)).toEqual([])
  })

  long('does nothing on the new one also where drawing it takes longer than two presses', async () => {
    expect(await openAsDrawn(await openRoom())).toBe(false)
  })

  it('a key that is held down presses once', async () => {
    const page = await openRoom()
    await page.getByLabel('Asuminen', { exact: true }).press('Space')
    const before = await title(page)
    await button(page, 'Jatka').focus()
    for (let repeat = 0; repeat < 6; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect.poll(() => title(page)).not.toBe(before)
    // one press is the whole answer: the one that is held must not answer what comes after it
    const then = await title(page)
    await page.locator('.question .row').first().focus()
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect.poll(() => title(page)).not.toBe(then)
    expect(await page.locator('.earlier .last').count()).toBe(1)
    expect(await page.locator('.earlier li').count()).toBe(2)
  })
})

longDescribe('a room that minds no second press (red twin)', () => {
  const twin = withApp({}, async () => ({
    dist: await brokenWidget('second-press', [
      {
        file: 'widget/press/second-press.ts',
        find: 'if (press) raise(press.x, press.y)',
        put: 'if (press === null) raise(0, 0)',
      },
    ]),
  }))
  it('answers what nobody has read', async () => {
    const page = await openChat(await newPage(), twin)
    expect(await doubleClicked(page, 'alone')).not.toEqual([])
  })
})

longDescribe('a room that counts the moment from the press (red twin)', () => {
  const twin = withApp({}, async () => ({
    dist: await brokenWidget('second-press-counted', [
      {
        file: 'widget/press/second-press.ts',
        find: 'drawn = requestAnimationFrame(wait)',
        put: 'wait()',
      },
    ]),
  }))
  it('answers on a slow phone what nobody has read', async () => {
    const page = await openChat(await newPage(), twin)
    expect(await openAsDrawn(page)).toBe(true)
  })
})
