/** A day is planned: the queue narrowed by several things at once with what is hidden told, views that come back, and the order explained. */
import { describe, expect, it } from 'vitest'
import { axeFinds } from '../../support/screen/browser.ts'
import { button, openRow, rowOf, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const { fake, arrive, enterDesk } = withDesk()

describe('the queue narrowed', () => {
  it('shows what holds all that is chosen, says how many are hidden, and lets each choice go', async () => {
    const both = arrive(request({ row: { today: true, flags: 1 } }))
    const today = arrive(request({ row: { today: true } }))
    const neither = arrive(request())
    const page = await enterDesk()
    await button(page, 'Rajaa').click()
    await page.getByLabel('Apua tarvitaan tänään').check()
    await page.getByText('2 pyyntöä näkyy. 1 on piilossa.').waitFor()
    expect(await rowOf(page, neither).count()).toBe(0)
    await page.getByLabel('Hätämerkki tai pelko läheisestä').check()
    await page.getByText('1 pyyntö näkyy. 2 on piilossa.').waitFor()
    await rowOf(page, both).waitFor()
    expect(await rowOf(page, today).count()).toBe(0)
    await button(page, 'Poista rajaus: Hätämerkki tai pelko läheisestä').click()
    await rowOf(page, today).waitFor()
    await button(page, 'Poista rajaus: Apua tarvitaan tänään').click()
    await rowOf(page, neither).waitFor()
    expect(await page.locator('.chips').count()).toBe(0)
  })

  it('to nothing says so, and offers to show everything; what is late stays counted', async () => {
    const one = arrive(request({ promised: -10 }))
    const page = await enterDesk()
    await button(page, 'Rajaa').click()
    await page.getByLabel('Muu kieli kuin suomi').check()
    await page.getByText('Näillä rajauksilla ei näy yhtään pyyntöä.').waitFor()
    await page.locator('.promise-counts').getByText('1 myöhässä').waitFor()
    expect(await axeFinds(page)).toEqual([])
    await button(page, 'Poista rajaukset (1 piilossa)').click()
    await rowOf(page, one).waitFor()
  })
})

describe('a view of one’s own', () => {
  it('is kept under a name and comes back with the next session, and is nobody else’s', async () => {
    const shown = arrive(request({ row: { today: true } }))
    const hidden = arrive(request())
    const page = await enterDesk()
    await button(page, 'Rajaa').click()
    await page.getByLabel('Apua tarvitaan tänään').check()
    await button(page, 'Näkymät').click()
    await page.getByLabel('Tallenna nykyinen näkymä nimellä').fill('Tänään')
    await button(page, 'Tallenna näkymä').click()
    await button(page, 'Tänään').waitFor()
    await page.getByLabel('Tiiviit rivit').check()
    await page.locator('.rows-dense').waitFor()
    await expect.poll(() => fake.state.kept.get('p1')?.settings.rows).toBe('dense')
    await page.reload()
    await page.getByText('1 pyyntö näkyy. 1 on piilossa.').waitFor()
    await page.locator('.rows-dense').waitFor()
    await rowOf(page, shown).waitFor()
    expect(await rowOf(page, hidden).count()).toBe(0)
    expect(fake.state.kept.get('p2')?.views ?? []).toEqual([])
    await button(page, 'Näkymät').click()
    await button(page, 'Palaa tavalliseen näkymään').click()
    await rowOf(page, hidden).waitFor()
    await button(page, 'Muuta näkymää Tänään').click()
    await button(page, 'Poista näkymä').click()
    await expect.poll(() => fake.state.kept.get('p1')?.views).toEqual([])
  })
})

describe('the order', () => {
  it('is told in words, and of the open request why it stands where it does', async () => {
    arrive(request({ promised: -10 }))
    const second = arrive(request({ promised: 30 }))
    const page = await enterDesk()
    await openRow(page, second)
    await button(page, 'Järjestys').click()
    await page.getByRole('heading', { name: 'Miksi tässä järjestyksessä?' }).waitFor()
    const told = await page.locator('.order-row').innerText()
    expect(told).toContain(second.row.reference)
    expect(told).toContain('päättyy tunnin sisällä')
    expect(told).toContain('Ennen sitä on 1 pyyntö')
  })
})
