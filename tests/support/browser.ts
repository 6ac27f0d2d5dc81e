/** A real Chromium for journeys: `CHROMIUM` or the PATH; each page has a fresh profile of its own. */
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { findBrowser, findShell } from '../../tools/browser.mjs'

/** Pages of a desktop's address bar, which a whole Chromium keeps beside every window: they work, and may hang, beside what is looked at. */
export const ADDRESS_BAR = 'WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup'

/** No sandbox as root in a container; the rest keeps Chromium from looking for hosts that are not there. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  // one process less for every browser: what is drawn is looked at by people alone
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

type Launch = {
  /** everything the browser asks for goes through it, also what is on this machine */
  proxy?: string
  /** flags of Chromium besides ours */
  more?: string[]
  /** with its window, address bar and own habits, where these are what is looked at */
  whole?: boolean
}

const start = ({ proxy, more = [], whole = false }: Launch): Promise<Browser> =>
  chromium.launch({
    executablePath: whole ? findBrowser() : findShell(),
    args: [...FLAGS, ...more],
    ...(proxy && { proxy: { server: proxy, bypass: '<-loopback>' } }),
  })

/** The plain one of this worker, which its files use one after the other; it ends with the worker. */
let plain: Promise<Browser> | undefined
async function startPlain(): Promise<Browser> {
  const browser = await start({})
  browser.on('disconnected', () => {
    plain = undefined
  })
  // what a file opened goes with it; the program itself stays for the next
  browser.close = async () => {
    for (const context of browser.contexts()) await context.close()
  }
  return browser
}

/** A browser whose pages have fresh profiles; one that is the same for everybody is started once. */
export function launch(how: Launch = {}): Promise<Browser> {
  if (Object.keys(how).length > 0) return start(how)
  plain ??= startPlain()
  return plain
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  // sharp only for photographs: four times the dots cost a good part of a run
  deviceScaleFactor: process.env.KYNNYS_PICTURES ? 2 : 1,
  hasTouch: true,
}
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** axe needs to add its own script, which the strict policies refuse: `bypassCSP` is for the looking glass only. */
export async function newPage(browser: Browser, options: BrowserContextOptions = phone): Promise<Page> {
  const context = await browser.newContext({
    bypassCSP: true,
    // nobody waits for a movement here; two journeys are made with all of them
    reducedMotion: 'reduce',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

type Found = { id: string; impact: string | null | undefined; nodes: string[] }
type Axe = {
  run: (
    context: unknown,
    options: unknown,
  ) => Promise<{ violations: { id: string; impact?: string | null; nodes: { target: unknown }[] }[] }>
}

/** What axe finds in a page or frame, by WCAG 2.2 A and AA rules and best practice; `[]` is clean. */
export async function axeFinds(where: Pick<Page, 'evaluate'>): Promise<Found[]> {
  await where.evaluate(axe.source)
  const violations = await where.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map((node) => JSON.stringify(node.target)),
    }))
  })
  return violations
}
