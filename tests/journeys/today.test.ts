/**
 * Help wanted today, when nobody of ours calls today any more: what answers now stands above the ways, on phones of two sizes, in
 * three languages, and the coordinator reads that it was for today. The walk is shown to fail on a broken build.
 */

import type { Page } from 'playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { testClock } from '../support/clock.ts'
import { some } from '../support/evidence.ts'
import { long } from '../support/long.ts'
import { axeFinds, desktop } from '../support/screen/browser.ts'
import { rowsOfRequest } from '../support/screen/in-request.ts'
import { seeCard } from '../support/screen/request-form.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import { numberOf, openOnDesk, talk } from './dangers.ts'
import { lookOf, PHONES, type Phone, phonesOf } from './phones.ts'
import { photographWhole } from './resident.ts'
import { type Voice, voiceOf } from './speaking.ts'

const DAYS = {
  'after the cut-off': { now: '2026-11-24T15:30:00+02:00', next: '2026-11-25' },
  'on a Saturday': { now: '2026-11-28T14:02:00+02:00', next: '2026-11-30' },
}
/** Nothing dangerous, but it cannot wait. */
const TODAY = [['daily-life'], ['self'], ['meals'], ['3'], ['30-64']]
const [FIRST] = PHONES as [Phone]

/** In one press on the result, which nobody else is asked. */
async function needToday(page: Page, { t }: Voice) {
  const need = page.getByRole('button', { name: t('widget:today.need'), exact: true })
  await need.press('Enter')
  await need.waitFor({ state: 'detached' })
}

/** What is called first, above the ways; nothing when nothing stands there. */
async function calledFirst(page: Page, title: string): Promise<string | null> {
  const now = page.getByRole('region', { name: title })
  await page.locator('.three').waitFor()
  if ((await now.count()) === 0) return null
  const [above, ways] = [await now.boundingBox(), await page.locator('.three').boundingBox()]
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(ways?.y ?? 0)
  return now.getByRole('link').first().getAttribute('href')
}

let numbers = 0

describe.each(some(Object.entries(DAYS), 2))('help wanted today, %s', (when, { now, next }) => {
  const { server, newPage, ownPage } = withServer({ clock: testClock(now) })
  let desk: Page
  beforeAll(async () => {
    desk = await enterDesk(await ownPage(desktop), server.url)
  })
  const open = async (page: Page, language: string) => {
    await page.goto(`${server.url}/chat/${language}?station=laukaa`)
    await page.locator('.foot a[target]').first().waitFor()
    return page
  }

  const phones = phonesOf(Object.keys(DAYS).indexOf(when)).map(
    (phone) => [phone.language, phone.width, phone] as const,
  )
  it.each(phones)(
    '%s, %i px: what answers now is called first, and the desk knows',
    async (language, width, phone) => {
      const voice = voiceOf(language)
      const { t } = voice
      const page = await open(await newPage(lookOf(phone)), language)
      await talk(page, voice, ...TODAY)
      // before it is said, nothing hurries
      expect(await calledFirst(page, t('widget:today.title'))).toBe(null)
      await needToday(page, voice)
      expect(await calledFirst(page, t('widget:today.title'))).toBe(`tel:${numberOf('social-crisis')}`)
      expect(await axeFinds(page)).toEqual([])
      await photographWhole(page, page, `today-${when}-${language}-${width}-result`)
      const ask = page.locator('.result').getByRole('button', { name: t('widget:offer.ask') })
      await ask.first().press('Enter')
      await page.locator('input[type=tel]').fill(`040 124 ${5000 + ++numbers}`)
      // what was said by the button stands in the request
      expect(await rowsOfRequest(page)).toContain(
        `${t('guidance:when-needed.card')}: ${t('guidance:when-needed.options.today')}`,
      )
      await seeCard(page)
      const sending = page.waitForResponse((one) => one.url().endsWith('/api/callback-requests'))
      await page.getByRole('button', { name: t('widget:card.send'), exact: true }).press('Enter')
      const response = await sending
      const { promise } = await response.json()
      expect(promise.day).toBe(next)
      const { row, view } = await openOnDesk(desk, language, response.request().postDataJSON().id)
      expect(row).toContain(t('desk:segment.callback'))
      expect(view).toContain(t('guidance:when-needed.options.today'))
      await photographWhole(desk, desk, `today-${when}-${language}-${width}-desk`)
    },
  )

  long('content that has no line for it is found out (red twin)', async () => {
    // in a profile that has not read the content yet
    const page = await ownPage(lookOf(FIRST))
    await page.route(/\/dialogue.*\.json/, async (route) => {
      const response = await route.fetch()
      const dialogue = await response.json()
      dialogue.tables.today.rows = []
      await route.fulfill({ response, json: dialogue })
    })
    await open(page, 'fi')
    const voice = voiceOf('fi')
    await talk(page, voice, ...TODAY)
    await needToday(page, voice)
    expect(await calledFirst(page, voice.t('widget:today.title'))).toBe(null)
  })
})
