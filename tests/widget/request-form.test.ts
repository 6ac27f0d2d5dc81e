/** What the form asks of whom, and what it says while one writes. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long, longDescribe } from '../support/long.ts'
import { axeFinds, phone } from '../support/screen/browser.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'
import { placeOf } from './harness.ts'
import { answer, button, heading, openChat, posted, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()
const openOwn = async () => openChat(await ownPage({ ...phone, ticking: true }), harness)

/** Straight to the form by way of a person; `talk` answers something first. */
async function form(talk: (page: Page) => Promise<unknown> = async () => {}, opening = openRoom()) {
  const page = await opening
  await talk(page)
  await page.locator('.human summary').click()
  await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  await heading(page, 'Pyydä soitto').waitFor()
  return page
}
const afraid = async (page: Page) => {
  await page.locator('.strip > summary').click()
  await page.getByText('Pelkään, että joku satuttaa').click()
  await button(page, 'Takaisin keskusteluun').click()
}
const asks = (who: string) => async (page: Page) => {
  await answer(page, 'Asuminen')
  await answer(page, who)
}
const legends = (page: Page) => page.locator('.request legend').allTextContents()
const more = (page: Page) => button(page, 'Kerro, milloin sinulle sopii').click()
const sent = async (page: Page) => {
  await seeCard(page)
  await button(page, 'Lähetä').click()
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  return posted(harness)[0]
}

describe('safety', () => {
  long('is asked plainly of everyone, after the number, and stops nobody', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await button(page, 'Jatka').click()
    await heading(page, 'Vielä muutama asia').waitFor()
    expect((await legends(page))[0]).toBe('Onko turvallista, että soitamme tai kirjoitamme? (ei pakollinen)')
    await button(page, 'Katso, mitä lähetetään').click()
    await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  })

  it('comes before everything else and is answered, when fear of somebody near was told', async () => {
    const page = await form(afraid)
    expect((await legends(page))[0]).toBe('Onko turvallista, että soitamme tai kirjoitamme?')
    await button(page, 'Jatka').click()
    await page.getByText('Vastaa tähän, niin osaamme toimia turvallisesti').waitFor()
    await page.getByLabel('Ei aina, tai en ole varma').check()
    await page.getByText('Soittaja sanoo ensin vain etunimensä').waitFor()
    await page.getByLabel('Voit myös kertoa omin sanoin').fill('ti klo 9–12')
    await page.getByLabel('Älkää jättäkö viestiä').check()
    expect(await page.getByLabel('Aamupäivällä').count()).toBe(0)
    expect(await axeFinds(page)).toEqual([])
    await (await fieldOf(page, 'Puhelinnumero')).fill('040 123 4567')
    expect(await axeFinds(page)).toEqual([])
    const body = await sent(page)
    expect(body?.contact).toMatchObject({
      safeToCall: false,
      safeWhen: 'ti klo 9–12',
      mayLeaveMessage: false,
    })
    await page.getByText('vain silloin, kun se on turvallista: ti klo 9–12').waitFor()
  })
})

describe('somebody else', () => {
  it('a near one who does not know is not told: we contact the one who asks', async () => {
    const page = await form(asks('Muun läheisen tai naapurin'))
    expect(await page.getByText('Keneen otamme yhteyttä?').count()).toBe(0)
    await page.getByLabel('Ei tiedä vielä').check()
    await page.getByText('Emme kerro läheisellesi mitään').waitFor()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    expect((await sent(page))?.contact).toMatchObject({ whom: 'me', theyKnow: false })
  })

  long('a near one who knows may be called', async () => {
    const page = await form(asks('Muun läheisen tai naapurin'))
    await page.getByLabel('Kyllä tietää').check()
    await page.getByLabel('Läheiseeni').check()
    await page.getByLabel('Läheisesi puhelinnumero').fill('040 123 4567')
    expect((await sent(page))?.contact).toMatchObject({ whom: 'near-one', theyKnow: true })
  })

  it('a client is called only with permission, which was asked in the conversation', async () => {
    const page = await form(async (one) => {
      await asks('Asiakkaani, olen ammattilainen')(one)
      await answer(one, 'Ei, enkä kerro, kuka hän on')
    })
    await page.getByText('Älä kirjoita mitään, mistä asiakkaasi tunnistaa').waitFor()
    expect(await page.getByText('Keneen otamme yhteyttä?').count()).toBe(0)
    const other = await form(async (one) => {
      await asks('Asiakkaani, olen ammattilainen')(one)
      await answer(one, 'Kyllä on')
    })
    await other.getByLabel('Asiakkaaseeni').check()
    await other.getByLabel('Asiakkaasi puhelinnumero').waitFor()
  })
})

longDescribe('ways', () => {
  it('a text message is written by a person: this page sends none', async () => {
    const page = await form()
    await page.getByLabel('Kirjoittakaa tekstiviesti').check()
    await page.getByText('Tämä sivu ei lähetä tekstiviestejä').waitFor()
    await more(page)
    await page.getByText('Onko turvallista').waitFor()
    expect(await page.getByText('voimmeko jättää viestin').count()).toBe(0)
  })

  it('a shared phone: what is said to somebody else', async () => {
    const page = await form()
    await page.getByLabel('Soittakaa, puhelin on yhteinen muiden kanssa').check()
    await page.getByLabel('Sanokaa vain, että soitatte uudelleen').check()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    expect((await sent(page))?.contact).toMatchObject({ way: 'shared-phone', ifOther: 'call-later' })
  })

  it('without a phone: where and when, among the stations of those who will meet', async () => {
    const page = await form()
    await page.getByLabel('Tulen käymään asemalla').check()
    await page
      .getByText('Annamme sinulle ajan asemalle. Näet sen koodillasi viimeistään ma 28.12. klo 16.')
      .waitFor()
    const stations = page.getByRole('group', { name: 'Mille asemalle tulet?' })
    expect(await stations.getByRole('radio').count()).toBe(3)
    await stations.getByLabel(/^Konneveden/).check()
    const body = await sent(page)
    expect(body).toMatchObject({ station: 'konnevesi', contact: { way: 'visit' } })
    expect(body?.contact).not.toHaveProperty('phone')
  })
})

describe('own words', () => {
  it('warn gently of an identity code, show who helps in danger, count calmly, and have safety answered', async () => {
    const page = await form()
    const field = await fieldOf(page, 'Omin sanoin')
    await field.fill('Hei')
    expect(await page.getByText('Merkkejä jäljellä').count()).toBe(0)
    await field.fill(`Mies hakkaa. Tunnus 010190-123A ${'x'.repeat(400)}`)
    await page.getByText('näyttää olevan henkilötunnus').waitFor()
    await page.getByText('Jos jollakulla on hätä nyt, soita heti').waitFor()
    expect(await page.locator('.help').getByRole('link', { name: '080 005 005' }).isVisible()).toBe(true)
    await page.getByText('Merkkejä jäljellä: 68').waitFor()
    expect(harness.asked.some(({ body }) => body.includes('hakkaa'))).toBe(false)
    await button(page, 'Katso, mitä lähetetään').click()
    // the number was not given yet: its screen comes, and the field has the focus
    await page.getByText('Tarkista puhelinnumero').waitFor()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await button(page, 'Katso, mitä lähetetään').click()
    // fear was written: is it safe to call
    await page.getByText('Vastaa tähän, niin osaamme toimia turvallisesti').waitFor()
    await page.getByLabel('Kyllä, milloin vain').check()
    await button(page, 'Katso, mitä lähetetään').click()
    await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  })
})

describe('own words of danger where every number is past its check date', () => {
  const lines = placeOf().lines.map((line) => ({ ...line, number: null }))
  const elsewhere = withChat({ place: { lines } })

  it('bring 112 and the honest word that no other is known', async () => {
    const page = await form(undefined, elsewhere.openRoom())
    await (await fieldOf(page, 'Omin sanoin')).fill('Pelkään miestäni, hän hakkaa')
    const help = page.locator('.said .help')
    await help.waitFor()
    expect(
      await help.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href'))),
    ).toEqual(['tel:112'])
    await help.getByText('Emme tiedä tähän asiaan omaa numeroa').waitFor()
  })
})

describe('following', () => {
  const MINE = 'GET /api/callback-requests/mine'
  const reads = () => harness.asked.filter(({ method, path }) => `${method} ${path}` === MINE).length

  long('asks nothing while nobody looks, and at once when somebody does', async () => {
    const page = await form(undefined, openOwn())
    await page.clock.install({ time: '2026-12-22T10:00:00+02:00' })
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await sent(page)
    await page.getByText('Mitä nyt tapahtuu').waitFor()
    const look = (state: string) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'visibilityState', { value: now, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    await look('hidden')
    const before = reads()
    await page.clock.fastForward(600_000)
    // what had been asked for in that time would have come before this
    await page.evaluate(() => fetch('/neutral').then((answer) => answer.text()))
    expect(reads()).toBe(before)
    await look('visible')
    await expect.poll(reads).toBe(before + 1)
  })

  it('says that it is late instead of repeating a promise that has passed', async () => {
    const mine = harness.api.get(MINE)?.()?.body as { promise: object }
    const promise = { day: '2026-01-02', by: '16:00', until: '2026-01-02T14:00:00Z' }
    harness.api.set(MINE, () => ({ status: 200, body: { ...mine, promise } }))
    const page = await form()
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await sent(page)
    await page.getByText('Olemme myöhässä, anteeksi').waitFor()
    expect(await page.locator('.promise').count()).toBe(0)
  })
})
