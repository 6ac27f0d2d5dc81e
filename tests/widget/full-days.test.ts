/**
 * The next days are full, or all of them: it is said wherever the time is told, the other ways stand first, and no date is invented.
 * Red twins: a widget that tells the date alone, and one that forgets for whom some places are kept.
 */
import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CallPromise, Promises } from '#core/contract/promise.ts'
import { brokenWidget } from '../support/broken.ts'
import { forLong, long, longDescribe } from '../support/long.ts'
import { axeFinds } from '../support/screen/browser.ts'
import { seeCard } from '../support/screen/request-form.ts'
import { type Harness, serveWidget } from './harness.ts'
import { answer, button, heading, LOOKING, openChat, toCard, walkBy, walkToEnd, withChat } from './room.ts'

const { harness, newPage, openRoom } = withChat()

const NEAR: CallPromise = { day: '2026-12-23', by: '16:00', until: '2026-12-23T14:00:00Z' }
const LATER: CallPromise = { day: '2027-01-12', by: '16:00', until: '2027-01-12T14:00:00Z', crowded: true }
const BUSY = 'Nyt on ruuhkaa, ja joudut odottamaan tavallista pidempään.'
const FULL = 'Emme voi nyt luvata päivää. Pyyntösi pysyy jonossa'
const WHEN = 'ti 12.1. klo 16 mennessä'
const FIRST = ['Aseman yhteystiedot', 'Varaa aika verkossa']

type Promised = { promise?: CallPromise | undefined; reserve?: object }
const withPromise = (body: unknown, { promise }: Promised) => ({ ...(body as object), promise })

/** What is told before sending, by the area that calls; what is bound; what the page of the code says. */
function tell({ api }: Harness, before: Promised, bound: Promised = before, mine = {}) {
  const ordinary = (name: string) => api.get(name)?.()?.body as object
  const promises = ordinary('GET /api/promises') as Promises
  const areas = promises.areas.map((one) => ({ ...one, ...before, safe: {} }))
  api.set('GET /api/promises', () => ({ status: 200, body: { ...promises, areas } }))
  const post = ordinary('POST /api/callback-requests')
  api.set('POST /api/callback-requests', () => ({ status: 201, body: withPromise(post, bound) }))
  const own = ordinary('GET /api/callback-requests/mine')
  api.set('GET /api/callback-requests/mine', () => ({
    status: 200,
    body: { ...withPromise(own, bound), ...mine },
  }))
}

const textOf = async (page: Page, place: string) =>
  (await page.locator(place).first().innerText()).replace(/\s+/g, ' ')
/** What is to be done, in the order in which it stands. */
const ways = (page: Page) => page.locator('.hero > h3, .way > b').allInnerTexts()

/** The code of the request opens its own page. */
async function ownPageOf(page: Page, { url }: { url: string }) {
  await page.goto(`${url}/chat/fi/request?station=laukaa`)
  await page.getByLabel('Oma koodisi').fill('K7QM-3VZX-90AB')
  await button(page, 'Näytä pyyntö').click()
  await page.locator('.status').waitFor()
}

/** Every place where the time is told, by its name, before sending and after it. */
async function told(page: Page, where: Harness): Promise<Record<string, string>> {
  const seen: Record<string, string> = {}
  await openChat(page, where)
  await walkToEnd(page)
  seen.offer = await textOf(page, '.hero')
  seen.ways = (await ways(page)).join(', ')
  await page.locator('summary').filter({ hasText: 'Tallenna keskustelu' }).click()
  seen.paper = await textOf(page, '.paper')
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await page.getByLabel('Puhelinnumero').waitFor()
  seen.form = await textOf(page, '.request')
  seen.formWays = (await ways(page)).join(', ')
  await page.getByLabel('Puhelinnumero').fill('040 123 4567')
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  seen.card = await textOf(page, '.request')
  await button(page, 'Lähetä').click()
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  seen.sent = await textOf(page, '.sent')
  await page.locator('summary').filter({ hasText: 'Tallenna keskustelu' }).click()
  seen.kept = await textOf(page, '.paper')
  await ownPageOf(page, where)
  seen.code = await textOf(page, '.status')
  return seen
}

const PLACES = ['offer', 'paper', 'form', 'card', 'sent', 'kept', 'code']
const saying = (seen: Record<string, string>, words: string) =>
  PLACES.filter((place) => seen[place]?.includes(words))

describe('while the next days are full', () => {
  it('it is said wherever the time is told, and the other ways stand first', async () => {
    tell(harness, { promise: LATER })
    const seen = await told(await newPage(), harness)
    expect(saying(seen, BUSY)).toEqual(PLACES)
    expect(saying(seen, WHEN)).toEqual(PLACES)
    expect(seen.ways).toBe([...FIRST, 'Palveluohjaaja voi soittaa sinulle'].join(', '))
    expect(seen.formWays).toBe(FIRST.join(', '))
    expect(seen.form?.indexOf('Aseman yhteystiedot')).toBeLessThan(seen.form?.indexOf('Puhelinnumero') ?? 0)
  })

  it('nothing is said of it on an ordinary day', async () => {
    tell(harness, { promise: NEAR })
    const seen = await told(await newPage(), harness)
    expect(saying(seen, 'ruuhkaa')).toEqual([])
    expect(seen.ways?.split(', ')[0]).toBe('Palveluohjaaja voi soittaa sinulle')
    expect(seen.formWays).toBe('')
  })

  long('the form is whole for everybody: axe finds nothing', async () => {
    tell(harness, { promise: LATER })
    const page = await openRoom()
    await walkToEnd(page, LOOKING)
    await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
    await heading(page, 'Muita tapoja ottaa yhteyttä').waitFor()
    expect(await axeFinds(page)).toEqual([])
  })
})

describe('while no day has room', () => {
  it('no date is told anywhere: the request keeps its place in the order, and the other ways stand first', async () => {
    tell(harness, { promise: undefined })
    const seen = await told(await newPage(), harness)
    expect(saying(seen, FULL)).toEqual(PLACES)
    expect(seen.ways).toBe([...FIRST, 'Palveluohjaaja voi soittaa sinulle'].join(', '))
    expect(seen.formWays).toBe(FIRST.join(', '))
    for (const place of ['offer', 'card', 'sent', 'code'])
      expect(seen[place], place).not.toMatch(/klo|\d\.\d/)
  })

  it('who has taken it is named, and nothing is said of days', async () => {
    tell(
      harness,
      { promise: undefined },
      { promise: undefined },
      { status: 'taken', caller: { firstName: 'Helmi', title: '' } },
    )
    const page = await newPage()
    await ownPageOf(page, harness)
    const status = await textOf(page, '.status [role=status] b')
    expect(status).toBe('Helmi on ottanut pyyntösi ja ottaa sinuun yhteyttä.')
  })

  it('the last place went while the form was filled in: the day that was told is said to be gone', async () => {
    tell(harness, { promise: NEAR }, { promise: undefined })
    const { sent = '', form = '' } = await told(await newPage(), harness)
    expect(form).toContain('ke 23.12. klo 16')
    expect(sent).toContain(FULL)
    const page = await openRoom()
    await answer(page, LOOKING)
    await toCard(page)
    await button(page, 'Lähetä').click()
    await page.getByText('Ensin arvioimme ajaksi ke 23.12. klo 16 mennessä. Se aika ei enää pidä.').waitFor()
  })
})

describe('a request that a lead has taken for not real', () => {
  it('says so once, and tells of no call that nobody makes; the number to call stays', async () => {
    tell(harness, { promise: undefined }, { promise: undefined }, { doubted: true })
    const page = await newPage()
    await ownPageOf(page, harness)
    expect(await textOf(page, '.status [role=status]')).toContain('Siksi emme ota yhteyttä.')
    const next = await textOf(page, 'ul:has-text("Jos tilanne pahenee")')
    expect(next).not.toMatch(/yritämme uudelleen|Numero voi näkyä|yhteydenotto viipyy/)
    await page.locator('ul', { hasText: 'Jos tilanne pahenee' }).getByRole('link').waitFor()
  })

  it('is no more in the queue on the page that is still open since it was sent', async () => {
    tell(harness, { promise: undefined }, { promise: undefined }, { doubted: true })
    const page = await openRoom()
    await answer(page, LOOKING)
    await toCard(page)
    await button(page, 'Lähetä').click()
    await page.getByText('Siksi emme ota yhteyttä.').waitFor()
    expect(await page.getByText(FULL).count()).toBe(0)
  })
})

describe('a place that became free', () => {
  it('is told on the page of the code, with the earlier time', async () => {
    tell(harness, { promise: LATER }, { promise: NEAR }, { sooner: true })
    const page = await newPage()
    await ownPageOf(page, harness)
    const status = await textOf(page, '.status [role=status]')
    expect(status).toContain('ke 23.12. klo 16 mennessä')
    expect(status).toContain('Paikka vapautui. Saat ajan aiemmin kuin ensin näytti.')
  })

  it('is not told to one whose time is told in words alone, nor once a call was tried', async () => {
    const SOONER = 'Paikka vapautui'
    const page = await newPage()
    tell(harness, { promise: NEAR }, { promise: NEAR }, { sooner: true, safeTime: 'words' })
    await ownPageOf(page, harness)
    expect(await textOf(page, '.status')).not.toContain(SOONER)
    tell(
      harness,
      { promise: NEAR },
      { promise: NEAR },
      { sooner: true, attempts: [{ at: '2026-12-22T07:00:00Z' }] },
    )
    await ownPageOf(page, harness)
    expect(await textOf(page, '.status')).not.toContain(SOONER)
  })
})

/** What the form tells, when help is wanted by then. */
async function toldTo(page: Page, where: Harness, today: boolean) {
  const reserve = { promise: NEAR, safe: {} }
  tell(where, { promise: LATER, reserve })
  await openChat(page, where)
  await answer(page, 'Jokin muu asia')
  await walkBy(page, [])
  if (today) await button(page, 'Tarvitsen apua jo tänään').click()
  return textOf(page, '.hero')
}

describe('the places that are kept', () => {
  it('are told of beforehand to one who says today, and to nobody else; one request brought all of it', async () => {
    expect(await toldTo(await newPage(), harness, true)).toContain('ke 23.12. klo 16 mennessä')
    expect(await toldTo(await newPage(), harness, false)).toContain(WHEN)
    const asked = harness.asked.filter(({ path }) => path.startsWith('/api/promises'))
    expect(new Set(asked.map(({ path }) => path)).size).toBe(1)
  })
})

const DATE_ALONE = {
  file: 'widget/words/promised.ts',
  find: "told?.promise?.crowded && t('widget:promise.crowded')",
  put: 'undefined',
}
const NO_RESERVE = {
  file: 'widget/net/promises.ts',
  find: 'reserve && isForReserve(',
  put: 'false && isForReserve(',
}

const AS_IF_REAL = {
  file: 'widget/back/next.tsx',
  find: 'const expected = !doubted && ',
  put: 'const expected = ',
}

longDescribe('red twins', () => {
  const twin = forLong(() => withChat())
  let broken: Harness
  beforeAll(async () => {
    broken = await serveWidget({
      dist: await brokenWidget('full-days', [DATE_ALONE, NO_RESERVE, AS_IF_REAL]),
    })
    return () => broken.close()
  })

  it('a widget that tells the date alone is seen in every place but that of the code, which says it itself', async () => {
    tell(broken, { promise: LATER })
    const seen = await told(await twin.newPage(), broken)
    expect(saying(seen, WHEN)).toEqual(PLACES)
    expect(saying(seen, BUSY)).toEqual(['code'])
    expect(seen.formWays).toBe('')
  })

  it('a widget that forgets for whom places are kept tells a later day than would be bound', async () => {
    expect(await toldTo(await twin.newPage(), broken, true)).toContain(WHEN)
  })

  it('a widget that forgets that nobody will call tells of the next try', async () => {
    tell(broken, { promise: undefined }, { promise: undefined }, { doubted: true })
    const page = await twin.newPage()
    await ownPageOf(page, broken)
    expect(await textOf(page, 'ul:has-text("Jos tilanne pahenee")')).toContain('yritämme uudelleen')
  })
})
