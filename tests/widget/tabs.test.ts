/** A conversation kept on the device, in a second tab and after a page that came back: what stands is said, and it is sent once. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../support/broken.ts'
import { long, longDescribe } from '../support/long.ts'
import { phone } from '../support/screen/browser.ts'
import { opened } from '../support/screen/with-browser.ts'
import { type Harness, serveWidget } from './harness.ts'
import { answer, button, FIRST, heading, LOOKING, openChat, posted, ready, toCard, withChat } from './room.ts'

const { harness, ownPage } = withChat()
const POST = 'POST /api/callback-requests'
const OPEN = 'Sama keskustelu on auki myös toisessa välilehdessä.'
const SENT = 'Tämä keskustelu on jo lähetetty'
const FOUND = 'Sinulla on keskustelu kesken'
const resume = (page: Page) => button(page, 'Jatka siitä, mihin jäit').click()
const stored = (page: Page) => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))

async function keptIn(chat: Harness): Promise<Page> {
  const page = await openChat(await ownPage(phone), chat)
  await answer(page, LOOKING)
  await page.locator('.keep > summary').click()
  await page.locator('.keep input').check()
  await expect.poll(() => stored(page)).toContain('answers')
  return page
}

/** The tab is duplicated, as by the browser’s own menu: what is kept goes with it. */
async function duplicated(page: Page): Promise<Page> {
  const other = page.waitForEvent('popup')
  await page.evaluate(() => void window.open(location.href))
  await ready(await other)
  return other
}

const send = async (page: Page) => {
  await toCard(page)
  await button(page, /^Lähetä/).click()
}
const arrived = (page: Page) => heading(page, 'Kiitos, pyyntösi on perillä').waitFor()

/** A server as ours is with an id that it has: its code, or nobody’s. */
function takingOnce(chat: Harness) {
  const whole = chat.api.get(POST) ?? (() => undefined)
  const codes = new Map<string, string>()
  chat.api.set(POST, () => {
    const { id, code } = posted(chat).at(-1) ?? { id: '', code: '' }
    if (codes.has(id) && codes.get(id) !== code) return { status: 404, body: { code: 'not-found' } }
    codes.set(id, code)
    return whole()
  })
  return codes
}

describe('a conversation kept before the page was loaded', () => {
  it('shows nothing of what was said before it is gone on with, and then says so', async () => {
    const page = await keptIn(harness)
    await page.reload()
    await heading(page, FOUND).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Vastauksesi tähän asti')
    expect(await heading(page, FIRST).count()).toBe(1)
    await resume(page)
    await page.getByText('Jatkat siitä, mihin jäit.').waitFor()
    await page.locator('.result').waitFor()
  })

  long(
    'is offered on a page that the browser brought back, where one that was not kept is gone without a word',
    async () => {
      const back = async (page: Page) => {
        const loaded = page.waitForEvent('load')
        await page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
        })
        await loaded
        await ready(page)
      }
      const page = await keptIn(harness)
      await back(page)
      await heading(page, FOUND).waitFor()
      const other = await openChat(await ownPage(phone), harness)
      await answer(other, LOOKING)
      await back(other)
      await heading(other, FIRST).waitFor()
      expect(await heading(other, FOUND).count()).toBe(0)
    },
  )
})

describe('a conversation in two tabs', () => {
  long('is said to be open in the other, in both, until that one is closed', async () => {
    const one = await keptIn(harness)
    const two = await duplicated(one)
    await two.getByText(OPEN).waitFor()
    expect(await one.getByText(OPEN).count()).toBe(0)
    await resume(two)
    await one.getByText(OPEN).waitFor()
    await two.getByText(OPEN).waitFor()
    await two.close({ runBeforeUnload: true })
    await one.getByText(OPEN).waitFor({ state: 'detached' })
  })

  it('sent from one, it cannot be sent from the other, which says so and where it is followed', async () => {
    const one = await keptIn(harness)
    const two = await duplicated(one)
    await resume(two)
    await toCard(two)
    await send(one)
    await arrived(one)
    await heading(two, SENT).waitFor()
    expect(await button(two, /^Lähetä/).count()).toBe(0)
    expect(await two.getByRole('link', { name: /^Sivu, jolla koodi toimii/ }).getAttribute('href')).toContain(
      '/chat/fi/request',
    )
    expect(
      await two.evaluate(() => document.querySelector('kynnys-room')?.shadowRoot?.activeElement?.id),
    ).toBe('sent-elsewhere')
    expect(await stored(two)).toBe('{}')
    expect(posted(harness)).toHaveLength(1)
  })

  long('sent before the other was gone on with, it is not offered there', async () => {
    const one = await keptIn(harness)
    const two = await duplicated(one)
    await heading(two, FOUND).waitFor()
    await send(one)
    await arrived(one)
    await heading(two, SENT).waitFor()
    expect(await button(two, 'Jatka siitä, mihin jäit').count()).toBe(0)
    expect(await stored(two)).toBe('{}')
    // another conversation may begin there
    await answer(two, LOOKING)
    await two.locator('.result').waitFor()
  })

  long(
    'sent by a tab that told nobody, it is stored once all the same, and the other says what stands',
    async () => {
      const codes = takingOnce(harness)
      const one = await keptIn(harness)
      const two = await duplicated(one)
      // as when the browser has put the other to sleep
      await one.evaluate(() => {
        BroadcastChannel.prototype.postMessage = () => {}
      })
      await resume(two)
      await toCard(two)
      await send(one)
      await arrived(one)
      await one.close()
      await button(two, /^Lähetä/).click()
      await heading(two, SENT).waitFor()
      expect(codes.size).toBe(1)
    },
  )

  long('what is begun anew in the second is another conversation, and is sent as such', async () => {
    const one = await keptIn(harness)
    const two = await duplicated(one)
    await heading(two, FOUND).waitFor()
    await answer(two, LOOKING)
    await send(two)
    await arrived(two)
    expect(await heading(one, SENT).count()).toBe(0)
    await send(one)
    await arrived(one)
    expect(new Set(posted(harness).map(({ id }) => id)).size).toBe(2)
  })
})

longDescribe('tabs that know nothing of each other (red twin)', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('deaf-tabs', [
        { file: 'widget/net/tabs.ts', find: 'if (data.id !== id) return', put: 'if (data) return' },
        { file: 'widget/state/kept.ts', find: 'return { ...keys, id }', put: 'return keys' },
      ]),
    }),
  )
  it('send the same conversation twice', async () => {
    const codes = takingOnce(twin)
    const one = await keptIn(twin)
    const two = await duplicated(one)
    await resume(two)
    await send(one)
    await arrived(one)
    await send(two)
    await arrived(two)
    expect(codes.size).toBe(2)
  })
})
