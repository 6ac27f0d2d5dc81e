/** Somebody rings who has no chat: the coordinator walks the conversation at the desk, and the call is stored once. */
import type { FrameLocator, Page } from 'playwright'
import { expect, it } from 'vitest'
import { PASSWORD } from '../../support/app.ts'
import { desktop } from '../../support/screen/browser.ts'
import { choose } from '../../support/screen/choosing.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button, heading } from '../../widget/room.ts'

const { server, ownPage } = withServer()

async function enter(page: Page) {
  await page.getByLabel('Käyttäjätunnus').fill('helmi')
  await page.getByLabel('Salasana').fill(PASSWORD)
  await button(page, 'Kirjaudu').click()
  await page.getByText('Jono ajan tasalla').waitFor()
}

async function atDesk(): Promise<Page> {
  const page = await ownPage(desktop)
  await page.goto(`${server.url}/desk/`)
  await enter(page)
  return page
}

/** The conversation in its frame, its script running. */
async function answered(page: Page): Promise<FrameLocator> {
  await button(page, 'Vastaa puheluun').click()
  const talk = page.frameLocator('.call-frame')
  await heading(talk as unknown as Page, 'Missä asioissa haluat neuvoa tai apua?').waitFor()
  return talk
}
async function answer(talk: FrameLocator, ...rows: string[]) {
  if (await choose(talk.locator('.question'), rows)) return
  await talk.getByRole('button', { name: 'Jatka', exact: true }).click()
}
const asked = (page: Page, url: string) => page.waitForRequest((one) => one.url().endsWith(url))
const STORED = '/api/desk/assisted-requests'

it('a call is walked at the desk: closed with its advice, kept over a lost line and stored once, kept as mine, or given up', async () => {
  const page = await atDesk()
  const talk = await answered(page)
  // the program's own word of itself is not the coordinator's, and nothing is kept, sent or left in a hurry here
  expect(await talk.locator('.disclosure').isVisible()).toBe(false)
  expect(await talk.locator('.keep, .foot, .human').count()).toBe(0)
  // what is written there to find matters stands among what is stored, until it is written otherwise
  const own = page.getByLabel('Soittajan omin sanoin')
  await talk.getByLabel('Kerro omin sanoin, mikä painaa').fill('Vuokra on')
  await expect.poll(() => own.inputValue()).toBe('Vuokra on')
  await answer(talk, 'Asuminen')
  await answer(talk, 'Omastani')
  await talk.getByRole('heading', { name: 'Mikä asumisessa on vaikeaa?' }).waitFor()
  // another language of the caller: the question stands where it stood
  await page.getByLabel('Puhelun kieli').selectOption('sv')
  await talk.locator('h2', { hasText: 'Vad' }).waitFor()
  await page.getByLabel('Puhelun kieli').selectOption('fi')
  await talk.getByRole('heading', { name: 'Mikä asumisessa on vaikeaa?' }).waitFor()
  await answer(talk, 'Vuokra on maksamatta tai häätö pelottaa')
  // advice as it comes, while the questions go on
  await talk.locator('.so-far .step').first().waitFor()
  expect(await talk.locator('.question').count()).toBe(1)

  await page.getByLabel('Nimi, jos soittaja kertoo sen').fill('Veera Esimerkki')
  await page.getByLabel('Soittajan omin sanoin').fill('Vuokra jäi maksamatta.')
  await button(page, 'Tallenna puhelu').dispatchEvent('click')
  await page.getByText('Valitse, miten puhelu päättyy.').waitFor()
  await page.getByLabel('Hoidettu puhelussa').check()
  await page.getByLabel('Annoin neuvoa').check()
  // the line is lost after it was stored: told again it has the same answer
  let answers = 0
  await page.route(`**${STORED}`, async (route) => {
    const response = await route.fetch()
    answers += 1
    if (answers === 1) await route.abort()
    else await route.fulfill({ response })
  })
  const first = asked(page, STORED)
  await button(page, 'Tallenna puhelu').click()
  await page.getByText('sama puhelu tallentuu vain kerran').waitFor()
  const second = asked(page, STORED)
  await button(page, 'Tallenna puhelu').click()
  await heading(page, 'Puhelu on tallennettu ja päätetty.').waitFor()
  const sent = (await first).postDataJSON()
  expect((await second).postDataJSON()).toEqual(sent)
  expect(sent).toMatchObject({ ends: 'closed', contact: { name: 'Veera Esimerkki' } })
  expect(Object.keys(sent.answers)).toContain('housing/trouble')
  await page.getByText(/Pyynnön tunnus on K-/).waitFor()
  await button(page, 'Takaisin jonoon').click()

  const next = await answered(page)
  // a new call knows nothing of the one before
  expect(await page.getByLabel('Nimi, jos soittaja kertoo sen').inputValue()).toBe('')
  await answer(next, 'Asuminen')
  await page.getByLabel('Jää minulle hoidettavaksi').check()
  await button(page, 'Tallenna puhelu').click()
  await button(page, 'Avaa pyyntö').click()
  await page.getByRole('heading', { name: /^Soittopyyntö K-/ }).waitFor()
  await page.locator('.mark', { hasText: 'Tuli puhelimitse' }).first().waitFor()

  const last = await answered(page)
  await answer(last, 'Asuminen')
  await button(page, 'Lopeta tallentamatta').click()
  await button(page, 'Lopeta, mitään ei tallenneta').click()
  await page.locator('.call').waitFor({ state: 'detached' })
  const hasFocus = () => button(page, 'Vastaa puheluun').evaluate((one) => one.matches(':focus'))
  await expect.poll(hasFocus).toBe(true)
  // the document is staff's, and the desk's alone to frame
  const document = await page.request.get(`${server.url}/desk/assisted/fi`)
  expect(document.headers()['content-security-policy']).toMatch(/frame-ancestors 'self';/)
  expect((await server.app.inject({ url: '/desk/assisted/fi' })).statusCode).toBe(401)
})

it('what a session that ended left written is asked about, before it can become another caller’s', async () => {
  const page = await atDesk()
  const name = page.getByLabel('Nimi, jos soittaja kertoo sen')
  await answer(await answered(page), 'Asuminen')
  // nothing was left: nothing is asked
  expect(await page.getByText('Onko soittaja sama?').count()).toBe(0)
  await name.fill('Veera Esimerkki')
  await page.getByLabel('Jää minulle hoidettavaksi').check()
  const headers = { origin: server.url, 'x-kynnys': '1' }
  await page.request.delete(`${server.url}/api/session`, { headers })
  await button(page, 'Tallenna puhelu').click()
  await enter(page)
  await answered(page)
  expect(await name.inputValue()).toBe('Veera Esimerkki')
  await page.getByText('Onko soittaja sama?').waitFor()
  await button(page, 'Tyhjennä, soittaja on toinen').click()
  expect(await name.inputValue()).toBe('')
  expect(await page.getByText('Onko soittaja sama?').count()).toBe(0)
})
