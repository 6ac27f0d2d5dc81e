import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { answer, button, heading, LOOKING, posted, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom } = withChat()

const POST = 'POST /api/callback-requests'
const MINE = 'GET /api/callback-requests/mine'
const send = (page: Page, name: string | RegExp = /^Lähetä/) => button(page, name).click()
const arrived = (page: Page) => heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
const rows = (page: Page) => page.locator('.card li:not(.removed) b').allTextContents()

/** The card of somebody who answered much, some of it before they changed their mind. */
async function longCard(ownWords = '') {
  const page = await openRoom()
  await answer(page, 'Raha-asiat ja laskut')
  await answer(page, 'Muun läheisen tai naapurin')
  await page.getByText('Nyt puhutaan').waitFor()
  await page.locator('.earlier summary').click()
  await button(page, /^Muuta.*Asiat/).click()
  await walkToEnd(page, 'Arjen askareet ja itsestä huolehtiminen')
  await toCard(page, ownWords)
  return page
}

/** The card of somebody who asks for a call and has answered one question. */
async function card(ownWords = '') {
  const page = await openRoom()
  await answer(page, LOOKING)
  await toCard(page, ownWords)
  return page
}

describe('the card', () => {
  long('loses with a line those that depended on it, and gets them back', async () => {
    const page = await longCard()
    const whole = await rows(page)
    await button(page, /^Poista Asiat/).click()
    await page.locator('.card').getByText('Poistettu: Asiat').waitFor()
    const left = await rows(page)
    expect(left.length).toBeLessThan(whole.length - 1)
    expect(left.join()).not.toContain('Raha')
    await button(page, /^Palauta Asiat/).click()
    expect(await rows(page)).toEqual(whole)
  })

  it('what is sent is what it shows: no removed line, own words or hidden answer', async () => {
    const page = await longCard('Äiti on väsynyt')
    await button(page, /^Poista Asiat/).click()
    await button(page, /^Poista Omin sanoin/).click()
    const shown = await rows(page)
    await send(page)
    await arrived(page)
    const [body] = posted(harness)
    expect(body?.answers.needs).toBe('declined')
    expect(Object.keys(body?.answers ?? {}).filter((address) => address.includes('/'))).toEqual([])
    expect(body?.contact).not.toHaveProperty('ownWords')
    // besides the answers stand the number and whom to contact; the removed line is only in the answers
    expect(Object.values(body?.answers ?? {}).filter((value) => value !== 'declined')).toHaveLength(
      shown.length - 2,
    )
  })

  long('every line can be taken away, and Send is still there', async () => {
    const page = await longCard()
    const remove = button(page, /^Poista/)
    while ((await remove.count()) > 0) await remove.first().click()
    await send(page)
    await arrived(page)
    expect(new Set(Object.values(posted(harness)[0]?.answers ?? {}))).toEqual(new Set(['declined']))
  })
})

describe('sending', () => {
  it('gives the promise, the code in fours, and follows', async () => {
    const page = await card()
    await send(page)
    await arrived(page)
    const { code } = posted(harness)[0] ?? { code: '' }
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(await page.locator('.code').textContent()).toBe(code.match(/.{4}/g)?.join('-'))
    expect(await page.locator('.promise').textContent()).toBe('Soitamme sinulle ma 28.12. klo 16 mennessä')
    await page.getByText('Mitä nyt tapahtuu').waitFor()
  })

  long('tells when the promise differs from the estimate', async () => {
    const promise = { day: '2026-12-29', by: '16:00', until: '2026-12-29T14:00:00Z' }
    harness.api.set(POST, () => ({
      status: 201,
      body: {
        id: '1',
        reference: 'L-27',
        promise,
        callers: [],
        segment: 'x',
        verified: true,
        finished: true,
      },
    }))
    // the page of the request says the same as the receipt, as it does of the server
    const mine = harness.api.get(MINE)?.()?.body as object
    harness.api.set(MINE, () => ({ status: 200, body: { ...mine, promise } }))
    const page = await card()
    await send(page)
    await page.getByText('Aika muuttui').waitFor()
    expect(await page.locator('.promise').textContent()).toContain('ti 29.12. klo 16 mennessä')
  })

  it.each(
    some(
      [
        ['the server is away', () => ({ status: 503, body: { code: 'unavailable' } })],
        ['no answer comes', () => undefined],
        ['the answer is not JSON', () => ({ status: 502 })],
      ],
      3,
    ),
  )(
    'keeps everything when %s, shows the numbers, and tries again as the same request',
    async (_, failing) => {
      const working = harness.api.get(POST)
      harness.api.set(POST, failing)
      const page = await card('Äiti on väsynyt')
      await send(page)
      await page.getByText('Mitään ei kadonnut').waitFor()
      expect(await page.getByRole('link', { name: '116 117' }).first().isVisible()).toBe(true)
      expect((await rows(page)).join()).toContain('Äiti on väsynyt')
      if (working) harness.api.set(POST, working)
      await send(page, 'Yritä nyt')
      await arrived(page)
      const bodies = posted(harness)
      // a browser itself tries again when a connection breaks: one more reason to send the same request each time
      expect(bodies.length).toBeGreaterThanOrEqual(2)
      for (const body of bodies) expect(body).toEqual(bodies[0])
    },
  )

  it('withdraws what arrived unseen when a line was removed since, and sends the card as it now is', async () => {
    const working = harness.api.get(POST)
    harness.api.set(POST, () => undefined)
    const page = await card()
    await send(page)
    await page.getByText('Mitään ei kadonnut').waitFor()
    let tries = 0
    harness.api.set(POST, () =>
      tries++ === 0 ? { status: 409, body: { code: 'already-received' } } : working?.(),
    )
    await button(page, /^Poista Asiat/).click()
    await page.getByText('Lähetys ei onnistunut').waitFor()
    await send(page, 'Lähetä uudelleen')
    await arrived(page)
    const bodies = posted(harness)
    expect(bodies.at(-2)?.id).toBe(bodies[0]?.id)
    expect(bodies.at(-1)?.id).not.toBe(bodies[0]?.id)
    expect(bodies.at(-1)?.code).not.toBe(bodies[0]?.code)
    expect(bodies.at(-1)?.answers.needs).toBe('declined')
    expect(harness.asked.some(({ method }) => method === 'DELETE')).toBe(true)
  })

  long('brings a number that the server refuses back to its field', async () => {
    harness.api.set(POST, () => ({ status: 422, body: { code: 'invalid-field', field: '/contact/phone' } }))
    const page = await card()
    await send(page)
    await page.locator('[aria-invalid]').waitFor()
    expect(await page.getByLabel('Puhelinnumero').inputValue()).toBe('040 123 4567')
  })
})

describe('the way back', () => {
  const open = async () => {
    const page = await newPage()
    await page.goto(`${harness.url}/chat/fi/request?station=laukaa`)
    await page.getByLabel('Oma koodisi').fill('k7qm-3vzx-90ab')
    await page.keyboard.press('Enter')
    return page
  }
  it('opens by the code as people type it, corrects, and withdraws after asking', async () => {
    const page = await open()
    await page.getByText('Pyyntösi on jonossa').waitFor()
    await page.getByText('Muuta tietoja').click()
    await page.getByLabel('Uusi puhelinnumero').fill('050 765 4321')
    await button(page, 'Tallenna muutokset').click()
    await page.getByText('Muutokset on tallennettu').waitFor()
    const patch = harness.asked.find(({ method }) => method === 'PATCH')
    expect(JSON.parse(patch?.body ?? '')).toEqual({ contact: { phone: '+358507654321' } })
    await button(page, 'Peru pyyntö').click()
    expect(harness.asked.some(({ method }) => method === 'DELETE')).toBe(false)
    await button(page, 'Kyllä, peru ja poista').click()
    await page.getByText('Pyyntö on peruttu').waitFor()
  })

  long('follows kindly: an attempt that missed', async () => {
    const mine = harness.api.get(MINE)?.()?.body as object
    const attempts = [{ at: '2026-12-28T08:15:00Z' }]
    harness.api.set(MINE, () => ({ status: 200, body: { ...mine, attempts } }))
    const page = await open()
    await page.getByText('Yritimme tavoittaa sinua ma 28.12. aamupäivällä').waitFor()
  })

  long('tells a wrong code from a withdrawn request', async () => {
    harness.api.set(MINE, () => ({ status: 404, body: { code: 'not-found' } }))
    const page = await open()
    await page.getByText('Tällä koodilla ei löydy pyyntöä').waitFor()
    harness.api.set(MINE, () => ({ status: 410, body: { code: 'gone' } }))
    const other = await open()
    await other.getByText('Pyyntöä ei enää ole').waitFor()
  })
})
