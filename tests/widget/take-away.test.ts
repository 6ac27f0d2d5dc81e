import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long, longDescribe } from '../support/long.ts'
import { axeFinds, phone } from '../support/screen/browser.ts'
import { answer, button, FIRST, heading, LOOKING, ready, toCard, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()

const summary = (page: Page, name: string) => page.locator('summary').filter({ hasText: name })
const openPanel = async (page: Page) => {
  await summary(page, 'Tallenna keskustelu').click()
  await page.locator('.paper').waitFor()
}

/** What of the contact stands in a text: long enough that no date, code or number of a line makes it by chance. */
const ofContact = (text: string) =>
  ['040 123', '123 4567', '0401234567', '401234567', 'Salainen'].filter((part) => text.includes(part))

/** The result, with what can be saved of it opened. */
async function saving(first = LOOKING) {
  const page = await openRoom()
  await walkToEnd(page, first)
  await openPanel(page)
  return page
}

describe('saving the conversation', () => {
  it('shows what is saved: questions and answers, steps, numbers, and that a program spoke; on paper nothing else stands', async () => {
    const page = await saving('Asuminen')
    const paper = await page.getByRole('region', { name: 'Tämä tallennetaan' }).textContent()
    for (const told of ['automaattinen neuvonta', FIRST, 'Asuminen', 'Palveluohjaaja soittaa', '116 117'])
      expect(paper).toContain(told)
    expect(await page.getByText('Jos laite on yhteinen, muutkin voivat lukea sen.').isVisible()).toBe(true)
    expect(await axeFinds(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.paper').isVisible()).toBe(true)
    expect(await page.locator('.three').isVisible()).toBe(false)
    expect(await page.locator('.save button').first().isVisible()).toBe(false)
  })

  long('as a file whose name tells nothing, with the same text', async () => {
    const page = await saving('Asuminen')
    const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Lataa tiedosto').click()])
    expect(file.suggestedFilename()).toMatch(/^kynnys-\d{4}-\d{2}-\d{2}\.txt$/)
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain(`* ${FIRST}\n   Asuminen`)
    expect(text).toMatch(/1\. Palveluohjaaja soittaa/)
    await page.getByText('Tiedosto on ladattu').waitFor()
  })

  long('to the clipboard', async () => {
    const page = await ownPage({ ...phone, permissions: ['clipboard-read', 'clipboard-write'] })
    await page.goto(`${harness.url.replace('127.0.0.1', 'localhost')}/chat/fi?station=laukaa`)
    await ready(page)
    await walkToEnd(page, LOOKING)
    await openPanel(page)
    await button(page, 'Kopioi teksti').click()
    await page.getByText('Teksti on kopioitu.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(FIRST)
  })

  long(
    'in a browser that has no idle time and no clipboard too: the file comes, and what could not be done is said',
    async () => {
      const page = await openRoom()
      await page.evaluate(() => {
        Reflect.deleteProperty(window, 'requestIdleCallback')
        Object.defineProperty(navigator, 'clipboard', { value: undefined })
      })
      await walkToEnd(page, LOOKING)
      await openPanel(page)
      await button(page, 'Lataa tiedosto').click()
      await page.getByText('Tiedosto on ladattu').waitFor()
      await button(page, 'Kopioi teksti').click()
      await page.getByText('Kopiointi ei onnistunut').waitFor()
    },
  )
})

longDescribe('saving after sending', () => {
  it('has the promise and the reference and nothing of the contact; the code only when it is ticked', async () => {
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    await toCard(page, 'Salainen')
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    await openPanel(page)
    const paper = async () => (await page.locator('.paper').textContent()) ?? ''
    expect(await paper()).toContain('ma 28.12. klo 16 mennessä')
    expect(await paper()).toContain('L-27')
    expect(ofContact(await paper())).toEqual([])
    const code = (await page.locator('.code').textContent()) ?? ''
    expect(code).toMatch(/^[0-9A-Z]{4}-/)
    expect(await paper()).not.toContain(code)
    await page.getByLabel(/Ota mukaan oma koodini/).check()
    expect(await paper()).toContain(code)
  })
})

const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
const KEEP = 'Pidä tämä keskustelu tällä laitteella'

async function keepIt(page: Page) {
  await answer(page, 'Asuminen')
  await summary(page, 'Jos haluat jatkaa myöhemmin').click()
  await page.getByLabel(KEEP).check()
  await expect.poll(() => stored(page)).toContain('housing')
}

describe('keeping the conversation on the device', () => {
  it('nothing is stored unless it is asked for', async () => {
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    await toCard(page, 'Salainen')
    expect(await stored(page)).toBe('{}')
    expect(await page.context().cookies()).toEqual([])
  })

  long('the same look finds what was kept (red twin)', async () => {
    const page = await openRoom()
    await keepIt(page)
    expect(await stored(page)).not.toBe('{}')
  })

  it('goes on after a reload from where it was, with the later answers kept too', async () => {
    const page = await openRoom()
    await keepIt(page)
    await answer(page, 'Muun läheisen tai naapurin')
    await page.locator('.last').getByText('Muun läheisen tai naapurin').waitFor()
    await page.reload()
    await heading(page, 'Sinulla on keskustelu kesken').waitFor()
    await button(page, 'Jatka siitä, mihin jäit').click()
    await page.getByText('Nyt puhutaan: Asuminen').waitFor()
    expect(await page.locator('.earlier').textContent()).toContain('Muun läheisen tai naapurin')
  })

  long('what an older page kept in another shape is not offered, and stops nobody', async () => {
    const page = await openRoom()
    await page.evaluate((text) => sessionStorage.setItem('kynnys', text), '{"needs":["housing"]}')
    await page.reload()
    await answer(page, 'Asuminen')
    await page.getByRole('group', { name: 'Kenen asiasta on kyse?' }).waitFor()
    expect(await page.getByText('Sinulla on keskustelu kesken').count()).toBe(0)
  })

  long(
    'a conversation begun anew instead is not kept unasked, nor does it take the place of the one that was',
    async () => {
      const page = await openRoom()
      await keepIt(page)
      await page.reload()
      await heading(page, 'Sinulla on keskustelu kesken').waitFor()
      await answer(page, 'Raha-asiat ja laskut')
      await summary(page, 'Jos haluat jatkaa myöhemmin').click()
      expect(await page.getByLabel(KEEP).isChecked()).toBe(false)
      expect(await stored(page)).toContain('housing')
      expect(await stored(page)).not.toContain('money')
      await page.getByLabel(KEEP).check()
      await expect.poll(() => stored(page)).toContain('money')
    },
  )

  long('is forgotten when unticked, and when wiped after a reload', async () => {
    const page = await openRoom()
    await keepIt(page)
    await page.getByLabel(KEEP).uncheck()
    await expect.poll(() => stored(page)).toBe('{}')
    await page.getByLabel(KEEP).check()
    await page.reload()
    await button(page, 'Poista se ja aloita alusta').click()
    await expect.poll(() => stored(page)).toBe('{}')
    expect(await page.getByText('Sinulla on keskustelu kesken').count()).toBe(0)
  })

  long('is forgotten when leaving quickly', async () => {
    const page = await openRoom()
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'Sää' }))
    await keepIt(page)
    for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    expect(await stored(page)).toBe('{}')
  })

  it('never holds the contact, and is forgotten when the request is sent', async () => {
    const page = await openRoom()
    await keepIt(page)
    await walkToEnd(page, 'Omastani')
    await toCard(page, 'Salainen')
    expect(await stored(page)).toContain('housing')
    expect(ofContact(await stored(page))).toEqual([])
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(await stored(page)).toBe('{}')
  })
})
