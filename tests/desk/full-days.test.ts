/** Days that are full, as the desk has them: in the row, aloud, in the opened request and where it is handed over. */
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../support/broken.ts'
import { longDescribe } from '../support/long.ts'
import { button, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const ship = withDesk()
const { arrive, enterDesk } = ship

const DAY = 24 * 60
const BUSY = 'ruuhkan takia myöhemmin'
const UNDATED = 'ilman aikaa, järjestyksessä'

/** Promised later than the next day, because the days between are full. */
function crowded() {
  const one = request({ promised: 5 * DAY })
  Object.assign(one.row.promise ?? {}, { crowded: true })
  return one
}
/** No day had room. */
function undated() {
  const one = request()
  delete one.row.promise
  return one
}

describe('a promise that is later than the next day', () => {
  it('says why in its row, is announced with it, and the opened request says what the resident knows', async () => {
    const page = await enterDesk()
    const one = arrive(crowded())
    await rowOf(page, one).getByText(BUSY).waitFor()
    await page.locator('[data-announcer]', { hasText: BUSY }).waitFor({ state: 'attached' })
    await rowOf(page, one).click()
    await page.getByText('Asukas tietää, että on ruuhkaa').waitFor()
  })

  it('of the ordinary kind says nothing', async () => {
    const one = arrive(request({ promised: 5 * DAY }))
    const page = await enterDesk()
    expect(await rowOf(page, one).innerText()).not.toContain('ruuhka')
  })
})

describe('a request without a date', () => {
  it('stands in a group of its own, is announced as that, never late, and the opened request says what the resident knows', async () => {
    const page = await enterDesk()
    const one = arrive(undated())
    await rowOf(page, one).getByText(UNDATED).waitFor()
    await page.getByRole('heading', { name: 'Ilman aikaa, järjestyksessä 1' }).waitFor()
    await page.locator('[data-announcer]', { hasText: UNDATED }).waitFor({ state: 'attached' })
    expect(await rowOf(page, one).innerText()).not.toMatch(/Myöhässä|klo/)
    await rowOf(page, one).click()
    await page.getByText('Asukkaalle ei ole luvattu päivää. Hän tietää').waitFor()
  })

  it('is handed over without a promise to keep', async () => {
    const one = arrive(undated())
    const page = await enterDesk()
    await rowOf(page, one).click()
    await button(page, 'Siirrä muualle').click()
    await page.getByText('Siirron jälkeen pyyntö odottaa vuoroaan uudessa jonossa.').waitFor()
    expect(await page.getByText('Soittolupaus pysyy samana').count()).toBe(0)
  })

  it('once somebody has tried, is no longer told of as waiting for a day', async () => {
    const one = undated()
    one.row.attempts = 1
    const page = await (arrive(one), enterDesk())
    await rowOf(page, one).click()
    await page.getByRole('heading', { name: `Soittopyyntö ${one.row.reference}` }).waitFor()
    expect(await page.getByText('Asukkaalle ei ole luvattu päivää').count()).toBe(0)
  })
})

longDescribe('a desk that reads the date alone (red twin)', () => {
  const broken = withDesk(() =>
    brokenDesk('date-alone', [
      {
        file: 'desk/words/dates.ts',
        find: "promise?.crowded && !visit ? say('due.crowded') : ''",
        put: "''",
      },
    ]),
  )

  it('is silent in the row', async () => {
    const one = broken.arrive(crowded())
    expect(await rowOf(await broken.enterDesk(), one).innerText()).not.toContain(BUSY)
  })
})
