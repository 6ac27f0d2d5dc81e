/** Pages that load the script in ways of their own, and browsers of some years ago: the chat stands, or the page keeps what it had. */
import { beforeAll, describe, expect, it } from 'vitest'
import { some } from '../../support/evidence.ts'
import { long, longDescribe } from '../../support/long.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import {
  brokenLoader,
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

const ELEMENT = '<kynnys-chat station="laukaa"><a href="tel:014">014</a></kynnys-chat>'
const launchers = () => launcherOf(visitor.page).count()
async function visit(host: HostPage, loader?: string) {
  await visitor.visit(host, loader)
  await stands(visitor.page)
  await settled(visitor.page)
}

const ALIAS = 'http://alias.localhost'
const config = '<script>window.kynnys = {station: "laukaa", language: "fi"}</script>'
const WAYS: Record<string, HostPage> = {
  'a module': { head: tag('type="module" data-station="laukaa"') },
  'a module without attributes': { head: config + tag('type="module"') },
  'import()': { head: `${config}<script>import('${CHAT}/widget.js')</script>` },
  'import() and an element': { head: `<script>import('${CHAT}/widget.js?ver=6.4')</script>`, body: ELEMENT },
  'a tag manager that strips attributes': { head: config + tag('') },
  'an optimiser that serves it from the host': {
    head: `<script defer src="/cache/min.js" data-station="laukaa" data-server="${CHAT}"></script>`,
    files: { '/cache/min.js': ';LOADER;' },
  },
  'an optimiser that bundles it': {
    head: `<script>window.kynnys = {station: "laukaa", server: "${CHAT}/"}</script><script defer src="/all.js"></script>`,
    files: { '/all.js': 'var a=1;LOADER;' },
  },
}

describe('however it is loaded', () => {
  it.each(some(Object.keys(WAYS), 3))('finds itself: %s', async (name) => {
    await visit(WAYS[name] ?? {})
    await launcherOf(visitor.page).hover()
    await expect.poll(() => visitor.rooms[0]).toMatch(`${CHAT}/chat/fi?station=laukaa`)
    expect(visitor.errors).toEqual([])
  })

  const PUBLIC = shipped().replace('%HOME%', `${CHAT}/widget.js`)
  it.each(some(['', `data-server="${CHAT}"`], 2))(
    'by another name of the server, or copied, it opens the room at the public address, and hears it %s',
    async (more) => {
      const page = { head: `<script async src="${ALIAS}/widget.js" data-station="laukaa" ${more}></script>` }
      const copied = {
        head: `<script defer src="/cache/min.js" data-station="laukaa" ${more}></script>`,
        files: { '/cache/min.js': 'LOADER' },
      }
      for (const host of [page, copied]) {
        await visit(host, PUBLIC)
        await launcherOf(visitor.page).click()
        await expect.poll(() => visitor.rooms).toEqual([`${CHAT}/chat/fi?station=laukaa`])
        // the focus goes on to the room as soon as its word is heard
        await visitor.page.waitForFunction(
          () => document.querySelector('kynnys-chat')?.shadowRoot?.activeElement?.tagName === 'IFRAME',
        )
        expect(visitor.errors).toEqual([])
      }
    },
  )

  const HELP = 'Kynnys: no station or no server.'
  long(
    'served by the host without a word of the server, it says what to do and asks the host for nothing',
    async () => {
      await visitor.visit({
        head: '<script defer src="/cache/min.js"></script>',
        body: ELEMENT,
        files: { '/cache/min.js': 'LOADER' },
      })
      await expect.poll(() => visitor.said).toEqual([HELP])
      expect(await visitor.page.getByRole('link', { name: '014' }).isVisible()).toBe(true)
      expect(await visitor.page.locator('iframe').count()).toBe(0)
    },
  )

  it('says one sentence when no station is named, or the room does not answer', async () => {
    const own = await guest(browser(), () => {
      const real = setTimeout
      window.setTimeout = ((act: () => void, wait = 0) =>
        real(act, wait > 5000 ? 50 : wait)) as typeof setTimeout
    })
    await own.visit({ head: tag('') })
    await expect.poll(() => own.said).toEqual([HELP])
    await own.visit({ isSilent: true, head: tag('data-station="laukka"') })
    await stands(own.page)
    await launcherOf(own.page).click()
    await expect
      .poll(() => own.said)
      .toEqual([`Kynnys: no answer: ${CHAT}/chat/fi?station=laukka#panel: unknown station or site.`])
    await own.page.getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' }).waitFor()
    // the focus is not lost in a frame that hears nothing
    await own.page.keyboard.press('Escape')
    await expect.poll(() => own.page.locator('kynnys-chat dialog').isVisible()).toBe(false)
    await own.page.context().close()
  })
})

/** What browsers of some years ago lack. */
const OLD: [string, () => void, stands: boolean][] = [
  ['constructable styles', () => Reflect.deleteProperty(window, 'CSSStyleSheet'), true],
  [
    'popovers',
    () => {
      for (const name of ['popover', 'showPopover', 'hidePopover'])
        Reflect.deleteProperty(HTMLElement.prototype, name)
    },
    true,
  ],
  ['idle time', () => Reflect.deleteProperty(window, 'requestIdleCallback'), true],
  ['modal dialogs', () => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'), false],
  ['shadow roots', () => Reflect.deleteProperty(Element.prototype, 'attachShadow'), false],
  [
    'roots that may be attached',
    () => {
      Element.prototype.attachShadow = () => {
        throw new Error('refused')
      }
    },
    false,
  ],
]
const fallen = async (own: Guest) => ({
  words: await own.page.getByText('Soita 014').isVisible(),
  link: await own.page
    .getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' })
    .getAttribute('href')
    .catch(() => null),
})
const SOITA = ELEMENT.replace('>014<', '>Soita 014<')

describe('in browsers that lack', () => {
  it.each(some(OLD, 3))('%s', async (_, remove, isWhole) => {
    const own = await guest(browser(), remove)
    await own.visit({ head: tag(''), body: SOITA })
    if (isWhole) {
      expect((await stands(own.page))?.height).toBeGreaterThanOrEqual(48)
      await launcherOf(own.page).click()
      expect(await own.page.locator('kynnys-chat dialog').isVisible()).toBe(true)
    } else {
      await own.page.getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' }).waitFor()
      expect(await fallen(own)).toEqual({ words: true, link: `${CHAT}/chat/fi?station=laukaa` })
    }
    expect(own.errors).toEqual([])
    await own.page.context().close()
  })
})

longDescribe('red twins of the ways', () => {
  it('without its public address an alias asks for a room that it would not hear', async () => {
    const asked: string[] = []
    visitor.page.on('request', (request) => asked.push(request.url()))
    await visit({ head: `<script async src="${ALIAS}/widget.js" data-station="laukaa"></script>` })
    await launcherOf(visitor.page).click()
    await expect.poll(() => asked.some((url) => url.startsWith(`${ALIAS}/chat/`))).toBe(true)
    expect(visitor.rooms).toEqual([])
  })

  const LOADER = 'widget/loader.ts'
  const PANEL = 'widget/loader/panel.ts'
  it('with only the tag that runs it knows no way but one', async () => {
    const loader = await brokenLoader('one-way', [{ file: LOADER, find: 'Error().stack', put: 'undefined' }])
    await visitor.visit(WAYS['import()'] ?? {}, loader)
    await expect.poll(() => visitor.said.length).toBe(1)
    expect(await launchers()).toBe(0)
  })

  it('with the fallback taken away first nothing is left in an old browser', async () => {
    const loader = await brokenLoader('fallback-first', [
      { file: PANEL, find: "slot = make('slot')", put: "slot = make('i')" },
    ])
    const own = await guest(browser(), () => Reflect.deleteProperty(HTMLDialogElement.prototype, 'showModal'))
    await own.visit({ head: tag(''), body: SOITA }, loader)
    await own.page.getByRole('link', { name: 'Avaa neuvonta uuteen välilehteen' }).waitFor()
    expect((await fallen(own)).words).toBe(false)
    await own.page.context().close()
  })
})
