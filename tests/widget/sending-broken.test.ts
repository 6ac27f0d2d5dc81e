/** Slow and broken connections between a real browser and a real server: nothing typed is lost, nothing is stored twice. */

import { randomUUID } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { rawOf } from '../../server/store/raw.ts'
import { size, some } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { phone } from '../support/screen/browser.ts'
import { type Fate, type Flaky, flaky } from '../support/screen/flaky.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { button, FIRST, heading, ready } from './room.ts'

const WORDS = 'En saa unta laskujen takia.'
const PATH = '/api/callback-requests'
const { server, newPage, ownPage } = withServer()
let line: Flaky
beforeAll(async () => {
  // more is sent here than one coordinator calls in a day
  await server.store.record(server.organisation, (view) =>
    rawOf(view).updateTable('area').set({ capacity: 1000 }).execute(),
  )
  line = await flaky(server.url)
})
afterEach(() => {
  line.fate = () => 'pass'
  line.release()
})
afterAll(() => line.close())

/** References of the stored requests, the oldest first. */
function stored(): string[] {
  const database = new Sqlite(server.database.url.slice('sqlite:'.length), { readonly: true })
  const rows = database.prepare('select reference from callback_request order by received_at, id').all()
  database.close()
  return rows.map((row) => (row as { reference: string }).reference)
}

/** The fates of the requests of one kind, one after another; then all pass. */
function meets(method: string, ...fates: Fate[]) {
  const left = [...fates]
  line.fate = (asked, path) => (asked === method && path.startsWith(PATH) ? (left.shift() ?? 'pass') : 'pass')
}
const posts = (since: number) => line.seen.slice(since).filter((one) => one === `POST ${PATH}`).length

/** A number that nobody else has: requests from one number would be folded into one row. */
let numbers = 0
const newNumber = () => `040 ${2_000_000 + ++numbers}`

/** Straight to a person, without answering anything: the card of somebody in a hurry. */
async function toCard(opening = newPage()) {
  const page = await opening
  await page.goto(`${line.url}/chat/fi?station=laukaa`)
  await ready(page)
  await page.locator('.human summary').click()
  await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.getByLabel('Puhelinnumero').fill(newNumber())
  await (await fieldOf(page, 'Omin sanoin')).fill(WORDS)
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  return { page, before: stored(), since: line.seen.length }
}
const send = (page: Page, name: string | RegExp = 'Lähetä') => button(page, name).click()
const thanks = (page: Page) => heading(page, 'Kiitos, pyyntösi on perillä')

/** A page whose own time goes on as ours does, and can be hurried. */
async function withTime() {
  const page = await ownPage({ ...phone, ticking: true })
  await page.clock.install({ time: server.clock.now() })
  return page
}

/** Its pauses pass at once, one after the other, until the request has arrived. */
async function waitOut(page: Page) {
  const pausing = page.getByText('Yritämme itse uudelleen')
  for (;;) {
    await thanks(page).or(pausing).first().waitFor()
    if ((await thanks(page).count()) > 0) return
    await page.clock.fastForward(4000)
  }
}

/** Arrived: exactly one more is stored, and it is the one that the screen speaks of. */
async function arrivedOnce(page: Page, before: string[]) {
  await thanks(page).waitFor()
  const now = stored()
  expect(now).toHaveLength(before.length + 1)
  const [reference] = now.filter((one) => !before.includes(one))
  expect(await page.locator('.sent b').textContent()).toBe(reference)
}

/** What may happen to a request on its way, each a reason to try again. */
const LOST: [string, Fate[]][] = [
  ['the server never heard it', ['refuse', 'refuse']],
  ['the answer broke off in the middle', ['cut']],
  ['a proxy on the way said 503 in words of its own', [{ status: 503, body: '<h1>Huolto</h1>' }]],
  ['the server stored it and the answer was lost', ['lose', 'lose']],
]
/** In short all of it happens to one request, one after the other. */
const fates = size<typeof LOST>(
  [['all that can happen to it', LOST.map(([, [first = 'pass']]) => first)]],
  LOST,
)

describe('an answer that does not come back', () => {
  it.each(fates)('is asked for again by the page itself: %s', async (_, fates) => {
    const { page, before, since } = await toCard(withTime())
    meets('POST', ...fates)
    await send(page)
    await page.getByText('Yritämme itse uudelleen').waitFor()
    await page.getByText('Mitään ei kadonnut').waitFor()
    expect(await page.getByRole('link', { name: '116 117' }).first().isVisible()).toBe(true)
    await waitOut(page)
    await arrivedOnce(page, before)
    expect(posts(since)).toBe(fates.length + 1)
  })

  long('would be stored twice by a page that makes a new id for every try (red twin)', async () => {
    const { page, before } = await toCard(withTime())
    await page.route(`**${PATH}`, (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}')
      const code = randomUUID().replace(/-/g, '').slice(0, 12).toUpperCase()
      return route.continue({ postData: JSON.stringify({ ...body, id: randomUUID(), code }) })
    })
    meets('POST', 'lose')
    await send(page)
    await waitOut(page)
    expect(stored()).toHaveLength(before.length + 2)
  })

  long('keeps what was typed: the form still has it, and the card waits for a press', async () => {
    const { page, before } = await toCard()
    meets('POST', 'lose', 'lose', 'lose')
    await send(page)
    await page.getByText('Yritämme itse uudelleen').waitFor()
    const muuta = button(page, /^Muuta/).first()
    await muuta.click()
    expect(await page.getByLabel('Puhelinnumero').inputValue()).toMatch(/^040 \d{7}$/)
    expect(await (await fieldOf(page, 'Omin sanoin')).inputValue()).toBe(WORDS)
    await seeCard(page)
    line.fate = () => 'pass'
    await send(page, 'Lähetä uudelleen')
    await arrivedOnce(page, before)
  })
})

longDescribe('a slow line', () => {
  long('says that it takes long and that nobody need press again; pressing sends nothing more', async () => {
    const { page, before, since } = await toCard(withTime())
    meets('POST', 'hold')
    await send(page)
    await expect.poll(() => posts(since)).toBe(1)
    await page.clock.fastForward(6000)
    await page.getByText('sinun ei tarvitse painaa uudelleen').waitFor()
    await button(page, 'Lähetetään').click({ force: true })
    expect(await button(page, /^Poista/).count()).toBe(0)
    line.release()
    await arrivedOnce(page, before)
    expect(posts(since)).toBe(1)
  })

  long(
    'is not waited for for ever: the same request is sent again, and the late answer changes nothing',
    async () => {
      const { page, before, since } = await toCard(withTime())
      meets('POST', 'hold')
      await send(page)
      await expect.poll(() => posts(since)).toBe(1)
      await page.clock.fastForward(31_000)
      await page.getByText('Emme tiedä vielä').waitFor()
      await send(page, 'Yritä nyt')
      await arrivedOnce(page, before)
      line.release()
      expect(stored()).toHaveLength(before.length + 1)
    },
  )

  long(
    'asks before the page is left while a request is on its way, and never on the quick way out',
    async () => {
      const { page } = await toCard()
      meets('POST', 'hold')
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.type())
        void dialog.dismiss()
      })
      await send(page)
      await button(page, 'Lähetetään').waitFor()
      await page.close({ runBeforeUnload: true })
      await expect.poll(() => dialogs).toEqual(['beforeunload'])
      await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'neutral' }))
      await page.getByRole('link', { name: 'Poistu heti' }).first().click()
      await page.getByText('neutral').waitFor()
      expect(dialogs).toEqual(['beforeunload'])
    },
  )
})

describe('no connection at all', () => {
  it('is told before sending; what is sent leaves by itself when the connection returns', async () => {
    const { page, before, since } = await toCard(ownPage())
    await page.context().setOffline(true)
    await page.getByText('Voit lähettää, kun yhteys palaa').waitFor()
    await send(page)
    await page.getByText('Lähetämme pyynnön itse, kun yhteys palaa').waitFor()
    expect(posts(since)).toBe(0)
    await page.context().setOffline(false)
    await arrivedOnce(page, before)
    expect(posts(since)).toBe(1)
  })

  long('a resident may say that nothing leaves by itself', async () => {
    const { page, before, since } = await toCard(ownPage())
    await page.context().setOffline(true)
    await send(page)
    await send(page, 'Älä lähetä itsestään')
    await button(page, 'Lähetä uudelleen').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Lähetys ei onnistunut').waitFor()
    expect(posts(since)).toBe(0)
    await send(page, 'Lähetä uudelleen')
    await arrivedOnce(page, before)
  })
})

describe('a server that says no', () => {
  long('says when it is tried again after too many tries, from what the server asked for', async () => {
    const { page, before, since } = await toCard()
    meets('POST', { status: 429, headers: { 'retry-after': '900' } })
    await send(page)
    await page.getByText(/Yritämme itse uudelleen klo \d/).waitFor()
    await send(page, 'Yritä nyt')
    await arrivedOnce(page, before)
    expect(posts(since)).toBe(2)
  })

  it.each(
    some<[string, Fate]>(
      [
        ['and its answer is lost', 'lose'],
        ['and its answer comes', 'pass'],
      ],
      2,
    ),
  )('that it has another card: it is withdrawn %s, and only the new card is stored', async (_, deleted) => {
    const { page, before } = await toCard(withTime())
    meets('POST', 'lose')
    await send(page)
    await page.getByText('Yritämme itse uudelleen').waitFor()
    await button(page, /^Poista Omin sanoin/).click()
    meets('DELETE', deleted)
    await send(page, 'Lähetä uudelleen')
    await waitOut(page)
    await arrivedOnce(page, before)
  })

  long('that the request is gone: it is said, and the next press is a request of its own', async () => {
    const { page, before } = await toCard()
    meets('POST', { status: 410, body: '{"code":"gone"}' })
    await send(page)
    await page.getByText('Voit tehdä uuden pyynnön').waitFor()
    await send(page, 'Lähetä uudelleen')
    await arrivedOnce(page, before)
  })
})

describe('content that does not come', () => {
  const open = async (fate: Flaky['fate']) => {
    line.fate = fate
    // in a profile that has read nothing yet
    const page = await ownPage()
    const since = line.seen.length
    await page.goto(`${line.url}/chat/fi?station=laukaa`)
    await heading(page, FIRST).waitFor()
    await ready(page)
    return { page, asked: (part: RegExp) => line.seen.slice(since).filter((one) => part.test(one)).length }
  }

  it('is asked for again alone, beside the numbers; the answer given meanwhile counts', async () => {
    const { page, asked } = await open((_, path) => (path.includes('/words.') ? 'cut' : 'pass'))
    await page.getByLabel('Asuminen', { exact: true }).check()
    await button(page, 'Jatka').click()
    await page.getByText('Vastauksesi ovat tallessa').waitFor()
    expect(await page.locator('main').getByRole('link', { name: '112' }).isVisible()).toBe(true)
    line.fate = () => 'pass'
    const before = asked(/dialogue/)
    await button(page, 'Yritä uudelleen').click()
    await page.getByText('Kenen asiasta on kyse?').waitFor()
    expect(asked(/dialogue/)).toBe(before)
  })

  long('comes by itself when the connection returns', async () => {
    const { page } = await open((_, path) => (path.includes('/dialogue') ? 'refuse' : 'pass'))
    await page.getByLabel('Asuminen', { exact: true }).check()
    await button(page, 'Jatka').click()
    await page.getByText('Vastauksesi ovat tallessa').waitFor()
    line.fate = () => 'pass'
    await page.context().setOffline(true)
    await page.context().setOffline(false)
    await page.getByText('Kenen asiasta on kyse?').waitFor()
  })

  long('stops nobody when it is the estimate: the day is told when the request is sent', async () => {
    const { page } = await open((_, path) => (path === '/api/promises' ? 'refuse' : 'pass'))
    await page.locator('.human summary').click()
    await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
    await page.getByText('Kun lähetät pyynnön, kerromme, milloin otamme yhteyttä').waitFor()
    await page.getByLabel('Puhelinnumero').fill('040 765 4321')
    await seeCard(page)
    await send(page)
    expect(await page.locator('.promise').textContent()).toMatch(/klo 16 mennessä/)
  })
})

longDescribe('a promise that moved while one was writing', () => {
  long('is told: the time that holds, and the one that was estimated', async () => {
    const { page, before } = await toCard()
    await page.getByText('Soitamme sinulle ti 24.11. klo 16 mennessä').waitFor()
    server.clock.set('2026-11-24T15:30:00+02:00')
    await send(page)
    await arrivedOnce(page, before)
    expect(await page.locator('.promise').textContent()).toContain('ke 25.11. klo 16 mennessä')
    await page.getByText('Ensin arvioimme ajaksi ti 24.11. klo 16 mennessä').waitFor()
  })
})
