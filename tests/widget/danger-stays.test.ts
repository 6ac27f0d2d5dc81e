/** A danger that was told or only ticked stays in sight, however the conversation goes on. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Place } from '#core/contract/content.ts'
import { long, longDescribe } from '../support/long.ts'
import { fieldOf, seeCard } from '../support/screen/request-form.ts'
import { placeOf } from './harness.ts'
import { answer, button, heading, LOOKING, toCard, withChat } from './room.ts'

const { openRoom } = withChat()

const inBar = (page: Page) =>
  page.locator('.bar a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
const ZERO_LINE = 'tel:080005005'
const SOCIAL = 'tel:0142660149'
const goOn = (page: Page) => button(page, 'Jatka kysymyksiin').click()
const askAPerson = async (page: Page) => {
  await page.locator('.human summary').click()
  await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
  await heading(page, 'Pyydä soitto').waitFor()
}
const tick = (page: Page, value: string) => page.locator(`.question input[value=${value}]`).check()
/** From the family question, where fear can be ticked. */
async function atFear() {
  const page = await openRoom()
  await answer(page, 'Lapset, perhe tai ero')
  await answer(page, 'Omastani')
  await tick(page, 'fear')
  return page
}

describe('a danger that was ticked and not yet answered', () => {
  it('stays when a person is asked for at once, and safety is asked first', async () => {
    const page = await atFear()
    await askAPerson(page)
    expect(await inBar(page)).toEqual([ZERO_LINE])
    expect(await page.locator('.request legend').first().textContent()).toContain('Onko turvallista')
  })

  long('stays when the question is then not answered', async () => {
    const page = await atFear()
    await button(page, 'En halua vastata tähän').click()
    expect(await inBar(page)).toEqual([ZERO_LINE])
  })

  it('stays when “I do not know” is ticked in its place', async () => {
    const page = await atFear()
    await tick(page, 'dontKnow')
    await button(page, 'Jatka').click()
    expect(await inBar(page)).toEqual([ZERO_LINE])
  })

  long('stays when one goes back', async () => {
    const page = await atFear()
    await button(page, 'Edellinen kysymys').click()
    await expect.poll(() => inBar(page)).toEqual([ZERO_LINE])
  })

  long('is gone when it was unticked before', async () => {
    const page = await atFear()
    await page.locator('.question input[value=fear]').uncheck()
    await askAPerson(page)
    expect(await inBar(page)).toEqual([])
  })
})

describe('a danger that was told', () => {
  it('stays when its question is not asked any more, and nobody is asked to manage alone', async () => {
    const page = await atFear()
    await button(page, 'Jatka').click()
    await goOn(page)
    await page.locator('.earlier summary').click()
    await page.locator('.earlier').getByRole('button').first().click()
    await page.getByLabel('Lapset, perhe tai ero', { exact: true }).uncheck()
    await page.getByLabel('Asuminen', { exact: true }).check()
    await button(page, 'Jatka').click()
    await page.getByText('Nyt puhutaan: Asuminen').waitFor()
    expect(await inBar(page)).toEqual([ZERO_LINE])
  })

  long(
    'stays when one is then not sure in the strip; beside danger to life, which has 112 alone, others keep their number',
    async () => {
      const page = await openRoom()
      const flag = (value: string) => page.locator(`.strip input[value=${value}]`)
      await page.locator('.strip > summary').click()
      for (const value of ['life-danger', 'violence', 'no-basics']) await flag(value).check()
      expect(await inBar(page)).toEqual([ZERO_LINE, SOCIAL])
      for (const value of ['life-danger', 'no-basics']) await flag(value).uncheck()
      await flag('dontKnow').check()
      await button(page, 'Takaisin keskusteluun').click()
      expect(await inBar(page)).toEqual([ZERO_LINE])
    },
  )
})

describe('danger that own words suggest', () => {
  it('has who helps also on the card and after sending, and in the words about a safe time', async () => {
    const page = await openRoom()
    await askAPerson(page)
    await page.getByLabel('Puhelinnumero').fill('040 123 4567')
    await (await fieldOf(page, 'Ei aina, tai en ole varma')).check()
    await page.getByLabel('Voit myös kertoa omin sanoin').fill('hän hakkaa minut, klo 9')
    await page.locator('.said .help').getByRole('link', { name: '080 005 005' }).waitFor()
    await seeCard(page)
    await page.locator('main .help').getByRole('link', { name: '080 005 005' }).waitFor()
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(await page.locator('main .help').getByRole('link', { name: '080 005 005' }).count()).toBe(1)
  })
})

describe('the way to a person', () => {
  it('opens in sight, where it was pressed, on the smallest phone too', async () => {
    const page = await openRoom({ viewport: { width: 320, height: 568 } })
    await page.locator('.human summary').click()
    const ask = page.locator('.human').getByRole('button', { name: 'Pyydä soitto' })
    await expect
      .poll(async () => {
        const box = await ask.boundingBox()
        return box !== null && box.y > 0 && box.y + box.height <= 568
      })
      .toBe(true)
  })
})

describe('where no number is verified any more', () => {
  const lines: Place['lines'] = placeOf().lines.map((line) => ({ ...line, number: null }))
  const elsewhere = withChat({ place: { lines } })

  it('112 stands on what is saved, and an outcome that says to call says honestly that none is known', async () => {
    const page = await elsewhere.openRoom()
    for (const value of ['daily-life', 'self', 'meals', '1', '75-or-more', 'near-one']) {
      const row = page.locator(`.question [value="${value}"]`).first()
      const isTick = await row.evaluate((one) => one instanceof HTMLInputElement)
      await row.click()
      if (isTick) await button(page, 'Jatka').click()
    }
    await page.locator('.result').getByText('Emme tiedä tähän asiaan omaa numeroa').waitFor()
    expect(await page.locator('.result').getByRole('link', { name: '112' }).count()).toBe(1)
    await page.locator('.save summary').click()
    expect(await page.locator('.paper').textContent()).toContain('112')
  })
})

longDescribe('a conversation that was kept and then sent', () => {
  it('is not kept again by what is ticked afterwards', async () => {
    const page = await openRoom()
    const stored = () => page.evaluate(() => sessionStorage.getItem('kynnys'))
    await answer(page, LOOKING)
    await page.locator('.keep > summary').click()
    await page.locator('.keep input').check()
    await expect.poll(stored).not.toBe(null)
    await toCard(page)
    await button(page, 'Lähetä').click()
    await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
    expect(await stored()).toBe(null)
    await page.locator('.strip > summary').click()
    await page.locator('.strip input[value=violence]').check()
    await expect.poll(() => inBar(page)).toEqual([ZERO_LINE])
    expect(await stored()).toBe(null)
  })
})
