/** Openings of the tests on a screen: made before the first test of the file (or block) that calls them, closed after its last. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { build, type TestApp } from '../app.ts'
import { testClock } from '../clock.ts'
import { type Launch, launch, newProfile, phone } from './browser.ts'

/**
 * Anything that is opened once for many tests.
 * @returns an object that is filled with what `open` gives before the first of them: it has nothing while the file is read
 */
export function opened<What extends { close(): Promise<unknown> }>(open: () => Promise<What>): What {
  const what = {} as What
  beforeAll(async () => {
    Object.assign(what, await open())
  })
  // what could not be opened is not closed: its own error is what must be read
  afterAll(() => what.close?.())
  return what
}

type Opening = Omit<Launch, 'proxy'> & {
  /** address of what everything goes through, once it stands */
  proxy?: () => string
  /** an instant at which every page's clock stands */
  now?: number
}

/** In what pages of one profile may differ. */
type Look = Pick<
  BrowserContextOptions,
  | 'viewport'
  | 'deviceScaleFactor'
  | 'hasTouch'
  | 'colorScheme'
  | 'forcedColors'
  | 'reducedMotion'
  | 'bypassCSP'
>

/** Two pages of nothing, one in the other: they keep the process of each site of ours for the pages to come. */
const EMPTY = { contentType: 'text/html', body: '<!doctype html><title>Empty</title>' }
const KEEPER = { ...EMPTY, body: `${EMPTY.body}<iframe src="http://127.0.0.1/"></iframe>` }

/**
 * In every page of the profile it is this instant, and timers go on. Playwright's own clock does that too, and more, at the price
 * of another second of processor a page.
 */
const standAt = (profile: BrowserContext, now: number) =>
  profile.addInitScript((at) => {
    globalThis.Date = new Proxy(Date, {
      construct: (real, given, self) => Reflect.construct(real, given.length > 0 ? given : [at], self),
      apply: (real) => new real(at).toString(),
      get: (real, name) => (name === 'now' ? () => at : Reflect.get(real, name)),
    })
  }, now)

async function profileOf(browser: Browser, options: Look, now?: number) {
  const profile = await newProfile(browser, options)
  if (now) await standAt(profile, now)
  const keeper = await profile.newPage()
  await keeper.route('http://localhost/', (route) => route.fulfill(KEEPER))
  await keeper.route('http://127.0.0.1/', (route) => route.fulfill(EMPTY))
  await keeper.goto('http://localhost/')
  return profile
}

/** A page in a profile that others have used, with nothing of theirs; it may look otherwise than the profile's other pages. */
async function pageIn(
  profile: BrowserContext,
  { viewport, colorScheme, forcedColors, reducedMotion }: Look,
): Promise<Page> {
  const page = await profile.newPage()
  if (viewport) await page.setViewportSize(viewport)
  if (colorScheme || forcedColors || reducedMotion)
    await page.emulateMedia({
      ...(colorScheme && { colorScheme }),
      ...(forcedColors && { forcedColors }),
      ...(reducedMotion && { reducedMotion }),
    })
  Object.defineProperty(page, 'clock', {
    get: () => {
      throw new Error('A clock is that of the whole profile: ask for `ownPage`')
    },
  })
  return page
}

/** A browser. What a test opens is closed after it; what was opened before the first test stays for all of them. */
export function withBrowser({ now, proxy, ...how }: Opening = {}) {
  let browser: Browser | undefined
  let isTesting = false
  /** by what all pages of a profile have alike */
  const profiles = new Map<string, Promise<BrowserContext>>()
  const toClose: (Page | BrowserContext)[] = []
  const kept: (Page | BrowserContext)[] = []
  beforeAll(async () => {
    browser = await launch({ ...how, ...(proxy && { proxy: proxy() }) })
  })
  beforeEach(() => {
    isTesting = true
  })
  afterEach(async () => {
    await Promise.all(toClose.splice(0).map((one) => one.close()))
    for (const profile of profiles.values()) await (await profile).clearCookies()
  })
  afterAll(async () => {
    // the plain one is others' too: of it only what was opened here
    await Promise.all([...profiles.values(), ...kept].map(async (one) => (await one).close()))
    if (proxy || Object.keys(how).length > 0) await browser?.close()
  })
  const open = () => {
    if (!browser) throw new Error('A browser is there from the first test on')
    return browser
  }
  const closing = <What extends Page | BrowserContext>(what: What): What => {
    const list = isTesting ? toClose : kept
    list.push(what)
    return what
  }
  return {
    browser: open,
    /** a page that keeps nothing of those before it, on a phone unless said otherwise */
    async newPage({ hasTouch = false, bypassCSP = true, ...look }: Look = phone) {
      const alike = { hasTouch, bypassCSP, deviceScaleFactor: look.deviceScaleFactor ?? 1 }
      const key = JSON.stringify(alike)
      const profile = profiles.get(key) ?? profileOf(open(), alike, now)
      profiles.set(key, profile)
      return closing(await pageIn(await profile, look))
    },
    /**
     * A page with a profile of its own: for what sets the clock (`ticking`: it is nowhere set yet), goes offline, or looks at what
     * a profile keeps.
     */
    async ownPage({ ticking = false, ...options }: BrowserContextOptions & { ticking?: boolean } = phone) {
      const profile = closing(await newProfile(open(), options))
      if (now && !ticking) await standAt(profile, now)
      return profile.newPage()
    },
  }
}
export type Opened = ReturnType<typeof withBrowser>

type Serving = NonNullable<Parameters<typeof build>[0]>

/** The app as it ships, listening, with an open root for axe. @param more what it takes a while to make */
export const withApp = (options: Serving, more: () => Promise<Serving> = async () => ({})): TestApp =>
  opened(async () => build({ listen: true, openShadow: true, ...options, ...(await more()) }))

/**
 * The same, and a browser whose clock is that of the server: to one of a later day its promises would be past. Pages are closed
 * before the server.
 */
export function withServer({ clock = testClock(), ...options }: Serving = {}) {
  const server = withApp({ clock, ...options })
  return { server, ...withBrowser({ now: clock.now() }) }
}
