/** When the line goes: what is on the screen is dated, and no act is believed done, or undone, without the server’s word. */
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { button, openRow, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, enterDesk, fake } = withDesk()

const opened = async () => {
  const one = arrive(request())
  const page = await enterDesk()
  await openRow(page, one)
  return { one, page }
}

describe('a lost line', () => {
  long('dates what is on the screen, by the minute it was last known to be right', async () => {
    const { page } = await opened()
    fake.cut()
    await page.getByText(/Näet jonon sellaisena kuin se oli klo \d+(\.\d\d)?/).waitFor()
    await page
      .locator('#queue')
      .getByText(/tilanne klo \d+(\.\d\d)?/)
      .waitFor()
    fake.trouble.cut = false
    await page.getByText('Jono ajan tasalla').waitFor()
    await page.locator('.as-of').waitFor({ state: 'detached' })
  })

  long('shows no row twice and misses none when it is back', async () => {
    const { one, page } = await opened()
    fake.cut()
    await page.getByText('Yhteys poikki', { exact: true }).waitFor()
    const missed = [request(), request(), request()].map((other) => arrive(other))
    fake.trouble.cut = false
    await page.getByText('Jono ajan tasalla').waitFor()
    const ids = () =>
      page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    const all = [one, ...missed].map(({ row }) => row.id).sort()
    await expect.poll(async () => (await ids()).sort()).toEqual(all)
  })

  it('refuses an act kindly, and takes it when the line is back', async () => {
    const { one, page } = await opened()
    fake.cut()
    await button(page, 'Ota hoidettavaksi').click()
    await page.getByRole('alert').getByText('Emme vielä tiedä, tallentuiko tämä').waitFor()
    expect(one.row.status).toBe('waiting')
    await page.getByText('Yhteys poikki. Näet jonon').waitFor()
    expect(await page.getByText('Mitään ei tallennettu').count()).toBe(0)
    fake.trouble.cut = false
    await page.getByText('Tarkista, tallentuiko tämä, ennen kuin yrität uudelleen').waitFor()
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Merkitse soittoyritys').waitFor()
    expect(await page.getByText('Tarkista, tallentuiko tämä').count()).toBe(0)
  })
})

describe('an act whose answer is lost on the way', () => {
  it('is not done twice, though the browser sends it again by itself; the desk shows what the server has', async () => {
    const { one, page } = await opened()
    await button(page, 'Ota hoidettavaksi').click()
    await button(page, 'Merkitse soittoyritys').click()
    await page.getByLabel('Ei vastannut').check()
    fake.trouble.swallows = true
    await button(page, 'Tallenna yritys').click()
    await page.getByRole('alert').locator('p').waitFor()
    await page.locator('.history').getByText('Ei vastannut').waitFor()
    const { row } = fake.state.requests.get(one.row.id) ?? one
    expect(row.attempts).toBe(1)
  })
})
