/** The browser's own Back is the question before; it leaves no trace, costs the host page nothing, and after leaving quickly leads nowhere. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { depth, go } from '../../support/screen/back-button.ts'
import { serveWidget } from '../harness.ts'
import {
  answer,
  button,
  FIRST,
  heading,
  openChat,
  posted,
  ready,
  toCard,
  walkToEnd,
  withChat,
} from '../room.ts'

const { harness, newPage, openRoom } = withChat()
const SECOND = 'Kenen asiasta on kyse?'

const back = (page: Page) => go(page, -1)
const title = (page: Page) => page.locator('.question h2, .result h2, .request h2').first().innerText()
/** A step of its own is made after one that was heard: the page stands again where it stood. */
const stands = async (page: Page, at: number) => expect.poll(() => depth(page)).toBe(at)

/** The page before, then the chat, with so many questions answered. */
async function answered(...rows: string[]) {
  const page = await newPage()
  await page.goto(`${harness.url}/neutral`)
  await openChat(page, harness)
  const before = await depth(page)
  for (const row of rows) {
    const was = await title(page)
    await answer(page, row)
    await expect.poll(() => title(page)).not.toBe(was)
  }
  return { page, before }
}

/** Sent on a line that is gone: the page would send it by itself. */
async function waitsToSend(page: Page) {
  await walkToEnd(page)
  await toCard(page)
  await page.context().setOffline(true)
  await button(page, 'Lähetä').press('Enter')
  await button(page, 'Älä lähetä itsestään').waitFor()
}

describe('Back on the page', () => {
  it('is the question before, as often as it is pressed, and leaves at the first', async () => {
    const { page, before } = await answered('Asuminen', 'Omastani', 'En tiedä')
    for (const question of [2, 1]) {
      await stands(page, before + 1)
      const was = await title(page)
      await back(page)
      await expect.poll(() => title(page)).not.toBe(was)
      if (question === 1) expect(await title(page)).toBe(SECOND)
    }
    await stands(page, before + 1)
    await back(page)
    await heading(page, FIRST).waitFor()
    expect(await page.getByLabel('Asuminen', { exact: true }).isChecked()).toBe(true)
    // nothing of ours stands before the page that was there
    await stands(page, before)
    await back(page)
    await page.waitForURL('**/neutral')
  })

  long('shows the question where a press on the page’s own way back shows it', async () => {
    const { page } = await answered('Asuminen', 'Omastani')
    const places = async (how: () => Promise<unknown>) => {
      // a browser scrolls to where the entry before was read: this is another screen
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await how()
      await heading(page, SECOND).waitFor()
      await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 300)))
      const box = await heading(page, SECOND).boundingBox()
      await answer(page, 'Omastani')
      await heading(page, SECOND).waitFor({ state: 'detached' })
      return [Math.round(box?.y ?? -1), await page.evaluate(() => document.activeElement?.tagName)]
    }
    const own = await places(() => button(page, 'Edellinen kysymys').press('Enter'))
    expect(await places(() => back(page))).toEqual(own)
  })

  long('goes from the card to the form, to the result and to the last question', async () => {
    const page = await openRoom()
    await walkToEnd(page)
    await toCard(page, 'Sanani')
    await back(page)
    await heading(page, 'Vielä muutama asia').waitFor()
    expect(await page.getByLabel('Omin sanoin').inputValue()).toBe('Sanani')
    await back(page)
    await heading(page, 'Pyydä soitto').waitFor()
    await back(page)
    await page.locator('.result').waitFor()
    await back(page)
    await page.locator('.question').waitFor()
  })

  it('does nothing to a request on its way, and stays once where it was sent', async () => {
    const { page, before } = await answered()
    await walkToEnd(page)
    await toCard(page)
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await page.route('**/api/callback-requests', async (route) => {
      await held
      await route.continue()
    })
    await button(page, 'Lähetä').press('Enter')
    await button(page, 'Lähetetään').waitFor()
    await back(page)
    await stands(page, before + 1)
    await button(page, 'Lähetetään').waitFor()
    letGo()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    await back(page)
    await page.getByText('Koodi katoaa, kun poistut').waitFor()
    expect(await page.locator('.code').count()).toBe(1)
    expect(posted(harness)).toHaveLength(1)
    await stands(page, before)
    await back(page)
    await page.waitForURL('**/neutral')
  })

  long(
    'leaves one entry without state, at the same address, under the same title, however much was said',
    async () => {
      const page = await openRoom()
      const facts = () => page.evaluate(() => [location.href, document.title, JSON.stringify(history.state)])
      const [before, length] = [await facts(), await page.evaluate(() => history.length)]
      await walkToEnd(page)
      await toCard(page)
      await back(page)
      await page.locator('.request .go').getByRole('button', { name: 'Katso, mitä lähetetään' }).waitFor()
      expect(await facts()).toEqual(before)
      expect(before[2]).toBe('null')
      expect(await page.evaluate(() => history.length)).toBe(length + 1)
    },
  )

  it('says of what would have been sent by itself that it is not, and then is the form', async () => {
    const page = await openRoom()
    await waitsToSend(page)
    await back(page)
    await page.getByText('Lähetys ei onnistunut juuri nyt').waitFor()
    await button(page, 'Lähetä uudelleen').waitFor()
    await page.context().setOffline(false)
    await back(page)
    await page.locator('.request .go').getByRole('button', { name: 'Katso, mitä lähetetään' }).waitFor()
    expect(posted(harness)).toEqual([])
  })

  long('Forward goes on to nothing, and loading anew costs no press', async () => {
    const { page, before } = await answered('Asuminen')
    await back(page)
    await heading(page, FIRST).waitFor()
    await go(page, 1)
    await stands(page, before)
    expect(await title(page)).toBe(FIRST)
    expect(await page.getByLabel('Asuminen', { exact: true }).isChecked()).toBe(true)
    await button(page, 'Jatka').click()
    await heading(page, SECOND).waitFor()
    await stands(page, before + 1)
    await page.reload()
    await ready(page)
    await stands(page, before)
    expect(await page.locator('.question input:checked').count()).toBe(0)
    await back(page)
    await page.waitForURL('**/neutral')
  })

  it.each(
    some(
      [
        ['somebody had begun', ['Asuminen', 'Omastani']],
        ['nothing was said before it', []],
      ],
      2,
    ),
  )('another page of ours stays where it was led to, also loaded anew: %s', async (_what, rows) => {
    const { page, before } = await answered(...rows)
    const stood = await depth(page)
    // the next page finds what the frame of this one left in the history
    expect(stood).toBe(before + Math.min(rows.length, 1))
    const asks = async () => {
      // only a script answers a press
      await page.locator('.back button.first').press('Enter')
      await page.locator('.back [aria-invalid=true]').waitFor()
    }
    const pages = [
      ['/chat/fi/request', asks],
      ['/chat/sv', () => ready(page)],
      ['/chat/fi/request', asks],
    ] as const
    for (const [at, [address, isReady]] of pages.entries()) {
      await page.goto(`${harness.url}${address}?station=laukaa`)
      for (const anew of [false, true]) {
        if (anew) await page.reload()
        await isReady()
        await stands(page, stood + at + 1)
        expect(page.url()).toContain(address)
      }
    }
    await go(page, -2)
    await page.waitForURL('**/chat/fi/request?**')
    await asks()
    await stands(page, stood + 1)
  })

  long('goes back in a conversation that was kept', async () => {
    const { page } = await answered('Asuminen', 'Omastani')
    await page.getByText('Jos haluat jatkaa myöhemmin').click()
    await page.getByLabel('Pidä tämä keskustelu tällä laitteella').check()
    const was = await title(page)
    await page.reload()
    await button(page, 'Jatka siitä, mihin jäit').click()
    await heading(page, was).waitFor()
    await back(page)
    await heading(page, SECOND).waitFor()
  })
})

describe('Back after leaving quickly', () => {
  it.each(
    some(
      [
        ['by the link', (page: Page) => page.getByRole('link', { name: 'Poistu heti' }).first().click()],
        [
          'by Shift',
          async (page: Page) => {
            for (let press = 0; press < 3; press++) await page.keyboard.press('Shift')
          },
        ],
      ],
      2,
    ),
  )('leads from the page to what was before it, and so does Forward: %s', async (_how, leave) => {
    const { page } = await answered('Asuminen', 'Omastani')
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: 'Sää' }),
    )
    const seen: string[] = []
    page.on('framenavigated', (frame) => seen.push(frame.url()))
    await leave(page)
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    seen.length = 0
    await back(page)
    await page.waitForURL('**/neutral')
    for (let press = 0; press < 2; press++) await back(page)
    expect(seen.filter((url) => url.includes('/chat/'))).toEqual([])
    await go(page, 1)
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    // what stood there is come to no more: a page that finds itself there steps off, with nothing in it
    await go(page, 1)
    await expect.poll(() => seen.at(-1)).toBe('https://www.ilmatieteenlaitos.fi/')
  })
})

longDescribe('where the browser refuses another entry', () => {
  it('it asks before leaving from the third answer on, not of a number that is called, and not on the quick way out', async () => {
    const page = await newPage()
    await page.addInitScript(() => {
      History.prototype.pushState = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    })
    await page.route('https://www.ilmatieteenlaitos.fi/**', (route) => route.fulfill({ body: 'Sää' }))
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.goto(`${harness.url}/neutral`)
    await openChat(page, harness)
    for (const [row, next] of [
      ['Asuminen', SECOND],
      ['Omastani', undefined],
      ['En tiedä', undefined],
    ] as const) {
      expect(await prevents(page)).toBe(false)
      const was = await title(page)
      await answer(page, row)
      await expect.poll(() => title(page)).not.toBe(was)
      if (next) expect(await title(page)).toBe(next)
    }
    expect(await prevents(page)).toBe(true)
    await page.locator('summary', { hasText: 'Onko hätä nyt?' }).press('Enter')
    await page.getByRole('link', { name: 'Soita 112' }).first().click()
    expect(await prevents(page)).toBe(false)
    await page.getByRole('link', { name: 'Poistu heti' }).first().click()
    await page.waitForURL('https://www.ilmatieteenlaitos.fi/')
    expect(asked).toEqual([])
  })
})

longDescribe('red twin: Back that leaves a card which waits to be sent', () => {
  it('throws the sending away without a word', async () => {
    const fault = {
      file: 'widget/request/request.tsx',
      find: "state === 'waiting' ? stop : before",
      put: 'before',
    }
    const broken = await serveWidget({ dist: await brokenWidget('back-while-waiting', [fault]) })
    const page = await newPage()
    await openChat(page, broken)
    await waitsToSend(page)
    await back(page)
    await page.locator('.request .go').getByRole('button', { name: 'Katso, mitä lähetetään' }).waitFor()
    await page.context().setOffline(false)
    expect(await page.getByText('Lähetys ei onnistunut').count()).toBe(0)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(posted(broken)).toEqual([])
    await broken.close()
  })
})

/** Whether the browser would ask now. */
const prevents = (page: Page) =>
  page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
