/** What a resident does with the launcher and its panel, the same for ours and for the floor. */
import type { Frame, Page } from 'playwright'
import { until } from '../support/process.ts'
import type { Phone } from './slow-phone.ts'

/** A point of the launcher, which stands in this corner of every page. */
const LAUNCHER = { x: 390 - 60, y: 844 - 40 }

export const launcherStands = (page: Page) =>
  page.waitForFunction(
    ({ x, y }) => document.elementFromPoint(x, y)?.matches('kynnys-chat, floor-chat, button'),
    LAUNCHER,
  )

export const pressLauncher = (page: Page): Promise<void> => page.mouse.click(LAUNCHER.x, LAUNCHER.y)

/** The panel's frame, once its document is there. */
export async function inFrame(page: Page): Promise<Frame> {
  const found = () => page.frames().find((frame) => frame.url().startsWith('http://127.0.0.1'))
  await until('the frame has its document', () => found() !== undefined)
  const frame = found() as Frame
  await frame.waitForLoadState()
  return frame
}

/** Lets the frame do whatever it left for idle time. */
const beIdle = (frame: Frame) =>
  frame.evaluate(async () => {
    for (let round = 0; round < 5; round++)
      await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }))
  })

/** Waits until the frame has fetched all that it fetches by itself, and then been idle without asking for more. */
export async function settled({ page, traffic }: Phone): Promise<Frame> {
  const frame = await inFrame(page)
  await until('nothing more is fetched, and the frame is idle', async () => {
    const { asked } = traffic
    if (traffic.underway > 0) return false
    await beIdle(frame)
    return traffic.underway === 0 && traffic.asked === asked
  })
  return frame
}
