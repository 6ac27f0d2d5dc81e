/** The desk in the coordinator’s language: all of it, and the resident’s own words as they were written. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { loadWords } from '../support/content.ts'
import { some } from '../support/evidence.ts'
import { long, longDescribe } from '../support/long.ts'
import { desktop } from '../support/screen/browser.ts'
import { withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, fake, newPage, ownPage } = withDesk()

const finnish = loadWords('fi').desk ?? {}
const words = (language: string) => loadWords(language).desk ?? {}
const needName = (language: string, need: string) =>
  loadWords(language).guidance?.[`needs.options.${need}`] ?? ''

const at = async (address = '', locale?: string) => {
  const page = await (locale ? ownPage({ ...desktop, locale }) : newPage(desktop))
  await page.goto(`${fake.url}/desk/${address}`)
  await page.locator('[name=username]').waitFor()
  return page
}
const enter = async (page: Page) => {
  await page.locator('[name=username]').fill('helmi')
  await page.locator('[name=password]').fill('a long password')
  await page.keyboard.press('Enter')
  await page.locator('.live-open').waitFor()
}
const spoken = (page: Page) => page.evaluate(() => document.documentElement.lang)

/** Whole texts on the page that are the Finnish desk’s and not the other language’s. */
async function leftInFinnish(page: Page, language: string): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    // a person's title is theirs, in whatever language it was given
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('.top-me')) found.push((node as Text).data)
    for (const named of document.querySelectorAll('[aria-label]'))
      found.push(named.getAttribute('aria-label') ?? '')
    return found.map((text) => text.trim())
  })
  const other = new Set(Object.values(words(language)))
  const only = new Set(Object.values(finnish).filter((text) => !other.has(text)))
  return texts.filter((text) => only.has(text))
}

describe.each(some(['sv', 'en'], 2))('a desk turned to %s', (language) => {
  const own = words(language)

  it('speaks it from signing in to closing, also when it refuses', async () => {
    const one = arrive(request({ promised: -10, row: { verified: false, flags: 1 } }))
    const page = await at()
    await page.locator(`[data-language="${language}"]`).click()
    await page.getByRole('heading', { name: own['signIn.title'] ?? '' }).waitFor()
    expect(await spoken(page)).toBe(language)
    await page.locator('[name=username]').fill('nobody')
    await page.locator('[name=password]').fill('wrong')
    await page.keyboard.press('Enter')
    await page
      .getByRole('alert')
      .getByText(own['problem.wrong-sign-in'] ?? '')
      .waitFor()
    await enter(page)
    await page.locator(`[data-row="${one.row.id}"] a`).click()
    await page.locator('.request-top').waitFor()
    expect(await leftInFinnish(page, language)).toEqual([])
    await page.locator('[data-act=take]').click()
    await page.locator('.acts-more').click()
    for (const act of ['attempt', 'note', 'close', 'transfer']) {
      await page.locator(`[data-act=${act}]`).click()
      await page.locator('.act-form').waitFor()
      expect(await leftInFinnish(page, language), act).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

  long('has its title, its promises and its life areas in it, a day never with slashes', async () => {
    arrive(request({ promised: 3 * 24 * 60 }))
    const page = await at(`?language=${language}`)
    await enter(page)
    const row = page.locator('[data-row]')
    await row.getByText(needName(language, 'money')).waitFor()
    expect(await row.locator('.due-promise').innerText()).not.toContain('/')
    expect(await page.title()).toContain((own['count.waiting_other'] ?? '').replace('{{count}}', '1'))
  })

  it('is kept by the address over a reload, and by nothing else', async () => {
    const page = await at()
    await page.locator(`[data-language="${language}"]`).click()
    await page.getByRole('heading', { name: own['signIn.title'] ?? '' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: own['signIn.title'] ?? '' }).waitFor()
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ])
  })
})

describe('turning to another language', () => {
  it('keeps the opened request, the filters and the focus where they are', async () => {
    const one = arrive(request())
    const page = await at()
    await enter(page)
    await page.locator(`[data-row="${one.row.id}"] a`).click()
    await page.locator('.lens').nth(2).click()
    await page.locator('[data-language="sv"]').click()
    await page.getByText(words('sv')['section.ownWords'] ?? '').waitFor()
    expect(await page.locator('.lens').nth(2).getAttribute('aria-pressed')).toBe('true')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-language')))
      .toBe('sv')
  })
})

longDescribe('the first language', () => {
  it.each([
    ['sv-FI', 'sv'],
    ['en-GB', 'en'],
    ['de-DE', 'fi'],
  ])('of a browser that wishes %s is %s', async (locale, language) => {
    expect(await spoken(await at('', locale))).toBe(language)
  })
})

longDescribe('a conversation in Swedish before a coordinator who reads Finnish', () => {
  it('has its questions and answers in Finnish, own words as written, and says in which language it was held', async () => {
    const ownWords = 'Jag förstår inte breven från FPA.'
    const one = arrive(request({ row: { language: 'sv' }, contact: { ownWords } }))
    const page = await at()
    await enter(page)
    await page.locator(`[data-row="${one.row.id}"]`).getByText('ruotsi').waitFor()
    await page.locator(`[data-row="${one.row.id}"] a`).click()
    await page.locator('.needs').getByText(needName('fi', 'money')).waitFor()
    const quote = page.locator('.own-words')
    expect(await quote.innerText()).toBe(ownWords)
    expect(await quote.getAttribute('lang')).toBe('sv')
    expect(await quote.getAttribute('dir')).toBe('auto')
    await page.getByText('Keskustelun kieli: ruotsi').waitFor()
  })
})

longDescribe('a conversation from before the desk’s language had words', () => {
  it('is read in the language it was written in, never as bare ids', async () => {
    const row = { revision: 'r0', lifeAreas: ['stoves'] }
    const one = arrive(request({ row, more: { revision: 'r0' } }))
    const page = await at('?language=sv')
    await enter(page)
    await page.locator(`[data-row="${one.row.id}"]`).getByText('Puulämmitys').waitFor()
    await page.locator(`[data-row="${one.row.id}"] a`).click()
    await page.locator('.needs').getByText('Puulämmitys').waitFor()
    for (const text of await page.locator('.answer-group').locator('dt, dd').allInnerTexts())
      expect(text).not.toMatch(/^[a-z-]+$/)
  })
})
