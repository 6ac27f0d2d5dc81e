/** Nothing is lost or done by accident: a held key, a second press, a clock that is wrong, a call in the middle of sending. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../support/broken.ts'
import { some } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { hold, phone } from '../support/screen/browser.ts'
import { fieldOf } from '../support/screen/request-form.ts'
import { opened, withApp } from '../support/screen/with-browser.ts'
import { type Harness, serveWidget } from './harness.ts'
import { button, heading, LOOKING, openChat, ready, tellTime, toCard, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom, ownPage } = withChat()
const DAY = 86_400_000
const NEUTRAL = 'https://www.ilmatieteenlaitos.fi/'

/** What stands ticked in the question now shown. */
const ticked = (page: Page) => page.locator('.question input:checked').count()
const title = (page: Page) => page.locator('.question h2, .result h2').first().innerText()

/** Two presses at one place, as a hand makes them that means one. */
async function twice(page: Page, place: { x: number; y: number }, how: 'alone' | 'doubled') {
  await page.mouse.click(place.x, place.y)
  if (how === 'alone') await page.mouse.click(place.x + 3, place.y - 2)
  else {
    await page.mouse.down({ clickCount: 2 })
    await page.mouse.up({ clickCount: 2 })
  }
}

/** The row itself where one press is enough, else what goes on. */
async function wayOn(page: Page, isFirst: boolean) {
  if (isFirst) {
    await page.getByLabel('Asuminen', { exact: true }).press('Space')
    return button(page, 'Jatka')
  }
  const unknown = page.locator('.question [value=dontKnow]')
  if (await unknown.evaluate((one) => one instanceof HTMLButtonElement)) return unknown
  await unknown.press('Space')
  return button(page, 'Jatka')
}

/** Goes through the conversation by double clicks. @returns questions that a second press has answered or ticked */
async function doubleClicked(page: Page, how: 'alone' | 'doubled') {
  const hurt: string[] = []
  for (let step = 0; step < 8; step++) {
    const before = await title(page)
    if ((await page.locator('.question').count()) === 0) break
    const next = await wayOn(page, step === 0)
    await next.evaluate((button) => button.scrollIntoView({ block: 'center', behavior: 'instant' }))
    const box = await next.boundingBox()
    if (!box) throw new Error(`no way on from ${before}`)
    await twice(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, how)
    await page.waitForFunction(
      (was) =>
        document
          .querySelector('kynnys-room')
          ?.shadowRoot?.querySelector<HTMLElement>('.question h2, .result h2')?.innerText !== was,
      before,
    )
    if ((await page.locator('.question').count()) > 0 && (await ticked(page)) > 0)
      hurt.push(await title(page))
    // one press may be the whole answer: then nothing stays ticked
    if ((await page.locator('.earlier li').count()) > step + 1)
      hurt.push(`unseen before ${await title(page)}`)
    if ((await page.locator('.question [role=alert]').count()) > 0)
      hurt.push(`told off at ${await title(page)}`)
  }
  return hurt
}

/** Continue is pressed on a phone that draws what comes for longer than a hand needs for two presses. @returns whether that is reached at once */
async function openAsDrawn(page: Page): Promise<boolean> {
  await page.getByLabel('Asuminen', { exact: true }).press('Space')
  const before = await title(page)
  const next = button(page, 'Jatka')
  const open = await next.evaluateHandle(() => {
    const isOpen = () =>
      document.querySelector('kynnys-room')?.shadowRoot?.querySelector<HTMLElement>('.shield')?.hidden
    const told = new Promise<boolean>((tell) => {
      const draw = () => {
        const end = performance.now() + 700
        while (performance.now() < end);
        // timers that were due meanwhile have their turn before it
        setTimeout(() => tell(isOpen() !== false), 20)
      }
      addEventListener('click', () => queueMicrotask(draw), { once: true })
    })
    return { told }
  })
  await next.click()
  await expect.poll(() => title(page)).not.toBe(before)
  return open.evaluate(({ told }) => told)
}

describe('a press meant for the screen before', () => {
  it.each(some(['alone', 'doubled'] as const, 2))('does nothing on the new one (%s)', async (how) => {
    const page = await openRoom()
    expect(await doubleClicked(page, how)).toEqual([])
  })

  long('does nothing on the new one also where drawing it takes longer than two presses', async () => {
    expect(await openAsDrawn(await openRoom())).toBe(false)
  })

  it('a key that is held down presses once', async () => {
    const page = await openRoom()
    await page.getByLabel('Asuminen', { exact: true }).press('Space')
    const before = await title(page)
    await button(page, 'Jatka').focus()
    for (let repeat = 0; repeat < 6; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect.poll(() => title(page)).not.toBe(before)
    // one press is the whole answer: the one that is held must not answer what comes after it
    const then = await title(page)
    await page.locator('.question .row').first().focus()
    for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect.poll(() => title(page)).not.toBe(then)
    expect(await page.locator('.earlier .last').count()).toBe(1)
    expect(await page.locator('.earlier li').count()).toBe(2)
  })
})

longDescribe('a room that minds no second press (red twin)', () => {
  const twin = withApp({}, async () => ({
    dist: await brokenWidget('second-press', [
      {
        file: 'widget/press/second-press.ts',
        find: 'if (press) raise(press.x, press.y)',
        put: 'if (press === null) raise(0, 0)',
      },
    ]),
  }))
  it('answers what nobody has read', async () => {
    const page = await openChat(await newPage(), twin)
    expect(await doubleClicked(page, 'alone')).not.toEqual([])
  })
})

longDescribe('a room that counts the moment from the press (red twin)', () => {
  const twin = withApp({}, async () => ({
    dist: await brokenWidget('second-press-counted', [
      {
        file: 'widget/press/second-press.ts',
        find: 'drawn = requestAnimationFrame(wait)',
        put: 'wait()',
      },
    ]),
  }))
  it('answers on a slow phone what nobody has read', async () => {
    const page = await openChat(await newPage(), twin)
    expect(await openAsDrawn(page)).toBe(true)
  })
})

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
