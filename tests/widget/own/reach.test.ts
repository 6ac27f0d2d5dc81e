/** All of it by the keyboard alone, in narrow windows, with large text, and as axe sees it. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { longDescribe } from '../../support/long.ts'
import { axeFinds } from '../../support/screen/browser.ts'
import { LARGE, sticksOut } from '../../support/screen/large-text.ts'
import { ready, withChat } from '../room.ts'
import { summary, toResult } from './rows.ts'

const { harness, newPage } = withChat()

/** Where a letter is a matter beside another one, everything is there but the two languages. */
async function opened(page: Page) {
  await page.goto(`${harness.url}/chat/fi?station=laukaa`)
  await ready(page)
  await toResult(page, 'Kirje, päätös tai hakemus', ['Omastani', 'Kielteinen päätös'])
  await summary(page, 'Apua soittamiseen ja asiointiin').press('Enter')
  await summary(page, 'Näin sanon puhelimessa').press('Enter')
  await page.locator('.alone summary').filter({ hasText: 'Kirje, jota en ymmärrä' }).press('Enter')
  await page.getByLabel('Kela').press('Space')
  for (const [label, text] of [
    ['Päivä', '17'],
    ['Kuukausi', '11'],
    ['Vuosi', '2026'],
  ] as const)
    await page.getByLabel(label, { exact: true }).pressSequentially(text)
  await page.getByText('arviolta ma 28.12.2026.').waitFor()
  await summary(page, 'Jos haluat jatkaa myöhemmin').press('Enter')
  await summary(page, 'Jatkolappu omalle laitteelle').press('Enter')
  await page.locator('input[type=file]').waitFor()
  return page
}

describe('what a resident does alone', () => {
  it('is reached by the keyboard, fits a window of 320 px (a desktop at 400 %), and axe finds nothing', async () => {
    const page = await opened(await newPage({ viewport: { width: 320, height: 256 } }))
    await page.locator('input[type=file]').focus()
    expect(await page.locator('input[type=file]').evaluate((one) => one.matches(':focus-visible'))).toBe(true)
    expect(await sticksOut(page)).toEqual([])
    expect(await axeFinds(page)).toEqual([])
  })
})

longDescribe('with text twice as large', () => {
  it.each(Object.keys(LARGE) as (keyof typeof LARGE)[])('%s, it fits the narrowest window', async (way) => {
    const page = await newPage({ viewport: { width: 320, height: 640 } })
    await LARGE[way](page)
    expect(await sticksOut(await opened(page))).toEqual([])
  })
})
