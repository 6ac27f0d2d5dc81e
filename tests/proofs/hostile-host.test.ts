/** A hostile host page: its script runs before ours, listens everywhere and forges messages; it learns and moves nothing. */
import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readerOf } from '../journeys/closed-root.ts'
import { build, type TestApp } from '../support/app.ts'
import { brokenWidget } from '../support/broken.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { until } from '../support/process.ts'
import { desktop } from '../support/screen/browser.ts'
import { withBrowser } from '../support/screen/with-browser.ts'
import { confide, markersOf, openPanel, sendIt, somebody, TICKED } from './trials/confiding.ts'
import { documentOf, type Host, NEUTRAL, serveHost, tagOf } from './trials/host-page.ts'
import { FLOOD, SPY } from './trials/spy.ts'

const PROOF = 'hostile-host'
const TIMES = size(1, 10)
const LONG = 1_800_000

const { ownPage } = withBrowser({ apart: true })
let host: Host
const open: TestApp[] = []
beforeEach(async () => {
  host = await serveHost()
})
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
  await host.close()
})

async function serve(allowed = host.url, dist?: string): Promise<TestApp> {
  const server = await build({ listen: true, env: { ALLOWED_ORIGINS: allowed }, ...(dist && { dist }) })
  open.push(server)
  return server
}
const pageOf = () => ownPage({ ...desktop, bypassCSP: false })

/** What the spy has heard by now. */
const heardBy = (page: Page) => page.evaluate(() => window.heard.join('\n'))

/** Markers, and answers in words or ids, that stand in a text. */
function leaked(text: string, who: ReturnType<typeof somebody>) {
  const wanted = {
    ...markersOf(who),
    ...Object.fromEntries(TICKED.map((name) => [name, name])),
    id: 'housing',
  }
  return Object.entries(wanted).flatMap(([name, marker]) => (text.includes(marker) ? [name] : []))
}

describe('a host page that spies and forges', () => {
  it('hears nothing of a whole conversation, and its forged messages change nothing', {
    timeout: LONG,
  }, async () => {
    const { url: chat } = await serve()
    host.pages.set('/', { html: documentOf(tagOf(chat), SPY + FLOOD) })
    let heard = 0
    for (let time = 0; time < TIMES; time += 1) {
      const page = await pageOf()
      const who = somebody()
      const { reader, frame } = await openPanel(page, `${host.url}/`)
      const forged = () => page.evaluate(() => window.heard.filter((one) => one.includes('kynnys')).length)
      await confide(reader, who)
      await sendIt(reader)
      // the flood was there all the time, and it still is
      const before = await forged()
      await until('more is forged', async () => (await forged()) > before + 20)
      expect(page.url()).toBe(`${host.url}/`)
      expect(await reader.everything()).toContain('Kiitos, pyyntösi on perillä')
      const panel = await page.evaluate(() => {
        const dialog = window.roots[0]?.querySelector('dialog')
        return { open: dialog?.open, tall: (dialog?.offsetHeight ?? 0) <= innerHeight }
      })
      expect(panel).toEqual({ open: true, tall: true })
      expect(frame.isDetached()).toBe(false)
      const text = await heardBy(page)
      expect(leaked(text, who)).toEqual([])
      // it did listen: it has the loader’s closed root
      expect(text).toContain('Kysy neuvoa')
      heard += text.length
      await page.context().close()
    }
    tell(PROOF, 'whole conversations on a page that spies and forges messages', {
      conversations: TIMES,
      'characters heard': heard,
      'markers among them': 0,
      'obeyed forged messages': 0,
    })
  })

  long(
    'may tear the frame out and put it elsewhere: there the conversation has not been',
    {
      timeout: LONG,
    },
    async () => {
      const { url: chat } = await serve()
      host.pages.set('/', { html: documentOf(tagOf(chat), SPY) })
      const page = await pageOf()
      const who = somebody()
      const { reader, frame } = await openPanel(page, `${host.url}/`)
      await confide(reader, who)
      await page.evaluate(() => {
        const frame = window.roots[0]?.querySelector('iframe')
        if (frame) document.body.append(frame)
      })
      // torn out it is loaded anew: what is found first may be the one that is going away
      let again = reader
      await until('the frame is there again', async () => {
        const there = page.frames().find((one) => one !== frame && one.url().includes('/chat/fi'))
        if (!there) return false
        return readerOf(page, there).then(
          (found) => {
            again = found
            return true
          },
          () => false,
        )
      })
      await again.hears('Missä asioissa haluat neuvoa tai apua?')
      expect(await again.chosen()).toEqual([])
      expect(leaked(await heardBy(page), who)).toEqual([])
    },
  )

  it('that is not allowed is refused the frame by the browser; on the list it is not', async () => {
    // an installation on this machine lets `localhost` frame it, so the page has another name here
    const origin = host.url.replace('127.0.0.1', 'county.localhost')
    const stands: string[] = []
    for (const allowed of ['https://somebody-else.example', origin]) {
      const { url: chat } = await serve(allowed)
      host.pages.set('/', { html: documentOf(tagOf(chat)) })
      const page = await pageOf()
      await page.goto(`${origin}/`)
      await (await readerOf(page)).press('button', 'Kysy neuvoa')
      const address = () => page.mainFrame().childFrames()[0]?.url() ?? ''
      await until('something stands in the frame', () => /^(chrome-error:|http:)/.test(address()))
      stands.push(new URL(address()).protocol)
    }
    // an error of the browser where the chat would be, and then the chat
    expect(stands).toEqual(['chrome-error:', 'http:'])
  })
})

longDescribe('red twins of the wall', () => {
  it('the chat in the page itself, behind its closed root only, is heard by the same spy', {
    timeout: LONG,
  }, async () => {
    const { url: chat } = await serve()
    const page = await pageOf()
    const address = `${chat}/chat/fi?station=laukaa`
    const html = (await (await fetch(address)).text()).replace('<head>', `<head>${SPY}`)
    await page.route(address, (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
    )
    await page.goto(address)
    const who = somebody()
    const reader = await readerOf(page)
    await confide(reader, who)
    await sendIt(reader)
    const found = leaked(await heardBy(page), who)
    expect(found).toEqual(expect.arrayContaining(['name', 'phone', 'own words', 'id']))
    tellTwin(PROOF, 'a closed root without a frame', { heard: found.join(', ') })
  })

  it('a loader that does not look who speaks obeys a forged message', { timeout: LONG }, async () => {
    const dist = await brokenWidget('believes-all', [
      {
        file: 'widget/loader/panel.ts',
        find: 'if (from !== server || source !== frame.contentWindow) return',
        put: 'if (from === null || source === undefined) return',
      },
    ])
    const { url: chat } = await serve(host.url, dist)
    host.pages.set('/', { html: documentOf(tagOf(chat), SPY + FLOOD) })
    const page = await pageOf()
    await page.goto(`${host.url}/`)
    await page.waitForURL(`**${NEUTRAL}`)
    tellTwin(PROOF, 'a loader that believes every message', { 'forged messages obeyed': 'exit' })
  })
})
