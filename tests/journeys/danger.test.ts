/**
 * Danger first, in a real browser on phones of two sizes and in three languages: wherever danger is told, a number that answers
 * now stands in the first window, and stays; and the coordinator reads what was told. Each walk is shown to fail on a broken build.
 */
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenRequest } from '#core/contract/desk.ts'
import type { TestApp } from '../support/app.ts'
import { testClock } from '../support/clock.ts'
import { loadArea } from '../support/content.ts'
import { size, tell, tellTwin } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { desktop } from '../support/screen/browser.ts'
import { withServer } from '../support/screen/with-browser.ts'
import { enterDesk } from './coordinator.ts'
import {
  answer,
  inWindow,
  numberOf,
  openOnDesk,
  talk,
  tick,
  WAYS,
  Walk,
  type Way,
  walkToSent,
} from './dangers.ts'
import { lookOf, PHONES, type Phone, phonesOf } from './phones.ts'
import { photographWhole } from './resident.ts'
import { voiceOf } from './speaking.ts'

/** A Saturday: nobody of ours calls before Monday. */
const SATURDAY = '2026-11-28T14:02:00+02:00'
const { lines, helps } = loadArea().lines
const FEAR = WAYS['fear in the family, told by oneself'] as Way
const [FIRST] = PHONES as [Phone]
/** In short, one way alone; that every way has its number is rendered by `danger-first` anyway. */
const IN_SHORT = 'one who hurts others'

const { server, newPage, ownPage } = withServer({ clock: testClock(SATURDAY) })
let desk: Page
let helmi: Awaited<ReturnType<TestApp['signIn']>>
beforeAll(async () => {
  helmi = await server.signIn('helmi')
  desk = await enterDesk(await ownPage(desktop), server.url)
})

async function open(phone: Phone) {
  const page = await newPage(lookOf(phone))
  await page.goto(`${server.url}/chat/${phone.language}?station=laukaa`)
  await page.locator('.foot a[target]').first().waitFor()
  return page
}

describe('danger told anywhere', () => {
  const cases = Object.entries(WAYS)
    .flatMap(([name, way], at) =>
      phonesOf(at).map((phone) => [name, phone.language, phone.width, phone, way] as const),
    )
    .filter(([name]) => size(name === IN_SHORT, true))
  let walks = 0
  afterAll(() => {
    if (walks === cases.length)
      tell('danger', 'ways of telling danger, each from the first question to the desk on every phone', {
        ways: Object.keys(WAYS).length,
        walks,
        'screens without the number in the first window': 0,
      })
  })
  it.each(cases)(
    '%s (%s, %i px) has its number in the first window, and keeps it to the desk',
    async (name, language, width, phone, way) => {
      const page = await open(phone)
      const { wrong, body, receipt } = await walkToSent(page, language, way, `danger-${name}-${width}`)
      expect(wrong).toEqual([])
      const { t } = voiceOf(language)
      const { row, view } = await openOnDesk(desk, language, body.id)
      expect(row).toContain(t(`desk:segment.${way.segment}`))
      for (const key of way.desk) expect(view).toContain(t(key))
      if (way.safeTimes) expect(view).toContain(t('desk:safety.onlyTimes', { times: '@' }).split('@')[0])
      // one promise: the one that the resident read
      const opened = await server.app.inject({ url: `/api/desk/requests/${body.id}`, headers: helmi.headers })
      expect(opened.json<OpenRequest>().row.promise).toEqual(receipt.promise)
      await photographWhole(desk, desk, `danger-${name}-${language}-${width}-desk`)
      walks += 1
    },
  )

  it('has its own number first on the screen after it, whatever was told before', async () => {
    const page = await open(FIRST)
    const voice = voiceOf('fi')
    await talk(page, voice, ['family-children', 'caring'], ['self'])
    const heard: (string | null)[] = []
    const told = page.locator('.told')
    for (const values of [['fear'], ['2'], ['hurting']]) {
      await answer(page, voice, values)
      if ((await told.count()) === 0) continue
      heard.push(await told.locator('.help').getByRole('link').first().getAttribute('href'))
      await told.getByRole('button', { name: voice.t('widget:help.goOn'), exact: true }).press('Enter')
    }
    expect(heard).toEqual(['zero-line', 'social-crisis'].map((line) => `tel:${numberOf(line)}`))
  })

  long('stays when its line is taken off the card, and goes with what is not told any more', async () => {
    const page = await open(FIRST)
    const walk = new Walk(page, 'fi', FEAR)
    await walk.tell()
    await walk.toResult()
    await walk.toCard()
    const row = page.locator('.card li').filter({ hasText: 'Joku kotona pelkää' })
    await row.getByRole('button').click()
    await row.waitFor({ state: 'detached' })
    expect(await page.locator('main .help').getByRole('link').first().getAttribute('href')).toBe(
      `tel:${numberOf('zero-line')}`,
    )
    await page.getByRole('button', { name: /^Lähetä/ }).click()
    await page.locator('.sent').waitFor()
    expect(await inWindow(page, numberOf('zero-line'))).toBe(true)
  })
})

describe('the strip', () => {
  const phones = PHONES.filter((_, at) => size(at === 3, true)).map(
    (phone) => [phone.language, phone.width, phone] as const,
  )
  it.each(phones)(
    'has the number of any one flag in the first window (%s, %i px)',
    async (_language, _width, phone) => {
      const page = await open(phone)
      await page.locator('.strip > summary').click()
      for (const flag of await page
        .locator('.strip input')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))) {
        if (flag === 'dontKnow') continue
        const box = page.locator(`.strip input[value="${flag}"]`)
        await box.check()
        expect(await inWindow(page, numberOf(helps[flag]?.[0] ?? '')), flag).toBe(true)
        await box.uncheck()
      }
    },
  )
})

longDescribe('the page of the code', () => {
  it('shows the same numbers to everybody, without and with script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await ownPage({ viewport: { width: 390, height: 844 }, javaScriptEnabled })
      await page.goto(`${server.url}/chat/fi/request?station=laukaa`)
      const shown = await page
        .locator('main .lines a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      expect(shown).toEqual(lines.map(({ number }) => `tel:${number?.replace(/\s/g, '')}`))
    }
  })
})

longDescribe('a broken build is found out (the red twins)', () => {
  const styled = async (page: Page, css: string) =>
    page.evaluate((text) => {
      const style = document.createElement('style')
      style.textContent = text
      document.querySelector('kynnys-room')?.shadowRoot?.append(style)
    }, css)

  it('that puts the words before the number', async () => {
    const page = await open(PHONES[1] as Phone)
    await styled(page, '.calls { order: 9 } .comfort { min-height: 30rem }')
    const walk = new Walk(page, 'fi', FEAR)
    await walk.tell()
    expect(walk.wrong.length).toBeGreaterThan(0)
  })

  it('whose bar does not stay in sight', async () => {
    const page = await open(FIRST)
    await styled(page, '.bar { display: none }')
    const walk = new Walk(page, 'fi', FEAR)
    await walk.tell()
    await walk.toResult()
    expect(walk.wrong).toContain('before none: zero-line is not in the first window')
  })

  it.each(Object.entries(WAYS))('whose content has no danger: %s', async (name, way) => {
    // in a profile that has not read the content yet
    const page = await ownPage(lookOf(FIRST))
    await page.route(/\/dialogue.*\.json/, async (route) => {
      const response = await route.fetch()
      const dialogue = await response.json()
      for (const { steps } of Object.values<{ steps: Record<string, { danger?: unknown }> }>(dialogue.flows))
        for (const step of Object.values(steps)) delete step.danger
      dialogue.tables.danger.rows = []
      await route.fulfill({ response, json: dialogue })
    })
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    await page.locator('.foot a[target]').first().waitFor()
    const voice = voiceOf('fi')
    await talk(page, voice, ...way.told.slice(0, -1))
    await tick(page, ...(way.told.at(-1) ?? []))
    expect(await inWindow(page, numberOf(way.line))).toBe(false)
    tellTwin('danger', `content without dangers: ${name}`, { 'its number at the tick': 'missing' })
  })
})
