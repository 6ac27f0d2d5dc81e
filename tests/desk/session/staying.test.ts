/** Nobody is signed out in the middle of a call: who works stays, is told before the end, and signs in over the page. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../../support/broken.ts'
import { HOUR, MINUTE } from '../../support/clock.ts'
import { forLong, long, longDescribe } from '../../support/long.ts'
import { button, openRow, rowOf, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if typing kept nothing alive, and the cover let through what it covers. */
const careless = forLong(() =>
  withDesk(() =>
    brokenDesk('careless-session', [
      { file: 'desk/state/staying.ts', find: "['keydown', 'pointerdown',", put: "['pointerdown'," },
      {
        file: 'desk/app.tsx',
        find: "<div class={isCovered ? 'page page-covered' : 'page'} inert={isCovered}>",
        put: '<div class="page">',
      },
    ]),
  ),
)

const NOTE = 'Tytär kuulee huonosti'
const NUMBER = '040 123 4567'
const OWN_WORDS = 'Äiti ei enää pärjää'
const mine = () =>
  request({
    row: {
      status: 'taken',
      takenBy: { id: 'p1', firstName: 'Helmi' },
      takenUntil: new Date(Date.now() + 2 * HOUR).toISOString(),
    },
  })

/** Writes a note in the middle of a call, on a page whose time a test moves. */
async function calling(desk: Desk, lasts = { idle: HOUR, left: 10 * HOUR }) {
  desk.fake.state.lasts = lasts
  const one = desk.arrive(mine())
  const { page } = await desk.stillDesk()
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  await button(page, 'Kirjoita muistiinpano').click()
  await page.getByLabel('Uusi muistiinpano').fill(NOTE)
  return { one, page }
}

const told = (desk: Desk) =>
  desk.fake.state.asked.filter(({ path, byItself }) => path === '/api/session' && !byItself).length

/** So many minutes pass in which a key is pressed each minute. */
async function typing(page: Page, minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    await page.keyboard.press('ArrowLeft')
    await page.clock.runFor(MINUTE)
  }
}

const ENDS = 'Istuntosi päättyy klo'
const over = (page: Page) => page.getByRole('dialog', { name: 'Kirjaudu uudelleen' })

async function signInOver(page: Page, username: string) {
  await page.getByLabel('Käyttäjätunnus').fill(username)
  await page.getByLabel('Salasana').fill('a long password')
  await page.getByRole('button', { name: 'Kirjaudu' }).click()
  await over(page).waitFor({ state: 'detached' })
}

/** The longest session has passed in the middle of the note. */
async function timeIsUp(desk: Desk) {
  const { one, page } = await calling(desk, { idle: HOUR, left: 6 * MINUTE })
  // what is asked on the way is told less
  desk.fake.state.lasts = { idle: HOUR, left: MINUTE }
  await page.clock.runFor(6 * MINUTE)
  await over(page).waitFor()
  return { one, page }
}

describe('who types', () => {
  it('is told to the server now and then, so that the session goes on; not at every key', async () => {
    const { page } = await calling(ship)
    const before = told(ship)
    await typing(page, 12)
    await expect.poll(() => told(ship) - before).toBeGreaterThanOrEqual(2)
    expect(told(ship) - before).toBeLessThanOrEqual(4)
  })

  long('would be signed out if only presses counted (red twin)', async () => {
    const desk = careless
    const { page } = await calling(desk)
    const before = told(desk)
    await typing(page, 12)
    expect(told(desk) - before).toBeLessThanOrEqual(1)
  })
})

describe('what happens by itself', () => {
  it('keeps no session: what a colleague does is read without a word of a person', async () => {
    ship.fake.state.lasts = { idle: HOUR, left: 10 * HOUR }
    const one = ship.arrive(mine())
    const page = await ship.enterDesk()
    await button(page, 'Kaikki 1').click()
    await openRow(page, one)
    const before = ship.fake.state.asked.length
    one.notes.push({ at: new Date().toISOString(), by: 'Elias', text: 'Hän soitti takaisin.' })
    ship.fake.tell('note-added', one.row.id, 'p2')
    await page.getByText('Hän soitti takaisin.').waitFor()
    const since = ship.fake.state.asked.slice(before).filter(({ path }) => path.includes('/requests/'))
    expect(since.map(({ byItself }) => byItself)).toEqual([true])
  })
})

describe('who has done nothing for long', () => {
  it('is told five minutes before the end, and goes on with one press', async () => {
    const { page } = await calling(ship)
    // what was pressed last has been told
    await page.clock.runFor(5 * MINUTE)
    ship.fake.state.lasts = { idle: 5 * MINUTE, left: 9 * HOUR }
    await page.clock.runFor(55 * MINUTE)
    await page.getByRole('alert').getByText(ENDS).waitFor()
    const before = told(ship)
    ship.fake.state.lasts = { idle: HOUR, left: 9 * HOUR }
    await button(page, 'Jatka').click()
    await page.getByText(ENDS).waitFor({ state: 'detached' })
    expect(told(ship) - before).toBe(1)
    expect(await page.getByLabel('Uusi muistiinpano').inputValue()).toBe(NOTE)
  })

  long('is told nothing when another tab has kept the session', async () => {
    const { page } = await calling(ship)
    const asked = () =>
      ship.fake.state.asked.filter(({ path, byItself }) => byItself && path === '/api/session')
    await page.clock.runFor(56 * MINUTE)
    await expect.poll(() => asked().length).toBeGreaterThan(0)
    expect(await page.getByText(ENDS).count()).toBe(0)
  })

  long('finds the page cleared when the session has ended', async () => {
    const { page } = await calling(ship)
    ship.fake.state.people.delete('helmi')
    await page.clock.runFor(61 * MINUTE)
    await page.getByText('Istunto päättyi').waitFor()
    expect(await page.content()).not.toContain(OWN_WORDS)
  })
})

describe('the end of the longest session', () => {
  it('covers the page: neither number nor situation is seen, heard or reached', async () => {
    const { page } = await timeIsUp(ship)
    expect(await page.getByText(NUMBER).isVisible()).toBe(false)
    expect(await page.getByText(OWN_WORDS).isVisible()).toBe(false)
    const heard = await page.locator('body').ariaSnapshot()
    expect(heard).toContain('Salasana')
    for (const text of [NUMBER, OWN_WORDS, 'Kerttu', NOTE, 'Soittopyyntö']) expect(heard).not.toContain(text)
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.page-covered'))).toBeNull()
  })

  it('leaves who signs in again where they were, with the text they were writing and the cursor in it', async () => {
    const { one, page } = await timeIsUp(ship)
    ship.fake.state.lasts = { idle: HOUR, left: 10 * HOUR }
    await signInOver(page, 'helmi')
    const field = page.getByLabel('Uusi muistiinpano')
    expect(await field.inputValue()).toBe(NOTE)
    await page.clock.runFor(1000)
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.getByText('Jono ajan tasalla').waitFor()
    await button(page, 'Tallenna muistiinpano').click()
    await expect.poll(() => one.notes.map(({ text }) => text)).toEqual([NOTE])
  })

  it('gives another person a clean desk', async () => {
    const { one, page } = await timeIsUp(ship)
    ship.fake.state.lasts = { idle: HOUR, left: 10 * HOUR }
    await signInOver(page, 'elias')
    await page.clock.runFor(1000)
    await rowOf(page, one).or(page.getByText('Kukaan ei odota soittoa')).first().waitFor()
    expect(new URL(page.url()).hash).toBe('')
    expect(await page.content()).not.toContain(OWN_WORDS)
    expect(await page.content()).not.toContain(NOTE)
  })

  long('clears the page under the cover when nobody comes back', async () => {
    const { page } = await timeIsUp(ship)
    await page.clock.runFor(61 * MINUTE)
    await over(page).waitFor({ state: 'detached' })
    expect(await page.content()).not.toContain(OWN_WORDS)
  })
})

longDescribe('a cover that lets through (red twin)', () => {
  it('would be heard', async () => {
    const { page } = await timeIsUp(careless)
    expect(await page.locator('body').ariaSnapshot()).toContain(NUMBER)
  })
})
