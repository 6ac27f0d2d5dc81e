/** What a conversation costs a resident's connection, ring by ring, as a real browser receives it from the running server. */
import type { Page, Request } from 'playwright'
import type { Figure, Measure } from './bench.ts'
import { launcherStands, pressLauncher, settled } from './panel.ts'
import { serveShipped } from './serving.ts'
import { launchPhone, takePhone } from './slow-phone.ts'

const KB = 1000

type Ring = { what: string; of: RegExp[]; most?: number }

/** In the order in which they come. What the content's own parts cost is told apart from the catalogue of advice. */
const LOADER = /\/widget\.js$/
const SCREEN = /\/chat\/fi\?/
const APP = /\/assets\/app-[^/]*\.js$/
/** What reckons with one's own words is told in a line of its own (`own-words.ts`). */
const LATER = /\/assets\/(?!app-|matching-)[^/]*\.js$/
const CONTENT = /\/api\/content\/[^/]+\/(dialogue|words)\b|\/api\/promises/
const CATALOGUE = /\/api\/content\/[^/]+\/(advice|items)\b/

const RINGS: Ring[] = [
  { what: 'loader', of: [LOADER], most: 2.5 * KB },
  { what: 'first screen', of: [SCREEN], most: 10 * KB },
  { what: 'app', of: [APP], most: 46 * KB },
  { what: 'later: result, request, taking away', of: [LATER] },
  { what: 'content: questions, words, promises', of: [CONTENT] },
  {
    what: 'whole conversation with its request',
    of: [LOADER, SCREEN, APP, LATER, CONTENT],
    most: 96 * KB,
  },
  { what: 'whole catalogue of advice', of: [CATALOGUE], most: 40 * KB },
]

type Received = { path: string; bytes: number }

/** Everything that came for the page, the host's own document aside. */
async function received(page: Page, act: () => Promise<unknown>): Promise<Received[]> {
  const finished: Request[] = []
  page.on('requestfinished', (request) => finished.push(request))
  await act()
  const all = finished.filter((request) => request.frame() !== page.mainFrame() || LOADER.test(request.url()))
  return Promise.all(
    all.map(async (request) => {
      const { pathname, search } = new URL(request.url())
      const { responseBodySize } = await request.sizes()
      return { path: pathname + search, bytes: responseBodySize }
    }),
  )
}

function figureOf({ what, of, most }: Ring, all: Received[]): Figure {
  const its = of.map((kind) => all.filter(({ path }) => kind.test(path)))
  const missing = its.findIndex((found) => found.length === 0)
  if (missing >= 0) throw new Error(`Nothing came that looks like ${of[missing]}`)
  const bytes = its.flat().reduce((sum, one) => sum + one.bytes, 0)
  const kilobytes = (value: number) => `${(value / KB).toFixed(2)} kB`
  return {
    what: `bytes: ${what}`,
    ours: kilobytes(bytes),
    beside: {},
    ...(most !== undefined && { goal: `≤ ${most / KB} kB`, held: bytes <= most }),
  }
}

const requests = (what: string, all: Received[]): Figure => ({
  what: `requests: ${what}`,
  ours: `${all.length}`,
  beside: {},
})

/** The first screen of each language that is offered, as a browser asks for it: the longest words must fit as well. */
async function firstScreens(url: string): Promise<Figure[]> {
  const screen = (language: string) =>
    fetch(`${url}/chat/${language}?station=laukaa`, { headers: { 'accept-encoding': 'br' } })
  const links = [...(await (await screen('fi')).text()).matchAll(/hreflang="([^"]+)"/g)]
  const offered = new Set(links.map(([, language]) => language))
  return Promise.all(
    [...offered].map(async (language = '') => {
      const bytes = Number((await screen(language)).headers.get('content-length'))
      return {
        what: `bytes: first screen, ${language}`,
        ours: `${(bytes / KB).toFixed(2)} kB`,
        beside: {},
        goal: '≤ 10 kB',
        held: bytes > 0 && bytes <= 10 * KB,
      }
    }),
  )
}

export const bytes: Measure = {
  name: 'bytes',
  async run(say) {
    const ours = await serveShipped()
    const browser = await launchPhone()
    try {
      say('a conversation is fetched')
      const phone = await takePhone(browser, async () => {}, { saveData: true, slowNetwork: false })
      const { page } = phone
      const all = await received(page, async () => {
        await page.goto(ours.url)
        await launcherStands(page)
        await pressLauncher(page)
        await settled(phone)
      })
      await phone.close()
      const unknown = all.filter(({ path }) => !RINGS.some(({ of }) => of.some((kind) => kind.test(path))))
      if (unknown.length > 0) throw new Error(`In no ring: ${unknown.map(({ path }) => path).join(', ')}`)
      return [
        ...RINGS.map((ring) => figureOf(ring, all)),
        ...(await firstScreens(ours.url)),
        requests(
          'to the first question',
          all.filter(({ path }) => LOADER.test(path) || SCREEN.test(path)),
        ),
        requests('all, the catalogue among them', all),
      ]
    } finally {
      await browser.close()
      await ours.close()
    }
  },
}
