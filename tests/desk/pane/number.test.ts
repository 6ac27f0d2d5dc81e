/** The number is a link for its holder alone: nobody calls whom a colleague holds, nor one whom nobody has taken. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../../support/broken.ts'
import { forLong, long, longDescribe } from '../../support/long.ts'
import { button, openRow, withDesk } from '../desk.ts'
import { request } from '../people.ts'
import { callsOf, press, sentBy } from '../pressing.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if the number were a link for everybody. */
const open = forLong(() =>
  withDesk(() =>
    brokenDesk('open-number', [
      {
        file: 'desk/callbacks/request/phone.tsx',
        find: "  return isPossible('take', row, hold) ? 'taker' : 'onlooker'",
        put: "  return 'holder'",
      },
    ]),
  ),
)

const NUMBER = '040 123 4567'
const until = () => new Date(Date.now() + 1_800_000).toISOString()
const heldBy = (id: string, firstName: string, wish: Parameters<typeof request>[0] = {}) =>
  request({ ...wish, row: { status: 'taken', takenBy: { id, firstName }, takenUntil: until(), ...wish.row } })

async function reading(desk: Desk, one: ReturnType<typeof request>) {
  desk.arrive(one)
  const page = await desk.enterDesk()
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  return page
}
const links = (page: Page) => page.locator('.request a[href^="tel:"], .request a[href^="sms:"]')
const statusOf = (desk: Desk, { row }: ReturnType<typeof request>) =>
  desk.fake.state.requests.get(row.id)?.row.status

describe('the number of one who waits', () => {
  it('is not shown; one press takes the request, shows it as a link and calls', async () => {
    const one = request()
    const page = await reading(ship, one)
    const calls = await callsOf(page)
    expect(await links(page).count()).toBe(0)
    expect(await page.getByText(NUMBER).count()).toBe(0)
    await button(page, 'Ota ja soita').click()
    await links(page).waitFor()
    expect(await links(page).getAttribute('href')).toBe('tel:+358401234567')
    await expect.poll(calls).toBe(1)
    expect(statusOf(ship, one)).toBe('taken')
    expect(await links(page).evaluate((link) => link === document.activeElement)).toBe(true)
  })

  it('is taken and called once by a hand that presses thrice', async () => {
    const page = await reading(ship, request())
    const calls = await callsOf(page)
    const sent = sentBy(page)
    await press(page, button(page, 'Ota ja soita'), { times: 3, changed: () => links(page).waitFor() })
    // the call follows the link that is drawn
    await expect.poll(async () => [sent, await calls()]).toEqual([['take'], 1])
  })

  it('is shown and not called where it must be read first when a call is safe', async () => {
    const one = request({ contact: { safeToCall: false, safeWhen: 'Arkisin 9–11' } })
    const page = await reading(ship, one)
    const calls = await callsOf(page)
    await button(page, 'Luin tämän. Ota hoidettavaksi ja näytä numero').click()
    await links(page).waitFor()
    expect(await calls()).toBe(0)
    await links(page).click()
    await expect.poll(calls).toBe(1)
  })

  long('is written to where a message was asked for', async () => {
    const one = request({ row: { way: 'text' } })
    const page = await reading(ship, one)
    await button(page, 'Ota ja kirjoita viesti').click()
    await links(page).waitFor()
    expect(await links(page).getAttribute('href')).toBe('sms:+358401234567')
  })

  it('goes to no one who comes second: a colleague’s name is told instead', async () => {
    const one = request()
    const page = await reading(ship, one)
    const calls = await callsOf(page)
    // no event of it has come yet
    one.row = { ...one.row, status: 'taken', takenBy: { id: 'p2', firstName: 'Elias' }, takenUntil: until() }
    await button(page, 'Ota ja soita').click()
    await page.getByText('Elias ehti ottaa tämän pyynnön').waitFor()
    await page.getByText('Elias hoitaa. Älä soita tästä samaan aikaan.').waitFor()
    expect([await calls(), await links(page).count()]).toEqual([0, 0])
  })
})

describe('the number of one whom a colleague holds', () => {
  it('can be read, is no link, and says whose it is', async () => {
    const page = await reading(ship, heldBy('p2', 'Elias'))
    await page.getByText('Elias hoitaa. Älä soita tästä samaan aikaan.').waitFor()
    await page.locator('.phone-told').getByText(NUMBER).waitFor()
    expect(await links(page).count()).toBe(0)
  })

  long('stays behind what must be read first', async () => {
    const contact = { safeToCall: false, safeWhen: 'Arkisin 9–11' }
    const page = await reading(ship, heldBy('p2', 'Elias', { contact }))
    expect(await page.getByText(NUMBER).count()).toBe(0)
    await button(page, 'Luin tämän. Näytä numero').click()
    await page.locator('.phone-told').getByText(NUMBER).waitFor()
    expect(await links(page).count()).toBe(0)
  })
})

describe('the number of one whom I hold', () => {
  it('is a link at once', async () => {
    const page = await reading(ship, heldBy('p1', 'Helmi'))
    await links(page).waitFor()
  })

  long('is a link no more when a colleague has taken the request', async () => {
    const one = heldBy('p1', 'Helmi')
    const page = await reading(ship, one)
    await links(page).waitFor()
    one.row = { ...one.row, takenBy: { id: 'p2', firstName: 'Elias' } }
    ship.fake.tell('request-taken', one.row.id, 'p2')
    await page.locator('.phone-told').waitFor()
    expect(await links(page).count()).toBe(0)
  })
})

longDescribe('a number that is everybody’s (red twin)', () => {
  it('would be a link where a colleague holds the request', async () => {
    const page = await reading(open, heldBy('p2', 'Elias'))
    expect(await links(page).count()).toBe(1)
  })
})
