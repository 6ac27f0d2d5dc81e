import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { answer, button, heading, withChat } from './room.ts'

const { harness, newPage, openRoom } = withChat()

const text = (page: Page) => page.locator('.room').innerText()
/** A name of a text instead of the text, `keep.title`. */
const NAME = /(?:^|\s)[a-z]+\.[a-zA-Z]{3,}\b/m

/** A page on a line by which the room comes, but not the words of the conversation. */
async function withoutWords(address: string) {
  const page = await newPage()
  await page.route('**/words.fi.json', (route) => route.abort())
  const later = page.waitForResponse('**/assets/later-*.js')
  await page.goto(`${harness.url}${address}`)
  await page.locator('.foot').waitFor()
  await later
  return page
}

describe('while the words have not come', () => {
  it('no name of a text stands in its place, after the first answer either', async () => {
    const page = await withoutWords('/chat/fi?station=laukaa')
    await answer(page, 'Asuminen')
    await button(page, 'Yritä uudelleen').waitFor()
    expect(await text(page)).not.toMatch(NAME)
  })

  it('the same look finds a name (red twin)', () => {
    expect('Etusivu keep.title').toMatch(NAME)
  })

  it('a conversation kept before is offered when they have', async () => {
    const page = await openRoom()
    await page.evaluate(() => sessionStorage.setItem('kynnys', '{"needs":["housing"]}'))
    await page.route('**/words.fi.json', (route) => route.abort())
    await page.reload()
    await answer(page, 'Asuminen')
    const again = button(page, 'Yritä uudelleen')
    await again.waitFor()
    expect(await text(page)).not.toMatch(NAME)
    await page.unroute('**/words.fi.json')
    await again.click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
  })

  it('a language that does not come is said so', async () => {
    const page = await withoutWords('/chat/fi?station=laukaa')
    await page.locator('.foot a[target]').first().waitFor()
    await page.route('**/chat/sv**', (route) => route.abort())
    await page.locator('.tongues').getByRole('link', { name: 'svenska' }).click()
    await page.getByText('Kieli ei nyt vaihtunut').waitFor()
  })

  it('the way back says that it did not come, and can be tried again', async () => {
    const page = await withoutWords('/chat/fi/request?station=laukaa')
    const again = button(page, 'Yritä uudelleen')
    await again.waitFor()
    expect(await text(page)).not.toMatch(NAME)
    await page.unroute('**/words.fi.json')
    await again.click()
    await page.getByLabel('Oma koodisi').waitFor()
  })
})
