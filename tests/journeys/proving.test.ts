/** A crowded network, seen from the phone of one true resident in it: their browser proves the request, and they read their day. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { asking } from '../support/asking.ts'
import { brokenWidget } from '../support/broken.ts'
import { testClock } from '../support/clock.ts'
import { longDescribe } from '../support/long.ts'
import { phone } from '../support/screen/browser.ts'
import { withApp, withBrowser, withServer } from '../support/screen/with-browser.ts'
import { answer, button, heading, LOOKING, ready, toCard } from '../widget/room.ts'

const CROWDED = { LIMIT_CLAIMS: '100' }
type Served = ReturnType<typeof withServer>['server']

/** As many as their network may claim without a proof, and one more. */
async function crowd(server: Served) {
  for (let each = 0; each < 7; each++) {
    const payload = asking(server.content.current().revision)
    await server.app.inject({ method: 'POST', url: '/api/callback-requests', payload })
  }
}
async function send(page: Page, url: string) {
  await page.goto(`${url}/chat/fi?station=laukaa`)
  await ready(page)
  await answer(page, LOOKING)
  await toCard(page)
  await button(page, /^Lähetä/).click()
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
}

describe('a resident in a crowded network', () => {
  const { server, newPage } = withServer({ env: CROWDED })

  it('does nothing for it, and reads the day a moment after sending', async () => {
    await crowd(server)
    const page = await newPage(phone)
    const proofs: number[] = []
    page.on('response', (one) => one.url().endsWith('/proof') && proofs.push(one.status()))
    await send(page, server.url)
    await expect.poll(() => page.locator('.promise').textContent()).toMatch(/klo\s16 mennessä/)
    expect(proofs).toEqual([200])
  })
})

longDescribe('a room that proves nothing (red twin)', () => {
  const server = withApp({ clock: testClock(), env: CROWDED }, async () => ({
    dist: await brokenWidget('proves-nothing', [
      {
        file: 'widget/back/use-mine.ts',
        find: 'if (!proof || !mine) return',
        put: 'if (proof || !mine) return',
      },
    ]),
  }))
  const { newPage } = withBrowser({ now: testClock().now() })

  it('leaves them in the order of coming, without a day', async () => {
    await crowd(server)
    const page = await newPage(phone)
    await send(page, server.url)
    await page.locator('.sent').getByText('Pyyntösi pysyy jonossa').waitFor()
  })
})
