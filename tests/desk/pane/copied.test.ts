/** A request is copied for the client system by one press: recorded first, and by hand where the browser refuses. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { brokenDesk } from '../../support/broken.ts'
import { forLong, long, longDescribe } from '../../support/long.ts'
import { button, openRow, withDesk } from '../desk.ts'
import { request } from '../people.ts'
import { sentBy } from '../pressing.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if nobody were told that it is copied. */
const silent = forLong(() =>
  withDesk(() =>
    brokenDesk('silent-copy', [
      {
        file: 'desk/callbacks/request/copy-record.tsx',
        find: "await call('POST', ",
        put: 'await Promise.resolve(',
      },
    ]),
  ),
)

const COPY = 'Kopioi asiakasjärjestelmää varten'
const held = (more: Parameters<typeof request>[0] = {}) =>
  request({
    ...more,
    row: {
      status: 'taken',
      takenBy: { id: 'p1', firstName: 'Helmi' },
      takenUntil: new Date(Date.now() + 1_800_000).toISOString(),
      ...more.row,
    },
  })

/** The clipboard as a test reads it; `refuses`: a browser that lets no page write. */
async function reading(desk: Desk, one = held(), refuses = false) {
  desk.arrive(one)
  const page = await desk.enterDesk()
  await page.evaluate((refused) => {
    const kept: string[] = []
    const clipboard = {
      writeText: (text: string) =>
        refused ? Promise.reject(new Error('no')) : Promise.resolve(kept.push(text)),
    }
    Object.defineProperty(navigator, 'clipboard', { value: clipboard })
    Object.assign(window, { kept })
  }, refuses)
  await button(page, 'Kaikki 1').click()
  await openRow(page, one)
  return page
}
const kept = (page: Page) => page.evaluate(() => (window as unknown as { kept: string[] }).kept)

async function closing(page: Page) {
  await button(page, 'Päätä pyyntö').click()
  await page.getByLabel('Annoin neuvoa').check()
}

describe('copying for the client system', () => {
  it('gives own words, needs, what was done, the outcome that is chosen and what comes next, without name and number', async () => {
    const one = held()
    one.notes.push({ at: new Date().toISOString(), by: 'Helmi', text: 'Hakee asumistukea.' })
    const page = await reading(ship, one)
    const sent = sentBy(page)
    await closing(page)
    await button(page, COPY).click()
    await page.getByText('Kopioitu. Liitä teksti').waitFor()
    const [text = ''] = await kept(page)
    const titles = ['Omin sanoin', 'Elämänalueet', 'Mitä on tehty', 'Lopputulos', 'Jatkotoimet']
    expect(
      titles.map((title) => text.indexOf(`\n${title}\n`)).every((at, n, all) => at > (all[n - 1] ?? 0)),
    ).toBe(true)
    for (const part of [
      `Soittopyyntö ${one.row.reference}`,
      'Äiti ei enää pärjää yksin kotona',
      'On usein vaikeaa',
      'Muistiinpano (Helmi): Hakee asumistukea.',
      '- Annoin neuvoa',
    ])
      expect(text).toContain(part)
    for (const left of ['Kerttu', '40 123', '401234567', 'tänään']) expect(text).not.toContain(left)
    expect(sent).toEqual(['copied'])
    expect(ship.fake.state.requests.get(one.row.id)?.row.status).toBe('taken')
  })

  it('copies nothing when it could not be recorded, and says so', async () => {
    const page = await reading(ship)
    await closing(page)
    ship.fake.trouble.fails = true
    await button(page, COPY).click()
    await page.getByRole('alert').getByText('Mitään ei tallennettu').waitFor()
    expect(await kept(page)).toEqual([])
  })

  it('leaves the text selected in a field where the browser refuses', async () => {
    const page = await reading(ship, held(), true)
    await closing(page)
    await button(page, COPY).click()
    const field = page.getByLabel(/Selain ei kopioinut/)
    await field.waitFor()
    const [chosen, whole] = await field.evaluate((one) => {
      const { value, selectionStart, selectionEnd } = one as HTMLTextAreaElement
      return [value.slice(selectionStart, selectionEnd), value]
    })
    expect(whole).toContain('Omin sanoin')
    expect(chosen).toBe(whole)
    expect(await field.evaluate((one) => one === document.activeElement)).toBe(true)
  })

  long('is offered after closing, with the outcome that was given', async () => {
    const one = held({
      row: { status: 'closed' },
      more: { closing: { outcome: 'manages-alone', recorded: false } },
    })
    ship.arrive(one)
    const page = await ship.enterDesk()
    await page.goto(`${ship.fake.url}/desk/#/callbacks/${one.row.id}`)
    await button(page, COPY).click()
    await page.getByText('Kopioitu').or(page.getByText('Selain ei kopioinut')).first().waitFor()
  })
})

longDescribe('a copy of which nobody is told (red twin)', () => {
  it('would be missed by what is sent', async () => {
    const page = await reading(silent)
    const sent = sentBy(page)
    await closing(page)
    await button(page, COPY).click()
    await page.getByText('Kopioitu. Liitä teksti').waitFor()
    expect(sent).toEqual([])
  })
})
