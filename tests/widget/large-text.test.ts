/** Text twice as large, as many set it in their browser: on the narrowest windows nothing sticks out and nothing is cut. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { LARGE, sticksOut } from '../support/screen/large-text.ts'
import { answer, button, heading, ready, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage } = withChat()

type Way = keyof typeof LARGE
async function enter(way: Way, width: number, address = '/chat/fi?station=laukaa', height = 720) {
  const page = await newPage({ viewport: { width, height } })
  await LARGE[way](page)
  await page.goto(harness.url + address)
  await ready(page)
  return page
}

/** Every kind of screen, one after the other. */
const SCREENS: [string, (page: Page) => Promise<unknown>][] = [
  ['first question', async () => undefined],
  ['nothing ticked', (page) => button(page, 'Jatka').press('Enter')],
  ['the strip', (page) => page.locator('.strip summary').press('Enter')],
  ['a danger at the tick', (page) => page.locator('.strip input').first().check()],
  ['and over', (page) => page.locator('.strip input').first().uncheck()],
  ['a person', (page) => page.locator('.human > summary').press('Enter')],
  [
    'second question',
    async (page) => {
      await answer(page, 'Asuminen')
      await heading(page, 'Kenen asiasta on kyse?').waitFor()
      await answer(page, 'Omastani')
      await page.getByText('Nyt puhutaan').waitFor()
    },
  ],
  ['what was answered', (page) => page.locator('.earlier summary').press('Enter')],
  ['languages', (page) => page.locator('.tongues summary').press('Enter')],
  ['kept', (page) => page.locator('.keep > summary').press('Enter')],
  [
    'the result',
    async (page) => {
      await walkToEnd(page, 'En tiedä')
    },
  ],
  [
    'all of it',
    (page) =>
      page.evaluate(() => {
        for (const one of document.querySelector('kynnys-room')?.shadowRoot?.querySelectorAll('details') ??
          [])
          one.open = true
      }),
  ],
  ['the card', (page) => toCard(page, 'Omat sanani')],
  [
    'sent',
    async (page) => {
      await button(page, /^Lähetä/).press('Enter')
      await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    },
  ],
]

const found = async (page: Page, where: string) => (await sticksOut(page)).map((what) => `${where}: ${what}`)
async function walk(page: Page) {
  const out: string[] = []
  for (const [name, act] of SCREENS) {
    await act(page)
    out.push(...(await found(page, name)))
  }
  return out
}

describe('with text twice as large', () => {
  it.each(
    some(
      [
        ['set in the browser', 320],
        ['set in the page', 416],
        ['set in the browser', 416],
        ['set in the page', 320],
      ] as [Way, number][],
      4,
    ),
  )('%s, at %i px, every screen keeps within the window', async (way, width) => {
    expect(await walk(await enter(way, width))).toEqual([])
  })

  it.each(
    some(
      [
        ['/chat/fi/request?station=laukaa', 320],
        ['/chat/fi/advice?station=laukaa', 320],
        ['/chat/sv?station=laukaa', 320],
        ['/chat/fi?station=laukaa#panel', 320],
      ] as [string, number][],
      4,
    ),
  )('so does %s', async (address, width) => {
    for (const way of Object.keys(LARGE) as Way[]) {
      const page = await newPage({ viewport: { width, height: 720 } })
      await LARGE[way](page)
      await page.goto(harness.url + address)
      await page.locator('kynnys-room, main').first().waitFor()
      expect(await found(page, way)).toEqual([])
    }
  })
})

longDescribe('the looking glass', () => {
  it('sees what sticks out (red twin)', async () => {
    const page = await enter('set in the page', 320)
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('.question h2 { white-space: nowrap }')
      document.querySelector('kynnys-room')?.shadowRoot?.adoptedStyleSheets.push(sheet)
    })
    expect(await sticksOut(page)).not.toEqual([])
  })
})
