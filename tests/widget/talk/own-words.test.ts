import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axeFinds, phone } from '../../support/screen/browser.ts'
import { fieldOf, seeCard } from '../../support/screen/request-form.ts'
import { answer, button, heading, ready, walkBy, withChat } from '../room.ts'

const { harness, newPage, openRoom, ownPage } = withChat()
const PHRASES = '/api/content/1/phrases.fi.json'
const FIELD = 'Kerro omin sanoin, mikä painaa'
const DEBTS = 'Velat, joista on vaikea selvitä'

const field = (page: Page) => page.getByLabel(FIELD)
const offered = (page: Page) => page.locator('.offered .row')
const offers = async (page: Page, text: string) => {
  await field(page).fill(text)
  await offered(page).first().waitFor()
  return offered(page).allTextContents()
}
const askedFor = (part: string) => harness.asked.filter(({ path }) => path.includes(part)).length

describe('one’s own words on the first screen', () => {
  it('offer up to three matters, tick none of them, and leave the whole list and the strip in view', async () => {
    const page = await openRoom()
    const all = await page.locator('.question .rows .row').count()
    const found = await offers(page, 'Ulosottomies soitti taas ja luotto meni')
    expect(found).toContain(DEBTS)
    expect(found.length).toBeLessThanOrEqual(3)
    expect(await page.locator('.question input:checked').count()).toBe(0)
    expect(await page.locator('.question .rows:not(.offered) .row').count()).toBe(all)
    expect(await page.getByText('Onko hätä nyt?').isVisible()).toBe(true)
    expect(await axeFinds(page)).toEqual([])
  })

  it('one tick there is the same as one in the list, and is taken back by the same press', async () => {
    const page = await openRoom()
    await offers(page, 'Ulosottomies soitti taas ja luotto meni')
    const [above, below] = [
      page.locator('.offered').getByLabel(DEBTS),
      page.locator('.rows:not(.offered)').getByLabel(DEBTS),
    ]
    await above.check()
    expect(await below.isChecked()).toBe(true)
    await below.uncheck()
    expect(await above.isChecked()).toBe(false)
    await above.check()
    await button(page, 'Jatka').click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
  })

  it('what they need is fetched when the field is entered, whatever is written, and only once', async () => {
    const page = await openRoom()
    await page.waitForLoadState('networkidle')
    expect(askedFor(PHRASES)).toBe(0)
    await field(page).focus()
    await expect.poll(() => askedFor(PHRASES)).toBe(1)
    await expect.poll(() => askedFor('/assets/matching-')).toBe(1)
    const before = harness.asked.length
    await offers(page, 'Salainen asia: rahat loppuivat')
    await offers(page, 'Äiti ei muista syödä')
    expect(harness.asked.slice(before)).toEqual([])
    expect(askedFor('item-phrases')).toBe(0)
  })

  it('who writes nothing gets the same after the first answer, whatever it is', async () => {
    const page = await openRoom()
    await page.waitForLoadState('networkidle')
    await answer(page, 'Jokin muu asia')
    await expect.poll(() => askedFor(PHRASES)).toBe(1)
  })

  it('when it does not come the options stay as they are, and the next wish tries again', async () => {
    harness.api.set(`GET ${PHRASES}`, () => ({ status: 500 }))
    const page = await openRoom()
    await field(page).fill('vuokra on rästissä')
    await expect.poll(() => askedFor(PHRASES)).toBe(1)
    await expect
      .poll(async () => (await page.locator('.own [role="status"]').allTextContents()).join(''))
      .toBe('')
    expect(await offered(page).count()).toBe(0)
    await page.locator('.rows').getByLabel(DEBTS).check()
    await button(page, 'Jatka').click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    await expect.poll(() => askedFor(PHRASES)).toBe(2)
  })

  it.each([
    ['five thousand letters', 'laskut '.repeat(700)],
    ['emoji and pasted HTML', '😭😭 <b onclick="x">rahat</b> loppu &amp; <script>'],
    ['another language and writing', 'مرحبا я не понимаю rahat loppu'],
    ['nothing but signs', '?!… 🙂'],
    ['dots left out', 'aiti on yksin eika syo'],
  ])('%s do no harm', async (_, text) => {
    const page = await openRoom()
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    await field(page).fill(text)
    await expect.poll(() => page.locator('#own-found').textContent()).not.toContain('Hetki')
    expect(await offered(page).count()).toBeLessThanOrEqual(3)
    expect(await field(page).inputValue()).toBe(text)
    expect(errors).toEqual([])
  })

  it('no service of the browser reads along, and the field has no name', async () => {
    const page = await openRoom()
    const has = (name: string) => field(page).getAttribute(name)
    expect(await has('autocomplete')).toBe('off')
    expect(await has('spellcheck')).toBe('false')
    expect(await has('writingsuggestions')).toBe('false')
    expect(await has('autocorrect')).toBe('off')
    expect(await has('name')).toBe(null)
  })

  it('fear that is told or ticked there has its number right below the field', async () => {
    const page = await openRoom()
    await field(page).fill('mies löi minua')
    const help = page.locator('.own .help')
    await help.getByRole('link', { name: /Nollalinja/ }).waitFor()
    await field(page).fill('')
    await expect.poll(() => help.count()).toBe(0)
    await offers(page, 'Entinen soittelee yötä päivää eikä jätä rauhaan')
    const fear = page.locator('.offered').getByLabel('Pelko, uhka tai väkivalta')
    const before = await fear.boundingBox()
    await fear.check()
    await help.getByRole('link', { name: 'Soita 112' }).waitFor()
    // it stands once, and what was pressed stays where it was
    expect(await page.locator('.help').count()).toBe(1)
    expect((await fear.boundingBox())?.y).toBe(before?.y)
    await fear.uncheck()
    await expect.poll(() => help.count()).toBe(0)
  })

  it('what was typed before the script came counts', async () => {
    const page = await newPage()
    let release = () => {}
    const held = new Promise<void>((go) => {
      release = go
    })
    await page.route('**/assets/app-*.js', async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`, { waitUntil: 'commit' })
    await field(page).fill('Velkaa on liikaa ja ulosotto vie palkan')
    release()
    await offered(page).getByText(DEBTS).waitFor()
    expect(await field(page).inputValue()).toContain('ulosotto')
  })

  it('a language without phrases has no field, and asks for nothing', async () => {
    const page = await newPage()
    await page.goto(`${harness.url}/chat/sv?station=laukaa`)
    await ready(page)
    expect(await page.locator('#own').count()).toBe(0)
    expect(askedFor('phrases')).toBe(0)
  })

  it('without script nobody is offered a field that does nothing', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await heading(page, 'Missä asioissa haluat neuvoa tai apua?').waitFor()
    expect(await field(page).isVisible()).toBe(false)
  })
})

const sent = () => harness.asked.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body))

describe('one’s own words later', () => {
  const TOLD = 'Ulosotto vie palkan enkä tiedä mitä tehdä'
  const toRequest = async (page: Page) => {
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    await page.locator('.human summary').click()
    await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  }

  it('come into the request only when it is wished, can be changed there, and are no answer', async () => {
    const page = await openRoom()
    await field(page).fill(TOLD)
    await page.locator('.rows:not(.offered)').getByLabel(DEBTS).check()
    await button(page, 'Jatka').click()
    await toRequest(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    const own = await fieldOf(page, 'Omin sanoin')
    expect(await own.inputValue()).toBe('')
    await page.getByText('Alussa kirjoitit:').waitFor()
    await button(page, 'Ota tämä mukaan pyyntöön').click()
    expect(await own.inputValue()).toBe(TOLD)
    expect(await own.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(await page.getByText('Alussa kirjoitit:').count()).toBe(0)
    await own.fill('Ulosotto vie palkan')
    await seeCard(page)
    await button(page, 'Lähetä').click()
    await expect.poll(() => sent().length).toBe(1)
    const [body] = sent()
    expect(body.contact.ownWords).toBe('Ulosotto vie palkan')
    expect(JSON.stringify(body.answers)).not.toContain('Ulosotto')
  })

  it('what is longer than may be sent is said there, and nothing of it is cut', async () => {
    const page = await openRoom()
    const long = 'Rahat loppuivat taas. '.repeat(30).trim()
    await field(page).fill(long)
    await page.locator('.rows:not(.offered)').getByLabel(DEBTS).check()
    await button(page, 'Jatka').click()
    await toRequest(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    const own = await fieldOf(page, 'Omin sanoin')
    await button(page, 'Ota tämä mukaan pyyntöön').click()
    expect(await own.inputValue()).toBe(long)
    await page
      .getByText(`Merkkejä liikaa: ${long.length - 500}.`)
      .first()
      .waitFor()
    await button(page, 'Katso, mitä lähetetään').click()
    await page.getByText('Teksti on liian pitkä. Lyhennä sitä.').waitFor()
    expect(await own.evaluate((element) => element.matches(':focus'))).toBe(true)
    expect(sent()).toEqual([])
  })

  it('at the end they add a matter, and the conversation goes on with it', async () => {
    const page = await openRoom()
    await answer(page, 'Jokin muu asia')
    await walkBy(page, [])
    await page.getByText('Jäikö jokin asia kertomatta?').click()
    const found = await offers(page, TOLD)
    expect(found).toContain(DEBTS)
    await page.locator('.offered').getByLabel(DEBTS).check()
    await button(page, 'Lisää ja jatka').click()
    await expect.poll(() => page.locator('.question .about').textContent()).toContain(DEBTS)
  })

  it('fear that was told in them keeps its number on every screen after, and safety is asked first', async () => {
    const page = await openRoom()
    await field(page).fill('Mies löi minua')
    await page.locator('.rows:not(.offered)').getByLabel('Asuminen').check()
    await button(page, 'Jatka').click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    await page.locator('.bar').getByRole('link').first().waitFor()
    await page.locator('.human summary').click()
    await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
    expect(await page.locator('.request legend').first().textContent()).toBe(
      'Onko turvallista, että soitamme tai kirjoitamme?',
    )
    // taking them into the request takes nothing of it away
    await button(page, 'Ota tämä mukaan pyyntöön').click()
    expect(await page.getByText('Alussa kirjoitit:').count()).toBe(0)
    expect(await page.locator('.request legend').first().textContent()).toBe(
      'Onko turvallista, että soitamme tai kirjoitamme?',
    )
    // it goes with the words
    await button(page, 'Takaisin').click()
    await button(page, 'Edellinen kysymys').click()
    await field(page).fill('')
    await page.locator('.rows:not(.offered)').getByLabel('Asuminen').waitFor()
    await button(page, 'Jatka').click()
    await heading(page, 'Kenen asiasta on kyse?').waitFor()
    await expect.poll(() => page.locator('.bar').count()).toBe(0)
  })

  it('fear ticked at the end is told, also where it is not added', async () => {
    const page = await openRoom()
    await answer(page, 'Jokin muu asia')
    await walkBy(page, [])
    await page.getByText('Jäikö jokin asia kertomatta?').click()
    await offers(page, 'Entinen soittelee yötä päivää eikä jätä rauhaan')
    await page.locator('.offered').getByLabel('Pelko, uhka tai väkivalta').check()
    await page.locator('.human summary').click()
    await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
    await page.locator('.bar').getByRole('link').first().waitFor()
  })

  it('what is ticked at the end stays there, whatever is written after, and nothing of it is printed', async () => {
    const page = await openRoom()
    await answer(page, 'Jokin muu asia')
    await walkBy(page, [])
    await page.getByText('Jäikö jokin asia kertomatta?').click()
    await offers(page, TOLD)
    await page.locator('.offered').getByLabel(DEBTS).check()
    await field(page).fill('Äiti ei muista syödä')
    await expect.poll(() => offered(page).count()).toBe(3)
    expect(await page.locator('.offered').getByLabel(DEBTS).isChecked()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await field(page).isVisible()).toBe(false)
  })

  it('in another language chosen in place they are offered as that language has phrases', async () => {
    const page = await openRoom()
    await offers(page, TOLD)
    await page.getByRole('link', { name: 'svenska' }).click()
    await page.locator(':root[lang="sv"]').waitFor({ state: 'attached' })
    await expect.poll(() => page.locator('#own').count()).toBe(0)
    expect(askedFor('phrases.sv')).toBe(0)
  })

  it('on the page of all advice they lead to items of that page', async () => {
    const page = await newPage()
    await page.goto(`${harness.url}/chat/fi/advice?station=laukaa`)
    await page.waitForLoadState('networkidle')
    expect(askedFor('phrases')).toBe(0)
    await field(page).focus()
    await expect.poll(() => askedFor('item-phrases')).toBe(1)
    await field(page).fill('hammas on kipeä')
    const first = page.locator('.offered a').first()
    await first.waitFor()
    await first.click()
    expect(new URL(page.url()).hash).toBe('#dental')
    await expect.poll(() => page.locator('#dental').isVisible()).toBe(true)
    await field(page).fill('Mies löi minua')
    await page
      .locator('.own .help')
      .getByRole('link', { name: /Nollalinja/ })
      .waitFor()
    expect(harness.asked.map(({ path }) => path).filter((path) => /dialogue|promises/.test(path))).toEqual([])
  })
})
