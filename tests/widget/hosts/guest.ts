/** Host pages that exist only in the browser: what is asked for is answered here, the loader from a build, the room by a word. */
import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright'
import { type Fault, fault } from '../../support/broken.ts'
import { desktop, newPage } from '../../support/screen/browser.ts'
import type { Opened } from '../../support/screen/with-browser.ts'

const HOST = 'http://county.localhost'
export const CHAT = 'http://chat.localhost'

/** The loader but for deliberate faults. */
export async function brokenLoader(name: string, faults: Fault[]): Promise<string> {
  const { buildParts } = await import('../../../tools/build-parts.mjs')
  const outDir = `dist/broken/${name}`
  await buildParts({ parts: ['loader'], outDir, plugins: faults.map(fault) })
  return readFileSync(`${outDir}/widget.js`, 'utf8')
}
export const shipped = () => readFileSync('dist/widget.js', 'utf8')
const shippedMore = () => readFileSync('dist/more.js', 'utf8')

/** The second part but for deliberate faults. */
export async function brokenMore(name: string, faults: Fault[]): Promise<string> {
  const { buildParts } = await import('../../../tools/build-parts.mjs')
  const outDir = `dist/broken/${name}`
  await buildParts({ parts: ['more'], outDir, plugins: faults.map(fault) })
  return readFileSync(`${outDir}/more.js`, 'utf8')
}

/** A room that only says that it is there, and counts how often it was loaded; `silent` stands for one that fails. */
const roomOf = (isSilent: boolean) =>
  `<!doctype html><title>Room</title><textarea></textarea>${
    isSilent
      ? ''
      : `<script>addEventListener('message', ({data}) => data.kynnys === 'ready' && parent.postMessage(data, '*'))</script>`
  }`

export const tag = (more = 'data-station="laukaa" data-language="fi"') =>
  `<script async src="${CHAT}/widget.js" ${more}></script>`
/** A host's document, if it is not given whole. */
export const htmlOf = ({ html, head = tag(), body = '' }: HostPage) =>
  html ??
  `<!doctype html><html lang="fi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Asema</title><link rel="icon" href="data:,">${head}</head><body><h1>Asema</h1>${body}</body></html>`

export type HostPage = {
  head?: string
  body?: string
  /** instead of the two: a whole page */
  html?: string
  headers?: Record<string, string>
  /** files of the host itself */
  files?: Record<string, string>
  viewport?: { width: number; height: number }
  isSilent?: boolean
}

export type Guest = {
  page: Page
  /** sentences for the web master */
  said: string[]
  errors: string[]
  /** addresses of rooms that were asked for */
  rooms: string[]
  /** how often the second part was asked for */
  parts: string[]
  visit(host: HostPage, loader?: string, secondPart?: string): Promise<void>
}

/** Opens the loader's closed roots to the test, before any script of a page runs. */
export function openRoots() {
  const attach = Element.prototype.attachShadow
  if (attach)
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' })
    }
}

/** A page of the browser in which one host after the other is visited. @param before runs in every page, first */
export async function guest(
  browser: ReturnType<Opened['browser']>,
  before?: () => void,
  look: BrowserContextOptions = {},
): Promise<Guest> {
  const page = await newPage(browser, { ...desktop, bypassCSP: false, ...look })
  await page.addInitScript(openRoots)
  if (before) await page.addInitScript(before)
  let now: HostPage = {}
  let script = ''
  let secondPart = ''
  const seen = { said: [] as string[], errors: [] as string[], rooms: [] as string[], parts: [] as string[] }
  page.on('console', (message) => {
    if (message.text().startsWith('Kynnys:')) seen.said.push(message.text())
    else if (message.type() === 'error') seen.errors.push(message.text())
  })
  page.on('pageerror', ({ message }) => seen.errors.push(message))
  await page.route('**/*', (route) => {
    const { origin, pathname, search } = new URL(route.request().url())
    const give = (contentType: string, body: string, headers = {}) =>
      route.fulfill({
        body,
        headers: {
          'content-type': `${contentType}; charset=utf-8`,
          'access-control-allow-origin': '*',
          ...headers,
        },
      })
    if (origin === CHAT && pathname === '/widget.js' && search === '?more') {
      seen.parts.push(route.request().url())
      return give('text/javascript', secondPart)
    }
    if (origin !== HOST && pathname === '/widget.js') return give('text/javascript', script)
    if (origin === CHAT && pathname.startsWith('/chat/')) {
      seen.rooms.push(route.request().url())
      return give('text/html', roomOf(now.isSilent ?? false))
    }
    const file = origin === HOST ? now.files?.[pathname] : undefined
    if (file !== undefined)
      return give(
        'text/javascript',
        file.replace('LOADER', () => script),
      )
    if (origin === HOST && pathname === '/') return give('text/html', htmlOf(now), now.headers)
    return route.fulfill({ status: 404, body: '' })
  })
  return {
    page,
    ...seen,
    async visit(host, loader = shipped(), more = shippedMore()) {
      now = host
      script = loader
      secondPart = more
      for (const list of Object.values(seen)) list.length = 0
      await page.setViewportSize(host.viewport ?? desktop.viewport)
      await page.goto(`${HOST}/`)
    },
  }
}

export type Seen = { height: number; inSight: boolean; onTop: boolean; size: string; words: string }

/** What a resident sees of a part of the chat; undefined while there is none, or more than one. */
export const seenOf = (
  page: Pick<Page, 'evaluate'>,
  part: 'dialog + button' | 'dialog',
): Promise<Seen | undefined> =>
  page.evaluate((selector) => {
    const find = (root: Document | ShadowRoot): Element[] => [
      ...root.querySelectorAll('kynnys-chat'),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? find(shadowRoot) : [])),
    ]
    const parts = find(document).flatMap((host) => {
      const found = host.shadowRoot?.querySelector<HTMLElement>(selector)
      return found?.checkVisibility({ visibilityProperty: true }) ? [{ host, found }] : []
    })
    const [one, two] = parts
    if (!one || two) return undefined
    const { top, left, right, bottom, height } = one.found.getBoundingClientRect()
    const isOurs = (x: number, y: number) => {
      let element = document.elementFromPoint(x, y)
      while (element?.shadowRoot && element !== one.host) element = element.shadowRoot.elementFromPoint(x, y)
      return element === one.host
    }
    const corners = [left + 4, right - 4].flatMap((x) =>
      [top + height / 2, bottom - 24].map((y) => [x, y] as const),
    )
    return {
      height: Math.round(height),
      inSight: top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight,
      onTop: corners.every(([x, y]) => isOurs(x, y)),
      size: getComputedStyle(one.found).fontSize,
      words: one.found.textContent ?? '',
    }
  }, part)

/** Waits for the button. */
export const stands = async (page: Page) => {
  await page.waitForFunction(() => {
    const find = (root: Document | ShadowRoot): boolean =>
      !!root.querySelector('kynnys-chat')?.shadowRoot?.querySelector('dialog + button') ||
      [...root.querySelectorAll('*')].some(({ shadowRoot }) => !!shadowRoot && find(shadowRoot))
    return find(document)
  })
  return seenOf(page, 'dialog + button')
}

/** The page's own work is done, and what follows from it: the loader looks anew in a task of its own. */
export const settled = (page: Page) =>
  page.evaluate(() => new Promise<void>((done) => setTimeout(() => setTimeout(() => setTimeout(done)))))
export const launcherOf = (page: Page) => page.locator('kynnys-chat dialog + button')
export const isModal = (page: Page) =>
  page.evaluate(() => !!document.querySelector('kynnys-chat')?.shadowRoot?.querySelector('dialog:modal'))
