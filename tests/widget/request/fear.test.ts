/** Fear that is told while the request stands: nothing moves under the finger, and safety is asked before anything is sent. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { bring, fieldOf, seeCard } from '../../support/screen/request-form.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { serveWidget } from '../harness.ts'
import { answer, button, heading, openChat, posted, walkBy, withChat } from '../room.ts'

const { harness, openRoom, newPage } = withChat()

const askForPerson = async (page: Page) => {
  await page.locator('.human summary').click()
  await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.locator('.request .go').waitFor()
}
const tellFear = async (page: Page) => {
  await page.locator('.strip > summary').click()
  await page.getByText('Pelkään, että joku satuttaa').click()
}
const SAFETY = 'Vastaa tähän, niin osaamme toimia turvallisesti'

describe('fear told in the strip', () => {
  it('leaves the screen of the request as it is, with its number in sight; safety is asked next', async () => {
    const page = await openRoom()
    await askForPerson(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await tellFear(page)
    const box = page.locator('.strip input[value=violence]')
    expect(await box.evaluate((one) => one.matches(':focus'))).toBe(true)
    expect(await page.getByLabel('Puhelinnumero').inputValue()).toBe('040 123 4567')
    await button(page, 'Takaisin keskusteluun').click()
    await button(page, 'Jatka').click()
    await page.getByText('Kysymme tämän ensin').waitFor()
    await button(page, 'Katso, mitä lähetetään').click()
    await page.getByText(SAFETY).waitFor()
    await page.getByLabel('Kyllä, milloin vain').check()
    await button(page, 'Katso, mitä lähetetään').click()
    await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  })

  it('while the card stands: Send asks of safety first, once', async () => {
    const page = await openRoom()
    await askForPerson(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await seeCard(page)
    await tellFear(page)
    await button(page, 'Takaisin keskusteluun').click()
    await button(page, 'Lähetä').click()
    await page.getByText('Kysymme tämän ensin').waitFor()
    expect(posted(harness)).toEqual([])
    await page.getByLabel('Kyllä, milloin vain').check()
    await button(page, 'Katso, mitä lähetetään').click()
    // answered once, it is a line like the others
    await button(page, 'Poista Turvallisuus').click()
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(posted(harness)).toHaveLength(1)
  })
})

describe('somebody for whom no time is safe', () => {
  it('chooses to come by where that is said', async () => {
    const page = await openRoom()
    await tellFear(page)
    await button(page, 'Takaisin keskusteluun').click()
    await askForPerson(page)
    await page.getByLabel('Ei aina, tai en ole varma').check()
    await button(page, 'Jatka').click()
    await page.getByText('Jos mikään aika ei ole turvallinen').waitFor()
    await button(page, 'Tulen käymään asemalla').click()
    await button(page, 'Jatka').click()
    await page.getByText('Et tarvitse käyntiin puhelinnumeroa').waitFor()
    await seeCard(page)
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(posted(harness)[0]?.contact).toMatchObject({ way: 'visit', safeToCall: false })
  })
})

describe('somebody who asks for a near one in fear', () => {
  it('is asked whom we call before a name is', async () => {
    const page = await openRoom()
    await answer(page, 'Asuminen')
    await walkBy(page, ['Muun läheisen tai naapurin'])
    await page.locator('.result').waitFor()
    await tellFear(page)
    await button(page, 'Takaisin keskusteluun').click()
    await askForPerson(page)
    await page.getByText('Kysymme tämän ensin').waitFor()
    await page.getByLabel('Kyllä tietää').check()
    await page.getByLabel('Läheiseeni').check()
    await page.getByLabel('Kyllä, milloin vain').check()
    await (await bring(page, page.getByLabel(/^Läheisesi nimi/))).fill('Aino')
    await button(page, 'Jatka').click()
    await page.getByLabel('Läheisesi puhelinnumero').waitFor()
  })
})

describe('what is wrong on one screen', () => {
  it('is not told on the other, where it cannot be mended', async () => {
    const page = await openRoom()
    await answer(page, 'Tulin vain katsomaan neuvoja')
    await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await (await fieldOf(page, 'Ei aina, tai en ole varma')).check()
    await button(page, 'Katso, mitä lähetetään').click()
    await page.getByText('Valitse ainakin yksi aika').waitFor()
    await button(page, 'Takaisin').click()
    await heading(page, 'Pyydä soitto').waitFor()
    expect(await page.locator('.error').count()).toBe(0)
    expect(await page.title()).not.toContain('Tarkista')
  })
})

longDescribe('red twins', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('hasty-send', [
        {
          file: 'widget/request/request.tsx',
          find: 'screens.asksSafety() || send()',
          put: 'send()',
        },
      ]),
    }),
  )
  it('a card that only sends posts without safety', async () => {
    const page = await openChat(await newPage(), twin)
    await askForPerson(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await seeCard(page)
    await tellFear(page)
    await button(page, 'Takaisin keskusteluun').click()
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(posted(twin)[0]?.contact).not.toHaveProperty('safeToCall')
  })
})
