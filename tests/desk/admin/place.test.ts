/** The dated facts, the numbers and the changes on the desk as it ships; every page for every person; and who may not come in. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../../support/app.ts'
import { some } from '../../support/evidence.ts'
import { longDescribe } from '../../support/long.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'
import { administering, elsewhere, field, heading, TODAY } from './administering.ts'

const { server, newPage } = withServer()
const enter = (...asked: Parameters<ReturnType<typeof administering>>) =>
  administering(server, newPage)(...asked)

/** Every page, with its heading. */
const PAGES = {
  absences: 'Poissaolot',
  closures: 'Sulkupäivät',
  calendar: 'Kalenteri',
  staff: 'Henkilöstö',
  areas: 'Alueet',
  stations: 'Asemat',
  hours: 'Aukioloajat',
  municipalities: 'Kunnat',
  lanes: 'Jonot',
  lines: 'Auttavat numerot',
  duty: 'Vastuut',
  numbers: 'Numerot',
  changes: 'Muutokset',
}

describe('what holds from a day on', () => {
  it('is changed for later, refused upon a plan, and comes instead of it when that is said', async () => {
    await elsewhere(server, 'PUT', 'place/areas/west', { validFrom: '2026-12-14', capacity: 3 })
    const page = await enter('areas')
    await page.locator('[data-listed="west 2026-12-14"]').getByText('alkaen ma 14.12.').waitFor()
    await page
      .locator('[data-listed^="west"]')
      .first()
      .getByRole('button', { name: /^Muuta/ })
      .click()
    await field(page, 'areas', 'capacity').fill('0')
    await page.locator('#admin-areas-capacity-told').getByText('Kirjoita luku väliltä 1–500.').waitFor()
    await field(page, 'areas', 'capacity').fill('6')
    await field(page, 'areas', 'validFrom').fill('2026-12-07')
    await page.getByText('Näille päiville on jo suunniteltu muuta.').waitFor()
    await button(page, 'Tallenna').click()
    await page.getByLabel('Korvaa sen, mitä näille päiville on suunniteltu').check()
    await button(page, 'Tallenna').click()
    await page.locator('[data-listed="west 2026-12-07"]').getByText('6 soittoa päivässä').waitFor()
    expect(await page.locator('[data-listed="west 2026-12-14"]').count()).toBe(0)
  })

  it('does not undo what another changed of the same thing in another field', async () => {
    const page = await enter('areas')
    await page
      .locator('[data-listed^="south"]')
      .first()
      .getByRole('button', { name: /^Muuta/ })
      .click()
    await field(page, 'areas', 'capacity').fill('5')
    await elsewhere(server, 'PUT', 'place/areas/south', { validFrom: TODAY, cutOff: '12:00' })
    await button(page, 'Tallenna').click()
    await page.getByText('Joku muu muutti tätä sillä välin.').waitFor()
    await button(page, 'Tallenna').click()
    await page.locator('[data-listed="south now"]').getByText('ennen klo 12 ·').waitFor()
    await page.locator('[data-listed="south now"]').getByText('5 soittoa').waitFor()
  })

  it('ends with what needs it said first: an area without an owner is refused', async () => {
    const page = await enter('duty')
    await page.getByRole('button', { name: 'Päätä: Pohjoinen: Laukaa ja Konnevesi: Helmi Esimerkki' }).click()
    await page.getByText('Alue jäisi ilman vastuuhenkilöä.').waitFor()
  })

  it('of a week is told day by day', async () => {
    const page = await enter('hours')
    await page.getByRole('button', { name: 'Muuta: Toivakan sosiaali- ja terveysasema' }).click()
    await page.getByRole('button', { name: 'Poista aika: perjantai' }).click()
    await page.getByLabel('maanantai, päättyy').fill('07:00')
    await button(page, 'Tallenna').click()
    await page.getByText('Aika päättyy ennen kuin se alkaa. Korjaa aika.').waitFor()
    await page.getByLabel('maanantai, päättyy').fill('15:00')
    await button(page, 'Tallenna').click()
    await page.locator('[data-listed="toivakka now"]').getByText('ma 8–15, ti–to 8–16').waitFor()
  })
})

describe('numbers and changes', () => {
  it('a number is called, marked, and goes from the pages when it was the wrong one', async () => {
    const page = await enter('numbers')
    const line = page.locator('[data-number="line:poison"]')
    await line.getByRole('button', { name: 'Väärä numero: Myrkytystietokeskus' }).click()
    await line.getByText('Johti väärään paikkaan.').waitFor()
    await line.getByText('Ei näy asukkaille').waitFor()
    await line.getByRole('button', { name: /^Oikea paikka vastasi/ }).click()
    await line.getByText('Tarkistettu. Viimeksi ti 24.11., Tuomas Esimerkki.').waitFor()
    await page.getByRole('link', { name: 'Muutokset' }).click()
    await page.getByText('Numero tai sivu tarkistettiin: Myrkytystietokeskus').first().waitFor()
  })
})

describe.each(
  some(
    [
      ['the narrowest phone, in Finnish', { ...phone, viewport: { width: 320, height: 640 } }, 'fi'],
      ['a desktop, in Swedish', desktop, 'sv'],
    ] as const,
    2,
  ),
)('on %s', (_name, look, language) => {
  it('axe finds nothing on any page, and nothing needs sideways scrolling', async () => {
    const page = await enter('absences', look, { language })
    for (const [name, title] of Object.entries(PAGES)) {
      await page.evaluate((to) => {
        globalThis.location.hash = `#/admin/${to}`
      }, name)
      if (language === 'fi') await heading(page, title).waitFor()
      else await page.locator('a[aria-current=page]').first().waitFor()
      const opener = page.locator('[data-opens]').first()
      if ((await opener.count()) > 0) await opener.click()
      expect(await axeFinds(page), name).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - globalThis.innerWidth)
      expect(over, name).toBeLessThanOrEqual(0)
    }
  })
})

longDescribe('in other colours', () => {
  it('axe finds nothing in the dark', async () => {
    const page = await enter('closures', { ...desktop, colorScheme: 'dark' })
    await page.locator('[data-opens=new]').click()
    expect(await axeFinds(page, ['color-contrast'])).toEqual([])
  })
})

describe('who is no administrator', () => {
  it('has no door to it, and is answered nothing', async () => {
    const page = await newPage({ ...desktop, bypassCSP: false })
    await page.goto(`${server.url}/desk/#/admin/staff`)
    await page.getByLabel('Käyttäjätunnus').fill('helmi')
    await page.getByLabel('Salasana').fill(PASSWORD)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await button(page, 'Kirjaudu').click()
    await heading(page, 'Soittopyynnöt').waitFor()
    await page.getByText('Jono ajan tasalla').waitFor()
    expect(asked.filter((url) => url.includes('/api/admin'))).toEqual([])
    const status = await page.evaluate(async () => (await fetch('/api/admin/staff')).status)
    expect(status).toBe(403)
  })

  it('and an administrator’s browser never gets the code that reads requests', async () => {
    const page = await newPage({ ...desktop, bypassCSP: false })
    const scripts: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(path.basename(response.url()))
    })
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('Käyttäjätunnus').fill('tuomas')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
    await heading(page, 'Poissaolot').waitFor()
    const folder = path.resolve('dist/desk/assets')
    const readsRequests = (file: string) =>
      /\/api\/desk\/requests/.test(readFileSync(path.join(folder, file), 'utf8'))
    expect(scripts.filter(readsRequests)).toEqual([])
    // the code is there, for others: what is looked for is found
    expect(
      readdirSync(folder)
        .filter((file) => file.endsWith('.js'))
        .some(readsRequests),
    ).toBe(true)
  })
})
