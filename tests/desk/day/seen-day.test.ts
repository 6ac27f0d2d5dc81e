/** The played day on the desk of who leads, in a real browser: what stands on the screen in the morning, at noon and in the evening is what is so. */
import path from 'node:path'
import { expect, it } from 'vitest'
import { type Played, play } from '../../proofs/day/day.ts'
import { PASSWORD } from '../../support/app.ts'
import { size } from '../../support/evidence.ts'
import { desktop } from '../../support/screen/browser.ts'
import { withBrowser } from '../../support/screen/with-browser.ts'
import { button } from '../desk.ts'

/** Folder for photographs, when somebody looks on. */
const PICTURES = process.env.KYNNYS_PICTURES
const TIMES = ['09:30', '12:10', '15:45', '16:02'] as const

const { newPage } = withBrowser()

const stillOpen = ({ recorder }: Played) =>
  [...recorder.kept.values()].filter(({ closed, resident }) => !closed && !resident.isFake)

it('who leads sees each moment of a working day as it is', { timeout: 600_000 }, async () => {
  const page = await newPage({ ...desktop, viewport: { width: 1920, height: 1080 } })
  // read anew: the page counts time by a watch of its own, which nobody sets forward
  const look = async (played: Played, time: string) => {
    if (!page.url().includes('/desk')) {
      await page.goto(`${played.world.app.url}/desk/`)
      await page.getByLabel('Käyttäjätunnus').fill('marja')
      await page.getByLabel('Salasana').fill(PASSWORD)
      await button(page, 'Kirjaudu').click()
    } else await page.reload()
    await page.getByText(/^Kaikki \d/).click()
    const ids = stillOpen(played).map(({ resident }) => resident.body.id)
    const shown = () =>
      page
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? '').sort())
    await expect.poll(shown, { message: time }).toEqual(ids.sort())
    if (PICTURES) await page.screenshot({ path: path.join(PICTURES, `day-${time.replace(':', '')}.png`) })
  }
  const day = { requests: size(20, 110), fakes: 20, phoneCalls: size(3, 10), seed: 20_261_124 }
  const played = await play({ engine: 'sqlite', listen: true, ...day, watch: { times: TIMES, look } })
  expect(played.complaints).toEqual([])
  await played.world.app.close()
})
