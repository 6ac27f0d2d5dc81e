import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { axeFinds, phone } from '../support/screen/browser.ts'
import { answer, LOOKING, ready, tellTime, walkBy, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()

const way = (page: Page, title: string) => page.locator('.way').filter({ hasText: title })
const steps = (page: Page) => page.locator('.path > ol > li')
const CALL = 'Aseman yhteystiedot'
/** Words that stand on the screen, and how high they stand; the rest is folded. */
const sizeOf = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const result = root?.querySelector<HTMLElement>('.result')
    const button = root?.querySelector('.hero .first, .hero .button')
    const shown = (text: string) => text.split(/\s+/).filter(Boolean).length
    const unseen = [...(result?.querySelectorAll<HTMLElement>('.unseen') ?? [])].map((one) =>
      shown(one.innerText),
    )
    const window = root?.querySelector('.pinned')?.getBoundingClientRect().top ?? 0
    const above = [
      ...(result?.querySelectorAll<HTMLElement>('h2, h3, p, .lines li, button, summary') ?? []),
    ].filter((one) => one.checkVisibility() && one.getBoundingClientRect().top < window)
    return {
      words: shown(result?.innerText ?? '') - unseen.reduce((sum, count) => sum + count, 0),
      height: result?.getBoundingClientRect().height ?? 0,
      first: above.reduce((sum, one) => sum + shown(one.innerText), 0),
      isButtonSeen: (button?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY) <= window,
    }
  })

describe('the result in three seconds', () => {
  it.each([
    ['one need', 'Raha-asiat ja laskut'],
    ['another matter', 'Jokin muu asia'],
  ])('of %s: the next step and its button in the first window, the whole in 150 words', async (_, first) => {
    const page = await openRoom({ viewport: { width: 390, height: 844 } })
    await answer(page, first)
    await walkBy(page, MONEY)
    const { words, height, first: inWindow, isButtonSeen } = await sizeOf(page)
    expect(isButtonSeen).toBe(true)
    expect(inWindow).toBeLessThanOrEqual(60)
    expect(words).toBeLessThanOrEqual(150)
    expect(height).toBeLessThanOrEqual(1700)
    expect(await axeFinds(page)).toEqual([])
  })

  it('with everything unfolded it would not be (red twin)', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    await walkBy(page, MONEY)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect((await sizeOf(page)).words).toBeGreaterThan(150)
  })

  it('in danger the call is the card, also of one who chose nothing, and everything is said at once', async () => {
    const page = await openRoom()
    await page.getByText('Onko hätä nyt?').click()
    await page.getByLabel(/satuttaa/).check()
    await page.getByRole('button', { name: 'Takaisin keskusteluun' }).click()
    await answer(page, LOOKING)
    await page.locator('.hero').getByRole('button', { name: 'Pyydä soitto' }).waitFor()
    expect(await page.locator('.result > p').allInnerTexts()).toContain(
      'Jos joku on vaarassa nyt, soita 112.',
    )
  })

  it('who only looks around has nothing urged: the way to all the advice, and the other ways after it', async () => {
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    const all = page.locator('.hero').getByRole('link')
    expect(await all.getAttribute('href')).toBe('/chat/fi/advice?station=laukaa')
    expect(await page.locator('.path').count()).toBe(0)
    const [hero, ways] = [
      await page.locator('.hero').boundingBox(),
      await page.locator('.three').boundingBox(),
    ]
    expect(hero?.y).toBeLessThan(ways?.y ?? 0)
  })

  it('who needs help today says so by one press, and hears at once who answers today', async () => {
    const page = await openRoom()
    await answer(page, 'Velat, joista on vaikea selvitä')
    await walkBy(page, ['Omastani', 'Velkoja on monta, tai ne vain kasvavat', 'On usein vaikeaa'])
    expect(await page.locator('.result .lines').count()).toBe(0)
    await page.getByRole('button', { name: 'Tarvitsen apua jo tänään' }).click()
    await page.getByText('Jos tarvitset apua jo tänään').waitFor()
    expect(await page.locator('.result .lines').getByRole('link').first().textContent()).toBe('014 266 0149')
    expect(await page.getByRole('button', { name: 'Tarvitsen apua jo tänään' }).count()).toBe(0)
  })

  it('who manages with the advice says so, and nothing is sent', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    await walkBy(page, MONEY)
    const before = harness.asked.length
    await page.getByText('Pärjään tällä itse').click()
    await page.getByText('Jos mieli muuttuu, voit palata milloin vain.').waitFor()
    expect(harness.asked.length).toBe(before)
  })

  it('offers one matter that often stands behind those told, and asks of it when it is wanted', async () => {
    const page = await openRoom()
    await answer(page, 'Velat, joista on vaikea selvitä')
    await walkBy(page, ['Omastani', 'Ulosotto vie osan tuloista', 'Välillä on vaikeaa'])
    await page.getByText('Usein tähän liittyy myös tämä: Raha-asiat ja laskut.').waitFor()
    await page.getByRole('button', { name: 'Katsotaan sekin' }).click()
    await page.getByText('Asia 1 / 2: Raha-asiat ja laskut').waitFor()
  })

  it('to whom a worker is known already the worker comes first, and the call is one way among others', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    const rows = [
      'Omastani',
      'Rahat eivät riitä kuun loppuun',
      'En selviä ilman apua',
      'En mistään juuri nyt',
    ]
    await walkBy(page, [...rows, 'Oma työntekijä sosiaalipalveluissa'])
    await page.getByRole('heading', { name: 'Ota yhteys omaan työntekijääsi' }).waitFor()
    expect(await page.locator('.hero').getByRole('button', { name: 'Pyydä soitto' }).count()).toBe(0)
    expect(await page.locator('.three').getByRole('button', { name: 'Pyydä soitto' }).count()).toBe(1)
  })
})

describe('the other ways', () => {
  it('say whether the station is open at this moment, and follow the clock', async () => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time: new Date('2026-12-22T15:00:00+02:00') })
    tellTime(harness, '2026-12-22T15:00:00+02:00')
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await page.clock.resume()
    await ready(page)
    await walkToEnd(page, LOOKING)
    await expect.poll(() => way(page, CALL).textContent()).toContain('Auki nyt, suljetaan klo 16.')
    await page.clock.fastForward('01:30:00')
    await expect.poll(() => way(page, CALL).textContent()).toContain('aukeaa ke 23.12. klo 8')
  })

  it('a number that is not verified is not shown: its page is', async () => {
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    expect(await way(page, CALL).getAttribute('href')).toBe('https://www.hyvaks.fi/')
    const book = way(page, 'Varaa aika verkossa')
    expect(await way(page, CALL).textContent()).toContain('Numero on sivulla hyvaks.fi.')
    expect(await book.getAttribute('rel')).toContain('noopener')
    expect(await page.locator('.three [href^="tel:"]').count()).toBe(0)
  })

  it('of an illness no call is asked for: numbers come first', async () => {
    const page = await openRoom()
    await answer(page, 'Sairaus, vaiva, lääke tai resepti')
    await page.locator('.result').waitFor()
    expect(await page.locator('.result .lines').getByRole('link', { name: '116 117' }).count()).toBe(1)
    expect(await way(page, CALL).count()).toBe(1)
    expect(await page.locator('.hero').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Pyydä soitto' }).count()).toBe(0)
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

const MONEY = ['Omastani', 'Laskuja tai velkoja on jäänyt maksamatta', 'Sujuu melko hyvin']

describe('the result as a path', () => {
  it('has the first step in the card and goes on step by step, each of which says all one needs', async () => {
    const page = await openRoom()
    await answer(page, 'Raha-asiat ja laskut')
    await walkBy(page, MONEY)
    // the first step is the card: when, with whom, where it is done, and folded why, how and who decides
    const hero = page.locator('.hero')
    expect(await hero.innerText()).toMatch(/Omaan tahtiin · sinä ja valtion virasto[\s\S]+Avaa oikeus\.fi/)
    await page.getByText('Näytä koko neuvo').click()
    await page.getByText('Miksi ehdotamme tätä?').click()
    const whole = await hero.innerText()
    for (const part of [
      'Näytämme tämän, koska vastasit:',
      'Tämän hoidat sinä',
      'Näin etenet',
      'Kuka päättää',
    ])
      expect(whole).toContain(part)
    expect(await page.locator('.path .number').allTextContents()).toEqual(['2'])
    // being called is one way among others, with the promised time, and no step
    expect(await page.locator('.three').innerText()).toContain('ma 28.12. klo 16 mennessä')
    expect(await page.locator('.path').innerText()).not.toContain('Palveluohjaaja soittaa')
    // on paper every step is whole, and axe finds nothing when all are open
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await page.locator('.path details:not([open])').count()).toBe(0)
    expect(await axeFinds(page)).toEqual([])
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.path details.step[open]').count()).toBe(0)
  })

  it('shows three steps on a line, and the rest by one more press', async () => {
    const page = await openRoom()
    await answer(page, 'Työ tai opiskelu')
    await walkBy(page, ['Omastani', 'Työtä ei ole ollut pitkään aikaan', 'On usein vaikeaa', '30–64'])
    expect(await steps(page).count()).toBe(3)
    expect(await page.locator('.path details.step[open]').count()).toBe(0)
    await page.getByText(/^Näytä loput \d+$/).click()
    const all = await page.locator('.path .number').allTextContents()
    expect(all).toEqual(all.map((_, at) => `${at + 1}`))
    expect(await page.locator('.path .step').nth(5).isVisible()).toBe(true)
  })
})
