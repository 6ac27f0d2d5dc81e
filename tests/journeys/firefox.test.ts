/** The same room in another engine: a whole conversation in Firefox through the shipped closed roots, and the pages of others. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { documentOf, type Host, serveHost, tagOf } from '../proofs/trials/host-page.ts'
import { build, type TestApp } from '../support/app.ts'
import { some } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { until } from '../support/process.ts'
import { desktop, phone } from '../support/screen/browser.ts'
import {
  type Firefox,
  type FirefoxPage,
  type Node,
  startFirefox,
  type View,
} from '../support/screen/firefox.ts'
import { opened } from '../support/screen/with-browser.ts'
import { CHAT, htmlOf, openRoots, seenOf } from '../widget/hosts/guest.ts'
import { HOSTS } from '../widget/hosts/host-pages.ts'
import { ANSWERS, NAME, OWN_WORDS, PHONE } from './resident.ts'

const firefox: Firefox = opened(startFirefox)
const host: Host = opened(serveHost)
const server: TestApp = opened(() => build({ listen: true }))

/** The root of an element that lets nobody in, once it is there. */
async function closedRoot(view: View, selector: string): Promise<Node> {
  let root: Node | undefined
  await until(`the root of ${selector}`, async () => {
    root = await view.rootOf(selector)
    return root !== undefined
  })
  return root as Node
}

// what a resident looks for in the room, by its words; run in the page
const optionOf = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll<HTMLElement>('.row')].find(({ innerText }) => innerText.trim() === words)
const isPress = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll<HTMLElement>('button.row')].some(({ innerText }) => innerText.trim() === words)
const buttonOf = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll<HTMLElement>('button, summary')].find(
    (one) => one.innerText.trim() === words && one.checkVisibility(),
  )
const fieldOf = (root: ShadowRoot, words: string) =>
  [...root.querySelectorAll('label')].find(({ innerText }) => innerText.trim().startsWith(words))?.control ??
  undefined
const wordsOf = (root: ShadowRoot) => root.querySelector<HTMLElement>('.room')?.innerText ?? ''

async function enterRoom(frame: View) {
  const root = await closedRoot(frame, 'kynnys-room')
  const words = () => frame.evaluate(wordsOf as () => string, root)
  return {
    words,
    hears: (said: string) => until(`the words “${said}”`, async () => (await words()).includes(said)),
    press: (name: string) => frame.press(name, buttonOf as () => unknown, root, name),
    /** @returns whether its press was the whole answer */
    async choose(name: string) {
      const isWhole = await frame.evaluate(isPress as () => boolean, root, name)
      await frame.press(name, optionOf as () => unknown, root, name)
      return isWhole
    },
    async write(name: string, text: string) {
      await frame.press(name, fieldOf as () => unknown, root, name)
      await frame.type(text)
    },
  }
}

async function visit(page: FirefoxPage, html: string, size = phone.viewport) {
  host.pages.set('/', { html })
  await page.resize(size)
  page.said.length = 0
  await page.goto(`${host.url}/`)
}

describe('in Firefox', () => {
  long(
    'a conversation goes from a host page to a request with its promise, and nothing is amiss in the console',
    async () => {
      const page = await firefox.newPage()
      await visit(page, documentOf(tagOf(server.url)))
      const launcher = (root: ShadowRoot) => root.querySelector('dialog + button') ?? undefined
      await page.press('the launcher', launcher as () => unknown, await closedRoot(page, 'kynnys-chat'))
      const room = await enterRoom(await page.frame(`${server.url}/chat/fi`))
      for (const [question, ...options] of ANSWERS) {
        await room.hears(question)
        let isAnswered = false
        for (const option of options) isAnswered = await room.choose(option)
        if (!isAnswered) await room.press('Jatka')
      }
      await room.hears('Kuka päättää')
      await room.press('Pyydä soitto')
      await room.write('Puhelinnumero', PHONE)
      await room.press('Jatka')
      await room.press('Milloin asia pitää hoitaa?')
      await room.choose('Tällä viikolla')
      await room.hears('Miten pian: Tällä viikolla')
      await room.press('Kerro lisää: nimi, kieli, omat sanat')
      await room.write('Nimi tai kutsumanimi', NAME)
      await room.write('Omin sanoin', OWN_WORDS)
      await room.press('Katso, mitä lähetetään')
      await room.hears(OWN_WORDS)
      await room.press('Lähetä')
      await room.hears('Kiitos, pyyntösi on perillä')
      expect(await room.words()).toContain('klo 16 mennessä')
      expect(page.said).toEqual([])
    },
  )

  long('Back is the question before, and at the first one the page before', async () => {
    const page = await firefox.newPage()
    await visit(page, '<h1>Ennen</h1>')
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    const room = await enterRoom(page)
    // the script runs
    await room.hears('avautuu uuteen välilehteen')
    await room.choose('Asuminen')
    await room.press('Jatka')
    await room.hears('Kenen asiasta on kyse?')
    await page.back()
    await room.hears('Missä asioissa haluat neuvoa')
    await page.back()
    await until('the page before', () => page.evaluate(() => document.body.innerText === 'Ennen'))
    expect(page.said).toEqual([])
    await page.close()
  })

  const found = (): Element | undefined => {
    const look = (root: Document | ShadowRoot): Element | undefined => {
      const [here] = [...root.querySelectorAll('kynnys-chat')].flatMap(
        ({ shadowRoot }) => shadowRoot?.querySelector('dialog + button') ?? [],
      )
      return (
        here ??
        [...root.querySelectorAll('*')]
          .map(({ shadowRoot }) => shadowRoot && look(shadowRoot))
          .find(Boolean) ??
        undefined
      )
    }
    return look(document)
  }
  it.each(some(Object.keys(HOSTS), 15))(
    'the button and the panel are in sight and above everything: %s',
    async (name) => {
      const { viewport, ...page } = HOSTS[name] ?? {}
      const view = await firefox.newPage(openRoots)
      await visit(view, htmlOf(page).replaceAll(CHAT, server.url), viewport ?? desktop.viewport)
      const look = (part: 'dialog' | 'dialog + button') => seenOf(view as unknown as Page, part)
      await until('the button stands', async () => (await look('dialog + button')) !== undefined)
      expect(await look('dialog + button')).toMatchObject({ inSight: true, onTop: true, size: '16px' })
      await view.press('the launcher', found as () => unknown)
      expect(await look('dialog')).toMatchObject({ inSight: true, onTop: true })
      await view.close()
    },
  )
})
