/** Absences and closures on the desk as it ships: what a change touches is told first, and nothing is done twice or over another. */
import { afterEach, describe, expect, it } from 'vitest'
import { long } from '../../support/long.ts'
import { desktop } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'
import { administering, elsewhere, field, heading, promised, TODAY } from './administering.ts'

const { server, newPage } = withServer()
const enter = (...asked: Parameters<ReturnType<typeof administering>>) =>
  administering(server, newPage)(...asked)
const absences = () =>
  server.store.read(server.organisation, async (view) => (await view.placeTables.from(TODAY)).absence)
const closures = () =>
  server.store.read(server.organisation, async (view) => (await view.placeTables.from(TODAY)).closure)

afterEach(async () => {
  await server.store.record(server.organisation, async (tx) => {
    for (const { person, from_day } of (await tx.placeTables.from(TODAY)).absence)
      await tx.placeTables.putAbsence(person, from_day)
  })
})

describe('“Helmi is ill today”', () => {
  it('is one form, filled by keyboard alone, and her substitute is counted from then on', async () => {
    const page = await enter()
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key)
    }
    await page.locator('[data-opens=new]').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('admin-page')
    await press('Tab', 'Enter')
    await heading(page, 'Merkitse poissaolo').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Merkitse poissaolo')
    await press('Tab')
    await page.keyboard.type('Helmi')
    expect(await field(page, 'absence', 'person').inputValue()).toBe('demo-helmi')
    await field(page, 'absence', 'substitute').focus()
    await page.keyboard.type('Elias')
    await page.getByText('Muutos ei koske jo luvattuja soittoja.').waitFor()
    await press('Enter')
    while ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Tallenna') await press('Tab')
    await press('Enter')
    await page.locator('[data-listed]').getByText('Sijainen: Elias Esimerkki').waitFor()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-opens')))
      .toBe('new')
    expect(await absences()).toMatchObject([
      { person: 'demo-helmi', to_day: TODAY, substitute: 'demo-elias' },
    ])
  })

  it('refuses a substitute who is away too, at the field and in words', async () => {
    await elsewhere(server, 'PUT', `place/absences/demo-elias/${TODAY}`, { to: TODAY })
    const page = await enter('absences', desktop, { language: 'sv' })
    await page.locator('[data-opens=new]').click()
    await field(page, 'absence', 'person').selectOption('demo-helmi')
    await field(page, 'absence', 'substitute').selectOption('demo-elias')
    const told = page.locator('#admin-absence-substitute-told')
    await told.getByText('Personen kan inte vikariera de här dagarna').waitFor()
    await button(page, 'Spara').click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('admin-absence-substitute')
    expect(await field(page, 'absence', 'substitute').getAttribute('aria-invalid')).toBe('true')
    expect((await absences()).length).toBe(1)
  })

  it('is not written over by who had the list open before another changed it', async () => {
    const path = `place/absences/demo-helmi/${TODAY}`
    await elsewhere(server, 'PUT', path, { to: TODAY, substitute: 'demo-aino' })
    const page = await enter()
    await page.getByRole('button', { name: 'Muuta: Helmi Esimerkki' }).click()
    await field(page, 'absence', 'to').fill('2026-11-26')
    await elsewhere(server, 'PUT', path, { to: '2026-11-25', substitute: 'demo-elias' })
    // the list is read anew behind the form, as it is when somebody comes back to the page
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.locator('[data-listed]').getByText('ti 24.11. – ke 25.11.').waitFor()
    await button(page, 'Tallenna').click()
    await page.getByText('Joku muu muutti tätä sillä välin.').waitFor()
    expect(await field(page, 'absence', 'to').inputValue()).toBe('2026-11-26')
    expect(await absences()).toMatchObject([{ to_day: '2026-11-25' }])
    await button(page, 'Tallenna').click()
    await expect.poll(async () => (await absences())[0]?.to_day).toBe('2026-11-26')
  })
})

describe('a closure', () => {
  it('says how many promised calls it touches and what residents would be promised, before it is saved', async () => {
    await promised(server)
    const page = await enter('closures')
    const before = (await closures()).length
    await page.locator('[data-opens=new]').click()
    await field(page, 'closure', 'of').selectOption('area/north')
    const touched = page.getByRole('table', { name: 'Luvatut soitot, joille ei jää tilaa' })
    await touched.getByRole('row', { name: /ti 24\.11\..*Pohjoinen.*kukaan ei soita/ }).waitFor()
    const promises = page.getByRole('table', {
      name: 'Mitä asukkaalle luvataan, kun hän pyytää soittoa ti 24.11.',
    })
    await promises.getByRole('row', { name: /Pohjoinen.*24\.11\..*ke 25\.11\./ }).waitFor()
    expect((await closures()).length).toBe(before)
    await button(page, 'Tallenna').click()
    await page.locator('[data-listed]').getByText('Alue Pohjoinen').waitFor()
    expect((await closures()).length).toBe(before + 1)
    await page.getByRole('button', { name: /^Poista: Alue Pohjoinen/ }).click()
    await heading(page, 'Poista sulkupäivät: Alue Pohjoinen: Laukaa ja Konnevesi').waitFor()
    await page.locator('form').getByRole('button', { name: 'Poista' }).click()
    await expect.poll(async () => (await closures()).length).toBe(before)
  })

  long('of which the answer is lost is saved once, however often it is told', async () => {
    const page = await enter('closures')
    const before = (await closures()).length
    await page.locator('[data-opens=new]').click()
    await field(page, 'closure', 'of').selectOption('everybody')
    await page.locator('.foreseen table').last().waitFor()
    await page.route(/\/closures\/closure-[^?]*$/, async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await button(page, 'Tallenna').click()
    await page.getByText('Emme tiedä, tallentuiko tämä.').waitFor()
    await page.unroute(/\/closures\/closure-[^?]*$/)
    await button(page, 'Tallenna').click()
    await page.locator('form').waitFor({ state: 'detached' })
    expect((await closures()).length).toBe(before + 1)
  })

  it('half told is kept over another page and another language, and asked about before the page goes', async () => {
    const page = await enter('closures')
    await page.locator('[data-opens=new]').click()
    await field(page, 'closure', 'of').selectOption('area/south')
    await page.getByRole('link', { name: 'Henkilöstö' }).click()
    await heading(page, 'Henkilöstö').waitFor()
    await page.locator('[data-language=sv]').click()
    await page.getByRole('link', { name: 'Stängda dagar' }).click()
    await page.locator('[data-opens=new]').click()
    await expect.poll(() => field(page, 'closure', 'of').inputValue()).toBe('area/south')
    await button(page, 'Avbryt').click()
  })
})
