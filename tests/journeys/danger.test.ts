/**
 * Danger first, in a real browser on phones of two sizes and in three languages: wherever danger is told, a number that answers
 * now stands in the first window, and stays. Each walk is shown to fail on a broken build.
 */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, type TestApp } from '../support/app.ts'
import { launch, newPage } from '../support/browser.ts'
import { testClock } from '../support/clock.ts'
import { loadArea } from '../support/content.ts'
import { voiceOf } from './speaking.ts'

/** A Saturday: nobody of ours calls before Monday. */
const SATURDAY = '2026-11-28T14:02:00+02:00'
/** A Tuesday after the cut-off: nobody calls today any more. */
const LATE = '2026-11-24T15:30:00+02:00'
const SIZES = [
  { width: 390, height: 844, scheme: 'light' as const },
  { width: 320, height: 568, scheme: 'dark' as const },
]
const LANGUAGES = ['fi', 'sv', 'en']
/** Every language on a phone of each size; a way of telling is tried on two of the six, the next way on the next two. */
const PHONES = LANGUAGES.flatMap((language) => SIZES.map((size) => ({ language, size })))

const { lines } = loadArea().lines
const numberOf = (line: string) => (lines.find((one) => one.line === line)?.number ?? '').replace(/\s/g, '')

let browser: Browser
let server: TestApp
const clock = testClock(SATURDAY)
beforeAll(async () => {
  browser = await launch()
  server = await build({ listen: true, openShadow: true, clock })
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

type Phone = (typeof PHONES)[number]
async function open({ language, size: { scheme, ...viewport } }: Phone, now = SATURDAY) {
  clock.set(now)
  const page = await newPage(browser, { viewport, colorScheme: scheme, hasTouch: true })
  await page.clock.setFixedTime(now)
  await page.goto(`${server.url}/chat/${language}?station=laukaa`)
  await page.locator('.foot a[target]').first().waitFor()
  return page
}

const next = (page: Page, language: string) =>
  page.getByRole('button', { name: voiceOf(language).t('widget:next'), exact: true }).press('Enter')

/** Ticks these of the question that stands, by the ids of the answers, which are the same in every language. */
async function tick(page: Page, ...values: string[]) {
  for (const value of values) await page.locator(`.question input[value="${value}"]`).check()
}

/** Answers question after question; each list is one question's ticks. */
async function talk(page: Page, language: string, ...answers: string[][]) {
  for (const values of answers) {
    await page.locator(`.question input[value="${values[0]}"]`).first().waitFor()
    await tick(page, ...values)
    const asked = await page.locator('.question h2').innerText()
    await next(page, language)
    const change = page.waitForFunction(
      (before) =>
        (document.querySelector('kynnys-room')?.shadowRoot?.querySelector('main h2') as HTMLElement | null)
          ?.innerText !== before,
      asked,
    )
    await change
    const goOn = page.getByRole('button', { name: voiceOf(language).t('widget:help.goOn'), exact: true })
    if ((await goOn.count()) > 0) await goOn.press('Enter')
  }
}

/** Is a link that calls this number wholly in the first window, between what is pinned above and below? */
const inWindow = (page: Page, number: string) =>
  page.evaluate((wanted) => {
    const root = document.querySelector('kynnys-room')?.shadowRoot
    const pinned = root?.querySelector('.pinned')?.getBoundingClientRect()
    const low = pinned && pinned.bottom >= innerHeight - 1 ? pinned.top : innerHeight
    const ways = root?.querySelector('.ways')
    const links = [...(root?.querySelectorAll<HTMLElement>(`a[href="tel:${wanted}"]`) ?? [])]
    return links.some((link) => {
      const { top, bottom, height } = link.getBoundingClientRect()
      const isPinned = ways?.contains(link) && !link.closest('details')
      const high =
        isPinned || link.closest('.strip') ? 0 : Math.min(ways?.getBoundingClientRect().bottom ?? 0, top)
      return link.checkVisibility() && height >= 44 && top >= Math.max(0, high) - 1 && bottom <= low + 1
    })
  }, number)

/** How it is told, and whose number must stand there; `after` goes on to the end. */
type Way = { told: string[][]; line: string; after: string[][] }
const END = [['can-wait'], ['410']]
const WAYS: Record<string, Way> = {
  'fear in the family, told by oneself': {
    told: [['family-children'], ['self'], ['2'], ['fear']],
    line: 'zero-line',
    after: [['none'], ['near-one'], ...END],
  },
  'fear in the family of a near one': {
    told: [['family-children'], ['relative'], ['3'], ['tired', 'fear']],
    line: 'zero-line',
    after: [['none'], ['near-one'], ...END],
  },
  'a couple without children': {
    told: [['safety']],
    line: 'zero-line',
    after: [['self'], ['watched'], ['23-64'], ['none'], ['near-one'], ...END],
  },
  'one who hurts others': {
    told: [['safety'], ['self'], ['hurting']],
    line: 'social-crisis',
    after: [['23-64'], ['none'], ['near-one'], ...END],
  },
  'who cannot manage, and nobody helps': {
    told: [['housing'], ['self'], ['1'], ['moving'], ['none'], ['none']],
    line: 'social-crisis',
    after: END,
  },
  'a sixteen-year-old who cannot manage, on a Saturday': {
    told: [['daily-life'], ['self'], ['1'], ['meals'], ['under-18']],
    line: 'child-line',
    after: [['none'], ['none'], ['today'], ['410']],
  },
  'who does not want to live, asked about the mind': {
    told: [['mood-crisis'], ['self'], ['2'], ['not-living']],
    line: 'crisis-line-fi',
    after: [['23-64'], ['none'], ['near-one'], ...END],
  },
  'who has no food': {
    told: [['money'], ['self'], ['3'], ['no-food']],
    line: 'social-crisis',
    after: [['not-yet'], ['none'], ['near-one'], ...END],
  },
}

/** From the first question to the card, and what must be so on the way. @returns what was wrong, in words */
async function walk(page: Page, language: string, { told, line, after }: Way): Promise<string[]> {
  const { t } = voiceOf(language)
  const number = numberOf(line)
  const wrong: string[] = []
  const look = async (where: string) => {
    if (!(await inWindow(page, number))) wrong.push(`${where}: ${line} is not in the first window`)
  }
  await talk(page, language, ...told.slice(0, -1))
  // several dangers may have been told by then: each has its own screen
  const goOn = page.getByRole('button', { name: t('widget:help.goOn'), exact: true })
  const [last = []] = told.slice(-1)
  await page.locator(`.question input[value="${last[0]}"]`).waitFor()
  await tick(page, ...last)
  await look('at the tick')
  await page
    .locator(`.question input[value="${last.at(-1)}"]`)
    .uncheck({ force: true })
    .catch(() => undefined)
  const many = await page.locator('.question input[type=checkbox]').count()
  if (many > 0 && (await page.locator('main .help').count()) > 0) wrong.push('it stays when it is unticked')
  await tick(page, ...last)
  await next(page, language)
  await goOn.waitFor()
  await look('after it')
  const ask = page.getByRole('button', { name: t('widget:offer.ask'), exact: true })
  const [one, other] = [await ask.boundingBox(), await goOn.boundingBox()]
  if (one?.width !== other?.width) wrong.push('the two ways are not equal')
  await goOn.press('Enter')
  for (const values of after) {
    await page.locator(`.question input[value="${values[0]}"]`).first().waitFor()
    await look(`before ${values[0]}`)
    await tick(page, ...values)
    await next(page, language)
    // what two answers tell together has its own screen
    await page.locator('.question, .result').first().waitFor()
    if ((await goOn.count()) > 0) await goOn.press('Enter')
  }
  await page.locator('.result').waitFor()
  await look('on the result')
  if ((await page.getByText(t('guidance:manages.question'), { exact: true }).count()) > 0)
    wrong.push('asked to manage alone')
  if ((await page.getByRole('heading', { name: t('widget:three.book'), exact: true }).count()) > 0)
    wrong.push('a time can be booked')
  await page
    .locator('.result')
    .getByRole('button', { name: t('widget:offer.ask') })
    .first()
    .press('Enter')
  await page.locator('input[type=tel]').waitFor()
  await look('in the form')
  const safe = page.locator('input[name=safe][value=yes]')
  if ((await safe.count()) > 0) await safe.check()
  await page.locator('input[type=tel]').fill('040 123 4567')
  await page.getByRole('button', { name: t('widget:form.next'), exact: true }).press('Enter')
  await page.locator('.card').waitFor()
  await look('on the card')
  return wrong
}

describe('danger told anywhere', () => {
  const cases = Object.keys(WAYS).flatMap((name, at) =>
    PHONES.filter((_, index) => index % 3 === at % 3).map(
      (phone) => [name, phone.language, phone.size.width, phone] as const,
    ),
  )
  it.each(cases)(
    '%s (%s, %i px) has its number in the first window, and keeps it',
    async (name, language, _width, phone) => {
      const page = await open(phone)
      expect(await walk(page, language, WAYS[name] as Way)).toEqual([])
      await page.context().close()
    },
  )

  it('stays when its line is taken off the card, and goes with what is not told any more', async () => {
    const [phone] = PHONES
    const page = await open(phone as Phone)
    await walk(page, 'fi', WAYS['fear in the family, told by oneself'] as Way)
    const row = page.locator('.card li').filter({ hasText: 'Joku kotona pelkää' })
    await row.getByRole('button').click()
    await row.waitFor({ state: 'detached' })
    expect(await page.locator('main .help').getByRole('link').first().getAttribute('href')).toBe(
      `tel:${numberOf('zero-line')}`,
    )
    await page.getByRole('button', { name: /^Lähetä/ }).click()
    await page.locator('.sent').waitFor()
    expect(await inWindow(page, numberOf('zero-line'))).toBe(true)
    await page.context().close()
  })
})

describe('the strip', () => {
  it.each(PHONES.map((phone) => [phone.language, phone.size.width, phone] as const))(
    'has the number of any one flag in the first window (%s, %i px)',
    async (_language, _width, phone) => {
      const page = await open(phone)
      await page.locator('.strip > summary').click()
      const { helps } = loadArea().lines
      for (const flag of await page
        .locator('.strip input')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))) {
        if (flag === 'dontKnow') continue
        const box = page.locator(`.strip input[value="${flag}"]`)
        await box.check()
        expect(await inWindow(page, numberOf(helps[flag]?.[0] ?? '')), flag).toBe(true)
        await box.uncheck()
      }
      await page.context().close()
    },
  )
})

describe('help wanted today', () => {
  const today = [
    ['daily-life'],
    ['self'],
    ['3'],
    ['meals'],
    ['23-64'],
    ['none'],
    ['near-one'],
    ['maybe'],
    ['today'],
    ['410'],
  ]
  it.each([
    ['on a Saturday', SATURDAY],
    ['after the cut-off', LATE],
  ])('%s, when nobody calls today any more, has what answers now above the ways', async (_when, now) => {
    for (const [at, language] of LANGUAGES.entries()) {
      const page = await open({ language, size: SIZES[at % 2] as (typeof SIZES)[number] }, now)
      await talk(page, language, ...today)
      const [now_, three] = [
        page.getByRole('region', { name: voiceOf(language).t('widget:today.title') }),
        page.locator('.three'),
      ]
      await now_.waitFor()
      const [above, ways] = [await now_.boundingBox(), await three.boundingBox()]
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(ways?.y ?? 0)
      expect(await now_.getByRole('link').first().getAttribute('href')).toBe(
        `tel:${numberOf('social-crisis')}`,
      )
      await page.context().close()
    }
  })
})

describe('the page of the code', () => {
  it('shows the same numbers to everybody, without and with script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await newPage(browser, { viewport: { width: 390, height: 844 }, javaScriptEnabled })
      await page.goto(`${server.url}/chat/fi/request?station=laukaa`)
      const shown = await page
        .locator('main .lines a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      expect(shown).toEqual(lines.map(({ number }) => `tel:${number?.replace(/\s/g, '')}`))
      await page.context().close()
    }
  })
})

describe('a broken build is found out (the red twins)', () => {
  const fear = WAYS['fear in the family, told by oneself'] as Way

  it('that puts the words before the number', async () => {
    const page = await open(PHONES[1] as Phone)
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = '.calls { order: 9 } .comfort { min-height: 30rem }'
      document.querySelector('kynnys-room')?.shadowRoot?.append(style)
    })
    expect((await walk(page, 'fi', fear)).length).toBeGreaterThan(0)
    await page.context().close()
  })

  it('whose bar does not stay in sight', async () => {
    const page = await open(PHONES[0] as Phone)
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = '.bar { display: none }'
      document.querySelector('kynnys-room')?.shadowRoot?.append(style)
    })
    expect(await walk(page, 'fi', fear)).toContain('before none: zero-line is not in the first window')
    await page.context().close()
  })

  it('whose answers carry no danger', async () => {
    const page = await newPage(browser, { viewport: { width: 390, height: 844 } })
    await page.route(/\/dialogue.*\.json/, async (route) => {
      const response = await route.fetch()
      const dialogue = await response.json()
      delete dialogue.flows['family-children'].steps.trouble.danger
      await route.fulfill({ response, json: dialogue })
    })
    await page.clock.setFixedTime(SATURDAY)
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    await page.locator('.foot a[target]').first().waitFor()
    await talk(page, 'fi', ...fear.told.slice(0, -1))
    await page.locator('.question input[value=fear]').check()
    expect(await inWindow(page, numberOf('zero-line'))).toBe(false)
    await page.context().close()
  })
})
