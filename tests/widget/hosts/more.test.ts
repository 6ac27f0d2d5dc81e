/** What comes with the second part of the loader: a script of the page speaks to the chat, its links open it, and nothing of the inside is told. */
/// <reference path="../../../widget/kynnys.d.ts" />
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import {
  brokenLoader,
  brokenMore,
  CHAT,
  type Guest,
  guest,
  type HostPage,
  launcherOf,
  settled,
  shipped,
  stands,
  tag,
} from './guest.ts'

const { browser } = withBrowser()
let visitor: Guest
beforeAll(async () => {
  visitor = await guest(browser())
})

const panelIsSeen = () => visitor.page.locator('kynnys-chat dialog').isVisible()
const MORE = `${CHAT}/widget.js?more`
const LINK = `<a id=link href="${CHAT}/chat/fi?station=laukaa" data-kynnys-open>Aloita neuvonta</a>`
const focused = () =>
  visitor.page.evaluate(() => {
    const { activeElement } = document
    return (activeElement?.shadowRoot?.activeElement ?? activeElement)?.tagName
  })

/** A script of the page writes down what it hears. */
const HEARS = `<script type="module">
import { chat } from '${MORE}'
window.heard = []
for (const event of ['ready', 'opened', 'closed', 'sent', 'step', 'resize']) chat.on(event, () => heard.push(event))
window.chat = chat
</script>`
const heard = () => visitor.page.evaluate(() => (window as unknown as { heard: string[] }).heard)
type Speaking = { chat: KynnysChat }
const say = (what: (chat: KynnysChat) => void) =>
  visitor.page.evaluate(`(${what})(window.chat)`).then(() => settled(visitor.page))

describe('the second part of the loader', () => {
  it('does not come where nothing is wanted beyond the button', async () => {
    await visitor.visit({ body: '<a href="/">Etusivu</a>' })
    await stands(visitor.page)
    await launcherOf(visitor.page).click()
    await settled(visitor.page)
    expect(visitor.parts).toEqual([])
  })

  it('opens the chat by a link of the page, to which the focus comes back', async () => {
    const { page, visit } = visitor
    await visit({ body: LINK })
    await expect.poll(() => visitor.parts.length).toBe(1)
    await settled(page)
    await page.locator('#link').click()
    await expect.poll(panelIsSeen).toBe(true)
    expect(await focused()).toMatch('IFRAME')
    await page.getByRole('button', { name: 'Sulje' }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('link')
    expect(visitor.errors).toEqual([])
  })

  it('leaves a link alone that is opened in a tab of its own, or that the page has taken', async () => {
    const { page, visit } = visitor
    await visit({
      body: `${LINK}<script>document.querySelector('#link').addEventListener('click', (event) => event.preventDefault())</script>`,
    })
    await expect.poll(() => visitor.parts.length).toBe(1)
    await page.locator('#link').click()
    await settled(page)
    expect(await panelIsSeen()).toBe(false)
  })

  it('says to a script of the page that the chat stands, was opened and was closed', async () => {
    const { page, visit } = visitor
    await visit({ body: HEARS })
    await expect.poll(heard).toEqual(['ready'])
    await say((chat) => chat.open())
    await expect.poll(panelIsSeen).toBe(true)
    await say((chat) => chat.close())
    await expect.poll(heard).toEqual(['ready', 'opened', 'closed'])
    await launcherOf(page).click()
    await page.getByRole('button', { name: 'Sulje' }).click()
    await expect.poll(heard).toEqual(['ready', 'opened', 'closed', 'opened', 'closed'])
    // who comes later is told too
    expect(
      await page.evaluate(() => {
        let isTold = false
        ;(window as unknown as Speaking).chat.on('ready', () => {
          isTold = true
        })
        return isTold
      }),
    ).toBe(true)
    expect(visitor.parts).toHaveLength(1)
  })

  /** As a room speaks that sends, goes on and grows. */
  const ROOM_SPEAKS = `<!doctype html><title>Room</title><script>addEventListener('message', ({data}) => { if (data.kynnys === 'ready') for (const kynnys of ['ready', 'sent', 'step', 'resize']) parent.postMessage({kynnys, height: 700}, '*') })</script>`
  async function afterRoomSpoke(secondPart?: string) {
    const { page, visit } = visitor
    await page.route(`${CHAT}/chat/**`, (route) =>
      route.fulfill({ body: ROOM_SPEAKS, contentType: 'text/html' }),
    )
    await visit({ body: HEARS }, undefined, secondPart)
    await expect.poll(heard).toContain('ready')
    await say((chat) => chat.open())
    await expect.poll(focused).toBe('IFRAME')
    await settled(page)
    await page.unroute(`${CHAT}/chat/**`)
    return heard()
  }
  it('tells the page nothing of what happens in the room: not that somebody sent', async () => {
    expect(await afterRoomSpoke()).toEqual(['ready', 'opened'])
  })

  it('opens as soon as the chat stands, when it is told so before', async () => {
    const { page, visit } = visitor
    await visit({
      head: '',
      body: `<script type="module">import { chat } from '${MORE}'; chat.open()</script>`,
    })
    await expect.poll(() => visitor.parts.length).toBe(1)
    await settled(page)
    await page.evaluate((src) => {
      const script = document.createElement('script')
      script.src = src
      script.dataset.station = 'laukaa'
      document.head.append(script)
    }, `${CHAT}/widget.js`)
    await expect.poll(panelIsSeen).toBe(true)
  })

  it('changes the language, and takes the chat off the page for good', async () => {
    const { page, visit } = visitor
    await visit({ body: HEARS })
    await expect.poll(heard).toEqual(['ready'])
    await say((chat) => chat.setLanguage('sv-FI'))
    await expect.poll(() => launcherOf(page).textContent()).toBe('Fråga om råd')
    await say((chat) => chat.remove())
    await expect.poll(() => launcherOf(page).count()).toBe(0)
    await page.evaluate(() => document.body.append('news'))
    await settled(page)
    expect(await launcherOf(page).count()).toBe(0)
    expect(visitor.errors).toEqual([])
  })

  longDescribe('(red twins)', () => {
    it('one that passes on what the room says would tell who has sent', async () => {
      const more = await brokenMore('passes-on', [
        {
          file: 'widget/more/api.ts',
          find: "    tell('ready')\n",
          put: "    addEventListener('message', ({ data }) => tell(data.kynnys))\n    tell('ready')\n",
        },
      ])
      expect(await afterRoomSpoke(more)).toContain('sent')
    })
  })
})

const digest = () => `sha384-${createHash('sha384').update(shipped()).digest('base64')}`
const STRICT = `default-src 'none'; frame-src ${CHAT}; style-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'`
const policy = (scripts: string, attributes = ''): HostPage => ({
  headers: { 'content-security-policy': `${STRICT}; script-src ${scripts}` },
  head: tag(`data-station="laukaa" data-language="fi" data-look="left"${attributes}`),
})
const POLICIES: [name: string, host: () => HostPage, comes: boolean][] = [
  ['the address of the one script', () => policy(`${CHAT}/widget.js`), true],
  ['our origin', () => policy(CHAT), true],
  ['a nonce', () => policy(`'nonce-c3RhdGlvbg'`, ' nonce="c3RhdGlvbg"'), true],
  [
    'a nonce and strict-dynamic',
    () => policy(`'nonce-c3RhdGlvbg' 'strict-dynamic'`, ' nonce="c3RhdGlvbg"'),
    true,
  ],
  ['a hash of the one script', () => policy(`'${digest()}'`, ` integrity="${digest()}" crossorigin`), false],
]
const isLeft = () =>
  launcherOf(visitor.page).evaluate((button) => button.getBoundingClientRect().left < innerWidth / 2)

describe('where the policy of the page, with Trusted Types, allows', () => {
  it.each(some(POLICIES, 2))(
    '%s: the chat opens, with what was wanted where it may come',
    async (_, host, comes) => {
      await visitor.visit(host())
      await stands(visitor.page)
      if (comes) {
        await expect.poll(isLeft).toBe(true)
        expect(visitor.errors).toEqual([])
      } else await expect.poll(() => visitor.errors.length).toBe(1)
      await launcherOf(visitor.page).click()
      await expect.poll(panelIsSeen).toBe(true)
      await expect.poll(focused).toBe('IFRAME')
      expect(await isLeft()).toBe(comes)
    },
  )

  longDescribe('(red twins)', () => {
    it('an element with an address would be refused by Trusted Types', async () => {
      const loader = await brokenLoader('by-element', [
        {
          file: 'widget/loader/panel.ts',
          find: 'import(/* @vite-ignore */ ',
          put: '((src: string) => Promise.resolve(document.head.append(make("script", { type: "module", src }))))(',
        },
      ])
      await visitor.visit(POLICIES[0]?.[1]() ?? {}, loader)
      await expect.poll(() => visitor.errors.length).toBeGreaterThan(0)
      expect(visitor.parts).toEqual([])
    })

    it('another address than that of the one script would be refused by name', async () => {
      const loader = shipped().replace('/widget.js?more', '/more.js')
      await visitor.visit(POLICIES[0]?.[1]() ?? {}, loader)
      await expect.poll(() => visitor.errors.length).toBe(1)
      expect(visitor.parts).toEqual([])
    })
  })
})
