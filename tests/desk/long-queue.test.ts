/** A queue of any length is read to its end: every row is reached, by scrolling and by keys, and events keep it right. */
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../support/broken.ts'
import { longDescribe } from '../support/long.ts'
import { until } from '../support/process.ts'
import { button, rowOf, withDesk } from './desk.ts'
import { request } from './people.ts'

const DAY = 24 * 60
const COUNT = 230
type Ship = ReturnType<typeof withDesk>

/** So many wait, the one with the latest promise last; two are mine, and one of all was tried. */
function fill({ fake }: Ship) {
  delete fake.state.areas
  const all = Array.from({ length: COUNT }, (_, at) => {
    const mine = { status: 'taken', takenBy: { id: 'p1', firstName: 'Helmi' } } as const
    const row =
      at === 150 || at === COUNT - 1
        ? { ...mine, ...(at === 150 && { attempts: 1, firstAttemptAt: '2026-11-24T08:00:00Z' }) }
        : {}
    return request({ promised: DAY + at, row: { area: at % 2 ? 'west' : 'north', ...row } })
  })
  for (const one of all) fake.state.requests.set(one.row.id, one)
  return all
}

describe('a queue longer than a page', () => {
  const ship = withDesk()
  it('counts all of it, and has what is mine and what was tried whole', async () => {
    const all = fill(ship)
    const page = await ship.enterDesk()
    await button(page, `Odottaa ${COUNT - 2}`).waitFor()
    await button(page, `Kaikki ${COUNT}`).waitFor()
    expect(await page.title()).toContain(`${COUNT - 2} odottaa · 2 minulla`)
    await page
      .getByRole('option', { name: `Kaikki omat alueet (${COUNT - 2})` })
      .waitFor({ state: 'attached' })
    await button(page, 'Minulla 2').click()
    for (const at of [150, COUNT - 1]) await rowOf(page, all[at] ?? request()).waitFor()
    await button(page, 'Uudelleen 1').click()
    await rowOf(page, all[150] ?? request()).waitFor()
    expect(await page.locator('[data-row]').count()).toBe(1)
  })

  it('is reached to its last row by scrolling, and by keys that go on where one was', async () => {
    const all = fill(ship)
    const page = await ship.enterDesk()
    await button(page, `Kaikki ${COUNT}`).click()
    expect(await page.locator('[data-row]').count()).toBe(100)
    await page.locator('.row-link').nth(99).focus()
    await page.keyboard.press('ArrowDown')
    // where the list has not grown by itself meanwhile, one stands on the button
    if (await page.locator('.show-more').evaluate((more) => more === document.activeElement))
      await page.keyboard.press('Enter')
    await until('focus is on the first row that came', () =>
      page.evaluate(
        (id) => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === id,
        // the one to be tried again stands before all of them
        all[99]?.row.id,
      ),
    )
    await until('the end is reached', async () => {
      await page.locator('.rows').evaluate((list) => list.scrollTo(0, list.scrollHeight))
      return (await page.locator('[data-row]').count()) === COUNT
    })
    expect(await page.locator('.show-more').count()).toBe(0)
  })

  it('has what an event tells in its place, drawn or not, and asks for no page again', async () => {
    const all = fill(ship)
    const page = await ship.enterDesk()
    await button(page, `Odottaa ${COUNT - 2}`).waitFor()
    const asked: string[] = []
    page.on('request', (one) => void (one.url().includes('/queue') && asked.push(new URL(one.url()).search)))
    const last = all[COUNT - 2] ?? request()
    last.row = { ...last.row, status: 'taken', takenBy: { id: 'p2', firstName: 'Elias' } }
    ship.fake.tell('request-taken', last.row.id, 'p2')
    const urgent = ship.arrive(request({ promised: 30 }))
    await rowOf(page, urgent).waitFor()
    expect(await page.locator('[data-row]').first().getAttribute('data-row')).toBe(urgent.row.id)
    await button(page, `Odottaa ${COUNT - 2}`).waitFor()
    await button(page, `Kaikki ${COUNT + 1}`).waitFor()
    expect(asked.filter((search) => !search.startsWith('?since='))).toEqual([])
  })
})

describe('requests without a date', () => {
  const ship = withDesk()
  it('come after every date, also where the first one is offered', async () => {
    const undated = request({ promised: 10, row: { municipality: '077' } })
    delete undated.row.promise
    for (const one of [undated, request({ promised: DAY })]) ship.fake.state.requests.set(one.row.id, one)
    const page = await ship.enterDesk()
    await page.getByRole('link', { name: /^Avaa ensimmäinen/ }).waitFor()
    expect(await page.getByRole('link', { name: /^Avaa ensimmäinen/ }).innerText()).not.toContain(
      'ilman aikaa',
    )
  })
})

/** One of my areas is somebody else’s from now on; the log says nothing of its rows. */
async function loseNorth(ship: Ship, page: Awaited<ReturnType<Ship['enterDesk']>>) {
  await button(page, `Odottaa ${COUNT - 2}`).waitFor()
  await page.getByRole('combobox').first().selectOption('north')
  ship.fake.state.areas = ['west']
  ship.fake.tell('area-changed')
}

describe('areas that change while the desk is open', () => {
  const ship = withDesk()
  it('leave the screen with all their rows, and with the choice of one of them', async () => {
    const all = fill(ship)
    const page = await ship.enterDesk()
    await loseNorth(ship, page)
    const areas = page.getByRole('combobox').first()
    await until('the area that is left is not looked at', async () => (await areas.inputValue()) === '')
    await button(page, 'Kaikki 115').click()
    await until('only rows of my area stand here', async () => {
      await page.locator('.rows').evaluate((list) => list.scrollTo(0, list.scrollHeight))
      return (await page.locator('[data-row]').count()) === 115
    })
    const shown = await page
      .locator('[data-row]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    const mine = all.filter(({ row }) => row.area === 'west').map(({ row }) => row.id)
    expect(new Set(shown)).toEqual(new Set(mine))
  })
})

longDescribe('a desk that believes that its areas stay (red twin)', () => {
  const careless = withDesk(() =>
    brokenDesk('areas-stay', [
      {
        file: 'desk/callbacks/state/queue.ts',
        find: "queue.areas.join(' ') !== areas.join(' ')",
        put: "queue.areas.join(' ') === areas.join(' moon ')",
      },
    ]),
  )
  it('still shows what is no more its own', async () => {
    fill(careless)
    const page = await careless.enterDesk()
    await loseNorth(careless, page)
    const last = careless.arrive(request({ promised: 30, row: { area: 'west' } }))
    await page.getByRole('combobox').first().selectOption('')
    await rowOf(page, last).waitFor()
    expect(await button(page, `Kaikki ${COUNT + 1}`).count()).toBe(1)
  })
})

longDescribe('a desk that ends at the first page (red twin)', () => {
  const careless = withDesk(() =>
    brokenDesk('first-page', [
      {
        file: 'desk/callbacks/state/queue.ts',
        find: 'return queue?.after !== undefined && !queueProblem',
        put: 'return !queue && !queueProblem',
      },
    ]),
  )
  it('has not what is mine on another page', async () => {
    const all = fill(careless)
    const page = await careless.enterDesk()
    await page.getByRole('button', { name: /^Minulla/ }).click()
    expect(await rowOf(page, all[COUNT - 1] ?? request()).count()).toBe(0)
  })
})
