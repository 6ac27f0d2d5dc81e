/** What if, on the screen of a lead: fields that begin with today’s values, an answer in a sentence, a picture and a table. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, localTime } from '../../../server/promise/local-time.ts'
import { countFigures } from '../../../server/statistics/count.ts'
import { newId } from '../../../server/store/ids.ts'
import { FIGURES } from '../../server/statistics/figures.ts'
import { PASSWORD } from '../../support/app.ts'
import { axeFinds, desktop, phone } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

const { server, newPage } = withServer({ openShadow: false })

beforeAll(async () => {
  const { store, organisation, clock } = server
  const { day: today } = localTime(clock.now())
  await store.record(organisation, async ({ statistics }) => {
    for (let ago = 7; ago <= 40; ago++)
      for (let made = 0; made < 30; made++)
        await statistics.add({
          row: newId(clock.now()),
          ...FIGURES,
          lane: 'guidance',
          day: addDays(today, -ago),
          hour: 8 + (made % 7),
        })
  })
  await countFigures(store, organisation, clock.now())
})

async function enter(look: Parameters<typeof newPage>[0], address = '#/statistics/what-if') {
  const page = await newPage({ ...look, bypassCSP: false })
  await page.goto(`${server.url}/desk/${address}`)
  const name = page.getByLabel('Käyttäjätunnus')
  await name.or(page.locator('.figures')).first().waitFor()
  if (await name.isVisible()) {
    await name.fill('marja')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
  }
  return page
}

describe('what if', () => {
  it('stands a press away from the figures, and begins with today’s values', async () => {
    const page = await enter(desktop, '#/statistics')
    await page.getByRole('link', { name: 'Entä jos' }).click()
    await page.getByRole('heading', { name: 'Entä jos' }).waitFor()
    expect(await page.getByLabel('Soittavia palveluohjaajia päivässä').inputValue()).toBe('3')
    await page.getByRole('link', { name: 'Lukuihin' }).click()
    await page.locator('.figures-period').waitFor()
  })

  it('by keys alone gives another answer beside the one of today, and goes back', async () => {
    const page = await enter(desktop)
    const places = page.getByRole('row').filter({ hasText: 'Paikkoja päivässä' }).getByRole('cell')
    await page.getByRole('status').filter({ hasText: 'Samalle päivälle' }).waitFor()
    expect(await places.allInnerTexts()).toEqual(['24', '24'])
    await page.getByLabel('Soittavia palveluohjaajia päivässä').focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await places.nth(1).getByText('72').waitFor()
    expect(await places.first().innerText()).toBe('24')
    await page.getByLabel('Viimeinen soitto kello').fill('10:00')
    await button(page, 'Laske').click()
    await page.getByRole('alert').filter({ hasText: 'Viimeinen soitto' }).waitFor()
    await button(page, 'Palauta nykyiset').click()
    await places.nth(1).getByText('24').waitFor()
  })

  it('gives axe nothing to find, by day and by night, on a phone too, and nothing needs sideways scrolling', async () => {
    for (const look of [desktop, phone]) {
      const page = await enter({ ...look, colorScheme: 'light' })
      await page.getByRole('img', { name: 'Mille päivälle soitto olisi luvattu' }).waitFor()
      expect(await axeFinds(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await axeFinds(page, ['color-contrast'])).toEqual([])
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over).toBeLessThanOrEqual(0)
    }
  })
})
