/** The same journey without a mouse: every control is reached by Tab and pressed by keys, on both sides. */
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../support/app.ts'
import { desktop } from '../support/screen/browser.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { choose, focused, pressOn, tabTo } from './keyboard.ts'
import { ANSWERS, heading, MATTERS, moving, NAME, OWN_WORDS, openOnHostPage, PHONE } from './resident.ts'

const { server, newPage, ownPage } = withServer()

describe('by keyboard alone', () => {
  it('a resident asks for a call, and a coordinator takes it, tries, reaches and closes', async () => {
    const { page, frame } = await openOnHostPage(await newPage(moving), server.url)
    for (const [question, ...options] of ANSWERS) {
      await frame.getByRole('group', { name: question }).waitFor()
      let isAnswered = false
      for (const option of options) isAnswered = await choose(page, frame, option)
      if (!isAnswered) await pressOn(page, frame, 'Jatka')
    }
    await frame.getByText('Miksi ehdotamme tätä?').waitFor()
    await pressOn(page, frame, 'Pyydä soitto')
    await heading(frame, 'Pyydä soitto').waitFor()
    await tabTo(page, frame, 'Puhelinnumero')
    await page.keyboard.type(PHONE)
    await pressOn(page, frame, 'Jatka')
    await heading(frame, 'Vielä muutama asia').waitFor()
    // a row is opened, an answer chosen by arrows, and the row stays until it is left
    await pressOn(page, frame, 'Milloin asia pitää hoitaa?')
    await choose(page, frame, 'Se voi odottaa')
    expect((await focused(frame)).name).toBe('Se voi odottaa')
    await pressOn(page, frame, 'Mikä sinulle on nyt tärkeintä?')
    await page.keyboard.press('Tab')
    await page.keyboard.type(MATTERS)
    await tabTo(page, frame, 'Kerro lisää: nimi, kieli, omat sanat')
    await page.keyboard.press('Enter')
    await tabTo(page, frame, 'Nimi tai kutsumanimi, jos haluat kertoa sen')
    await page.keyboard.type(NAME)
    await tabTo(page, frame, 'Omin sanoin')
    await page.keyboard.type(OWN_WORDS)
    await pressOn(page, frame, 'Katso, mitä lähetetään')
    await heading(frame, 'Tämän palveluohjaaja näkee').waitFor()
    const card = await frame.locator('.card').innerText()
    for (const words of ['Se voi odottaa', MATTERS]) expect(card).toContain(words)
    await pressOn(page, frame, 'Lähetä')
    await heading(frame, 'Kiitos, pyyntösi on perillä').waitFor()
    // the focus is where the news is
    expect((await focused(frame)).name).toBe('Kiitos, pyyntösi on perillä')

    const desk = await ownPage(desktop)
    await desk.goto(`${server.url}/desk/`)
    await tabTo(desk, desk, 'Käyttäjätunnus')
    await desk.keyboard.type('helmi')
    await tabTo(desk, desk, 'Salasana')
    await desk.keyboard.type(PASSWORD)
    await desk.keyboard.press('Enter')
    await desk.locator('[data-row] a').waitFor()
    await tabTo(desk, desk, (await desk.locator('[data-row] a').innerText()).trim())
    await desk.keyboard.press('Enter')
    await desk.getByText(OWN_WORDS).waitFor()
    await pressOn(desk, desk, 'Ota hoidettavaksi')
    await desk.getByRole('button', { name: 'Merkitse soittoyritys' }).waitFor()
    await pressOn(desk, desk, 'Merkitse soittoyritys')
    await choose(desk, desk, 'Vastasi')
    await pressOn(desk, desk, 'Tallenna yritys')
    await desk.locator('.history').getByText('Vastasi').waitFor()
    // who answered is reached: nothing more is pressed for it
    await desk.locator('.request-top').getByText('Tavoitettu').waitFor()
    await pressOn(desk, desk, 'Päätä pyyntö')
    await choose(desk, desk, 'Annoin neuvoa')
    await pressOn(desk, desk, 'Päätä')
    await desk.locator('[data-row]').waitFor({ state: 'detached' })
  })

  it('Escape closes the chat and the focus comes back to the button that opened it', async () => {
    const { page, frame } = await openOnHostPage(await newPage(moving), server.url)
    await tabTo(page, frame, 'Arjen askareet ja itsestä huolehtiminen')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.localName === 'kynnys-chat')
  })
})
