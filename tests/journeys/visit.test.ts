/** Who comes by is told when and where, from the chat over the desk to the page of the code: at once, or when a coordinator has set it. */
import type { Browser, Frame, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, PASSWORD, type TestApp } from '../support/app.ts'
import { axeFinds, launch, newPage, phone } from '../support/browser.ts'
import { testClock } from '../support/clock.ts'
import { loadArea } from '../support/content.ts'
import { signInToDesk } from './coordinator.ts'
import { openLauncher, photographWhole, press } from './resident.ts'
import { finnishIn, type Voice, voiceOf } from './speaking.ts'

const NOW = '2026-11-24T10:00:00+02:00'
const DAY = '2026-11-30'
const LANGUAGES = ['fi', 'sv', 'en']

/** Coordinators are known to be at Laukaa on Mondays. */
function areaWithReception() {
  const area = loadArea()
  const reception = [{ weekday: 1, from: '09:00', to: '12:00' }]
  const stations = area.stations.stations.map((one) =>
    one.station === 'laukaa' ? { ...one, reception } : one,
  )
  return { ...area, stations: { ...area.stations, stations } }
}

let browser: Browser
let agreed: TestApp
let met: TestApp
beforeAll(async () => {
  browser = await launch()
  const options = { listen: true, openShadow: true }
  agreed = await build({ ...options, clock: testClock(NOW) })
  met = await build({ ...options, clock: testClock(NOW), area: areaWithReception() })
})
afterAll(async () => {
  await browser.close()
  await agreed.close()
  await met.close()
})

async function openIn(server: TestApp, language: string) {
  const page = await newPage(browser, phone)
  await page.clock.setFixedTime(NOW)
  await page.goto(`${server.url}/?language=${language}`)
  return { page, frame: await openLauncher(page, language) }
}

/** A person at once, who comes by: from the first screen to the promise. @returns what was shown before sending */
async function askToCome(page: Page, frame: Frame, { t, language }: Voice): Promise<string> {
  await frame
    .locator('summary')
    .filter({ hasText: t('widget:human.open') })
    .click()
  await press(frame, t('widget:human.request'))
  await frame.getByRole('radio', { name: t('widget:way.visit'), exact: true }).check()
  await photographWhole(page, frame, `visit-form-${language}`)
  await press(frame, t('widget:form.next'))
  await frame.getByRole('heading', { name: t('widget:card.title') }).waitFor()
  const card = await frame.locator('.room').innerText()
  await press(frame, t('widget:card.send'))
  await frame.getByRole('heading', { name: t('widget:sent.title') }).waitFor()
  await frame.getByRole('heading', { name: t('widget:status.title') }).waitFor()
  return card
}

const COME = {
  fi: 'Tule: Laukaan sosiaali- ja terveysasema, ma 30.11. klo 9–12 välillä. Palveluohjaaja on paikalla.',
  sv: 'Kom hit: Laukaa social- och hälsostation, mån 30.11 kl. 9–12. Servicehandledaren är på plats.',
  en: 'Come to Laukaa health and social services station on Mon, 30 Nov between 9:00 and 12:00. A service coordinator will be there.',
}
/** Ends of lines and unbreakable spaces are no matter. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

describe.each(LANGUAGES)('where a coordinator is known to be, in %s', (language) => {
  it('the resident reads when and where to come, before anybody has done anything', async () => {
    const voice = voiceOf(language)
    const { page, frame } = await openIn(met, language)
    const card = await askToCome(page, frame, voice)
    expect(card).toContain(voice.t('widget:offer.visit'))
    const said = plain(await frame.locator('.room').innerText())
    // in the promise, and again where the request stands now
    expect(said).toContain(COME[language as 'fi'])
    expect(said.split(COME[language as 'fi'])).toHaveLength(3)
    expect(await finnishIn(frame, language)).toEqual([])
    expect(await axeFinds(frame)).toEqual([])
    await photographWhole(page, frame, `visit-met-${language}`)
    await frame
      .locator('summary')
      .filter({ hasText: voice.t('widget:save.title') })
      .click()
    expect(plain(await frame.locator('.paper').innerText())).toContain(COME[language as 'fi'])
    await page.close()
  })
})

describe.each(LANGUAGES)('where nobody is known to be, in %s', (language) => {
  it('nobody is told to come: a time is set, and it is said by when and how without a phone', async () => {
    const voice = voiceOf(language)
    const { page, frame } = await openIn(agreed, language)
    const card = await askToCome(page, frame, voice)
    expect(card).toContain(voice.t('widget:card.unfinished'))
    const said = plain(await frame.locator('.room').innerText())
    const come = plain(
      voice.t('widget:visit.come', { station: '', day: '', from: '', to: '', name: '' }),
    ).split(' ')[0]
    expect(said).not.toContain(`${come} `)
    const [without = ''] = voice
      .t('widget:sent.where', { station: '@', hours: '@', reference: '@' })
      .split('@')
    expect(said).toContain(plain(without).trim())
    expect(await finnishIn(frame, language)).toEqual([])
    await photographWhole(page, frame, `visit-agreed-${language}`)
    await page.close()
  })
})

describe('a coordinator who sets the time', () => {
  it('is asked for it first, sets it, and the resident reads it with the code', async () => {
    const voice = voiceOf('fi')
    const { page, frame } = await openIn(agreed, 'fi')
    const posting = page.waitForRequest(
      (one) => one.method() === 'POST' && one.url().endsWith('/api/callback-requests'),
    )
    await askToCome(page, frame, voice)
    const { id } = (await posting).postDataJSON() as { id: string }
    await frame
      .getByText('Sovimme ajan. Näet sen tällä sivulla koodillasi viimeistään ti 24.11. klo 16.')
      .first()
      .waitFor()
    const code = await frame.locator('.code').innerText()

    const desk = await signInToDesk(browser, agreed.url, { username: 'helmi', password: PASSWORD })
    // its own row: those of others who come by are due at the same moment
    const row = desk.locator(`[data-row="${id}"]`)
    await row.getByText('Sovi tapaamisaika').waitFor()
    await row.getByRole('link').click()
    await press(desk, 'Ota hoidettavaksi')
    await desk.getByRole('button', { name: /^Minulla/ }).click()
    const first = desk.locator('.acts-bar .acts button').first()
    await expect.poll(() => first.innerText()).toBe('Sovi aika')
    await first.click()
    await desk.getByLabel('Päivä').fill('2026-12-05')
    await desk.getByLabel('Alkaa').fill('09:00')
    await desk.getByLabel('Päättyy').fill('12:00')
    await photographWhole(desk, desk, 'visit-desk-form')
    expect(await axeFinds(desk)).toEqual([])
    // a Saturday
    await press(desk, 'Tallenna aika')
    await desk.getByText('Asema on silloin kiinni').waitFor()
    await desk.getByLabel('Päivä').fill(DAY)
    await press(desk, 'Tallenna aika')
    await row.getByText('tapaaminen ma').waitFor()
    expect(plain(await row.innerText())).toContain('tapaaminen ma 30.11. klo 9–12')
    await photographWhole(desk, desk, 'visit-desk-set')
    expect(await axeFinds(desk)).toEqual([])

    const back = await newPage(browser, phone)
    await back.clock.setFixedTime(NOW)
    await back.goto(`${agreed.url}/chat/fi/request?station=laukaa`)
    await back.getByLabel(voice.t('widget:back.code')).fill(code)
    await press(back, voice.t('widget:back.open'))
    const status = back.locator('.status').first()
    await status.getByText('Tule:').waitFor()
    expect(plain(await status.innerText())).toContain(
      'Tule: Laukaan sosiaali- ja terveysasema, ma 30.11. klo 9–12 välillä. Helmi on paikalla.',
    )
    await photographWhole(back, back, 'visit-back')
    // changed: the page of the code follows
    await press(desk, 'Sovi aika')
    await desk.getByLabel('Alkaa').fill('10:00')
    await press(desk, 'Tallenna aika')
    await status.getByText(/klo 10–12/).waitFor({ timeout: 40_000 })
  })
})
