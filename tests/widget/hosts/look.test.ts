/** What a web master chooses: the corner, the distance, the colour of the button, or the chat as a part of the page. */
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import {
  brokenMore,
  type Guest,
  guest,
  type HostPage,
  isModal,
  launcherOf,
  seenOf,
  settled,
  stands,
  tag,
} from './guest.ts'

const { browser } = withBrowser()
let visitor: Guest
beforeAll(async () => {
  visitor = await guest(browser())
})

const PHONE = { width: 390, height: 844 }
const looks = (look: string, more: HostPage = {}): HostPage => ({
  ...more,
  head: `${more.head ?? ''}${tag(`data-station="laukaa" data-language="fi" data-look="${look}"`)}`,
})
/** How far the button is from each side of the window (px). */
const sides = () =>
  launcherOf(visitor.page).evaluate((button) => {
    const { left, top, right, bottom } = button.getBoundingClientRect()
    return { left, top, right: innerWidth - right, bottom: innerHeight - bottom }
  })
async function visit(host: HostPage, secondPart?: string) {
  await visitor.visit(host, undefined, secondPart)
  await expect.poll(() => visitor.parts.length).toBe(1)
  await stands(visitor.page)
}

const CORNERS: [string, Partial<Awaited<ReturnType<typeof sides>>>][] = [
  ['left', { left: 16, bottom: 16 }],
  ['24 80', { right: 24, bottom: 80 }],
  ['top', { right: 16, top: 16 }],
  ['left top 40', { left: 40, top: 40 }],
  ['80px 24px left', { left: 80, bottom: 24 }],
]

describe('the button', () => {
  it.each(some(CORNERS, 2))('stands where it is said: %s', async (look, wanted) => {
    await visit(looks(look))
    await expect.poll(sides).toMatchObject(wanted)
    expect((await seenOf(visitor.page, 'dialog + button'))?.inSight).toBe(true)
    await launcherOf(visitor.page).click()
    expect((await seenOf(visitor.page, 'dialog'))?.inSight).toBe(true)
  })

  it('stays in a small window, however far it is pushed, and the panel covers it all the same', async () => {
    await visit(looks('left 4000 3000', { viewport: PHONE }))
    await expect.poll(async () => Math.round((await sides()).left)).toBe(PHONE.width * 0.4)
    expect((await seenOf(visitor.page, 'dialog + button'))?.inSight).toBe(true)
    await launcherOf(visitor.page).click()
    expect(await isModal(visitor.page)).toBe(true)
    expect((await visitor.page.locator('kynnys-chat dialog').boundingBox())?.width).toBe(PHONE.width)
  })

  it('follows when the page changes its mind', async () => {
    await visit(looks('left'))
    await expect.poll(sides).toMatchObject({ left: 16 })
    const change = (look: string) =>
      visitor.page.evaluate(
        (look) => document.querySelector('script[data-look]')?.setAttribute('data-look', look),
        look,
      )
    await change('top 30')
    await expect.poll(sides).toMatchObject({ right: 30, top: 30 })
    await change('')
    await expect.poll(sides).toMatchObject({ right: 16, bottom: 16 })
    expect(visitor.errors).toEqual([])
  })
})

/** Contrasts as they are drawn, by a reckoning of its own (WCAG 2.2). */
const contrasts = () =>
  launcherOf(visitor.page).evaluate((button) => {
    const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
    const luminance = (color: string) => {
      if (!pen) return 0
      pen.fillStyle = color
      pen.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const between = (one: string, other: string) => {
      const [a = 0, b = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x)
      return (a + 0.05) / (b + 0.05)
    }
    const { color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(button)
    const page = getComputedStyle(document.body).backgroundColor
    const hasEdge = Number.parseFloat(borderTopWidth) >= 2
    return {
      words: between(color, backgroundColor),
      edge: Math.max(between(backgroundColor, page), hasEdge ? between(borderTopColor, page) : 1),
      color: backgroundColor,
    }
  })

const COLORS = [
  ...['#7a1fa2', '#ffe600', 'white', 'black', '#777', '#0a5c63', 'gold', '#f5f5f5', '#123', 'hotpink'],
  ...['oklch(0.7 0.15 150)', 'rgb(1 2 3)', 'var(--brand)'],
]
const PAGES: [string, string][] = [
  ['light', '#fff'],
  ['dark', '#10181e'],
  ['grey', '#888'],
]
const on = (ground: string): HostPage => ({
  head: `<style>:root{--brand:#ffd54a}body{background:${ground}}</style>`,
})

describe('its colour', () => {
  it.each(some(PAGES, 1))('is read and seen on a %s page, whichever it is', async (_, ground) => {
    for (const color of some(COLORS, 2)) {
      await visit(looks(color, on(ground)))
      const plain = 'rgb(10, 92, 99)'
      if (color !== '#0a5c63') await expect.poll(async () => (await contrasts()).color).not.toBe(plain)
      const { words, edge } = await contrasts()
      expect(words, color).toBeGreaterThanOrEqual(4.5)
      expect(edge, color).toBeGreaterThanOrEqual(3)
    }
    expect(visitor.said).toEqual([])
  })

  it('is left out and told where it is none, or seen through', async () => {
    await visit(looks('punainen #0006'))
    await expect
      .poll(() => visitor.said)
      .toEqual([
        'Kynnys: look="punainen #0006": “punainen” is no word of it, no number and no colour.',
        'Kynnys: look="punainen #0006": the colour #0006 cannot be measured: name one that is not seen through.',
      ])
    expect((await contrasts()).color).toBe('rgb(10, 92, 99)')
  })

  longDescribe('(red twins)', () => {
    it('with white words whatever the colour, yellow could not be read', async () => {
      const more = await brokenMore('white-words', [
        { file: 'widget/more/style.ts', find: 'cssOf(inkOn(ground))', put: '"rgb(255 255 255)"' },
      ])
      await visit(looks('#ffe600', on('#fff')), more)
      await expect.poll(async () => (await contrasts()).words).toBeLessThan(2)
    })

    it('without an edge it could not be seen on a page of its colour', async () => {
      const more = await brokenMore('no-edge', [
        { file: 'widget/more/style.ts', find: 'edgeOn(ground, groundOf(document))', put: 'undefined' },
      ])
      await visit(looks('#f5f5f5', on('#fff')), more)
      await settled(visitor.page)
      expect((await contrasts()).edge).toBeLessThan(3)
    })
  })
})

const INLINE = (look = 'inline') =>
  `<main style="width:600px;max-width:100%;margin:auto"><p>Ennen</p><kynnys-chat station="laukaa" language="fi" look="${look}"><a href="tel:014">014</a></kynnys-chat><p id=after>Jälkeen</p></main>`
const boxOf = (selector: string) => visitor.page.locator(selector).boundingBox()
const panel = 'kynnys-chat dialog'

describe('as a part of the page', () => {
  it.each(
    some(
      [
        ['a wide window', undefined],
        ['a phone', PHONE],
      ] as const,
      1,
    ),
  )(
    'it stands in the column, in %s: between what is before and after it, open, without a button',
    async (_, viewport) => {
      const { page } = visitor
      await visit({ head: tag(''), body: INLINE(), ...(viewport && { viewport }) })
      await expect.poll(() => page.locator(panel).isVisible()).toBe(true)
      await expect.poll(() => visitor.rooms.length).toBe(1)
      expect(await launcherOf(page).isVisible()).toBe(false)
      expect(await page.getByRole('button', { name: 'Sulje' }).count()).toBe(0)
      const box = await boxOf(panel)
      const column = await boxOf('main')
      expect(Math.round(box?.width ?? 0)).toBe(Math.round(column?.width ?? 1))
      const after = await boxOf('#after')
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(after?.y ?? 0)
      expect(await isModal(page)).toBe(false)
      // the focus is where it was
      expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
      await page.frameLocator('iframe').getByRole('textbox').fill('kesken')
      await page.keyboard.press('Escape')
      expect(await page.locator(panel).isVisible()).toBe(true)
      expect(visitor.errors).toEqual([])
    },
  )

  it('a closing word of the room leaves it open, and a button again it closes', async () => {
    const { page } = visitor
    await visit({ head: tag(''), body: INLINE() })
    await expect.poll(() => page.locator(panel).isVisible()).toBe(true)
    await page
      .frameLocator('iframe')
      .locator('textarea')
      .evaluate(() => parent.postMessage({ kynnys: 'close' }, '*'))
    await settled(page)
    expect(await page.locator(panel).isVisible()).toBe(true)
    await page.evaluate(() => document.querySelector('kynnys-chat')?.setAttribute('look', ''))
    await expect.poll(() => page.locator(panel).isVisible()).toBe(false)
    expect((await seenOf(page, 'dialog + button'))?.inSight).toBe(true)
    await launcherOf(page).click()
    expect((await seenOf(page, 'dialog'))?.onTop).toBe(true)
    await page.getByRole('button', { name: 'Sulje' }).click()
    await expect.poll(() => page.locator(panel).isVisible()).toBe(false)
    expect(visitor.errors).toEqual([])
  })

  it('over the whole page it fills the window, under what the page puts above it', async () => {
    const { page } = visitor
    const cookies =
      '<div id=cookies style="position:fixed;inset:auto 0 0 0;z-index:9;height:90px;background:#fff">Evästeet</div>'
    await visit(looks('page', { viewport: PHONE, body: cookies }))
    await expect.poll(() => page.locator(panel).isVisible()).toBe(true)
    expect(await boxOf(panel)).toEqual({ x: 0, y: 0, ...PHONE })
    expect(await page.evaluate(() => document.elementFromPoint(195, 830)?.id)).toBe('cookies')
    expect(await launcherOf(page).isVisible()).toBe(false)
  })

  long('with links of the page alone there is no button, and the focus comes back to the link', async () => {
    const { page } = visitor
    await visit(looks('links', { body: '<button id=own data-kynnys-open>Neuvonta</button>' }))
    await expect.poll(() => launcherOf(page).isVisible()).toBe(false)
    await page.locator('#own').click()
    expect((await seenOf(page, 'dialog'))?.inSight).toBe(true)
    await page.getByRole('button', { name: 'Sulje' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('own')
  })
})
