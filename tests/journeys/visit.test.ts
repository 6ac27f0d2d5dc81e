/** Who comes by is told when and where, from the chat over the desk to the page of the code: at once, or when a coordinator has set it. */
import type { Frame, Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../support/app.ts'
import { brokenWidget } from '../support/broken.ts'
import { testClock } from '../support/clock.ts'
import { loadArea } from '../support/content.ts'
import { isLong } from '../support/evidence.ts'
import { forLong, longDescribe } from '../support/long.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { withApp, withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { openOnDesk } from './dangers.ts'
import { lookOf, PHONES, type Phone, phonesOf } from './phones.ts'
import { lookAgain, openLauncher, photographWhole, press } from './resident.ts'
import { finnishIn, type Voice, voiceOf } from './speaking.ts'

const NOW = '2026-11-24T10:00:00+02:00'
const DAY = '2026-11-30'

/** Coordinators are known to be at Laukaa on Mondays. */
function areaWithReception() {
  const area = loadArea()
  const reception = [{ weekday: 1, from: '09:00', to: '12:00' }]
  const stations = area.stations.stations.map((one) =>
    one.station === 'laukaa' ? { ...one, reception } : one,
  )
  return { ...area, stations: { ...area.stations, stations } }
}

const clock = testClock(NOW)
const { server: agreed, newPage, ownPage } = withServer({ clock })
const met = forLong(() => withApp({ clock, area: areaWithReception() }))
/** as `met`, and the widget says nothing of it */
const silent = forLong(() =>
  withApp({ clock, area: areaWithReception() }, async () => ({
    dist: await brokenWidget('silent-visit', [
      { file: 'widget/words/promised.ts', find: 'if (visit) return', put: 'if (visit && !visit) return' },
    ]),
  })),
)
let agreedDesk: Page
let metDesk: Page
beforeAll(async () => {
  agreedDesk = await enterDesk(await ownPage(desktop), agreed.url)
  if (isLong) metDesk = await enterDesk(await ownPage(desktop), met.url)
})

async function openIn(server: TestApp, one: Phone) {
  const page = await newPage(lookOf(one))
  await page.goto(`${server.url}/?language=${one.language}`)
  return { page, frame: await openLauncher(page, one.language) }
}

/** A person at once, who comes by: from the first screen to the promise. @returns the request, and what was shown before sending */
async function askToCome(page: Page, frame: Frame, { t, language }: Voice) {
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
  const posting = page.waitForRequest(
    (one) => one.method() === 'POST' && one.url().endsWith('/api/callback-requests'),
  )
  await press(frame, t('widget:card.send'))
  const { id } = (await posting).postDataJSON() as { id: string }
  await frame.getByRole('heading', { name: t('widget:sent.title') }).waitFor()
  await frame.getByRole('heading', { name: t('widget:sent.nextTitle') }).waitFor()
  return { id, card }
}

const COME = {
  fi: 'Tule: Laukaan sosiaali- ja terveysasema, ma 30.11. klo 9–12. Palveluohjaaja on paikalla.',
  sv: 'Kom hit: Laukaa social- och hälsostation, mån 30.11 kl. 9–12. Servicehandledaren är på plats.',
  en: 'Come to Laukaa health and social services station on Mon, 30 Nov between 9:00 and 12:00. A service coordinator will be there.',
}
/** The same as the row of the desk has it. */
const VISIT = {
  fi: 'tapaaminen ma 30.11. klo 9–12',
  sv: 'möte mån 30.11 kl. 9–12',
  en: 'meeting on Mon, 30 Nov between 9:00 and 12:00',
}
/** Ends of lines and unbreakable spaces are no matter. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

const onPhones = (at: number) => phonesOf(at).map((one) => [one.language, one.width, one] as const)

longDescribe('where a coordinator is known to be', () => {
  it.each(onPhones(4))(
    'in %s at %i px: who comes reads when and where before anybody has done anything, and the desk the same',
    async (language, width, one) => {
      const voice = voiceOf(language)
      const { page, frame } = await openIn(met, one)
      const { id, card } = await askToCome(page, frame, voice)
      expect(card).toContain(voice.t('widget:offer.visit'))
      const said = plain(await frame.locator('.room').innerText())
      // once: where the request stands now does not say the promise again
      expect(said.split(COME[language as 'fi'])).toHaveLength(2)
      expect(await finnishIn(frame, language)).toEqual([])
      expect(await axeFinds(frame)).toEqual([])
      await photographWhole(page, frame, `visit-met-${language}-${width}`)
      await frame
        .locator('summary')
        .filter({ hasText: voice.t('widget:save.title') })
        .click()
      expect(plain(await frame.locator('.paper').innerText())).toContain(COME[language as 'fi'])
      const { row } = await openOnDesk(metDesk, language, id)
      expect(plain(row)).toContain(VISIT[language as 'fi'])
      expect(row).not.toContain(voice.t('desk:mark.setVisit'))
    },
  )

  it('a build that is silent about it is found out (red twin)', async () => {
    const { page, frame } = await openIn(silent, PHONES[0] as Phone)
    await askToCome(page, frame, voiceOf('fi'))
    expect(plain(await frame.locator('.sent').innerText())).not.toContain(COME.fi)
  })
})

longDescribe('where nobody is known to be', () => {
  it.each(onPhones(1))(
    'in %s at %i px: nobody is told to come, a time is set, and the desk is asked for it',
    async (language, width, one) => {
      const voice = voiceOf(language)
      const { page, frame } = await openIn(agreed, one)
      const { id, card } = await askToCome(page, frame, voice)
      expect(card).toContain(voice.t('widget:card.unfinished'))
      const said = plain(await frame.locator('.room').innerText())
      const come = plain(voice.t('widget:visit.come', { station: '', when: '', name: '' })).split(' ')[0]
      expect(said).not.toContain(`${come} `)
      const [without = ''] = voice
        .t('widget:sent.where', { station: '@', hours: '@', reference: '@' })
        .split('@')
      expect(said).toContain(plain(without).trim())
      expect(await finnishIn(frame, language)).toEqual([])
      await photographWhole(page, frame, `visit-agreed-${language}-${width}`)
      const { row } = await openOnDesk(agreedDesk, language, id)
      expect(row).toContain(voice.t('desk:mark.setVisit'))
    },
  )
})

describe('a coordinator who sets the time', () => {
  it('is asked for it first, sets it, and the resident reads it with the code', async () => {
    const voice = voiceOf('fi')
    const { page, frame } = await openIn(agreed, PHONES[0] as Phone)
    const { id } = await askToCome(page, frame, voice)
    await frame
      // on which day depends on how many have asked before
      .getByText(/^Annamme sinulle ajan\. Näet sen tällä sivulla koodillasi viimeistään .* klo 16\.$/)
      .first()
      .waitFor()
    const code = await frame.locator('.code').innerText()

    const desk = agreedDesk
    await openOnDesk(desk, 'fi', id)
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

    const back = await newPage()
    await back.goto(`${agreed.url}/chat/fi/request?station=laukaa`)
    await back.getByLabel(voice.t('widget:back.code')).fill(code)
    await press(back, voice.t('widget:back.open'))
    const status = back.locator('.status').first()
    await status.getByText('Tule:').waitFor()
    expect(plain(await status.innerText())).toContain(
      'Tule: Laukaan sosiaali- ja terveysasema, ma 30.11. klo 9–12. Helmi on paikalla.',
    )
    await photographWhole(back, back, 'visit-back')
    // changed: the page of the code follows
    await press(desk, 'Sovi aika')
    await desk.getByLabel('Alkaa').fill('10:00')
    await press(desk, 'Tallenna aika')
    await lookAgain(back, status.getByText(/klo 10–12/))
  })
})
