import { brotliCompressSync } from 'node:zlib'
import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axeFinds, launch, newPage, phone } from '../support/browser.ts'
import { type Harness, inputOf, screens, serveWidget } from './harness.ts'
import { answer, FIRST, heading, openRoom } from './room.ts'

let browser: Browser
let harness: Harness
beforeAll(async () => {
  browser = await launch()
  harness = await serveWidget()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await harness.close()
})
const chat = () => `${harness.url}/chat/fi?station=laukaa`

describe('the first screen without script', () => {
  it('shows the disclosure, the first question, help, hours and the advice', async () => {
    const page = await newPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(chat())
    await expect.poll(() => heading(page, FIRST).isVisible()).toBe(true)
    expect(await page.getByText('Tämä on automaattinen neuvonta').isVisible()).toBe(true)
    await page.getByText('Onko hätä nyt?').click()
    expect(await page.getByRole('link', { name: 'Soita 112' }).getAttribute('href')).toBe('tel:112')
    expect(await page.getByRole('link', { name: '014 266 0149' }).first().getAttribute('href')).toBe(
      'tel:0142660149',
    )
    await page.getByText('Puhu ihmisen kanssa').click()
    expect(await page.getByText('ma–pe klo 8–16').isVisible()).toBe(true)
    await page.getByRole('link', { name: 'Kaikki neuvot' }).click()
    await expect.poll(() => heading(page, 'Kaikki neuvot').isVisible()).toBe(true)
    expect(await page.getByText('Kuka päättää').count()).toBeGreaterThan(3)
  })

  it('leaves for a neutral page', async () => {
    const page = await newPage(browser, { ...phone, javaScriptEnabled: false })
    await page.goto(chat())
    const exit = page.getByRole('link', { name: 'Poistu heti' }).first()
    expect(await exit.getAttribute('href')).toMatch(/^https:/)
  })
})

describe('the index of advice', () => {
  const index = async (part = '', javaScriptEnabled = false) => {
    const page = await newPage(browser, { ...phone, javaScriptEnabled })
    await page.goto(`${harness.url}/chat/fi/advice?station=laukaa${part}`)
    return page
  }

  it('stands by area of life, each item once and short, and a list of the areas leads to them', async () => {
    const page = await index()
    const ids = Object.keys(inputOf(false).dialogue.advice)
    expect(await page.locator('.area details').count()).toBe(ids.length)
    expect(await page.locator('.area details[open]').count()).toBe(0)
    const areas = await page.locator('.areas a').allTextContents()
    expect(await page.locator('.area > h3').allTextContents()).toEqual(areas)
    expect(areas.slice(0, 2)).toEqual(['Arjen askareet ja itsestä huolehtiminen', 'Raha-asiat ja laskut'])
    await page.getByRole('link', { name: 'Asuminen', exact: true }).click()
    await expect
      .poll(() => page.getByRole('heading', { name: 'Asuminen', exact: true }).isVisible())
      .toBe(true)
    const top = await page.getByRole('heading', { name: 'Asuminen', exact: true }).boundingBox()
    expect(top?.y).toBeLessThan(300)
  })

  it('an item that belongs to several areas is named in each of them', async () => {
    const page = await index()
    const also = page.locator('.area').filter({ hasText: 'Asuminen' }).locator('.also a')
    expect(await also.count()).toBeGreaterThan(1)
  })

  it('an address that names an item opens it', async () => {
    const page = await index('#home-at-risk')
    await expect.poll(() => page.locator('#home-at-risk').isVisible()).toBe(true)
    expect(await page.locator('#power-cut').isVisible()).toBe(false)
  })

  it('axe finds nothing in it', async () => {
    const page = await index('', true)
    expect(await page.getByRole('heading', { name: 'Kaikki neuvot' }).count()).toBe(1)
    expect(await axeFinds(page)).toEqual([])
  })
})

describe('the document', () => {
  it('fits in one round trip: at most 10 kB', async () => {
    const { renderFirstScreen } = await screens()
    expect(brotliCompressSync(renderFirstScreen(inputOf(false))).length).toBeLessThanOrEqual(10_000)
  })

  it('is a pure function, has a closed root and no form', async () => {
    const { renderFirstScreen, renderRequestPage } = await screens()
    const page = renderFirstScreen(inputOf(false))
    expect(page).toBe(renderFirstScreen(inputOf(false)))
    for (const one of [page, renderRequestPage(inputOf(false))]) {
      expect(one).toContain('shadowrootmode="closed"')
      expect(one).not.toMatch(/<form|style="|onclick=|javascript:/i)
    }
  })

  it('carries only the words it shows, and no way to end its data early', async () => {
    const input = inputOf(false)
    input.words = {
      ...input.words,
      guidance: { ...input.words['guidance'], 'needs.hint': '</script><img src=x>' },
    }
    const { renderFirstScreen } = await screens()
    const page = renderFirstScreen(input)
    expect(page).not.toContain('<img')
    expect(page).not.toContain('advice:')
  })
})

describe('when the script comes', () => {
  it('what was ticked before counts, and nothing is painted anew', async () => {
    const page = await newPage(browser)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/app-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(chat(), { waitUntil: 'commit' })
    await page.getByLabel('Asuminen').check()
    const title = await heading(page, FIRST).elementHandle()
    release()
    await page.locator('.foot a[target]').first().waitFor()
    expect(await title?.evaluate((element) => element.isConnected)).toBe(true)
    expect(await page.getByLabel('Asuminen').isChecked()).toBe(true)
    await answer(page)
    await expect.poll(() => page.getByText('Vastauksesi tähän asti (1)').isVisible()).toBe(true)
    expect(await page.locator('.earlier').textContent()).toContain('Asuminen')
  })

  it.each([
    ['counts when something was ticked', 'Asuminen', 'Kenen asiasta on kyse?'],
    ['asks gently when nothing was', undefined, FIRST],
  ])('Continue pressed before it is answered at once, and %s', async (_, row, next) => {
    const page = await newPage(browser)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/assets/app-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(chat(), { waitUntil: 'commit' })
    if (row) await page.getByLabel(row).check()
    await page.getByRole('button', { name: 'Jatka', exact: true }).click()
    expect(await page.getByText('Hetki, haemme').isVisible()).toBe(true)
    release()
    await expect.poll(() => heading(page, next).isVisible()).toBe(true)
    await expect.poll(() => page.getByText('Hetki, haemme').count()).toBe(0)
    await expect.poll(() => page.getByRole('alert').count()).toBe(row ? 0 : 1)
  })

  it('an answer given before the dialogue has come waits for it', async () => {
    const page = await newPage(browser)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route('**/dialogue.json', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(chat())
    await page.locator('.foot a[target]').first().waitFor()
    await answer(page, 'Asuminen')
    await expect.poll(() => page.getByText('Hetki, haemme').isVisible()).toBe(true)
    release()
    await expect.poll(() => heading(page, 'Kenen asiasta on kyse?').isVisible()).toBe(true)
  })

  it('says so when the dialogue does not come, keeps the answer, and tries again', async () => {
    const content = harness.api.get('GET /api/content/1/dialogue.json')
    harness.api.set('GET /api/content/1/dialogue.json', () => undefined)
    const page = await openRoom(browser, harness)
    await answer(page, 'Asuminen')
    await expect.poll(() => page.getByText('Yhteys ei nyt toimi').isVisible()).toBe(true)
    await page.getByText('Puhu ihmisen kanssa').click()
    expect(await page.getByRole('link', { name: '116 117' }).first().isVisible()).toBe(true)
    if (content) harness.api.set('GET /api/content/1/dialogue.json', content)
    await page.getByRole('button', { name: 'Yritä uudelleen' }).click()
    await expect.poll(() => heading(page, 'Kenen asiasta on kyse?').isVisible()).toBe(true)
  })
})
