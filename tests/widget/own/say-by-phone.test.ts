/** What somebody may say who calls alone: a few sentences from the answers, read aloud only when asked, and not where fear was told. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenWidget } from '../../support/broken.ts'
import { long, longDescribe } from '../../support/long.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { opened } from '../../support/screen/with-browser.ts'
import { serveWidget } from '../harness.ts'
import { button, openChat, withChat } from '../room.ts'
import { askedSince, openAlone, summary, tellFear, toResult } from './rows.ts'

const { harness, openRoom, newPage } = withChat()

const SCRIPT = 'Näin sanon puhelimessa'
const lines = (page: Page) => page.locator('.script p').allTextContents()

/** A device with these voices, which notes what it is told to say. */
async function withVoices(voices: { lang: string; localService: boolean }[]) {
  const page = await newPage()
  await page.addInitScript((known) => {
    const said: string[] = []
    const device = {
      getVoices: () => known,
      speak: ({ text }: SpeechSynthesisUtterance) => said.push(text),
      cancel: () => said.push('-'),
    }
    Object.defineProperty(self, 'speechSynthesis', { value: device })
    Object.assign(self, {
      said,
      SpeechSynthesisUtterance: class {
        constructor(readonly text: string) {}
      },
    })
  }, voices)
  await openChat(page, harness)
  await toResult(page)
  await openAlone(page)
  await summary(page, SCRIPT).click()
  return page
}
const said = (page: Page) => page.evaluate(() => (self as unknown as { said: string[] }).said)
const FINNISH = { lang: 'fi-FI', localService: true }

describe('what to say on the phone', () => {
  it('is four to six sentences in large letters: the matter, what is hard, how it goes, the first step and its office', async () => {
    const page = await openRoom()
    await toResult(page)
    await openAlone(page)
    await summary(page, SCRIPT).click()
    const told = await lines(page)
    expect(told.slice(0, 4)).toEqual([
      'Hei, tarvitsen neuvoa.',
      'Asia on tämä: Asuminen.',
      'Vaikeaa on tämä: Vuokra on liian suuri.',
      'Näin se sujuu nyt: On usein vaikeaa.',
    ])
    expect(told[4]).toMatch(/^Sain neuvoksi tämän: /)
    expect(told).toHaveLength(6)
    expect(await page.getByText('Ensimmäinen askel hoidetaan täällä: Kela.').isVisible()).toBe(true)
    const size = (where: string) =>
      page.locator(where).evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    expect(await size('.script')).toBeGreaterThan((await size('.room')) * 1.25)
    expect(await axeFinds(page)).toEqual([])
  })

  long('speaks of whom it is asked for, and has four where nothing is known', async () => {
    const page = await openRoom()
    await toResult(page, 'Jokin muu asia', ['Lapseni'])
    await openAlone(page)
    await summary(page, SCRIPT).click()
    const told = await lines(page)
    expect(told[0]).toBe('Hei, soitan lapseni asiasta.')
    expect(told.length).toBeGreaterThanOrEqual(4)
  })

  it('has own words only where they are written there, and keeps them nowhere', async () => {
    const page = await openRoom()
    await toResult(page)
    await openAlone(page)
    await summary(page, SCRIPT).click()
    await page.getByLabel('Lisää omin sanoin, jos haluat').fill('Olen kotona iltapäivällä.')
    expect((await lines(page)).at(-1)).toBe('Olen kotona iltapäivällä.')
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).toBe('{}')
  })

  it('is read aloud by the device when the button is pressed, never by itself, and stops when it is pressed again', async () => {
    const page = await withVoices([FINNISH])
    expect((await said(page)).filter((text) => text !== '-')).toEqual([])
    await button(page, 'Lue ääneen').click()
    expect((await said(page)).at(-1)).toContain('Asia on tämä: Asuminen.')
    await button(page, 'Lopeta lukeminen').click()
    expect((await said(page)).at(-1)).toBe('-')
  })

  it.each([
    ['in another language', { lang: 'en-GB', localService: true }],
    ['that sends the text away', { lang: 'fi-FI', localService: false }],
  ])('has no such button where the device has only a voice %s', async (_what, voice) => {
    const page = await withVoices([voice])
    expect(await page.locator('.script').isVisible()).toBe(true)
    expect(await button(page, 'Lue ääneen').count()).toBe(0)
  })
})

describe('where fear was told', () => {
  it('no sentences stand there for somebody to hear, and that is said', async () => {
    const page = await openRoom()
    await toResult(page)
    await tellFear(page)
    await openAlone(page)
    await page.getByText('Joku voi kuulla tai nähdä tämän.').waitFor()
    expect(await summary(page, SCRIPT).count()).toBe(0)
  })

  it('they go when it is told while they stand there', async () => {
    const page = await openRoom()
    await toResult(page)
    await openAlone(page)
    await summary(page, SCRIPT).click()
    await tellFear(page)
    await page.getByText('Joku voi kuulla tai nähdä tämän.').waitFor()
    expect(await page.locator('.script').count()).toBe(0)
  })

  it('opening the row asks for the same as where none was told', async () => {
    const asks = async (afraid: boolean) => {
      const page = await openRoom()
      await toResult(page)
      if (afraid) await tellFear(page)
      const from = harness.asked.length
      await openAlone(page)
      return askedSince(harness, from)
    }
    const calm = await asks(false)
    expect(calm).toHaveLength(2)
    expect(calm).toContain('GET /api/content/1/own.fi.json')
    expect(await asks(true)).toEqual(calm)
  })
})

longDescribe('red twins', () => {
  const twin = opened(async () =>
    serveWidget({
      dist: await brokenWidget('heard-script', [
        {
          file: 'widget/own/own.tsx',
          find: 'unsafe || <SayByPhone {...shared} />',
          put: '<SayByPhone {...shared} />',
        },
      ]),
    }),
  )
  it('a script that heeds no fear stands there for somebody to hear', async () => {
    const page = await openChat(await newPage(), twin)
    await toResult(page)
    await tellFear(page)
    await openAlone(page)
    expect(await summary(page, SCRIPT).count()).toBe(1)
  })
})
