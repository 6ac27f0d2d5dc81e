/** People on the desk as it ships: somebody new, roles that stay apart, sessions, and everybody’s own password. */
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../../support/app.ts'
import { desktop } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'
import { administering, field } from './administering.ts'

const { server, newPage } = withServer()
const enter = (...asked: Parameters<ReturnType<typeof administering>>) =>
  administering(server, newPage)(...asked)
const signsIn = async (username: string, password: string) => {
  const payload = { username, password }
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/session',
    headers: server.own,
    payload,
  })
  return answer.statusCode
}
const card = (page: Awaited<ReturnType<typeof enter>>, name: string) =>
  page.locator(`[data-person="${name}"]`)

describe('people', () => {
  it('somebody new is added, and their password is shown once', async () => {
    const page = await enter('staff')
    await button(page, 'Lisää henkilö').click()
    await field(page, 'staff', 'name').fill('Uuno Uusi')
    await field(page, 'staff', 'username').fill('helmi')
    await page
      .getByRole('group', { name: 'Vastaa alueista' })
      .getByLabel(/^Etelä/)
      .check()
    await button(page, 'Lisää ja näytä salasana').click()
    await page.locator('#admin-staff-username-told').getByText('Käyttäjätunnus on jo käytössä.').waitFor()
    await field(page, 'staff', 'username').fill('uuno')
    await button(page, 'Lisää ja näytä salasana').click()
    const password = await page.locator('.password').innerText()
    await card(page, 'uuno').getByText('Etelä: Joutsa, Luhanka ja Toivakka').waitFor()
    expect(await signsIn('uuno', password)).toBe(200)
    await button(page, 'Olen ottanut salasanan talteen').click()
    expect(await page.getByText(password).count()).toBe(0)
  })

  it('are told which roles stay apart before anything is pressed, and refused when it is', async () => {
    const page = await enter('staff')
    await card(page, 'helmi').getByRole('button', { name: 'Muuta rooleja: Helmi Esimerkki' }).click()
    await page.getByLabel('pääkäyttäjä', { exact: true }).check()
    await page.getByText('Anna roolit kahdelle eri henkilölle.').waitFor()
    await button(page, 'Tallenna').click()
    await page.getByText('Näitä rooleja ei voi antaa samalle henkilölle. Poista toinen.').waitFor()
    await page.keyboard.press('Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-opens')))
      .toBe('roles demo-helmi')
  })

  it('are signed out, shut out and let in again', async () => {
    const { headers } = await server.signIn('elias')
    const isIn = async () => (await server.app.inject({ url: '/api/session', headers })).statusCode
    const page = await enter('staff')
    await card(page, 'elias').getByRole('button', { name: 'Katso istunnot: Elias Esimerkki' }).click()
    await page.getByText('Kirjautui tänään').waitFor()
    await button(page, 'Päätä kaikki istunnot').click()
    await card(page, 'elias').getByText('Ei kirjautuneena').waitFor()
    expect(await isIn()).toBe(401)
    await card(page, 'elias').getByRole('button', { name: 'Estä kirjautuminen: Elias Esimerkki' }).click()
    await page.locator('form').getByRole('button', { name: 'Estä kirjautuminen' }).click()
    await card(page, 'elias').getByText('ei voi kirjautua').waitFor()
    // whose area is now nobody's is said on top
    await page
      .getByText('Länsi: Keuruu, Multia ja Petäjävesi: ei kenenkään vastuulla', { exact: false })
      .waitFor()
    expect(await signsIn('elias', PASSWORD)).toBe(401)
    await card(page, 'elias').getByRole('button', { name: 'Salli kirjautuminen: Elias Esimerkki' }).click()
    await page.locator('form').getByRole('button', { name: 'Salli kirjautuminen' }).click()
    await card(page, 'elias').getByText('ei voi kirjautua').waitFor({ state: 'detached' })
    expect(await signsIn('elias', PASSWORD)).toBe(200)
  })

  it('who last may administer stays so', async () => {
    const page = await enter('staff')
    await card(page, 'tuomas').getByRole('button', { name: 'Muuta rooleja: Tuomas Esimerkki' }).click()
    await page.getByLabel('pääkäyttäjä', { exact: true }).uncheck()
    await page.getByLabel('tarkastaja', { exact: true }).check()
    await button(page, 'Tallenna').click()
    await page.getByText('Kukaan ei jäisi pääkäyttäjäksi.').waitFor()
  })
})

describe('one’s own way in', () => {
  it('is opened from the header by everybody: another password, and the end of every session', async () => {
    const next = 'hiljainen uusi lause'
    const other = await server.signIn('helmi')
    const page = await newPage({ ...desktop, bypassCSP: false })
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('Käyttäjätunnus').fill('helmi')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
    await page.getByText('Jono ajan tasalla').waitFor()
    await button(page, 'Oma tunnus').click()
    await page.getByLabel('Nykyinen salasana').fill('wrong')
    await page.getByLabel('Uusi salasana').fill('short')
    await button(page, 'Vaihda salasana').click()
    await page.getByText('Uusi salasana on liian lyhyt.').waitFor()
    await page.getByLabel('Uusi salasana').fill(next)
    await button(page, 'Vaihda salasana').click()
    await page.getByText('Nykyinen salasana ei täsmää.').waitFor()
    await page.getByLabel('Nykyinen salasana').fill(PASSWORD)
    await button(page, 'Vaihda salasana').click()
    await page.getByText('Salasana on vaihdettu.').waitFor()
    const isIn = await server.app.inject({ url: '/api/session', headers: other.headers })
    expect([isIn.statusCode, await signsIn('helmi', next)]).toEqual([401, 200])
    const elsewhere = await server.signIn('helmi', next)
    await button(page, 'Kirjaudu ulos kaikilta laitteilta').click()
    await page.getByText('Kirjauduit ulos.').waitFor()
    const isOut = await server.app.inject({ url: '/api/session', headers: elsewhere.headers })
    expect(isOut.statusCode).toBe(401)
  })
})
