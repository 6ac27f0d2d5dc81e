/** Answer → next question with a slow processor: the first answer of a conversation and later ones, beside two static questions. */
import type { Browser, Frame, Page } from 'playwright'
import { until } from '../support/process.ts'
import { type Figure, interleave, type Measure, ratioOf, spread } from './bench.ts'
import { serveFloor } from './floor-server.ts'
import { launcherStands, pressLauncher, settled } from './panel.ts'
import { serveShipped } from './serving.ts'
import { launchPhone, type Phone, takePhone } from './slow-phone.ts'
import { clockQuestions, fromPress, type Spot, spots } from './turning.ts'

const ROUNDS = 7
/** So many answers are given; the last of them stands for all later ones. */
const ANSWERS = 5

/** Where a point of the frame is on the page. */
async function onPage(frame: Frame, { x, y }: Spot): Promise<Spot> {
  const element = await frame.frameElement()
  const box = await element.boundingBox()
  return { x: x + (box?.x ?? 0), y: y + (box?.y ?? 0) }
}

const press = async (page: Page, frame: Frame, spot: Spot) => {
  const { x, y } = await onPage(frame, spot)
  await page.mouse.click(x, y)
}

/** Chooses the first row that is one's own, and goes on. @returns milliseconds from the press to the next question */
async function answer({ page }: Phone, frame: Frame): Promise<number> {
  await press(page, frame, (await spots(frame, 'row')) as Spot)
  await until('the row is chosen', async () => (await spots(frame, 'chosen')) !== undefined)
  const next = (await spots(frame, 'next')) as Spot
  return fromPress(page, () => press(page, frame, next))
}

async function walk(browser: Browser, url: string): Promise<number[]> {
  const phone = await takePhone(browser, clockQuestions, { slowNetwork: false })
  await phone.page.goto(url)
  await launcherStands(phone.page)
  await settled(phone)
  await pressLauncher(phone.page)
  const frame = await settled(phone)
  const times: number[] = []
  for (let answers = 0; answers < ANSWERS; answers++) {
    times.push(await answer(phone, frame))
    await settled(phone)
  }
  await phone.close()
  return times
}

const column = (rounds: number[][], at: number) => rounds.map((times) => times.at(at) ?? Number.NaN)

function figure(what: string, ours: number[], floor: number[]): Figure {
  const ratio = ratioOf(ours, floor)
  return {
    what,
    ours: spread(ours, 'ms'),
    beside: { 'two static questions': spread(floor, 'ms') },
    ratio,
    goal: '≤ 2 × two static questions',
    held: ratio <= 2,
  }
}

export const nextQuestion: Measure = {
  name: 'next question',
  async run(say) {
    const ours = await serveShipped()
    const floor = await serveFloor(ours)
    const browser = await launchPhone()
    try {
      const times = await interleave(
        { ours: () => walk(browser, ours.url), floor: () => walk(browser, `${floor.url}/questions`) },
        ROUNDS,
        say,
      )
      return [
        figure('first answer → next question, 4× CPU', column(times.ours, 0), column(times.floor, 0)),
        figure('a later answer → next question, 4× CPU', column(times.ours, -1), column(times.floor, -1)),
      ]
    } finally {
      await browser.close()
      await floor.close()
      await ours.close()
    }
  },
}
