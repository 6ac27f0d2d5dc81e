/**
 * Somebody for whom contact is not always safe, from the form to the desk: one promise stands on every screen, or none. Red
 * twins: a widget whose form, and one whose thanks, repeat the ordinary promise.
 */

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { brokenWidget, type Fault } from '../support/broken.ts'
import { long, longDescribe } from '../support/long.ts'
import { axeFinds, desktop, phone } from '../support/screen/browser.ts'
import { bring, seeCard } from '../support/screen/request-form.ts'
import { withApp, withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { heading, lookOnly, photographWhole, press } from './resident.ts'

const { server, newPage, ownPage } = withServer()

/** A day with a time, as a promise has it; opening hours have no date. */
const PROMISE = /(?:ma|ti|ke|to|pe) \d+\.\d+\. klo [\d.]*\d(?:–[\d.]*\d| mennessä)/g
const promisesIn = (text: string) => [...new Set(text.replaceAll('\u00a0', ' ').match(PROMISE))]
const textOf = (page: Page) => page.locator('.room').innerText()

type Told = { safeTimes?: string[]; words?: string }
/** Each walk is another resident: many requests of one number would be folded. */
let residents = 0
const ownPhone = () => `040 765 43${10 + residents++}`

type Seen = Record<string, string>

/** What is said of safety, in a form or a correction. */
async function tellSafety(page: Page, { safeTimes = [], words }: Told) {
  const notAlways = page.getByLabel('Ei aina, tai en ole varma')
  // correcting, all of it stands there
  await ((await page.locator('.request .go').count()) > 0 ? await bring(page, notAlways) : notAlways).check()
  for (const name of safeTimes) await page.getByRole('checkbox', { name, exact: true }).check()
  if (words) await page.getByLabel('Voit myös kertoa omin sanoin').fill(words)
}

/** From the first question to the thanks; the text of every screen on which a promise could stand. */
async function walk(on: TestApp, told: Told): Promise<{ page: Page; seen: Seen; faults: string[] }> {
  const name = `${on === server ? 'safe' : 'twin'}-${told.words ? 'words' : 'times'}`
  const page = await newPage()
  await page.goto(`${on.url}/chat/fi?station=laukaa`)
  await lookOnly(page)
  await press(page, 'Pyydä soitto')
  await page.getByLabel('Puhelinnumero').fill(ownPhone())
  await tellSafety(page, told)
  const seen: Seen = { form: await textOf(page) }
  const faults = (await axeFinds(page)).map(({ id }) => id)
  await photographWhole(page, page, `${name}-form`)
  // back to the advice and here again: what was said of safety holds there too
  await press(page, 'Takaisin')
  await press(page, 'Takaisin')
  await page.locator('.result').waitFor()
  seen.result = await textOf(page)
  await page.locator('.result').getByRole('button', { name: 'Pyydä soitto' }).click()
  await seeCard(page)
  await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
  seen.card = await textOf(page)
  await press(page, 'Lähetä')
  await heading(page, 'Kiitos, pyyntösi on perillä').waitFor()
  await page.getByText('Mitä nyt tapahtuu').waitFor()
  await page.locator('.save summary').click()
  seen.saved = await page.locator('.paper').innerText()
  seen.sent = await textOf(page)
  await photographWhole(page, page, `${name}-sent`)
  return { page, seen, faults }
}

/** The page of the code, on a device of its own. */
async function statusPage(on: TestApp, page: Page): Promise<string> {
  const code = (await page.locator('.code').innerText()).trim()
  const other = await newPage()
  await other.goto(`${on.url}/chat/fi/request?station=laukaa`)
  await other.getByRole('textbox').first().fill(code)
  await press(other, /Näytä|Avaa|Katso/)
  await other.getByText('Pyyntösi on jonossa').waitFor()
  return textOf(other)
}

const promisesOf = (seen: Seen) =>
  Object.fromEntries(Object.entries(seen).map(([name, text]) => [name, promisesIn(text)]))
const WINDOW = 'to 26.11. klo 8–12'
const everywhere = (value: string[]) => ({
  form: value,
  result: value,
  card: value,
  saved: value,
  sent: value,
})

describe('somebody for whom contact is not always safe', () => {
  it('who chooses half-days reads one window on every screen, and so does the coordinator', async () => {
    const told = { safeTimes: ['torstai aamupäivä', 'perjantai iltapäivä'] }
    const { page, seen, faults } = await walk(server, told)
    expect(promisesOf(seen)).toEqual(everywhere([WINDOW]))
    expect(faults).toEqual([])
    const status = await statusPage(server, page)
    expect(promisesIn(status)).toEqual([WINDOW])
    const desk = await enterDesk(await ownPage(desktop), server.url)
    const row = desk.locator('[data-row]').first()
    await row.getByText('Vain turvalliseen aikaan').waitFor()
    expect(promisesIn(await row.innerText())).toEqual([WINDOW])
    expect(await row.innerText()).toContain('Ei vielä, aika alkaa klo 8')
    await row.getByRole('link').click()
    await desk.getByText('Nyt ei ole turvallista ottaa yhteyttä').waitFor()
    const opened = (await desk.locator('.request').innerText()).replaceAll('\u00a0', ' ')
    expect(promisesIn(opened)).toEqual([WINDOW])
    expect(opened).toContain('to aamupäivä, pe iltapäivä')
    expect(opened).not.toContain('Mihin aikaan vain')
    await photographWhole(desk, desk, 'safe-desk-times')

    // corrected on the same page, the promise there moves with it and does not stand twice
    await page.getByText('Muuta tietoja').click()
    await tellSafety(page, { safeTimes: ['maanantai iltapäivä'] })
    await press(page, 'Tallenna muutokset')
    await page.locator('.promise', { hasText: 'ma 30.11. klo 12–16' }).waitFor()
    expect(promisesIn(await textOf(page))).toEqual(['ma 30.11. klo 12–16'])
    await row.getByText('ma 30.11.').waitFor()
  })

  long(
    'who tells it in words alone reads of no day and no time; the desk reads the words first',
    async () => {
      const { page, seen } = await walk(server, { words: 'ti klo 9–11' })
      expect(promisesOf(seen)).toEqual(everywhere([]))
      for (const name of ['form', 'result', 'card', 'saved', 'sent'])
        expect(seen[name], name).toContain('turvalliseen aikaan')
      const status = await statusPage(server, page)
      expect(promisesIn(status)).toEqual([])
      expect(status).toContain('Otamme yhteyttä sinulle sopivaan aikaan')
      // the page of the code may be in another's hands
      expect(status).not.toMatch(/turvallis|ti klo 9/)
      const desk = await enterDesk(await ownPage(desktop), server.url)
      const row = desk.locator('[data-row]', { hasText: 'Turvallinen aika omin sanoin' })
      expect((await row.innerText()).replaceAll('\u00a0', ' ')).toContain('klo 16 mennessä')
      await row.getByRole('link').click()
      await desk.locator('.request').getByText('ti klo 9–11').waitFor()
      await desk.locator('.request').getByText('Turvallinen aika omin sanoin').waitFor()
      await photographWhole(desk, desk, 'safe-desk-words')
    },
  )

  it('who takes the line away from the card reads the ordinary promise again', async () => {
    const page = await newPage()
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    await lookOnly(page)
    await press(page, 'Pyydä soitto')
    await page.getByLabel('Puhelinnumero').fill(ownPhone())
    await tellSafety(page, { words: 'ti klo 9–11' })
    await seeCard(page)
    await page.locator('.card').getByText('ti klo 9–11').waitFor()
    await press(page, /^Poista Turvallisuus/)
    await page.getByText(/Soitamme sinulle .* mennessä/).waitFor()
    await page.locator('.card').getByText('Aika muuttui').waitFor()
    await press(page, /^Palauta Turvallisuus/)
    await page.getByText('Otamme yhteyttä sinulle turvalliseen aikaan').waitFor()
    expect(promisesIn(await textOf(page))).toEqual([])
  })

  long(
    'who gives neither is asked for one of them, by keyboard too, and is told of another way',
    async () => {
      const page = await newPage({ ...phone, viewport: { width: 320, height: 568 } })
      await page.goto(`${server.url}/chat/fi?station=laukaa`)
      await page.locator('.human summary').click()
      await page.locator('.human').getByRole('button', { name: 'Pyydä soitto' }).click()
      await page.getByLabel('Puhelinnumero').fill(ownPhone())
      await tellSafety(page, {})
      await press(page, 'Katso, mitä lähetetään')
      const group = page.getByRole('group', { name: 'Milloin yhteydenotto on turvallista?' })
      await group.getByText('Valitse ainakin yksi aika, tai kerro omin sanoin').waitFor()
      await group.getByText('valitse toinen tapa').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      const first = page.getByRole('checkbox', { name: 'maanantai aamupäivä', exact: true })
      expect(
        await first.evaluate(
          (box) =>
            box.getRootNode() instanceof ShadowRoot &&
            (box.getRootNode() as ShadowRoot).activeElement === box,
        ),
      ).toBe(true)
      for (const box of await group.locator('label').all()) {
        const { width, height } = (await box.boundingBox()) ?? { width: 0, height: 0 }
        expect([width >= 44, height >= 44]).toEqual([true, true])
      }
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      expect(await page.getByRole('checkbox', { name: 'maanantai iltapäivä', exact: true }).isChecked()).toBe(
        true,
      )
      expect(await axeFinds(page)).toEqual([])
      await press(page, 'Katso, mitä lähetetään')
      await heading(page, 'Tämän palveluohjaaja näkee').waitFor()
    },
  )
})

longDescribe('a widget that repeats the ordinary promise (red twins)', () => {
  const serve = (name: string, fault: Fault) =>
    withApp({}, async () => ({ dist: await brokenWidget(name, [fault]) }))
  const form = serve('careless-form', {
    file: 'widget/net/promises.ts',
    find: 'if (!estimate || !safeTime) return estimate',
    put: 'if (!estimate || safeTime || !safeTime) return estimate',
  })
  const afterwards = serve('careless-thanks', {
    file: 'widget/words/promised.ts',
    find: "promise && safeTime !== 'words'",
    put: 'promise',
  })

  it('in the form: the walk finds two promises', async () => {
    const { seen } = await walk(form, { safeTimes: ['torstai aamupäivä'] })
    expect(promisesOf(seen)).not.toEqual(everywhere([WINDOW]))
    expect(promisesIn(Object.values(seen).join('\n')).length).toBeGreaterThan(1)
  })

  it('in the thanks: a day is read where only words were told', async () => {
    const { seen } = await walk(afterwards, { words: 'ti klo 9–11' })
    expect(promisesOf(seen)).not.toEqual(everywhere([]))
  })
})
