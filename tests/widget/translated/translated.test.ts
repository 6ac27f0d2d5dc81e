/** A page that the browser has translated says what changes: laid beside one that it has not, every screen reads the same. */
import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { until } from '../../support/process.ts'
import { phone } from '../../support/screen/browser.ts'
import { readIn, translate, translateFirst } from '../../support/screen/translator.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { type Harness, serveWidget } from '../harness.ts'
import { answer, button, LOOKING, openChat, toCard, walkToEnd, withChat } from '../room.ts'

const { harness, newPage, ownPage } = withChat()
const room = 'kynnys-room'
const MINE = 'GET /api/callback-requests/mine'
const POST = 'POST /api/callback-requests'

/** What can be read, but for the code, which is another each time. */
const read = async (page: Page) =>
  (await readIn(page, room)).replace(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g, 'CODE')

/** They fold behind the present one once something has been answered. */
async function tongue(page: Page, lang: string) {
  const link = page.locator(`.tongues a[hreflang=${lang}]`)
  if (!(await link.isVisible())) await page.locator('.tongues summary').click()
  return link
}
const speakIn = (lang: string) => async (page: Page) => {
  await (await tongue(page, lang)).click()
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, lang)
}
/** The request is now so, and the page hears of it as when its line has come back. */
const becomes =
  (now: object, chat: Pick<Harness, 'api'> = harness) =>
  async (page: Page) => {
    const { body } = chat.api.get(MINE)?.() ?? {}
    chat.api.set(MINE, () => ({ status: 200, body: { ...(body as object), ...now } }))
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
const send = (page: Page) => button(page, /^Lähetä/).click()

/** Two frames later: what an effect changes has been drawn too. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** It says so, and nothing of it is still on its way. */
const comesTo = (page: Page, name: string, says: RegExp) =>
  until(name, async () => {
    const now = await read(page)
    await drawn(page)
    return says.test(now) && now === (await read(page))
  })

type Step = [name: string, act: (page: Page) => Promise<unknown>, says: RegExp]
/** From the first question to after the end; what then stands, without spaces, on a page that nobody translates. */
const STEPS: Step[] = [
  ['nothing ticked', (page) => button(page, 'Jatka').click(), /Valitse/],
  ['another language', speakIn('sv'), /sv:Missäasioissa/],
  ['and back', speakIn('fi'), /Missäasioissa(?!.*sv:)/],
  ['an answer', (page) => answer(page, 'Asuminen'), /Kenenasiasta/],
  [
    'kept on the device',
    async (page) => {
      await page.locator('.keep > summary').click()
      await page.locator('.keep input').check()
    },
    /Keskusteluontallessa/,
  ],
  ['another language in the middle', speakIn('ar'), /ar:Kenenasiasta/],
  ['and back from there', speakIn('fi'), /Kenenasiasta(?!.*ar:)/],
  ['danger at the tick', (page) => strip(page, true), /Takaisinkeskusteluun/],
  ['no danger after all', (page) => strip(page, false), /Kenenasiasta/],
  [
    'the advice',
    // a word that is marked in the middle is two in a name
    (page) =>
      page
        .locator('.question [value=relative]')
        .click()
        .then(() => walkToEnd(page, 'En tiedä')),
    /Pyydäsoitto/,
  ],
  ['the card', (page) => toCard(page, 'Omat sanani'), /Omatsanani/],
  ['a line taken away', (page) => button(page, /^Poista Omin sanoin/).click(), /^(?!.*Omatsanani)/s],
  ['the card in another language', speakIn('sv'), /sv:Tämänpalveluohjaaja/],
  ['the card again', speakIn('fi'), /Tämänpalveluohjaaja(?!.*sv:)/],
  [
    'not sent',
    async (page) => {
      harness.api.set(POST, () => ({ status: 500, body: { code: 'internal' } }))
      await send(page)
    },
    /Lähetäuudelleen/,
  ],
  [
    'sent',
    async (page) => {
      harness.reset()
      await send(page)
    },
    /Mitänyttapahtuu/,
  ],
  ['taken', becomes({ status: 'taken', caller: { firstName: 'Helmi' }, version: 2 }), /Helmionottanut/],
  [
    'a missed attempt',
    becomes({ status: 'taken', attempts: [{ at: '2026-12-22T07:00:00.000Z' }], version: 3 }),
    /Yritimmetavoittaa/,
  ],
  [
    'handed over',
    becomes({ status: 'waiting', caller: undefined, attempts: [], version: 4 }),
    /^(?!.*Yritimmetavoittaa)/s,
  ],
  ['the sent page in another language', speakIn('sv'), /sv:Mitänyttapahtuu/],
  ['the sent page again', speakIn('fi'), /Mitänyttapahtuu(?!.*sv:)/],
  ['the line lost', (page) => lost(page), /viimeisintieto/],
  [
    'reached',
    becomes({ status: 'reached', caller: { firstName: 'Helmi' }, version: 5 }),
    /^(?!.*Tallennakeskustelu).*Olemmeolleetyhteydessä/s,
  ],
  [
    'closed',
    becomes({ status: 'closed', mayCorrect: false, mayWithdraw: false, version: 6 }),
    /Pyyntösionpäätettytäällä/,
  ],
]

async function strip(page: Page, isTold: boolean) {
  if (isTold) await page.locator('.strip summary').click()
  await page.locator('.strip input').first().setChecked(isTold)
  if (!isTold) await page.locator('.strip summary').click()
}
/** The status is asked for and not told; what it was is told the next time. */
async function lost(page: Page) {
  const before = harness.api.get(MINE) ?? (() => undefined)
  let isFirst = true
  harness.api.set(MINE, () => {
    if (!isFirst) return before()
    isFirst = false
    return { status: 503, body: { code: 'unavailable' } }
  })
  await page.evaluate(() => dispatchEvent(new Event('online')))
}

describe('a page that the browser has translated', () => {
  const control: string[] = []
  beforeAll(async () => {
    harness.reset()
    const page = await openChat(await newPage(), harness)
    for (const [name, act, says] of STEPS) {
      await act(page)
      await comesTo(page, name, says)
      control.push(await read(page))
    }
  })

  /** The same steps; after each the page comes to read as the one that nobody translates. */
  async function walk(page: Page, before: () => Promise<unknown>) {
    for (const [at, [name, act]] of STEPS.entries()) {
      await before()
      await act(page)
      await expect.poll(() => read(page), { message: name }).toBe(control[at])
    }
  }
  const fonts = (page: Page) =>
    page.evaluate(() => document.querySelector('kynnys-room')?.shadowRoot?.querySelectorAll('font').length)

  long.each(['replaced', 'moved', 'cut', 'joined'] as const)('once on every screen (%s)', async (way) => {
    const page = await openChat(await newPage(), harness)
    await walk(page, () => translate(page, { way, room, lasting: false }))
  })

  it.each(some(['joined', 'replaced', 'moved', 'cut'] as const, 4))(
    'from before its script, and whatever comes (%s)',
    async (way) => {
      const page = await ownPage(phone)
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      await translateFirst(page, { way, room, lasting: true })
      await openChat(page, harness)
      await walk(page, async () => undefined)
      expect(errors).toEqual([])
      if (way === 'replaced' || way === 'moved') expect(await fonts(page)).toBeGreaterThan(50)
    },
  )

  it('keeps its translation where nothing changes, and the focus where a label does', async () => {
    const page = await openChat(await newPage(), harness)
    for (const [name, act, says] of STEPS.slice(0, 4)) {
      await act(page)
      // a question that came only after the translator would be one that it has not seen
      await comesTo(page, name, says)
    }
    await translate(page, { way: 'replaced', room, lasting: false })
    const before = await fonts(page)
    await page.locator('.keep > summary').press('Enter')
    await page.locator('.keep input').press('Space')
    await page.getByText('Keskustelu on tallessa').waitFor()
    // but for the one that says another thing now
    await expect.poll(() => fonts(page)).toBe((before ?? 0) - 2)
    const chosen = await tongue(page, 'sv')
    await chosen.press('Enter')
    await page.getByText('sv: Kenen asiasta on kyse?').first().waitFor()
    await expect.poll(() => chosen.evaluate((link) => link.matches(':focus'))).toBe(true)
  })
})

longDescribe('a room whose words are written into what stands (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('written-into', [
        { file: 'widget/app.tsx', find: 'sayWhatChanges(options)', put: 'void options' },
      ]),
    }),
  )
  it('stays in the old language when another is chosen', async () => {
    const page = await openChat(await newPage(), twin)
    await translate(page, { way: 'replaced', room, lasting: false })
    await speakIn('sv')(page)
    const now = await read(page)
    expect(now).toContain('Missäasioissa')
    expect(now).not.toContain('sv:')
  })

  it('never tells that the request was closed', async () => {
    const page = await openChat(await newPage(), twin)
    await answer(page, LOOKING)
    await toCard(page)
    await send(page)
    await becomes({ status: 'taken', caller: { firstName: 'Helmi' }, version: 2 }, twin)(page)
    await page.getByText('Helmi on ottanut').waitFor()
    await translate(page, { way: 'replaced', room, lasting: false })
    await becomes({ status: 'closed', mayCorrect: false, mayWithdraw: false, version: 3 }, twin)(page)
    // the page has heard of it: a new button stands there
    await button(page, 'Pyydä uusi soitto').waitFor()
    expect(await read(page)).not.toContain('Pyyntösionpäätettytäällä')
    expect(await read(page)).toContain('Helmionottanut')
  })
})
