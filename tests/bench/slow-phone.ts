/** A cheap phone on a slow network, by the browser's own throttles; and the proof that they hold inside the frame too. */
import type { Browser, CDPSession, Frame, Page } from 'playwright'
import { ADDRESS_BAR, launch, phone } from '../support/screen/browser.ts'
import { median } from './bench.ts'

/** What developer tools call Slow 4G: bits a second, and milliseconds there and back. */
const SLOW_4G = { down: 1_600_000, up: 750_000, latency: 150 }
const SLOWER_CPU = 4

/**
 * The frame runs in the process of its page, as Chromium does on phones with little memory; so that one throttle of
 * processor and network holds for both, ours and the floor's alike.
 */
const ONE_PROCESS = [
  '--disable-site-isolation-trials',
  `--disable-features=IsolateOrigins,site-per-process,OriginKeyedProcessesByDefault,${ADDRESS_BAR}`,
]

export const launchPhone = (): Promise<Browser> => launch({ more: ONE_PROCESS, whole: true })

/** What the page has asked for so far, and how much of it has not come yet. */
type Traffic = { asked: number; underway: number }

export type Phone = { page: Page; session: CDPSession; traffic: Traffic; close(): Promise<void> }
export type Habits = {
  /** saves data: nothing is fetched before somebody asks for it */
  saveData?: boolean
  /** the network is slow, not the processor alone */
  slowNetwork?: boolean
}

function trafficOf(page: Page): Traffic {
  const traffic = { asked: 0, underway: 0 }
  page.on('request', () => {
    traffic.asked += 1
    traffic.underway += 1
  })
  for (const end of ['requestfinished', 'requestfailed'] as const)
    page.on(end as 'requestfinished', () => {
      traffic.underway -= 1
    })
  return traffic
}

/** A new phone with nothing in its cache. @param scripts run in every document before its own */
export async function takePhone(
  browser: Browser,
  scripts: (page: Page) => Promise<void>,
  { saveData = false, slowNetwork = true }: Habits = {},
): Promise<Phone> {
  const context = await browser.newContext({ ...phone, locale: 'fi-FI', timezoneId: 'Europe/Helsinki' })
  if (saveData)
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
  const page = await context.newPage()
  const traffic = trafficOf(page)
  await scripts(page)
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
  if (slowNetwork) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW_4G.latency,
      downloadThroughput: SLOW_4G.down / 8,
      uploadThroughput: SLOW_4G.up / 8,
    })
  }
  return { page, session, traffic, close: () => context.close() }
}

/** Milliseconds of pieces of work that depend on the processor alone. */
const work = async (frame: Frame): Promise<number> =>
  median(
    await frame.evaluate(() =>
      Array.from({ length: 20 }, () => {
        const began = performance.now()
        for (let count = 0, sum = 0; count < 1_000_000; count++) sum = (sum * 31 + count) % 1_000_003
        return performance.now() - began
      }),
    ),
  )

/** How many times slower than usual a frame is. */
async function slowness(session: CDPSession, frame: Frame): Promise<number> {
  const slow = await work(frame)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const usual = await work(frame)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
  return slow / usual
}

/** Milliseconds and bytes of fetching the frame's own document again. */
const download = (frame: Frame) =>
  frame.evaluate(async () => {
    const began = performance.now()
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' })
    await answer.arrayBuffer()
    const [entry] = performance.getEntriesByName(answer.url).slice(-1) as PerformanceResourceTiming[]
    return { took: performance.now() - began, bytes: entry?.encodedBodySize ?? 0 }
  })

/** What else the machine does may hide the throttle for a moment. */
const LOOKS = 5

/** Fails when the frame is not slowed as its page is: its figures would say nothing. */
export async function proveSlow({ session }: Phone, frame: Frame): Promise<void> {
  const { took, bytes } = await download(frame)
  const least = SLOW_4G.latency + (bytes * 8000) / SLOW_4G.down
  if (took < least * 0.9)
    throw new Error(`The network is not slow in the frame: ${bytes} bytes in ${took} ms, not ${least}`)
  const seen: number[] = []
  while (!seen.some((times) => times >= SLOWER_CPU / 2)) {
    if (seen.length === LOOKS)
      throw new Error(`The processor is not slow in the frame: ${seen.join(', ')} times`)
    seen.push(await slowness(session, frame))
  }
}
