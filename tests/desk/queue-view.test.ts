/** What a coordinator sees of the queue without opening anything: what is late, what soon will be, how many and where. */

import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { brokenDesk } from '../support/broken.ts'
import { long, longDescribe } from '../support/long.ts'
import { button, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const ship = withDesk()
const { arrive, enterDesk, stillDesk } = ship

const DAY = 24 * 60
const mine = { status: 'taken', takenBy: { id: 'p1', firstName: 'Helmi' } } as const

describe('the order of the queue', () => {
  it('is overdue, within the hour, what is to be tried again, later, and last who was reached; each under its name and count', async () => {
    const later = arrive(request({ promised: 3 * DAY }))
    const long = new Date(Date.now() - 3_600_000).toISOString()
    const missed = { attempts: 1, firstAttemptAt: long, status: 'taken' } as const
    const tried = arrive(request({ promised: -30, row: missed }))
    const reached = arrive(request({ promised: -30, row: { ...missed, status: 'reached' } }))
    const soon = arrive(request({ promised: 20 }))
    const overdue = arrive(request({ promised: -10 }))
    const older = arrive(request({ promised: -DAY }))
    const page = await enterDesk()
    await button(page, 'Kaikki 6').click()
    const ids = await page
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    expect(ids).toEqual([older, overdue, soon, tried, later, reached].map(({ row }) => row.id))
    expect(await page.locator('.group h3').allInnerTexts()).toEqual([
      'Myöhässä 2',
      'Tunnin sisällä 1',
      'Yritä uudelleen, aika sopimatta 1',
      'Myöhemmin 1',
      'Tavoitettu tai merkitty: ei tavoitettu 1',
    ])
  })

  it('says of a call that was missed that it is tried again, and of contact only when there was one', async () => {
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
    const missed = { attempts: 1, status: 'taken' } as const
    const tried = arrive(request({ promised: -30, row: { ...missed, firstAttemptAt: at(40) } }))
    const reached = arrive(
      request({ promised: -30, row: { attempts: 1, status: 'reached', firstAttemptAt: at(40) } }),
    )
    const late = arrive(
      request({ promised: -30, row: { attempts: 1, status: 'reached', firstAttemptAt: at(10) } }),
    )
    // a message where a call was asked for
    const otherwise = arrive(request({ promised: -30, row: missed }))
    const page = await enterDesk()
    await button(page, 'Kaikki 4').click()
    const words = (one: OpenRequest) => rowOf(page, one).locator('.row-end').first().innerText()
    expect(await words(tried)).toBe('Sovi uusi aika')
    expect(await words(reached)).toBe('Lupaus pidettiin')
    expect(await words(late)).toBe('')
    expect(await words(otherwise)).toMatch(/^Myöhässä 30.min$/)
    await rowOf(page, late).getByText('Lupaus myöhästyi 20 min').waitFor()
    expect(await rowOf(page, reached).getByText('Lupaus myöhästyi').count()).toBe(0)
  })

  long('follows the clock: a promise comes within the hour without any event', async () => {
    const one = arrive(request({ promised: 63 }))
    const { page, beat } = await stillDesk()
    await rowOf(page, one).waitFor()
    const soon = page.locator('.promise-counts').getByText('1 tunnin sisällä')
    expect(await soon.count()).toBe(0)
    // four minutes, in which the line is never silent
    for (let part = 0; part < 12; part++) {
      await page.clock.runFor(20_000)
      await beat()
    }
    await soon.waitFor()
  })
})

describe('the counts', () => {
  it('tell what is late, soon, waiting and mine, also in the title of the tab', async () => {
    arrive(request({ promised: -10 }))
    arrive(request({ promised: 20 }))
    arrive(request({ promised: 3 * DAY, row: mine }))
    const page = await enterDesk()
    expect(await page.locator('.promise-counts').innerText()).toMatch(/1 myöhässä\s+1 tunnin sisällä/)
    expect(await page.title()).toBe('1 myöhässä · 1 tunnin sisällä · 2 odottaa · 1 minulla – Kynnys')
    await button(page, 'Minulla 1').waitFor()
  })

  long('stand after the name of each area', async () => {
    arrive(request())
    arrive(request())
    arrive(request({ row: { area: 'west' } }))
    const page = await enterDesk()
    const options = await page.getByLabel('Alue').locator('option').allInnerTexts()
    expect(options).toEqual([
      'Kaikki omat alueet (3)',
      'Länsi: Keuruu, Multia ja Petäjävesi, sijaisena (1)',
      'Pohjoinen: Laukaa ja Konnevesi (2)',
    ])
  })

  long('are silent when every promise has time and nobody waits', async () => {
    const page = await enterDesk()
    expect(await page.locator('.promise-counts').count()).toBe(0)
    expect(await page.title()).toBe('Soittopyynnöt – Kynnys')
    await page.getByText('Kukaan ei odota soittoa').waitFor()
  })
})

describe('a filter', () => {
  it('that leaves nothing in sight says so, and offers the rest by one press', async () => {
    const one = arrive(request())
    const page = await enterDesk()
    await page.getByLabel('Alue').selectOption('west')
    await page.getByText('Tällä alueella kukaan ei odota soittoa').waitFor()
    await button(page, 'Näytä kaikki alueet (1)').click()
    await rowOf(page, one).waitFor()
  })

  long('is remembered only in memory: a reload shows everything again', async () => {
    arrive(request())
    const page = await enterDesk()
    await page.getByLabel('Alue').selectOption('west')
    await button(page, 'Kaikki 0').click()
    expect(page.url()).not.toContain('west')
    await page.reload()
    await button(page, 'Odottaa 1').waitFor()
    expect(await page.getByLabel('Alue').inputValue()).toBe('')
  })
})

longDescribe('nothing opened', () => {
  it('offers the promise that comes first', async () => {
    arrive(request({ promised: 200 }))
    const first = arrive(request({ promised: -10, row: { municipality: '275' } }))
    const page = await enterDesk()
    await page.getByRole('link', { name: /^Avaa ensimmäinen: Konnevesi/ }).click()
    await page.getByRole('heading', { name: `Soittopyyntö ${first.row.reference}` }).waitFor()
  })
})

describe('a row', () => {
  const attention = ['coordinate-services', 'many-services', 'safety', 'transition']
  const marksOn = async (desk: ReturnType<typeof withDesk>) => {
    const one = desk.arrive(request({ row: { attention } }))
    return rowOf(await desk.enterDesk(), one)
      .locator('.mark')
      .allInnerTexts()
  }

  it('say at what time of the day a call is wished for', async () => {
    const morning = arrive(request({ row: { window: 'morning' } }))
    const any = arrive(request())
    const page = await enterDesk()
    await rowOf(page, morning).getByText('Aamupäivällä', { exact: true }).waitFor()
    expect(await rowOf(page, any).getByText('Aamupäivällä').count()).toBe(0)
  })

  it('never call a part of the day safe that is safe on some weekdays alone', async () => {
    const one = arrive(request({ row: { window: 'afternoon', safeTime: 'chosen' } }))
    const either = arrive(request({ row: { safeTime: 'chosen' } }))
    const page = await enterDesk()
    await rowOf(page, one).getByText('Vain tiettyinä iltapäivinä', { exact: true }).waitFor()
    expect(await rowOf(page, one).getByText('Iltapäivällä', { exact: true }).count()).toBe(0)
    await rowOf(page, either).getByText('Vain turvalliseen aikaan', { exact: true }).waitFor()
  })

  it('names few marks, fear before others, and counts the rest', async () => {
    const marks = await marksOn(ship)
    expect(marks).toContain('Pelko tai väkivalta kotona')
    expect(marks).toContain('+ 3 huomiota')
    expect(marks).not.toContain('Paljon palveluja')
  })

  long('of an older conversation names its life area as it was called then', async () => {
    const row = { revision: 'r0', lifeAreas: ['stoves'] }
    const one = arrive(request({ row }))
    const page = await enterDesk()
    await rowOf(page, one).getByText('Puulämmitys').waitFor()
  })

  long('keeps the day and the time of its promise together', async () => {
    const one = arrive(request({ promised: 3 * DAY }))
    const page = await enterDesk()
    const words = await rowOf(page, one)
      .locator('.due-promise')
      .evaluate((text) => text.textContent)
    expect(words).toMatch(/^\S+\u00a0\d+\.\d+\. klo\u00a0\d+(\.\d+)? mennessä$/)
  })
})

longDescribe('a desk that takes marks as they come (red twin)', () => {
  const careless = withDesk(() =>
    brokenDesk('marks-as-they-come', [
      {
        file: 'desk/callbacks/queue/marks.tsx',
        find: 'Number(other === SAFETY) - Number(one === SAFETY)',
        put: 'Number(other === one) - 1',
      },
    ]),
  )
  it('has fear among those that are only counted', async () => {
    const attention = ['coordinate-services', 'many-services', 'safety', 'transition']
    const one = careless.arrive(request({ row: { attention } }))
    const marks = await rowOf(await careless.enterDesk(), one)
      .locator('.mark')
      .allInnerTexts()
    expect(marks).not.toContain('Pelko tai väkivalta kotona')
    expect(marks).toContain('+ 3 huomiota')
  })
})
