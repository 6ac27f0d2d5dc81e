/** The browser's Back where the chat stands on another's page: it closes the panel at the first question, and costs that page nothing. */
import type { Frame, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { depth, go } from '../../support/screen/back-button.ts'
import { desktop } from '../../support/screen/browser.ts'
import { seeCard } from '../../support/screen/request-form.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { type Harness, serveWidget } from '../harness.ts'
import { answer, button, FIRST, heading, LOOKING, ready, withChat } from '../room.ts'

const { harness, newPage } = withChat()
const SECOND = 'Kenen asiasta on kyse?'
const BEFORE = '/neutral?before'

const back = (page: Page) => go(page, -1)
const at = (page: Page, entries: number) => expect.poll(() => depth(page)).toBe(entries)
const isShown = (page: Page) => page.locator('dialog').isVisible()
const openIt = (page: Page) => page.getByRole('button', { name: 'Kysy neuvoa' }).click()

/** The loader's closed root, opened before any script runs; and what the host page hears of Back. */
function openRoots() {
  const attach = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    return attach.call(this, { ...init, mode: 'open' })
  }
  addEventListener('popstate', () => document.documentElement.setAttribute('data-heard', 'popstate'))
}

const roomOf = (page: Page): Frame | undefined => page.frames().find((one) => one.url().includes('/chat/'))

/** A page before, then a station's page. @returns where it stands in the history, and the room in its panel */
async function visit({ url }: Harness = harness) {
  const page = await newPage(desktop)
  await page.addInitScript(openRoots)
  await page.goto(url + BEFORE)
  await page.goto(`${url}/`)
  const before = await depth(page)
  await openIt(page)
  await expect.poll(() => roomOf(page)).toBeTruthy()
  const room = roomOf(page) as Frame
  await ready(room)
  return { page, room, before }
}

/** The same, with two questions answered. */
async function talking(server?: Harness) {
  const found = await visit(server)
  const { page, room, before } = found
  await answer(room, 'Asuminen')
  await heading(room, SECOND).waitFor()
  await answer(room, 'Omastani')
  await heading(room, SECOND).waitFor({ state: 'detached' })
  await at(page, before + 1)
  return found
}

const close = (page: Page) => page.getByRole('button', { name: 'Sulje' }).click()
/** Ways to be rid of the panel, or of the chat. */
const ENDS: Record<string, (page: Page, room: Frame) => Promise<unknown>> = {
  'closed by its button': close,
  'closed by Escape in the room': (_page, room) => room.locator('.question h2').press('Escape'),
  'the tag taken away': (page) => page.evaluate(() => document.querySelector('script')?.remove()),
  'the element taken away': (page) => page.evaluate(() => document.querySelector('kynnys-chat')?.remove()),
  'the element moved': (page) =>
    page.evaluate(() => document.body.append(document.querySelector('kynnys-chat') as Element)),
  'another station': (page) =>
    page.evaluate(() => document.querySelector('script')?.setAttribute('data-station', 'joutsa')),
}

describe('Back in the panel', () => {
  it('is the question before, at the first one it closes the panel, and nothing answered is lost', async () => {
    const { page, room, before } = await talking()
    for (const question of [SECOND, FIRST]) {
      await back(page)
      await heading(room, question).waitFor()
      await at(page, before + 1)
    }
    await back(page)
    await expect.poll(() => isShown(page)).toBe(false)
    await at(page, before)
    // Forward comes to nothing, and opens nothing
    await go(page, 1)
    await at(page, before)
    expect(await isShown(page)).toBe(false)
    await openIt(page)
    await at(page, before + 1)
    expect(await room.getByLabel('Asuminen', { exact: true }).isChecked()).toBe(true)
    await back(page)
    await expect.poll(() => isShown(page)).toBe(false)
    await back(page)
    await page.waitForURL(`**${BEFORE}`)
  })

  it.each(some(Object.entries(ENDS), 3))('costs the host page no press more: %s', async (_what, end) => {
    const { page, room, before } = await talking()
    await end(page, room)
    await at(page, before)
    expect(await page.getAttribute('html', 'data-heard')).toBeNull()
    await back(page)
    await page.waitForURL(`**${BEFORE}`)
  })

  long('an entry of the host page above it is the host’s own, and ours costs nothing below it', async () => {
    const { page, room, before } = await talking()
    await page.evaluate(() => history.pushState({ view: 2 }, '', '?view=2'))
    await close(page)
    await expect.poll(() => isShown(page)).toBe(false)
    // whatever the chat does about it has been done when the room has answered
    await room.evaluate(() => new Promise((done) => setTimeout(done)))
    expect(await page.evaluate(() => [location.search, history.state])).toEqual(['?view=2', { view: 2 }])
    await at(page, before + 2)
    await back(page)
    await expect.poll(() => page.evaluate(() => location.search)).toBe('')
    expect(await page.getAttribute('html', 'data-heard')).toBe('popstate')
    await back(page)
    await page.waitForURL(`**${BEFORE}`)
  })

  long(
    'tells the host page nothing: the entry stands from the opening on, whatever is answered, and has no state',
    async () => {
      const { page, room, before } = await visit()
      const facts = () =>
        page.evaluate(() => [
          location.href,
          document.title,
          history.state,
          history.length,
          'heard' in document.documentElement.dataset,
        ])
      await at(page, before + 1)
      const opened = await facts()
      expect(await room.evaluate(() => [history.state, location.search])).toEqual([null, '?station=laukaa'])
      await answer(room, 'Asuminen')
      await heading(room, SECOND).waitFor()
      await back(page)
      await heading(room, FIRST).waitFor()
      await at(page, before + 1)
      expect(await facts()).toEqual(opened)
      expect(await room.evaluate(() => [history.state, location.search])).toEqual([null, '?station=laukaa'])
    },
  )

  it('closes the panel where a request was sent, and the code is there when it is opened again', async () => {
    const { page, room, before } = await visit()
    await answer(room, LOOKING)
    await room.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
    await room.getByLabel('Puhelinnumero').fill('040 123 4567')
    await seeCard(room)
    await button(room, 'Lähetä').press('Enter')
    const code = await room.locator('.code').innerText()
    await back(page)
    await expect.poll(() => isShown(page)).toBe(false)
    await at(page, before)
    await openIt(page)
    expect(await room.locator('.code').innerText()).toBe(code)
    expect(harness.asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  long('leads nowhere after leaving quickly, pressed three times', async () => {
    const { page, room } = await talking()
    await room.getByRole('link', { name: 'Poistu heti' }).first().click()
    await page.waitForURL((url) => url.pathname === '/neutral')
    const seen: string[] = []
    page.on('framenavigated', (frame) => seen.push(frame.url()))
    for (let press = 0; press < 3; press++) await back(page)
    await page.waitForURL(`**${BEFORE}`)
    expect(seen.filter((url) => url.includes('/chat/') || new URL(url).pathname === '/')).toEqual([])
  })
})

longDescribe('red twins: a chat', () => {
  const BACK = 'widget/press/back.ts'
  const STEPS = {
    file: 'widget/loader/panel.ts',
    find: 'if (history.length === step) step = history.back()',
    put: 'step = 0',
  }
  const LEAVES = {
    file: BACK,
    find: 'if (!isOn() || !isLast()) return then()',
    put: 'return then()',
  }
  const STAYS = { file: BACK, find: 'else if (isLast()) step(-1, follow)', put: 'else look()' }
  const twin = opened(async () =>
    serveWidget({ dist: await brokenWidget('back-remains', [STEPS, LEAVES, STAYS]) }),
  )

  it.each(Object.entries(ENDS))('that leaves its entry behind is found: %s', async (_what, end) => {
    const { page, room, before } = await talking(twin)
    await end(page, room)
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)))
    expect(await depth(page)).toBe(before + 1)
  })

  it('that leaves quickly from its own entry is come back to', async () => {
    const { page, room } = await talking(twin)
    await room.getByRole('link', { name: 'Poistu heti' }).first().click()
    await page.waitForURL((url) => url.pathname === '/neutral')
    await back(page)
    await page.waitForURL(`${twin.url}/`)
  })
})
