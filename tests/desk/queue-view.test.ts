/** What a coordinator sees of the queue without opening anything: what is late, what soon will be, how many and where. */
import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '../support/browser.ts'
import { arrive, button, openDesk, rowOf, signIn } from './desk.ts'
import { type Fake, person, startFake } from './fake.ts'
import { request } from './people.ts'

let browser: Browser
let fake: Fake
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  fake = await startFake()
  fake.state.people.set('helmi', person('p1', 'Helmi'))
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await fake.close()
})

const DAY = 24 * 60
const desk = async () => {
  const page = await openDesk(browser, fake)
  await signIn(page, 'helmi')
  return page
}
const mine = { status: 'taken', takenBy: { id: 'p1', firstName: 'Helmi' } } as const

describe('the order of the queue', () => {
  it('is overdue, within the hour, later, and last what was already tried; each under its name and count', async () => {
    const later = arrive(fake, request({ promised: 3 * DAY }))
    const tried = arrive(fake, request({ promised: -30, row: { attempts: 1 } }))
    const soon = arrive(fake, request({ promised: 20 }))
    const overdue = arrive(fake, request({ promised: -10 }))
    const older = arrive(fake, request({ promised: -DAY }))
    const page = await desk()
    const ids = await page
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    expect(ids).toEqual([older, overdue, soon, later, tried].map(({ row }) => row.id))
    expect(await page.locator('.group h3').allInnerTexts()).toEqual([
      'Myöhässä 2',
      'Tunnin sisällä 1',
      'Myöhemmin 1',
      'Yhteyttä otettu 1',
    ])
  })

  it('follows the clock: a promise comes within the hour without any event', async () => {
    const one = arrive(fake, request({ promised: 60.4 }))
    const page = await openDesk(browser, fake)
    await page.clock.install()
    await signIn(page, 'helmi')
    await rowOf(page, one).waitFor()
    expect(await page.getByText('tunnin sisällä').count()).toBe(0)
    await page.clock.runFor(20_000)
    fake.heartbeat()
    await page.clock.runFor(12_000)
    await page.locator('.promise-counts').getByText('1 tunnin sisällä').waitFor()
  })
})

describe('the counts', () => {
  it('tell what is late, soon, waiting and mine, also in the title of the tab', async () => {
    arrive(fake, request({ promised: -10 }))
    arrive(fake, request({ promised: 20 }))
    arrive(fake, request({ promised: 3 * DAY, row: mine }))
    const page = await desk()
    expect(await page.locator('.promise-counts').innerText()).toMatch(/1 myöhässä\s+1 tunnin sisällä/)
    expect(await page.title()).toBe('1 myöhässä · 1 tunnin sisällä · 2 odottaa · 1 minulla – Kynnys')
    await button(page, 'Minulla 1').waitFor()
  })

  it('stand after the name of each area', async () => {
    arrive(fake, request())
    arrive(fake, request())
    arrive(fake, request({ row: { area: 'west' } }))
    const page = await desk()
    const options = await page.getByLabel('Alue').locator('option').allInnerTexts()
    expect(options).toEqual([
      'Kaikki omat alueet (3)',
      'Länsi: Keuruu, Multia ja Petäjävesi, sijaisena (1)',
      'Pohjoinen: Laukaa ja Konnevesi (2)',
    ])
  })

  it('are silent when every promise has time and nobody waits', async () => {
    const page = await desk()
    expect(await page.locator('.promise-counts').count()).toBe(0)
    expect(await page.title()).toBe('Soittopyynnöt – Kynnys')
    await page.getByText('Kukaan ei odota soittoa').waitFor()
  })
})

describe('a filter', () => {
  it('that leaves nothing in sight says so, and offers the rest by one press', async () => {
    const one = arrive(fake, request())
    const page = await desk()
    await page.getByLabel('Alue').selectOption('west')
    await page.getByText('Tällä alueella kukaan ei odota soittoa').waitFor()
    await button(page, 'Näytä kaikki alueet (1)').click()
    await rowOf(page, one).waitFor()
  })

  it('is remembered only in memory: a reload shows everything again', async () => {
    arrive(fake, request())
    const page = await desk()
    await page.getByLabel('Alue').selectOption('west')
    await button(page, 'Kaikki 0').click()
    expect(page.url()).not.toContain('west')
    await page.reload()
    await button(page, 'Odottaa 1').waitFor()
    expect(await page.getByLabel('Alue').inputValue()).toBe('')
  })
})

describe('nothing opened', () => {
  it('offers the promise that comes first', async () => {
    arrive(fake, request({ promised: 200 }))
    const first = arrive(fake, request({ promised: -10, row: { municipality: '275' } }))
    const page = await desk()
    await page.getByRole('link', { name: /^Avaa ensimmäinen: Konnevesi/ }).click()
    await page.getByRole('heading', { name: `Soittopyyntö ${first.row.reference}` }).waitFor()
  })
})

describe('a row', () => {
  it('names few marks, fear before others, and counts the rest', async () => {
    const attention = ['coordinate-services', 'many-services', 'safety', 'transition']
    const one = arrive(fake, request({ row: { attention } }))
    const page = await desk()
    const marks = await rowOf(page, one).locator('.mark').allInnerTexts()
    expect(marks).toContain('Pelko tai väkivalta kotona')
    expect(marks).toContain('+ 3 huomiota')
    expect(marks).not.toContain('Paljon palveluja')
  })

  it('of an older conversation names its life area as it was called then', async () => {
    const row = { revision: 'r0', lifeAreas: ['stoves'] }
    const one = arrive(fake, request({ row }))
    const page = await desk()
    await rowOf(page, one).getByText('Puulämmitys').waitFor()
  })

  it('keeps the day and the time of its promise together', async () => {
    const one = arrive(fake, request({ promised: 3 * DAY }))
    const page = await desk()
    const words = await rowOf(page, one)
      .locator('.due-promise')
      .evaluate((text) => text.textContent)
    expect(words).toMatch(/^\S+\u00a0\d+\.\d+\. klo\u00a0\d+(\.\d+)? mennessä$/)
  })
})
