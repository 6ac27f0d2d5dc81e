/** The practice desk as it ships, under its own policy: one press there, one back, and nowhere can it be taken for the real one. */
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../../support/app.ts'
import { desktop, phone, resize } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

const { server, newPage } = withServer({ openShadow: false })

const mark = 'HARJOITUS'

describe('practice', () => {
  it('is marked on every page and in the title, calls nobody, is filled anew at a press, and leads back', async () => {
    const page = await newPage({ ...desktop, bypassCSP: false })
    const refused: string[] = []
    page.on('pageerror', (error) => refused.push(error.message))
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) refused.push(message.text())
    })
    await page.goto(`${server.url}/desk/`)
    await page.getByLabel('Käyttäjätunnus').fill('marja')
    await page.getByLabel('Salasana').fill(PASSWORD)
    await button(page, 'Kirjaudu').click()
    await page.getByText('Kukaan ei odota soittoa').waitFor()
    // red twin: the real desk has nothing of it
    expect([await page.getByText(mark).count(), (await page.title()).includes(mark)]).toEqual([0, false])

    await button(page, 'Harjoittele').click()
    const rows = page.locator('[data-row]')
    await expect.poll(() => rows.count()).toBe(12)
    const isMarked = async () => {
      await page.getByText(mark).first().waitFor()
      expect(await page.title()).toMatch(/^HARJOITUS · /)
      expect(await page.locator('.practice-edge').isVisible()).toBe(true)
    }
    await isMarked()
    await page.getByRole('link', { name: 'Luvut' }).click()
    await page.getByRole('heading', { name: 'Luvut' }).first().waitFor()
    await isMarked()
    await page.getByRole('link', { name: 'Soittopyynnöt' }).click()

    await rows.first().getByRole('link').click()
    await button(page, 'Ota ja soita').click()
    await page.getByText('Harjoituksessa ei soiteta').first().waitFor()
    expect(await page.locator('a[href^="tel:"], a[href^="sms:"]').count()).toBe(0)
    await resize(page, phone)
    await isMarked()
    await resize(page, desktop)

    // a call is answered in practice too, in a frame out of which nothing rings
    await button(page, 'Vastaa puheluun').click()
    expect(await page.locator('.call-frame').getAttribute('sandbox')).toBe('allow-scripts allow-same-origin')
    await page.getByLabel('Jää minulle hoidettavaksi').check()
    // grey until the conversation in the frame has told how far it has come
    await page.locator('.call-sheet [type=submit][aria-disabled=false]').click()
    await page.getByText(/Pyynnön tunnus on K-/).waitFor()
    await isMarked()
    await button(page, 'Takaisin jonoon').click()

    const before = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-row')))
    await button(page, 'Uudet pyynnöt').click()
    await button(page, 'Vaihda pyynnöt').click()
    const kept = () =>
      rows.evaluateAll(
        (all, known) => [
          all.length,
          all.filter((row) => known.includes(row.getAttribute('data-row'))).length,
        ],
        before,
      )
    await expect.poll(kept).toEqual([12, 0])

    await page.getByRole('link', { name: 'Palaa oikeaan työhön' }).click()
    await page.getByText('Kukaan ei odota soittoa').waitFor()
    expect([await page.getByText(mark).count(), (await page.title()).includes(mark)]).toEqual([0, false])
    // who signs out is out of both
    await button(page, 'Kirjaudu ulos').click()
    await page.getByLabel('Käyttäjätunnus').waitFor()
    await page.goto(`${server.url}/practice/desk/`)
    await page.waitForURL(`${server.url}/desk/`)
    expect(refused).toEqual([])
  })
})
