/** Click → first question on a slow phone: cold and fetched beforehand, beside a hand-written page and the best peer. */
import type { Browser, Page } from 'playwright'
import { type Figure, interleave, type Measure, median, ratioOf, spread } from './bench.ts'
import { FIRST_QUESTION } from './floor-page.ts'
import { serveFloor } from './floor-server.ts'
import { inFrame, launcherStands, pressLauncher, settled } from './panel.ts'
import { serveShipped } from './serving.ts'
import { launchPhone, proveSlow, takePhone } from './slow-phone.ts'
import { fromTouch, watchFor } from './stopwatch.ts'

const ROUNDS = 7

/** @property component stands on the page itself: no frame */
type Variant = { url: string; preloaded?: boolean; component?: string }

/** One opening on a new phone, in milliseconds. */
async function open(browser: Browser, { url, preloaded = false, component }: Variant): Promise<number> {
  const scripts = (page: Page) => watchFor(page, FIRST_QUESTION, component)
  const phone = await takePhone(browser, scripts, { saveData: !preloaded })
  const { page } = phone
  await page.goto(url)
  await launcherStands(page)
  if (preloaded) await settled(phone)
  const took = await fromTouch(page, () => pressLauncher(page))
  // a figure counts only from a frame that was slow
  if (!component) await proveSlow(phone, await inFrame(page))
  await phone.close()
  return took
}

function figuresOf(
  times: Record<'cold' | 'coldFloor' | 'ready' | 'readyFloor' | 'peer', number[]>,
): Figure[] {
  const cold = ratioOf(times.cold, times.coldFloor)
  const peer = ratioOf(times.peer, times.cold)
  const ms = (values: number[]) => spread(values, 'ms')
  return [
    {
      what: 'cold click → first question, Slow 4G, 4× CPU',
      ours: ms(times.cold),
      beside: { 'hand-written page in a frame': ms(times.coldFloor) },
      ratio: cold,
      goal: '≤ 1.15 × the hand-written page',
      held: cold <= 1.15,
    },
    {
      what: 'the same, beside the best peer',
      ours: ms(times.cold),
      beside: { 'deep-chat, no frame': ms(times.peer) },
      // of this one alone, how many times faster: as its goal is said
      ratio: peer,
      goal: '≥ 2.5 × faster than the best peer',
      held: peer >= 2.5,
    },
    {
      what: 'the same, fetched in idle time',
      ours: ms(times.ready),
      beside: { 'hand-written page in a frame': ms(times.readyFloor) },
      ratio: ratioOf(times.ready, times.readyFloor),
      goal: '≤ 100 ms',
      held: median(times.ready) <= 100,
    },
  ]
}

export const firstQuestion: Measure = {
  name: 'first question',
  async run(say) {
    const ours = await serveShipped()
    const floor = await serveFloor(ours)
    const browser = await launchPhone()
    try {
      const times = await interleave(
        {
          cold: () => open(browser, { url: ours.url }),
          coldFloor: () => open(browser, { url: floor.url }),
          ready: () => open(browser, { url: ours.url, preloaded: true }),
          readyFloor: () => open(browser, { url: floor.url, preloaded: true }),
          peer: () => open(browser, { url: `${floor.url}/peer`, component: 'deep-chat' }),
        },
        ROUNDS,
        say,
      )
      return figuresOf(times)
    } finally {
      await browser.close()
      await floor.close()
      await ours.close()
    }
  },
}
