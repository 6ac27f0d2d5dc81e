/** What somebody on the wire sees of a conversation: before Send nothing depends on an answer, and there is one origin. */

import type { Frame, Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { long } from '../support/long.ts'
import { until } from '../support/process.ts'
import { takes } from '../support/screen/choosing.ts'
import { eavesdropper, type Heard } from '../support/screen/eavesdropper.ts'
import { rowsOfRequest, tellRow } from '../support/screen/in-request.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'
import { opened, withApp, withBrowser } from '../support/screen/with-browser.ts'
import { answer, heading, lookOnly, openLauncher, press } from './resident.ts'

const server = withApp({})
const wire = opened(eavesdropper)
const { ownPage } = withBrowser({ proxy: () => wire.address, whole: true })

/** Two people who have nothing in common but the page they opened. */
type Person = {
  /** in own words on the first screen */
  own: string
  first: string
  row: 'first' | 'last'
  flag?: string
  way: string
  phone: string
  words: string
}
const CALM: Person = {
  own: 'Raha ei riitä vuokraan',
  first: 'Raha-asiat ja laskut',
  row: 'first',
  way: 'Soittakaa',
  phone: '040 123 4567',
  words: '',
}
const AFRAID: Person = {
  own: 'Mies hakkaa minua ja lapset pelkäävät',
  first: 'Lapset, perhe tai ero',
  row: 'last',
  flag: 'Pelkään, että joku satuttaa',
  way: 'Kirjoittakaa tekstiviesti',
  phone: '050 765 4321',
  words: 'Mies hakkaa minua. Tunnukseni on 010190-123A.',
}

/** Answers every question to the end: the row above all, or the one below all. */
async function answerAll(frame: Frame, { first, row }: Person) {
  const question = frame.locator('.question')
  await question.locator('.rows:not(.offered)').getByLabel(first, { exact: true }).check()
  for (let isFirst = true; ; isFirst = false) {
    const name = await question.locator('h2').textContent()
    if (isFirst || !(await takes(question, question.locator('.row')[row]()))) await press(frame, 'Jatka')
    await until('the next screen', async () => {
      if ((await frame.locator('.result').count()) > 0) return true
      const [now = name] = await question.locator('h2').allTextContents()
      return now !== name
    })
    if ((await frame.locator('.result').count()) > 0) return
  }
}

/** Answers every row of the request, those too that come by an answer: the first answer or the last, or in words. */
async function tellAll(frame: Frame, { row, words }: Person) {
  for (;;) {
    const left = (await rowsOfRequest(frame)).find((question) => question.endsWith('?'))
    if (left === undefined) return
    const shown = frame.locator('.request .asks > details').filter({ hasText: left })
    const options = await shown.locator('.row').allTextContents()
    const answer = options.at(row === 'first' ? 0 : -1) ?? (words || 'Lapset.')
    await tellRow(frame, left, answer)
  }
}

/** The host page with the chat open and its content there. @param plant what a faulty build would do there */
async function open(plant: (frame: Frame) => Promise<unknown> = async () => {}) {
  const from = wire.heard.length
  const page = await ownPage()
  // the day of the server's clock: to a browser of a later day its promises would be past
  await page.clock.setFixedTime(server.clock.now())
  const issued: string[] = []
  page.on('request', (request) => issued.push(request.url()))
  await page.goto(`${server.url}/`)
  const frame = await openLauncher(page)
  await plant(frame)
  await until('the content has come', async () =>
    wire.heard.slice(from).some(({ url }) => /advice\.fi/.test(url)),
  )
  return { frame, issued, from }
}

/** From the host page to the card with Send on it. @returns the requests until then, and the frame */
async function toCard(person: Person, plant?: (frame: Frame) => Promise<unknown>) {
  const { frame, issued, from } = await open(plant)
  if (person.flag) {
    await frame.locator('.strip > summary').click()
    await frame.getByText(person.flag).click()
    await press(frame, 'Takaisin keskusteluun')
  }
  await frame.getByLabel('Kerro omin sanoin, mikä painaa').fill(person.own)
  await frame.locator('.offered').waitFor()
  await answerAll(frame, person)
  await press(frame, 'Pyydä soitto')
  await heading(frame, 'Pyydä soitto').waitFor()
  if (person.flag) {
    await frame.getByLabel('Ei aina, tai en ole varma').check()
    await frame.getByRole('checkbox', { name: 'tiistai aamupäivä', exact: true }).check()
  }
  // fear has safety first, and the rest with it
  if (person.flag) {
    await (await fieldOf(frame, 'Omin sanoin')).fill(person.words)
    await tellAll(frame, person)
  }
  await (await fieldOf(frame, person.way)).check()
  await frame.getByLabel('Puhelinnumero').fill(person.phone)
  if (!person.flag) {
    await (await fieldOf(frame, 'Omin sanoin')).fill(person.words)
    await tellAll(frame, person)
  }
  await seeCard(frame)
  await heading(frame, 'Tämän palveluohjaaja näkee').waitFor()
  if (person.words) await frame.getByRole('button', { name: /^Poista Omin sanoin/ }).click()
  return { frame, issued: [...issued], before: since(from), sent: wire.heard.length }
}

/**
 * What Chromium says to its maker by itself, whatever page is open: updates, sign-in, and which kinds of fields it has
 * met (never what is in them). A page can neither ask for it nor forbid it; each host is named, so that no other hides here.
 */
const BROWSERS_OWN = [
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsing.googleapis.com',
  'update.googleapis.com',
]
const since = (from: number) =>
  wire.heard.slice(from).filter(({ url }) => !BROWSERS_OWN.includes(new URL(url).hostname))

const line = ({ method, url, body }: Heard) => `${method} ${url} ${body}`.trim()
/** Connections run side by side, so that only the order within the page is certain: the wire’s is compared as a set with counts. */
const onTheWire = (heard: Heard[]) => heard.map(line).sort()

describe('on the wire', () => {
  let calm: Awaited<ReturnType<typeof toCard>> | undefined

  long('who presses Send sends once, and then only follows', async () => {
    calm = await toCard(CALM)
    const { frame, sent } = calm
    await press(frame, 'Lähetä')
    await heading(frame, 'Kiitos, pyyntösi on perillä').waitFor()
    await frame.getByText('Mitä nyt tapahtuu').waitFor()
    const [post, ...others] = since(sent)
    expect(post).toMatchObject({ method: 'POST', url: expect.stringMatching(/\/api\/callback-requests$/) })
    expect(JSON.parse(post?.body ?? '')).toMatchObject({ contact: { phone: '+358401234567' } })
    expect(others.length).toBeGreaterThan(0)
    for (const other of others)
      expect(line(other)).toBe(
        `GET ${server.url.replace('localhost', '127.0.0.1')}/api/callback-requests/mine`,
      )
  })

  it('two people with different answers look the same until then, and speak to one origin', async () => {
    calm ??= await toCard(CALM)
    const { before, issued } = calm
    const afraid = await toCard(AFRAID)
    expect(onTheWire(afraid.before)).toEqual(onTheWire(before))
    expect(afraid.issued).toEqual(issued)
    expect([...issued].sort()).toEqual(before.map(({ url }) => url).sort())
    const chat = server.url.replace('localhost', '127.0.0.1')
    expect(new Set(before.map(({ url }) => new URL(url).origin))).toEqual(new Set([server.url, chat]))
    // of the page that it is a guest on, only the page itself was asked for
    expect(before.filter(({ url }) => url.startsWith(server.url)).map(line)).toEqual([`GET ${server.url}/`])
    expect(before.filter(({ method, body }) => method !== 'GET' || body)).toEqual([])
  })

  it('who needs help today says so to nobody', async () => {
    const { frame } = await open()
    await answer(frame, 'Missä asioissa haluat neuvoa tai apua?', 'En tiedä mistä aloittaa')
    await answer(frame, 'Kenen asiasta on kyse?', 'Omastani')
    const today = frame.getByRole('button', { name: 'Tarvitsen apua jo tänään', exact: true })
    await today.waitFor()
    await frame.page().waitForLoadState('networkidle')
    const from = wire.heard.length
    await today.click()
    await today.waitFor({ state: 'detached' })
    await frame.page().waitForLoadState('networkidle')
    expect(since(from)).toEqual([])
  })

  it('who came to look follows the same link as who looks from the foot, and nothing tells them apart', async () => {
    const follow = async (frame: Frame, link: Locator) => {
      const sent = wire.heard.length
      const opening = frame.page().context().waitForEvent('page')
      await link.click()
      await (await opening).waitForLoadState('networkidle')
      return onTheWire(since(sent))
    }
    const name = 'Katso kaikki neuvot (avautuu uuteen välilehteen)'
    const looking = await open()
    await lookOnly(looking.frame)
    const led = looking.frame.locator('.result').getByRole('link', { name, exact: true })
    await led.waitFor()
    await looking.frame.page().waitForLoadState('networkidle')
    const before = onTheWire(since(looking.from))
    const chosen = await follow(looking.frame, led)
    const other = await open()
    await answer(other.frame, 'Missä asioissa haluat neuvoa tai apua?', 'Asuminen')
    await heading(other.frame, 'Kenen asiasta on kyse?').waitFor()
    await other.frame.page().waitForLoadState('networkidle')
    expect(before).toEqual(onTheWire(since(other.from)))
    const foot = other.frame.locator('.foot').getByRole('link', { name: /^Kaikki neuvot/ })
    expect(chosen).toEqual(await follow(other.frame, foot))
    expect(chosen).toContainEqual(expect.stringMatching(/^GET \S+\/chat\/fi\/advice\?station=\w+$/))
  })

  long('a request that depends on an answer is found (red twin)', async () => {
    const planted = await toCard(AFRAID, (frame) =>
      frame.evaluate(() => {
        const root = document.querySelector('kynnys-room')?.shadowRoot
        root?.addEventListener('change', ({ target }) => {
          void fetch(`/healthz?${(target as HTMLInputElement).value}`)
        })
      }),
    )
    expect(onTheWire(planted.before)).not.toEqual(onTheWire(calm?.before ?? []))
    expect(planted.issued).not.toEqual(calm?.issued)
  })

  long('a beacon to somebody else is found (red twin)', async () => {
    const { from } = await open((frame) =>
      // as an image: the policy of the page does not let it send anything else, and the wire would see that too
      frame.page().evaluate(() => {
        new Image().src = 'http://counter.invalid/seen.gif'
      }),
    )
    const hosts = () => since(from).map(({ url }) => new URL(url).hostname)
    await until('the beacon on the wire', () => hosts().includes('counter.invalid'))
  })
})
