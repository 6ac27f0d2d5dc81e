/** The desk as it ships, on the real server under its own policy: from a resident’s send to a closed request. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { CallbackRequestBody } from '#core/contract/callback.ts'
import { PASSWORD, type PersonName } from '../support/app.ts'
import { asking } from '../support/asking.ts'
import { HOUR, testClock } from '../support/clock.ts'
import { long, longDescribe } from '../support/long.ts'
import { desktop } from '../support/screen/browser.ts'
import { withApp, withServer } from '../support/screen/with-browser.ts'
import { button } from './desk.ts'

const { server, newPage, ownPage } = withServer({ openShadow: false })

/** A page under the shipped policy, and everything the browser refused because of it. */
async function deskOf(username: PersonName, on = server): Promise<{ page: Page; refused: string[] }> {
  // a second person has a profile of their own: the session is kept in it
  const page = await (username === 'helmi' ? newPage : ownPage)({ ...desktop, bypassCSP: false })
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  await page.goto(`${on.url}/desk/`)
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill(PASSWORD)
  await button(page, 'Kirjaudu').click()
  await page.getByText('Jono ajan tasalla').waitFor()
  return { page, refused }
}

const OWN_WORDS = 'En tiedä, mistä aloittaa.'
async function send(more: Partial<CallbackRequestBody> = {}, on = server) {
  const contact = { ownWords: OWN_WORDS }
  const { revision } = on.content.current()
  const body = { ...asking(revision), ...more }
  const answer = await fetch(`${on.url}/api/callback-requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, contact: { ...body.contact, ...contact } }),
  })
  expect(answer.status).toBe(201)
  const { id } = body
  return { id, body, row: (page: Page) => page.locator(`[data-row="${id}"]`) }
}

const withdraw = ({ id, code }: CallbackRequestBody) =>
  fetch(`${server.url}/api/callback-requests/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${code}` },
  })

describe('on the real server', () => {
  long(
    'a request comes by itself, is taken by one and seen by the other, and goes when it is closed',
    async () => {
      const helmi = await deskOf('helmi')
      const elias = await deskOf('elias')
      const { row } = await send()
      await row(helmi.page).getByText('tänään klo 16 mennessä').waitFor()
      await row(elias.page).getByText('sijaisena').waitFor()
      await row(helmi.page).getByText('Asuminen').waitFor()

      await row(elias.page).getByRole('link').click()
      await row(helmi.page).getByRole('link').click()
      await helmi.page.getByText(OWN_WORDS).waitFor()
      await button(helmi.page, 'Ota hoidettavaksi').click()
      await elias.page.locator('.request-top').getByText('Helmi hoitaa klo').waitFor()
      expect(await button(elias.page, 'Ota hoidettavaksi').count()).toBe(0)

      await button(helmi.page, 'Merkitse soittoyritys').click()
      await helmi.page.getByLabel('Vastasi').check()
      await button(helmi.page, 'Tallenna yritys').click()
      await helmi.page.locator('.history').getByText('Vastasi (Soitto) – Helmi').waitFor()
      await button(helmi.page, 'Kirjoita muistiinpano').click()
      await helmi.page.getByLabel('Uusi muistiinpano').fill('Sovittiin uusi soitto')
      await button(helmi.page, 'Tallenna muistiinpano').click()
      await helmi.page.locator('.notes').getByText('Sovittiin uusi soitto').waitFor()
      await button(helmi.page, 'Merkitse tavoitetuksi').click()
      await button(helmi.page, 'Päätä pyyntö').click()
      await helmi.page.getByLabel('Annoin neuvoa').check()
      await button(helmi.page, 'Päätä').click()
      await row(helmi.page).waitFor({ state: 'detached' })
      await button(elias.page, 'Kaikki 0').waitFor()
      expect([...helmi.refused, ...elias.refused]).toEqual([])
    },
  )

  long('shows every answer in words: no id of a question or an option is left bare', async () => {
    const { page } = await deskOf('helmi')
    const { row } = await send()
    await row(page).getByRole('link').click()
    const lines = page.locator('.answer-group')
    await lines.first().waitFor()
    for (const words of await lines.locator('dt, dd').allInnerTexts())
      expect(words).not.toMatch(/^[a-z0-9-]+$/)
  })

  long('a withdrawn request leaves the screen of the one who reads it', async () => {
    const { page } = await deskOf('helmi')
    const { row, body } = await send()
    await row(page).getByRole('link').click()
    await page.getByText(OWN_WORDS).waitFor()
    expect((await withdraw(body)).status).toBe(204)
    await row(page).waitFor({ state: 'detached' })
    await page.getByText(OWN_WORDS).waitFor({ state: 'detached' })
  })

  it('a hand-over leaves my screen and comes to the other area with its promise', async () => {
    const { page } = await deskOf('helmi')
    const { row } = await send()
    await row(page).getByRole('link').click()
    await button(page, 'Siirrä muualle').click()
    await page.getByRole('radio', { name: /^Etelä/ }).check()
    await page.getByLabel('Miksi siirrät?').fill('Muutti Joutsaan.')
    await button(page, 'Siirrä').click()
    await row(page).getByText('tänään klo 16 mennessä').waitFor()
    await row(page).getByText('sijaisena').waitFor()
  })

  it('an editor is told that requests are not theirs to read, and sees none', async () => {
    await send()
    const page = await newPage({ ...desktop, bypassCSP: false })
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('Käyttäjätunnus').fill('eetu')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
    await page.getByText('Tunnuksellasi ei näe soittopyyntöjä').waitFor()
    expect(await page.locator('[data-row]').count()).toBe(0)
  })

  long('a session ended elsewhere leads back to signing in by itself', async () => {
    const { page } = await deskOf('helmi')
    await send()
    const cookies = await page.context().cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    await server.app.inject({ method: 'DELETE', url: '/api/session', headers: { ...server.own, cookie } })
    await page.getByText('Istunto päättyi').waitFor()
    expect(await page.locator('[data-row]').count()).toBe(0)
  })
})

longDescribe('as time goes on', () => {
  const later = withApp({ clock: testClock() })

  it('a promise that has passed is said in words', async () => {
    const { row } = await send({}, later)
    later.clock.pass(7 * HOUR)
    const { page } = await deskOf('helmi', later)
    await row(page).getByText('Myöhässä 1 t').waitFor()
    await page.getByText('1 myöhässä').waitFor()
  })

  it('a promise over Christmas names its day', async () => {
    later.clock.set('2026-12-23T15:30:00+02:00')
    const { row } = await send({ on: '2026-12-23' }, later)
    const { page } = await deskOf('helmi', later)
    await row(page).getByText('ma 28.12. klo 16 mennessä').waitFor()
  })
})
