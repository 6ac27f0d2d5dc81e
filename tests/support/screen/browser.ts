/** A real Chromium for journeys: `CHROMIUM` or the PATH; each page has a fresh profile of its own. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright'
import { findBrowser, findShell } from '../../../tools/browser.mjs'

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

/**
 * A page of a test lives for seconds: a compiler that makes long work quicker only costs, and one process a site in each profile
 * keeps what it has read for the next page, which then opens in a third of the time.
 */
const SHORT_LIVED = [
  '--js-flags=--no-opt --no-maglev',
  '--renderer-process-limit=1',
  // nor one for each site (`apart` has them)
  '--disable-site-isolation-trials',
  '--disable-features=site-per-process,IsolateOrigins,SpareRendererForSitePerProcess',
]

export type Launch = {
  /** everything the browser asks for goes through it, also what is on this machine */
  proxy?: string
  /** flags of Chromium besides ours */
  more?: string[]
  /** with its window, address bar and own habits, where these are what is looked at */
  whole?: boolean
  /** sites in processes of their own: where their wall is looked at, and for who reads a closed frame from outside */
  apart?: boolean
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
  const browser = await start({ more: SHORT_LIVED })
  browser.on('disconnected', () => {
    plain = undefined
  })
  // what a file opened goes with it; the program itself stays for the next
  browser.close = async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  }
  return browser
}

/** A browser whose pages have fresh profiles; one that is the same for everybody is started once. */
export function launch(how: Launch = {}): Promise<Browser> {
  if (Object.keys(how).length > 0) return start(how)
  plain ??= startPlain()
  return plain
}

export const phone = {
  viewport: { width: 390, height: 844 },
  // sharp only for photographs: four times the dots cost a good part of a run
  deviceScaleFactor: process.env.KYNNYS_PICTURES ? 2 : 1,
  hasTouch: true,
} satisfies BrowserContextOptions
export const desktop = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions

/** What nobody waits for on a quiet machine, and a very busy one still may need. */
const MOST = 30_000

/** axe needs to add its own script, which the strict policies refuse: `bypassCSP` is for the looking glass only. */
export async function newProfile(
  browser: Browser,
  options: BrowserContextOptions = phone,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    bypassCSP: true,
    // nobody waits for a movement here; two journeys are made with all of them
    reducedMotion: 'reduce',
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    ...options,
  })
  context.setDefaultTimeout(MOST)
  return context
}

/** A page with a fresh profile. */
export const newPage = async (browser: Browser, options?: BrowserContextOptions): Promise<Page> =>
  (await newProfile(browser, options)).newPage()

/** What a page asks for at such an address waits on the way. @returns what lets it go, then and from then on */
export async function hold(page: Page, address: string): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

/** Another size of the window, once the page has it. */
export async function resize(page: Page, { viewport }: { viewport: { width: number; height: number } }) {
  await page.setViewportSize(viewport)
  const has = ({ width, height }: typeof viewport) => innerWidth === width && innerHeight === height
  await (await page.waitForFunction(has, viewport)).dispose()
}

type Found = { id: string; impact: string | null | undefined; nodes: string[] }
type Axe = {
  run: (
    context: unknown,
    options: unknown,
  ) => Promise<{ violations: { id: string; impact?: string | null; nodes: { target: unknown }[] }[] }>
}

const require = createRequire(import.meta.url)
/** Without its comments it is half as long, and read in half the time. */
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds in a page or frame, by WCAG 2.2 A and AA rules and best practice; `[]` is clean.
 * @param only these rules: where a screen was looked at with all of them and has but changed its colours
 */
export async function axeFinds(where: Pick<Page, 'evaluate'>, only?: string[]): Promise<Found[]> {
  if (!(await where.evaluate(() => 'axe' in globalThis))) await where.evaluate(AXE)
  const violations = await where.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      // it would fetch styles and sounds once more, for a rule about sounds that play by themselves: there are none
      preload: false,
      ...(rules && { runOnly: rules }),
    })
    return violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map((node) => JSON.stringify(node.target)),
    }))
  }, only)
  return violations
}
