/** A foreign content with everything that the flow language can say, served by the real server and walked in a real browser. */

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { foreignArea, foreignFolders } from '../flows/constructs.ts'
import { axeFinds } from '../support/screen/browser.ts'
import { choose as chooseRows } from '../support/screen/choosing.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { button, heading, ready } from '../widget/room.ts'

const { server, newPage } = withServer({ folders: foreignFolders(), area: foreignArea(), openShadow: true })
const SMALL = { viewport: { width: 320, height: 568 } }

async function open(): Promise<Page> {
  const page = await newPage(SMALL)
  await page.goto(`${server.url}/chat/fi?station=laukaa`)
  await ready(page)
  return page
}
const rows = (page: Page) => page.locator('.question .row')
const row = (page: Page, text: string) => {
  const question = page.locator('.question')
  return question
    .getByRole('radio', { name: text, exact: true })
    .or(question.getByRole('button', { name: text, exact: true }))
}
const field = (page: Page) => page.getByRole('searchbox', { name: 'Kirjoita alku, niin lista lyhenee' })
const next = (page: Page) => button(page, 'Jatka').click()
async function choose(page: Page, title: string, ...texts: string[]) {
  await heading(page, title).waitFor()
  if (!(await chooseRows(page.locator('.question'), texts))) await next(page)
}
async function write(page: Page, title: string, ...values: string[]) {
  await heading(page, title).waitFor()
  for (const [at, value] of values.entries()) await page.locator('.question input').nth(at).fill(value)
  await next(page)
}

describe('a list of 226 countries', () => {
  it('is shortened by what is written, with what begins so first, and found by keyboard alone', async () => {
    const page = await open()
    expect(await rows(page).count()).toBe(227)
    await field(page).focus()
    await page.keyboard.type('ra')
    await expect.poll(() => rows(page).first().textContent()).toBe('Ranska')
    expect(await page.locator('.seek [role=status]').textContent()).toMatch(/^Löytyi \d+\.$/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await row(page, 'Ranska').isChecked()).toBe(true)
    await next(page)
    await heading(page, 'Kauanko olet täällä: Ranska?').waitFor()
    // what was chosen stays in sight when it is changed, and so does not knowing
    await button(page, 'Edellinen kysymys').click()
    await field(page).fill('ei semmoista maata')
    expect(await rows(page).allTextContents()).toEqual(['Ranska', 'En tiedä'])
    expect(await page.locator('.seek [role=status]').textContent()).toBe('Löytyi 0.')
  })

  it('is found without the marks of its letters', async () => {
    const page = await open()
    await field(page).fill('ITAVALT')
    expect(await rows(page).allTextContents()).toEqual(['Itävalta', 'En tiedä'])
  })

  it('fits a phone of 320 px, and axe finds nothing', async () => {
    const page = await open()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(320)
    expect(await axeFinds(page)).toEqual([])
    // not knowing is no further than one look down
    await row(page, 'En tiedä').scrollIntoViewIfNeeded()
    expect(await row(page, 'En tiedä').isVisible()).toBe(true)
  })

  it('is whole without a script', async () => {
    const page = await newPage(SMALL)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    await heading(page, 'Mihin maahan muutat?').waitFor()
    expect(await field(page).count()).toBe(0)
    expect(await rows(page).filter({ hasText: 'Ranska' }).count()).toBeGreaterThan(0)
  })
})

describe('words and ways that follow an answer', () => {
  it('name the answer by the words of its option, and have a form of their own for one of them', async () => {
    const page = await open()
    await field(page).fill('ruotsi')
    await row(page, 'Ruotsi').click()
    await next(page)
    await heading(page, 'Kauanko olet Ruotsissa?').waitFor()
    expect(await page.locator('#hint').textContent()).toBe('Pohjoismaihin voi muuttaa ilman lupaa.')
    await button(page, 'Edellinen kysymys').click()
    await row(page, 'En tiedä').click()
    await heading(page, 'Kauanko olet siellä?').waitFor()
    expect(await page.locator('#hint').count()).toBe(0)
  })

  it('lead through either order, needed ticks and compared answers to a named end', async () => {
    const page = await open()
    await field(page).fill('japani')
    await row(page, 'Japani').click()
    await next(page)
    await choose(page, 'Kauanko olet täällä: Japani?', 'Joitakin kuukausia')
    await choose(page, 'Kummasta puhutaan ensin?', 'Huonekaluista')
    await choose(page, 'Kuinka paljon huonekaluja sinulla on?', 'Vähän')
    await choose(page, 'Mikä eläin sinulla on?', 'Kissa')
    const papers = 'Mitkä kaksi paperia sinulla on?'
    await choose(page, papers, 'Passi')
    await page.getByRole('alert').filter({ hasText: 'Valitse vähintään 2.' }).waitFor()
    expect(await rows(page).filter({ hasText: 'Ei mitään' }).count()).toBe(0)
    await choose(page, papers, 'Lupa')
    await write(page, 'Paljonko sinulla on rahaa kuukaudessa?', '900')
    await write(page, 'Paljonko koti maksaa kuukaudessa?', '950')
    await write(page, 'Milloin lähdet?', '1', '1', '2027')
    await write(page, 'Milloin palaat?', '1', '6', '2027')
    await page.locator('.result').waitFor()
    await heading(page, 'Koti on kallis').waitFor()
    // because of what was compared
    const why = await page.locator('.result').textContent()
    expect(why).toContain('Paljonko koti maksaa kuukaudessa?')
    expect(why).toContain('Paljonko sinulla on rahaa kuukaudessa?')
  })
})
