import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { axeFinds, desktop, phone, resize } from '../support/screen/browser.ts'
import { answer, LOOKING, ready, tellTime, walkBy, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()

const way = (page: Page, title: string) => page.locator('.way').filter({ hasText: title })
const steps = (page: Page) => page.locator('.path > ol > li')
const box = async (page: Page, title: string) => {
  const found = await way(page, title).boundingBox()
  if (!found) throw new Error(`no card ${title}`)
  return found
}
const TITLES = ['Soita itse', 'Varaa aika verkossa', 'Palveluohjaaja voi soittaa sinulle']

describe('three ways side by side', () => {
  it('say whether the station is open at this moment, and follow the clock', async () => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time: new Date('2026-12-22T15:00:00+02:00') })
    tellTime(harness, '2026-12-22T15:00:00+02:00')
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await page.clock.resume()
    await ready(page)
    await walkToEnd(page, LOOKING)
    await expect.poll(() => way(page, 'Soita itse').textContent()).toContain('Auki nyt, suljetaan klo 16.')
    await page.clock.fastForward('01:30:00')
    await expect.poll(() => way(page, 'Soita itse').textContent()).toContain('aukeaa ke 23.12. klo 8')
  })

  it('a number that is not verified is not shown: its page is', async () => {
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    expect(await way(page, 'Soita itse').getByRole('link').getAttribute('href')).toBe(
      'https://www.hyvaks.fi/',
    )
    const book = way(page, 'Varaa aika verkossa').getByRole('link')
    expect(await book.getAttribute('rel')).toContain('noopener')
    expect(await page.locator('.three [href^="tel:"]').count()).toBe(0)
  })

  long(
    'stand one below the other on a phone, each as wide; in a row on a wide screen, each as large',
    async () => {
      const page = await openRoom()
      await walkToEnd(page, LOOKING)
      const stacked = await Promise.all(TITLES.map((title) => box(page, title)))
      expect(new Set(stacked.map(({ x, width }) => `${x} ${width}`)).size).toBe(1)
      await resize(page, desktop)
      const row = await Promise.all(TITLES.map((title) => box(page, title)))
      expect(new Set(row.map(({ y, width, height }) => `${y} ${Math.round(width)} ${height}`)).size).toBe(1)
    },
  )

  it('of an illness no call is asked for: numbers come first', async () => {
    const page = await openRoom()
    await answer(page, 'Sairaus, vaiva, lääke tai resepti')
    await page.locator('.result').waitFor()
    expect(await page.locator('.result .lines').getByRole('link', { name: '116 117' }).count()).toBe(1)
    expect(await way(page, 'Soita itse').count()).toBe(1)
    expect(await way(page, 'Palveluohjaaja voi soittaa').count()).toBe(0)
  })

  long('in danger of life nobody books a time', async () => {
    const page = await openRoom()
    await page.getByText('Onko hätä nyt?').click()
    await page.getByLabel(/hengenvaarassa/).check()
    await page.getByRole('button', { name: 'Takaisin keskusteluun' }).click()
    await answer(page, LOOKING)
    await page.locator('.result').waitFor()
    expect(await page.locator('.result .help').getByRole('link').first().textContent()).toBe('Soita 112')
    expect(await way(page, 'Varaa aika').count()).toBe(0)
  })
})

const MONEY = ['Omastani', 'Välillä on vaikeaa', 'Laskuja tai velkoja on jäänyt maksamatta', 'En vielä']
const REST = ['Ei ole muuttunut', 'Läheinen tai ystävä', 'Kyllä', 'Tällä viikolla', 'Laukaa']

describe('the result as a path', () => {
  it('begins with who already helps, and goes on step by step, each of which says all one needs', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    await walkBy(page, [...MONEY, ...REST])
    expect(await page.locator('.already').textContent()).toContain('Läheinen auttaa sinua jo')
    // numbered, the first step open and the rest short
    expect(await steps(page).count()).toBeGreaterThan(2)
    expect(await page.locator('.path .number').allTextContents()).toEqual(
      (await steps(page).all()).map((_, at) => `${at + 1}`),
    )
    expect(await page.locator('.path details[open]').count()).toBe(1)
    expect(await steps(page).nth(1).locator('.inside').isVisible()).toBe(false)
    // an own step says when, with whom, why, how and who decides
    const first = await steps(page).first().textContent()
    expect(first).toMatch(/Tällä viikolla · sinä ja Kela/)
    for (const part of [
      'Koska vastasit:',
      'Tämä askel on sinun',
      'Näin etenet',
      'Kuka päättää',
      'eri mieltä',
    ])
      expect(first).toContain(part)
    // the call is a step of the coordinator with the promised time
    const call = steps(page).filter({ hasText: 'Palveluohjaaja soittaa' })
    expect(await call.locator('summary').textContent()).toContain(
      'ma 28.12. klo 16 mennessä · palveluohjaaja',
    )
    // on paper every step is whole, and axe finds nothing when all are open
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.path details:not([open])').count()).toBe(0)
    expect(await axeFinds(page)).toEqual([])
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.path details[open]').count()).toBe(1)
  })

  long('has the call as its first step when a person comes first', async () => {
    const page = await openRoom()
    await answer(page, 'En tiedä mistä aloittaa')
    await walkBy(page, REST)
    expect(await steps(page).first().textContent()).toContain('Palveluohjaaja soittaa')
  })
})
