/** What the eye meets first on a calm screen: the next step, and not the strip of emergencies, which is found at once all the same. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { phone } from '../../support/screen/browser.ts'
import { answer, heading, walkToEnd, withChat } from '../room.ts'

const { openRoom } = withChat()

/** Filled parts of the window, the loudest first: how far their colour is from that of the page, times how large they are. */
const loudest = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot as ShadowRoot
    const colour = (text: string) =>
      (text.match(/[\d.]+/g) ?? []).map(Number) as [number, number, number, number?]
    const ground = colour(getComputedStyle(document.body).backgroundColor)
    const found = [...root.querySelectorAll<HTMLElement>('.room *')].flatMap((element) => {
      const [red, green, blue, alpha = 1] = colour(getComputedStyle(element).backgroundColor)
      const { x, y, right, bottom } = element.getBoundingClientRect()
      const width = Math.min(right, innerWidth) - Math.max(x, 0)
      const height = Math.min(bottom, innerHeight) - Math.max(y, 0)
      if (alpha === 0 || width <= 0 || height <= 0 || !element.checkVisibility()) return []
      const far = Math.hypot(red - ground[0], green - ground[1], blue - ground[2])
      const where = element.closest('.ways')
        ? 'strip'
        : element.closest('.pinned, .human')
          ? 'person'
          : 'talk'
      return [{ where, name: element.textContent?.trim().slice(0, 40) ?? '', loud: far * width * height }]
    })
    return found.sort((one, other) => other.loud - one.loud)
  })

describe.each(['light', 'dark'] as const)('by %s', (colorScheme) => {
  it('the way on of a question, the next step of the result: never the strip, which is in sight on top', async () => {
    const page = await openRoom({ viewport: phone.viewport, colorScheme })
    const strip = page.locator('.strip > summary')
    const inSight = async () => {
      const box = await strip.boundingBox()
      return (box?.y ?? 999) + (box?.height ?? 999) < 200 && (await strip.textContent())?.includes('112')
    }
    expect((await loudest(page)).filter(({ where }) => where === 'strip')[0]?.loud ?? 0).toBeLessThan(
      (await loudest(page))[0]?.loud ?? 0,
    )
    expect(await inSight()).toBe(true)
    await answer(page, 'Asuminen')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    expect((await loudest(page))[0]?.where).not.toBe('strip')
    expect(await inSight()).toBe(true)
    const other = await openRoom({ viewport: phone.viewport, colorScheme })
    await walkToEnd(other)
    const [first] = await loudest(other)
    expect(first?.name).toBe('Pyydä soitto')
  })
})

it('a strip that is filled would be the loudest (red twin)', async () => {
  const page = await openRoom(phone)
  // on the element: sheets that come later, in idle time, replace those that stand
  await page.locator('.strip > summary').evaluate((strip) => {
    ;(strip as HTMLElement).style.background = 'var(--alarm)'
  })
  expect((await loudest(page))[0]?.where).toBe('strip')
})
