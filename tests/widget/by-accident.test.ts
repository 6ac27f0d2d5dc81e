/** Nothing is lost or done by accident: a held key, a second press, a clock that is wrong, a call in the middle of sending. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../support/broken.ts'
import { some } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { hold, phone } from '../support/screen/browser.ts'
import { fieldOf } from '../support/screen/request-form.ts'
import { opened } from '../support/screen/with-browser.ts'
import { type Harness, serveWidget } from './harness.ts'
import { button, heading, LOOKING, ready, tellTime, toCard, walkToEnd, withChat } from './room.ts'

const { harness, openRoom, ownPage } = withChat()
const DAY = 86_400_000
const NEUTRAL = 'https://www.ilmatieteenlaitos.fi/'

describe('leaving by Shift', () => {
  const shifts = async (page: Page, times: number) => {
    for (let press = 0; press < times; press++) await page.keyboard.press('Shift')
  }
  it('says after each press how many more are needed, and the third leaves', async () => {
    const page = await openRoom()
    await page.route(`${NEUTRAL}**`, (route) => route.fulfill({ body: 'Sää' }))
    await shifts(page, 1)
    await page.getByText('Paina vielä 2 kertaa Shift').waitFor()
    await shifts(page, 1)
    await page.getByText('Paina vielä kerran Shift').waitFor()
    await shifts(page, 1)
    await page.waitForURL(NEUTRAL)
  })

  long('is not what is written: a capital letter, a held Shift, Shift alone in a field', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).first().press('Enter')
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    const words = await fieldOf(page, 'Omin sanoin')
    await words.focus()
    await shifts(page, 5)
    for (let repeat = 0; repeat < 8; repeat++) await page.keyboard.down('Shift')
    await page.keyboard.up('Shift')
    await page.keyboard.type('ÄITI')
    expect(await words.inputValue()).toContain('ÄITI')
    expect(page.url()).toContain('/chat/fi')
  })
})

describe('a clock that is wrong', () => {
  it.each(
    some(
      [
        ['a year ahead', '2027-12-22T10:00:00+02:00'],
        ['three days behind', '2026-12-19T10:00:00+02:00'],
      ],
      2,
    ),
  )('%s changes neither what is open now, the promise, nor whether it is late', async (_what, time) => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await ready(page)
    await walkToEnd(page, LOOKING)
    const call = page.locator('.way').filter({ hasText: 'Aseman yhteystiedot' })
    await expect.poll(() => call.textContent()).toContain('Auki nyt')
    await toCard(page)
    await button(page, 'Lähetä').press('Enter')
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    await page.getByText('Mitä nyt tapahtuu').waitFor()
    expect(await page.locator('.promise').innerText()).toContain('ma 28.12.')
    const sent = harness.asked.find(({ method }) => method === 'POST')
    expect(JSON.parse(sent?.body ?? '{}').on).toBe('2026-12-22')
  })
})

longDescribe('a server that has not said its time yet', () => {
  it('nothing is said of “now”, and the day is put right when it has', async () => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time: '2027-12-22T10:00:00+02:00' })
    const letGo = await hold(page, '**/api/promises?*')
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await ready(page)
    await walkToEnd(page, LOOKING)
    const call = page.locator('.way').filter({ hasText: 'Aseman yhteystiedot' })
    expect(await call.innerText()).toContain('ma–pe klo 8–16')
    expect(await call.innerText()).not.toMatch(/auki nyt|nyt suljettu/i)
    letGo()
    await expect.poll(() => page.locator('.result').innerText()).toContain('ma 28.12.')
    await toCard(page)
    await button(page, 'Lähetä').press('Enter')
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    const sent = harness.asked.find(({ method }) => method === 'POST')
    expect(JSON.parse(sent?.body ?? '{}').on).toBe('2026-12-22')
  })
})

describe('a page that has stood open for days', () => {
  it('asks again when it is seen, shows no promise that has passed, and is held on the day of its first answer', async () => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time: '2026-12-22T10:00:00+02:00' })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await ready(page)
    const asks = () => harness.asked.filter(({ path }) => path.startsWith('/api/promises')).length
    const before = asks()
    tellTime(harness, '2026-12-30T08:00:00.000Z', '2026-12-30T14:00:00.000Z')
    await page.clock.fastForward(8 * DAY)
    await expect.poll(asks).toBeGreaterThan(before)
    await walkToEnd(page, LOOKING)
    await expect.poll(() => page.locator('.result').innerText()).toContain('ke 30.12. klo 16')
    await toCard(page)
    await button(page, 'Lähetä').press('Enter')
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    const sent = harness.asked.find(({ method }) => method === 'POST')
    expect(JSON.parse(sent?.body ?? '{}').on).toBe('2026-12-30')
  })

  long('promises no day when the answer does not come and what it knew has passed', async () => {
    const page = await ownPage({ ...phone, ticking: true })
    await page.clock.install({ time: '2026-12-22T10:00:00+02:00' })
    await page.goto(`${harness.url}/chat/fi?station=laukaa`)
    await ready(page)
    harness.api.set('GET /api/promises', () => ({ status: 503 }))
    await page.clock.fastForward(8 * DAY)
    await walkToEnd(page, LOOKING)
    expect(await page.locator('.result').innerText()).not.toContain('28.12.')
  })
})

/** A request that is on its way and stays there, the numbers open. @returns what the browser asks from then on */
async function sendingWithoutEnd(page: Page): Promise<string[]> {
  await page.route('**/api/callback-requests', () => undefined)
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type())
    void dialog.dismiss()
  })
  await button(page, 'Lähetä').press('Enter')
  await button(page, 'Lähetetään').waitFor()
  await page.locator('summary', { hasText: 'Onko hätä nyt?' }).press('Enter')
  return dialogs
}

describe('calling while a request is on its way', () => {
  it('asks nothing; closing the tab still does', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page)
    const dialogs = await sendingWithoutEnd(page)
    await page.getByRole('link', { name: 'Soita 112' }).first().click()
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    expect(dialogs).toEqual([])
    // what was a call a moment ago is no reason to let the page go unasked later
    await page.waitForFunction(
      (from) => performance.now() - from > 1000,
      await page.evaluate(() => performance.now()),
    )
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => dialogs).toEqual(['beforeunload'])
  })
})

/** What is said when the code is copied, in a browser without a clipboard. */
async function copiedWithout(page: Page): Promise<string> {
  await walkToEnd(page, LOOKING)
  await toCard(page)
  await button(page, 'Lähetä').press('Enter')
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    window.print = () => undefined
  })
  await button(page, 'Kopioi koodi').press('Enter')
  const said = page.locator('.status [role=status] span')
  await said.waitFor()
  return said.innerText()
}

describe('copying and printing that fail', () => {
  it('are said, and the code is marked', async () => {
    const page = await openRoom()
    expect(await copiedWithout(page)).toContain('Kopiointi ei onnistunut')
    const code = await page.locator('.code').innerText()
    expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(code.trim())
    await page.getByText('Hyvä tietää').click()
    await button(page, 'Tulosta').first().press('Enter')
    await page.getByText('Tulostus ei onnistu').waitFor()
  })
})

longDescribe(
  'a room that counts keys going down, believes its own clock, asks once and knows no call (red twin)',
  () => {
    const twin: Harness = opened(async () => {
      const dist = await brokenWidget('by-accident', [
        {
          file: 'widget/press/shift.ts',
          find: 'if (isOther || repeat || down !== undefined) return begin()',
          put: 'if (isOther) return begin()\n      tell(PRESSES - ++count)',
        },
        { file: 'widget/net/clock.ts', find: 'Date.now() + (ahead ?? 0)', put: 'Date.now()' },
        {
          file: 'widget/state/use-promises.ts',
          find: 'performance.now() - asked > FRESH) void ask()',
          put: '!known) void ask()',
        },
        { file: 'widget/press/calling.ts', find: 'performance.now() - pressed < JUST_NOW', put: 'false' },
        {
          file: 'widget/request/sent.tsx',
          find: "could ? 'copied' : 'notCopied'",
          put: "could ? 'notCopied' : 'copied'",
        },
      ])
      return serveWidget({ dist })
    })
    const room = async (time?: string) => {
      const page = await ownPage({ ...phone, ticking: true })
      if (time) await page.clock.install({ time })
      await page.goto(`${twin.url}/chat/fi?station=laukaa`)
      await ready(page)
      return page
    }

    it('leaves while Shift is held, where a whole one stays', async () => {
      const whole = await openRoom()
      const broken = await room()
      await broken.route(`${NEUTRAL}**`, (route) => route.fulfill({ body: 'Sää' }))
      for (const page of [whole, broken]) {
        for (let repeat = 0; repeat < 4; repeat++) await page.keyboard.down('Shift')
        await page.keyboard.up('Shift')
      }
      await broken.waitForURL(NEUTRAL)
      expect(whole.url()).toContain('/chat/fi')
    })

    it('is late at once on a phone a year ahead, and asks before a number is called', async () => {
      const page = await room('2027-12-22T10:00:00+02:00')
      await walkToEnd(page, LOOKING)
      await toCard(page)
      const dialogs = await sendingWithoutEnd(page)
      await page.getByRole('link', { name: 'Soita 112' }).first().click({ noWaitAfter: true })
      await expect.poll(() => dialogs).toEqual(['beforeunload'])
      const sending = await room('2027-12-22T10:00:00+02:00')
      await walkToEnd(sending, LOOKING)
      await toCard(sending)
      await button(sending, 'Lähetä').press('Enter')
      await sending.getByText(/myöhässä/).waitFor()
    })

    it('says that the code was copied where there is no clipboard', async () => {
      expect(await copiedWithout(await room())).not.toContain('ei onnistunut')
    })

    it('has not asked again after eight days', async () => {
      const page = await room('2026-12-22T10:00:00+02:00')
      const asks = () => twin.asked.filter(({ path }) => path.startsWith('/api/promises')).length
      await expect.poll(asks).toBeGreaterThan(0)
      const before = asks()
      tellTime(twin, '2026-12-30T08:00:00.000Z', '2026-12-30T14:00:00.000Z')
      await page.clock.fastForward(8 * DAY)
      await walkToEnd(page, LOOKING)
      expect(await page.locator('.result').innerText()).not.toContain('30.12.')
      expect(asks()).toBe(before)
    })
  },
)
