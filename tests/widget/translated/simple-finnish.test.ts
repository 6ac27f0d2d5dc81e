/** Easier Finnish, one press away in the middle of a conversation: answers, tick and question stay, and what it has no words for is Finnish. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { answer, heading } from '../../journeys/resident.ts'
import { loadWords } from '../../support/content.ts'
import { long } from '../../support/long.ts'
import { axeFinds, phone } from '../../support/screen/browser.ts'
import { withServer } from '../../support/screen/with-browser.ts'

const { server, newPage, ownPage } = withServer()

const [finnish, simple] = [loadWords('fi'), loadWords('fi-simple')]
const said = (words: typeof finnish, key: string) => {
  const [namespace = '', name = ''] = key.split(':')
  return words[namespace]?.[name] ?? ''
}
const both = (key: string) => [said(finnish, key), said(simple, key)] as const

const link = (page: Page) => page.locator('.tongues a[lang="fi-simple"]')
async function turn(page: Page, name: string) {
  const tongue = page.locator('.tongues').getByRole('link', { name, exact: true })
  if (!(await tongue.isVisible())) await page.locator('.tongues summary').click()
  await tongue.click()
}
const question = (page: Page) => page.locator('.question h2')
const ticked = (page: Page) => page.locator('.question input:checked')

const [HOUSING, ASKER, TROUBLE] = [
  both('guidance:needs.options.housing'),
  both('guidance:asker.question'),
  both('housing:trouble.question'),
]
const [FEAR, MOVING] = [both('housing:trouble.options.fear'), both('housing:trouble.options.moving')]

describe('easier Finnish', () => {
  it('comes in the middle of a conversation, and every answer, the question and the tick stay', async () => {
    // each is said in other words, or nothing would be seen
    for (const [one, other] of [HOUSING, ASKER, TROUBLE, MOVING]) expect(one).not.toBe(other)
    const page = await newPage(phone)
    await page.goto(`${server.url}/chat/fi?station=laukaa`)
    await page.locator('.foot a[target]').first().waitFor()
    await answer(page, said(finnish, 'guidance:needs.question'), HOUSING[0])
    await answer(page, ASKER[0], said(finnish, 'guidance:asker.options.self'))
    await question(page).getByText(TROUBLE[0]).waitFor()
    await page.getByRole('checkbox', { name: MOVING[0] }).check()
    const value = await ticked(page).getAttribute('value')
    await turn(page, 'helppo suomi')
    await question(page).getByText(TROUBLE[1]).waitFor()
    expect(await ticked(page).getAttribute('value')).toBe(value)
    expect(await page.getByRole('checkbox', { name: MOVING[1] }).isChecked()).toBe(true)
    expect(await page.locator('.earlier').textContent()).toContain(
      said(simple, 'guidance:asker.options.self'),
    )
    expect(await page.locator('html').getAttribute('lang')).toBe('fi-simple')
    expect(page.url()).toBe(`${server.url}/chat/fi-simple?station=laukaa`)
    // a screen reader is told a tag that it knows: axe asks for one
    expect(await axeFinds(page)).toEqual([])
    // what it has no words for of its own
    expect(said(simple, 'housing:trouble.none')).toBe(said(finnish, 'housing:trouble.none'))
    await page.getByRole('checkbox', { name: said(finnish, 'housing:trouble.none') }).waitFor()
    await turn(page, 'suomi')
    await question(page).getByText(TROUBLE[0]).waitFor()
    expect(await ticked(page).getAttribute('value')).toBe(value)
  })

  it('says what to do in danger with the numbers of Finnish', async () => {
    const page = await newPage(phone)
    await page.goto(`${server.url}/chat/fi-simple?station=laukaa`)
    await page.locator('.foot a[target]').first().waitFor()
    await answer(page, said(simple, 'guidance:needs.question'), HOUSING[1])
    await answer(page, ASKER[1], said(simple, 'guidance:asker.options.self'))
    await page.getByRole('checkbox', { name: FEAR[1] }).check()
    const [first = ''] = said(simple, 'guidance:danger.violence.help').split('\n')
    await page.getByText(first).first().waitFor()
    expect(await page.locator('a[href="tel:112"]').count()).toBeGreaterThan(0)
  })

  it('takes no second row on the narrowest phone, whichever language is chosen', async () => {
    const page = await ownPage({ ...phone, viewport: { width: 320, height: 568 } })
    for (const lang of ['fi', 'fi-simple', 'sv', 'en']) {
      await page.goto(`${server.url}/chat/${lang}?station=laukaa`)
      const links = await page.locator('.tongues a').all()
      const rows = await Promise.all(links.map(async (one) => (await one.boundingBox())?.y))
      expect([lang, links.length, new Set(rows).size]).toEqual([lang, 4, 1])
    }
  })

  long('is one press away on every page, also without script', async () => {
    const page = await ownPage({ ...phone, javaScriptEnabled: false })
    for (const path of ['', '/request', '/advice', '/advice/housing-allowance']) {
      await page.goto(`${server.url}/chat/fi${path}?station=laukaa`)
      await link(page).click()
      await page.waitForURL((url) => url.pathname === `/chat/fi-simple${path}`)
      expect(await page.locator('html').getAttribute('lang'), path).toBe('fi-simple')
    }
    await heading(page, said(simple, 'advice:housing-allowance.title')).first().waitFor()
  })
})
