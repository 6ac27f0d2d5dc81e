/** A resident rings back on the real server: found by what they say, opened again, followed on their own page, closed and counted once. */
import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { PASSWORD, type PersonName } from '../../support/app.ts'
import { asking } from '../../support/asking.ts'
import { until } from '../../support/process.ts'
import { desktop } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

const { server, newPage, ownPage } = withServer({ openShadow: false })

async function deskOf(username: PersonName): Promise<Page> {
  const page = await (username === 'helmi' ? newPage : ownPage)({ ...desktop, bypassCSP: false })
  await page.goto(`${server.url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill(PASSWORD)
  await button(page, 'Kirjaudu').click()
  await page.getByText('Jono ajan tasalla').waitFor()
  return page
}

async function send() {
  const body = asking(server.content.current().revision, { contact: { name: 'Tuulikki Harvinainen' } })
  const answer = await fetch(`${server.url}/api/callback-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(201)
  const { reference } = (await answer.json()) as { reference: string }
  return { ...body, reference }
}

const find = async (page: Page, text: string) => {
  await page.getByRole('searchbox').fill(text)
  await page.getByRole('searchbox').press('Enter')
}
const statusOf = async ({ id, code }: { id: string; code: string }) => {
  const headers = { authorization: `Bearer ${code}` }
  const answer = await fetch(`${server.url}/api/callback-requests/${id}`, { headers })
  return ((await answer.json()) as { status: string }).status
}
const close = async (page: Page, outcome: string) => {
  await button(page, 'Päätä pyyntö').click()
  await page.getByLabel(outcome).check()
  await page.getByRole('checkbox', { name: /Kirjattu asiakasjärjestelmään/ }).check()
  await button(page, 'Päätä').click()
  await page.locator('.request-top').getByText('päätti').waitFor()
}
const recorded = async (id: string) => {
  const rows = await server.store.read(server.organisation, ({ log }) => log.accesses(0, 10_000))
  return rows.filter(({ request, action }) => request === id && action === 'request.found')
}

it('is found by name while it is open, by reference when it is closed, and opened again by whoever answers', async () => {
  const sent = await send()
  const row = (page: Page) => page.locator(`[data-row="${sent.id}"]`)
  const helmi = await deskOf('helmi')
  await find(helmi, 'tuulikki')
  await row(helmi).getByText('Nimi täsmää').waitFor()
  expect(await recorded(sent.id)).toHaveLength(1)
  await row(helmi).getByRole('link').click()
  await button(helmi, 'Ota hoidettavaksi').click()
  await close(helmi, 'Annoin neuvoa')
  await until('the resident reads that it is closed', async () => (await statusOf(sent)) === 'closed')

  const elias = await deskOf('elias')
  await find(elias, 'tuulikki')
  await elias.locator('.kept').getByText('Yhtään pyyntöä ei löytynyt.').waitFor()
  await find(elias, sent.reference.toLowerCase().replace('-', ' '))
  await row(elias)
    .getByText(/^Päätetty tänään .* – Helmi$/)
    .waitFor()
  await row(elias).getByRole('link').click()
  await button(elias, 'Avaa uudelleen').click()
  await elias.getByText('Pyyntö on merkitty kirjatuksi').waitFor()
  await button(elias, 'Avaa uudelleen').click()
  await elias.locator('.history').getByText('Pyyntö avattiin uudelleen – Elias').waitFor()
  expect(await statusOf(sent)).toBe('taken')
  await button(helmi, 'Lopeta haku').click()
  await button(helmi, 'Kaikki 1').click()
  await row(helmi).getByText('Elias hoitaa klo').waitFor()

  await close(elias, 'Ohjasin hakemaan palvelua tai etuutta')
  await button(helmi, 'Päätetyt').click()
  await button(helmi, 'Kaikki alueeni').click()
  await row(helmi).getByText('Ohjasin hakemaan palvelua').waitFor()
  expect(server.log.join('\n')).not.toMatch(/tuulikki|harvinainen/i)
})
