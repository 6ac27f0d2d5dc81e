/** What the desk says of a person: in their own wording, nothing as a fact that they did not say, and each thing by its own name. */
import { describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import { brokenDesk } from '../../support/broken.ts'
import { loadWords } from '../../support/content.ts'
import { forLong, long, longDescribe } from '../../support/long.ts'
import { button, openRow, withDesk } from '../desk.ts'
import { request } from '../people.ts'

const ship = withDesk()
type Desk = typeof ship

/** The desk as it would be if it asked again for what the server does not have. */
const asking = forLong(() =>
  withDesk(() =>
    brokenDesk('asks-again', [
      { file: 'desk/words/content.ts', find: 'absent.add(address)', put: 'void address' },
    ]),
  ),
)

const { advice = {} } = loadWords()
const answer = (step: string, value: unknown): OpenRequest['answers'][number] => ({
  address: step,
  flow: 'guidance',
  step,
  value,
})
const DONT_KNOW = ['helpers', 'when-needed', 'age'].map((step) => answer(step, 'dontKnow'))

async function opened(desk: Desk, one: OpenRequest) {
  desk.arrive(one)
  const page = await desk.enterDesk()
  await openRow(page, one)
  return page
}
const signal = 'Monta ”En tiedä” -vastausta'

describe('several “En tiedä”', () => {
  it('are told with what to do, and no wish is claimed', async () => {
    const page = await opened(ship, request({ more: { answers: [answer('asker', 'self'), ...DONT_KNOW] } }))
    const part = page.locator('.part-signal')
    await part.getByText('”En tiedä” 3 kysymykseen').waitFor()
    expect(await part.innerText()).not.toContain('haluaa')
  })

  it.each([
    ['of one alone', [answer('asker', 'self'), ...DONT_KNOW.slice(0, 1)]],
    ['of a professional', [answer('asker', 'professional'), ...DONT_KNOW]],
  ])('nothing is made %s', async (_of, answers) => {
    const page = await opened(ship, request({ more: { answers } }))
    await page.getByText('Kaikki vastaukset').waitFor()
    expect(await page.getByText(signal).count()).toBe(0)
  })
})

describe('advice that is opened', () => {
  it('has its parts under their names, in the words for whom it was asked, and how to appeal', async () => {
    const page = await opened(ship, request())
    const item = page.locator('.advice details').first()
    await item.locator('summary').click()
    expect(await item.locator('h4').allInnerTexts()).toEqual([
      'Näin edetään',
      'Hyvä olla valmiina',
      'Kuka päättää',
      'Jos päätös tuntuu väärältä',
    ])
    const text = await item.innerText()
    const [first = ''] = (advice['needs-assessment.how_relative'] ?? '').split('\n')
    expect(first).not.toBe('')
    expect(text).toContain(first)
    expect(text).toContain(advice['needs-assessment.situation_relative'])
    expect(text).not.toContain(advice['needs-assessment.situation'])
  })
})

describe('names', () => {
  it('of two times are two: when to call, and how soon it is needed', async () => {
    const page = await opened(ship, request())
    const names = await page.locator('.request dt').allInnerTexts()
    expect(names.filter((name) => name === 'Milloin')).toEqual([])
    for (const name of ['Soittoaika', 'Miten pian', 'Kenen asiasta']) expect(names).toContain(name)
  })

  it('of Finnish stand on no row, whatever language the coordinator reads in', async () => {
    ship.arrive(request())
    ship.arrive(request({ row: { language: 'sv' } }))
    const page = await ship.enterDesk()
    await button(page, 'svenska').click()
    await page.getByText('svenska', { exact: true }).and(page.locator('.mark')).waitFor()
    expect(await page.locator('.mark', { hasText: 'finska' }).count()).toBe(0)
  })

  it('of a day say since when somebody has waited, so that a weekend is seen', async () => {
    const one = ship.arrive(request({ waited: 44 * 60 }))
    const page = await ship.enterDesk()
    await page
      .locator(`[data-row="${one.row.id}"]`)
      .getByText(/odottanut.+\d+\.\d+\..lähtien/)
      .waitFor()
  })
})

describe('a phone that was shared and is one’s own again', () => {
  it('is not spoken of as shared', async () => {
    const one = request({ contact: { way: 'shared-phone', ifOther: 'call-later' } })
    const page = await opened(ship, one)
    await page.getByText('Jos joku muu vastaa, sano vain, että soitat uudelleen.').waitFor()
    one.contact = { ...one.contact, way: 'call' }
    ship.fake.tell('request-corrected', one.row.id)
    await page.getByText('Jos joku muu vastaa').waitFor({ state: 'detached' })
  })
})

/** Questions for parts of a revision that the server does not have, when the queue has been read so often. */
async function askedFor(desk: Desk, times: number) {
  const missing: string[] = []
  const page = await desk.enterDesk('helmi')
  await page.route('**/api/content/gone/**', (route) => {
    missing.push(route.request().url())
    return route.fulfill({ status: 404, json: { code: 'not-found' } })
  })
  const one = desk.arrive(request({ row: { revision: 'gone' }, more: { revision: 'gone' } }))
  await openRow(page, one)
  for (let time = 0; time < times; time++) {
    const other = desk.arrive(request({ row: { revision: 'gone' } }))
    await page.locator(`[data-row="${other.row.id}"]`).waitFor()
  }
  return { page, missing }
}

describe('a revision that the server does not have', () => {
  it('is asked for once, and its answers are read by today’s words', async () => {
    const { page, missing } = await askedFor(ship, 3)
    expect(missing.length).toBe(new Set(missing).size)
    await page.locator('.needs').getByText('On usein vaikeaa').waitFor()
  })

  long('would be asked for again with every row (red twin)', async () => {
    const { missing } = await askedFor(asking, 3)
    await expect.poll(() => missing.length - new Set(missing).size).toBeGreaterThan(0)
  })
})

longDescribe('the advice of one who asks for themselves', () => {
  it('is in the words for oneself (so the test above sees what it should)', async () => {
    const page = await opened(ship, request({ more: { answers: [answer('asker', 'self')] } }))
    const item = page.locator('.advice details').first()
    await item.locator('summary').click()
    expect(await item.innerText()).toContain(advice['needs-assessment.situation'])
  })
})
