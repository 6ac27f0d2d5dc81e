/** The request in small screens: a number and a way, what is good to know, the card, and what is said when it has been sent. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { longDescribe } from '../../support/long.ts'
import { axeFinds, phone } from '../../support/screen/browser.ts'
import { fieldOf, seeCard } from '../../support/screen/request-form.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { serveWidget } from '../harness.ts'
import { answer, button, heading, openChat, posted, toCard, walkBy, walkToEnd, withChat } from '../room.ts'

const { harness, openRoom, newPage } = withChat()

/** Words that can be read without opening anything, those of pinned bars and of what is folded above apart. */
const wordsIn = (page: Page) =>
  page.locator('section.request').evaluate((request) => {
    const root = request.getRootNode() as ShadowRoot
    const unseen = [...root.querySelectorAll<HTMLElement>('.unseen')]
    for (const one of unseen) one.hidden = true
    const { innerText } = request as HTMLElement
    for (const one of unseen) one.hidden = false
    return innerText.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length
  })
const askForPerson = async (page: Page) => {
  await page.locator('.human summary').click()
  await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.locator('.request .go').waitFor()
}
const fromResult = async (page: Page) => {
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.locator('.request .go').waitFor()
}
const send = async (page: Page) => {
  await button(page, 'Lähetä').click()
  await page.getByText('Mitä nyt tapahtuu').waitFor()
}
/** A person at once, who may be called on some half-day only. */
const sendUnsafe = async (page: Page) => {
  await askForPerson(page)
  await page.getByLabel('Puhelinnumero').fill('040 123 4567')
  await (await fieldOf(page, 'Ei aina, tai en ole varma')).check()
  await page.getByRole('checkbox', { name: 'tiistai aamupäivä', exact: true }).check()
  await seeCard(page)
  await send(page)
}
/** Where the heading of a screen begins, once it stands still. */
const lineOf = (page: Page) =>
  page.locator('#heading').evaluate(async (element) => {
    const root = element.getRootNode() as ShadowRoot
    await Promise.all(root.getAnimations().map(({ finished }) => finished))
    return Math.round(element.closest('.question')?.getBoundingClientRect().top ?? -1)
  })

describe('the form', () => {
  it('first asks a number and a way, in at most 45 words', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await fromResult(page)
    expect(await wordsIn(page)).toBeLessThanOrEqual(45)
    expect(await page.getByRole('textbox').count()).toBe(1)
    expect(await page.getByRole('radiogroup').or(page.locator('.request fieldset')).count()).toBe(1)
  })

  it('a person at once: five presses and a number, and the rest may be told all the same', async () => {
    const page = await openRoom()
    let presses = 0
    const press = async (name: string, where: Parameters<typeof button>[0] = page) => {
      await button(where, name).click()
      presses++
    }
    await page.locator('.human summary').click()
    presses++
    await press('Pyydä soitto', page.locator('.human') as never)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await press('Katso, mitä lähetetään')
    await press('Lähetä')
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(presses).toBeLessThanOrEqual(5)
    expect(posted(harness)[0]?.contact).toEqual({ way: 'call', phone: '+358401234567' })
  })

  it('stands at the line of the questions before it, and so does the card', async () => {
    const page = await openRoom(phone)
    await answer(page, 'Asuminen')
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    const line = await lineOf(page)
    await walkBy(page, ['Omastani'])
    await fromResult(page)
    expect(await lineOf(page)).toBe(line)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await button(page, 'Jatka').click()
    await heading(page, 'Vielä muutama asia').waitFor()
    expect(await lineOf(page)).toBe(line)
    await seeCard(page)
    await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
    expect(await lineOf(page)).toBe(line)
  })

  it('a visit needs no number, and what chooses it does not move under the finger', async () => {
    const page = await openRoom(phone)
    await askForPerson(page)
    const row = page.locator('.row', { hasText: 'Tulen käymään asemalla' })
    const place = async () => Math.round((await row.boundingBox())?.y ?? -1)
    const before = await place()
    await row.click()
    await page.getByText('Et tarvitse käyntiin puhelinnumeroa').waitFor()
    expect(await place()).toBe(before)
    await seeCard(page)
    await send(page)
    expect(posted(harness)[0]?.contact).toEqual({ way: 'visit' })
  })

  it('lists several faults on top, each the way to its field, and a single one has the focus itself', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await fromResult(page)
    const focused = () =>
      page.evaluate(() => {
        const one = document.querySelector('kynnys-room')?.shadowRoot?.activeElement
        return one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
          ? [...(one.labels ?? [])].map(({ textContent }) => textContent).join()
          : (one?.className ?? '')
      })
    await page.getByLabel('Puhelinnumero').fill('12')
    await button(page, 'Jatka').click()
    await page.getByText('Tarkista puhelinnumero').waitFor()
    expect(await focused()).toBe('Puhelinnumero')
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await (await fieldOf(page, 'Omin sanoin')).evaluate((one) => {
      const field = one as HTMLTextAreaElement
      field.value = 'x'.repeat(501)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await page.getByLabel('Ei aina, tai en ole varma').check()
    await button(page, 'Katso, mitä lähetetään').click()
    await page.getByText('Tarkista nämä kohdat').waitFor()
    expect(await focused()).toBe('error')
    expect(await axeFinds(page)).toEqual([])
    const list = page.locator('.request div.error').getByRole('button')
    expect(await list.count()).toBe(2)
    await list.nth(1).press('Enter')
    expect(await focused()).toBe('Omin sanoin')
    await list.nth(0).press('Enter')
    expect(await focused()).toContain('maanantai aamupäivä')
  })

  it('what was changed from the card leads back to it', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page)
    await button(page, /^Muuta/)
      .first()
      .click()
    await page.getByLabel('Puhelinnumero').fill('050 123 4567')
    await button(page, 'Katso, mitä lähetetään').click()
    await page.locator('.card').getByText('050 123 4567').waitFor()
  })
})

describe('the card', () => {
  it('says each matter once, as the title of its lines, and Send is in sight with how many lines go', async () => {
    const page = await openRoom(phone)
    await answer(page, 'Asuminen', 'Raha-asiat ja laskut')
    await walkBy(page, ['Omastani'])
    await toCard(page)
    const titles = await page.locator('.card h4').allTextContents()
    expect(titles).toEqual(['Yhteystiedot', 'Tilanne', 'Raha-asiat ja laskut', 'Asuminen'])
    const labels = await page.locator('.card li small').allTextContents()
    expect(labels.filter((label) => label.includes(': '))).toEqual([])
    const lines = await page.locator('.card li').count()
    const count = page.locator('.go small')
    expect(await count.textContent()).toBe(`Rivejä kortissa: ${lines}`)
    const box = await button(page, 'Lähetä').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(phone.viewport.height)
    await button(page, 'Poista Asuminen').click()
    await expect.poll(() => count.textContent()).not.toBe(`Rivejä kortissa: ${lines}`)
    await button(page, 'Palauta Asuminen').waitFor()
    expect(await axeFinds(page)).toEqual([])
  })
})

/** Presses the button and reads the file that the browser is given. */
async function calendarOf(page: Page) {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, 'Lisää kalenteriin').click()])
  const stream = await file.createReadStream()
  let text = ''
  for await (const part of stream) text += part
  return { name: file.suggestedFilename(), text }
}

describe('what is said when it has been sent', () => {
  it('is at most 90 words: the promise, the code, three things that happen now', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page)
    await send(page)
    expect(await wordsIn(page)).toBeLessThanOrEqual(90)
    expect(await page.locator('.now li').count()).toBe(3)
    await page.getByText('Tunnus, jos soitat').waitFor()
    expect(await page.getByText('Tulosta', { exact: true }).first().isVisible()).toBe(false)
    expect(await axeFinds(page)).toEqual([])
  })

  it('the calendar gets a file made here, under a word that says nothing of the matter', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page)
    await send(page)
    const before = harness.asked.length
    const { name, text } = await calendarOf(page)
    expect(name).toBe('Puhelu.ics')
    const lines = text.split('\r\n')
    expect(lines).toContain('SUMMARY:Puhelu')
    // by 16 in Finland, and from when calls begin that day
    expect(lines).toContain('DTEND:20261228T140000Z')
    expect(lines).toContain('DTSTART:20261228T060000Z')
    const [post] = posted(harness)
    for (const told of ['Kynnys', 'kynnys', 'Laukaa', post?.id, post?.code, '040', 'palvelu'])
      expect(text).not.toContain(told)
    expect(harness.asked.length).toBe(before)
  })

  it('no calendar is offered to one whose contact is not safe, or who told of fear', async () => {
    const page = await openRoom()
    await sendUnsafe(page)
    expect(await button(page, 'Lisää kalenteriin').count()).toBe(0)
    const other = await openRoom()
    await other.locator('.strip > summary').click()
    await other.getByText('Pelkään, että joku satuttaa').click()
    await button(other, 'Takaisin keskusteluun').click()
    await askForPerson(other)
    await other.getByLabel('Kyllä, milloin vain').check()
    await (await fieldOf(other, 'Puhelinnumero')).fill('040 123 4567')
    await seeCard(other)
    await send(other)
    expect(await button(other, 'Lisää kalenteriin').count()).toBe(0)
  })
})

longDescribe('a receipt that offers its calendar to everybody (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('calendar-for-all', [
        { file: 'widget/request/sent.tsx', find: 'safeToCall !== false && ', put: '' },
      ]),
    }),
  )
  it('offers it where contact is not safe', async () => {
    const page = await openChat(await newPage(), twin)
    await sendUnsafe(page)
    expect(await button(page, 'Lisää kalenteriin').count()).toBe(1)
  })
})
