/** From waiting to closed, as a coordinator does it; and what is kept when the server says no. */
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { hold } from '../support/screen/browser.ts'
import { button, inReach, openRow, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, enterDesk, fake } = withDesk()

const opened = async (one: ReturnType<typeof request>) => {
  arrive(one)
  const page = await enterDesk()
  await openRow(page, one)
  return page
}
const statusOf = (one: ReturnType<typeof request>) => fake.state.requests.get(one.row.id)?.row.status

describe('a request', () => {
  it('is taken, tried, reached and closed with its outcome', async () => {
    const one = request()
    const page = await opened(one)
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    await button(page, 'Tallenna yritys').click()
    await page.locator('.history').getByText('Ei vastannut (Soitto) – Helmi').waitFor()
    await button(page, 'Merkitse tavoitetuksi').click()
    await page.locator('.request-top').getByText('Tavoitettu – Helmi').waitFor()
    await button(page, 'Päätä pyyntö').click()
    await page.getByLabel('Annoin neuvoa').check()
    await page.getByLabel('Kirjattu asiakasjärjestelmään').check()
    await button(page, 'Päätä').click()
    await page.locator('.request-top').getByText('Päätetty').waitFor()
    expect(statusOf(one)).toBe('closed')
    expect(await rowOf(page, one).count()).toBe(0)
  })

  long(
    'is acted on again while the screen still fetches what the act before has changed: no press is lost',
    async () => {
      const one = request()
      const page = await opened(one)
      const letGo = await hold(page, '**/api/desk/queue')
      await button(page, 'Ota hoidettavaksi').click()
      await button(page, 'Merkitse soittoyritys').click()
      await page.getByLabel('Vastasi').check()
      await button(page, 'Tallenna yritys').click()
      expect(statusOf(one)).toBe('taken')
      letGo()
      await page.locator('.history').getByText('Vastasi (Soitto) – Helmi').waitFor()
      // one who answered is reached: nothing more is to be pressed
      await page.locator('.request-top').getByText('Tavoitettu – Helmi').waitFor()
    },
  )

  long(
    'closed before it is recorded in the client system can be marked so afterwards, in its register',
    async () => {
      const one = request({ more: { register: 'social' } })
      const page = await opened(one)
      await button(page, 'Ota hoidettavaksi').click()
      await button(page, 'Päätä pyyntö').click()
      await page.getByLabel('Muu', { exact: true }).check()
      await page.getByText('kirjataan sosiaalihuollon rekisteriin').waitFor()
      await button(page, 'Päätä').click()
      await page.getByText('ei ole vielä kirjattu asiakasjärjestelmään').waitFor()
      await page.getByText('kirjataan sosiaalihuollon rekisteriin').waitFor()
      await button(page, 'Merkitse kirjatuksi').click()
      await page.getByText('ei ole vielä kirjattu').waitFor({ state: 'detached' })
      expect(fake.state.requests.get(one.row.id)?.closing).toEqual({ outcome: 'other', recorded: true })
    },
  )

  it('is not called unreachable by one press, nor before the rule’s tries', async () => {
    const one = request({ row: { attempts: 2 } })
    const page = await opened(one)
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Merkitse soittoyritys').waitFor()
    expect(await button(page, 'Merkitse: ei tavoitettu').count()).toBe(0)
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Väärä numero').check()
    await page.getByText('Väärään numeroon ei soiteta uudelleen.').waitFor()
    await button(page, 'Tallenna yritys').click()
    await (await inReach(page, 'Merkitse: ei tavoitettu')).click()
    await button(page, 'Tallenna merkintä').click({ force: true })
    expect(statusOf(one)).toBe('taken')
    await page.getByLabel('päätän tämän itse').check()
    await button(page, 'Tallenna merkintä').click()
    await page.locator('.request-top').getByText('Ei tavoitettu').waitFor()
    expect(statusOf(one)).toBe('unreachable')
  })

  long('goes to another area only by a choice', async () => {
    const one = request()
    const page = await opened(one)
    await button(page, 'Siirrä muualle').click()
    expect(await button(page, 'Siirrä').getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('radio', { name: 'Länsi: Keuruu, Multia ja Petäjävesi' }).check()
    await page.getByLabel('Miksi siirrät?').fill('Muutti Keuruulle.')
    await button(page, 'Siirrä').click()
    await page.locator('[data-announcer]', { hasText: 'Pyyntö siirretty' }).waitFor({ state: 'attached' })
  })
})

describe('when the server cannot store', () => {
  it('nothing on the screen pretends, and what was typed and chosen stays', async () => {
    const one = request()
    const page = await opened(one)
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Kirjoita muistiinpano').click()
    await page.getByLabel('Uusi muistiinpano').fill('Soita uudelleen perjantaina')
    fake.trouble.fails = true
    await button(page, 'Tallenna muistiinpano').click()
    await page.getByRole('alert').getByText('Mitään ei tallennettu').waitFor()
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe('Soita uudelleen perjantaina')
    fake.trouble.fails = false
    await button(page, 'Tallenna muistiinpano').click()
    await page.locator('.notes').getByText('Soita uudelleen perjantaina').waitFor()
    await button(page, 'Kirjoita muistiinpano').click()
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe('')
  })
})

describe('what a coordinator must see before calling', () => {
  long('begins with the resident’s own words, and shows “En tiedä” as a signal', async () => {
    const page = await opened(request())
    const titles = await page.locator('.request h3').allInnerTexts()
    expect(titles.slice(0, 2)).toEqual(['Omin sanoin', 'Yhteydenotto'])
    expect(await page.locator('.line-dontKnow').count()).toBe(2)
    await page.locator('.needs').getByText('On usein vaikeaa').waitFor()
  })

  it('keeps names, numbers, answers and own words out of the list', async () => {
    const page = await opened(request())
    const list = await page.locator('.rows').innerText()
    for (const secret of ['Kerttu', '040 123', '123 4567', '401234567', 'Äiti'])
      expect(list).not.toContain(secret)
  })
})
