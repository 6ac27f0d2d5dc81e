/** Every screen for every person: assistive technology, keyboard alone, large text, little room. */
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { some } from '../support/evidence.ts'
import { longDescribe } from '../support/long.ts'
import { axeFinds, desktop, phone } from '../support/screen/browser.ts'
import { button, openRow, signIn, withDesk } from './desk.ts'
import { request } from './people.ts'

const { arrive, openDesk } = withDesk()

const heavy = () =>
  request({
    promised: -10,
    row: { flags: 1, attention: ['special-support'], verified: false, folded: 1, language: 'sv' },
    contact: { safeToCall: false, mayLeaveMessage: false },
    more: { flags: ['violence'], attention: [{ id: 'special-support', because: [] }] },
  })

/** Walks through every screen, stopping at each. */
async function eachScreen(
  options: Parameters<typeof openDesk>[0],
  look: (page: Page, screen: string) => Promise<void>,
) {
  const one = arrive(heavy())
  const page = await openDesk(options)
  await look(page, 'Kirjaudu palveluohjaajan työpöydälle')
  await signIn(page, 'helmi')
  await look(page, 'Soittopyynnöt')
  await openRow(page, one)
  await look(page, 'Omin sanoin')
  await button(page, 'Ota hoidettavaksi').click()
  await button(page, 'Merkitse soittoyritys').waitFor()
  const more = button(page, 'Muut toimet')
  if (await more.isVisible()) await more.click()
  for (const [act, title] of [
    ['Merkitse soittoyritys', 'Miten kävi?'],
    ['Päätä pyyntö', 'Mihin päädyitte?'],
    ['Siirrä muualle', 'Mille alueelle?'],
  ] as const) {
    await button(page, act).click()
    await look(page, title)
    await button(page, 'Peruuta').click()
  }
}

/** The same screen in other colours, for which nothing but its contrast is looked at again. */
const COLOURS = {
  'by night': { colorScheme: 'dark', forcedColors: 'none' },
  'in forced colours': { colorScheme: 'light', forcedColors: 'active' },
  'by day again': { colorScheme: 'light', forcedColors: 'none' },
} as const

describe.each(
  some(
    [
      ['a phone', phone],
      ['a desktop', desktop],
    ] as const,
    2,
  ),
)('on %s', (_name, options) => {
  it('axe finds nothing on any screen, by day, by night and in forced colours, and has seen each', async () => {
    await eachScreen({ ...options, colorScheme: 'light' }, async (page, words) => {
      expect(await page.getByText(words).first().isVisible()).toBe(true)
      expect(await axeFinds(page), words).toEqual([])
      for (const [when, media] of some(Object.entries(COLOURS), 3)) {
        await page.emulateMedia(media)
        expect(await axeFinds(page, ['color-contrast']), `${words}, ${when}`).toEqual([])
      }
    })
  })
})

longDescribe('at 400 % zoom (320 CSS pixels)', () => {
  it('nothing needs sideways scrolling', async () => {
    await eachScreen({ viewport: { width: 320, height: 256 } }, async (page, words) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(over, words).toBeLessThanOrEqual(0)
    })
  })
})

describe('by keyboard alone', () => {
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  /** Tabs on until the words are focused; fails when they cannot be reached. */
  async function tabTo(page: Page, words: string) {
    for (let step = 0; step < 40; step++) {
      await press(page, 'Tab')
      if ((await focused(page)).startsWith(words)) return
    }
    throw new Error(`never reached: ${words}`)
  }

  it('a coordinator signs in, opens, takes, records an attempt and comes back', async () => {
    arrive(request({ promised: 30 }))
    const second = arrive(request({ promised: 60 }))
    const page = await openDesk()
    await page.keyboard.type('helmi')
    await press(page, 'Tab')
    await page.keyboard.type('a long password')
    await press(page, 'Enter')
    await page.getByText('Jono ajan tasalla').waitFor()
    await tabTo(page, 'Kaikki')
    // past what plans the day, to the rows
    const isOnRow = () => page.evaluate(() => document.activeElement?.classList.contains('row-link') ?? false)
    for (let presses = 0; presses < 20 && !(await isOnRow()); presses++) await press(page, 'Tab')
    await press(page, 'ArrowDown', 'Enter')
    const title = `Soittopyyntö ${second.row.reference}`
    await page.getByRole('heading', { name: title }).waitFor()
    await expect.poll(() => focused(page)).toBe(title)
    await tabTo(page, 'Ota hoidettavaksi')
    await press(page, 'Enter')
    await expect.poll(() => focused(page)).toBe('Toimet')
    await tabTo(page, 'Merkitse soittoyritys')
    await press(page, 'Enter')
    await expect.poll(() => focused(page)).toBe('Merkitse soittoyritys')
    await press(page, 'Escape')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-act')))
      .toBe('attempt')
    await press(page, 'Enter')
    // the form has come when the focus has left the button that opens it
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H4')
    await press(page, 'Tab', 'Space')
    await page.locator('input:checked').first().waitFor({ state: 'attached' })
    await tabTo(page, 'Tallenna yritys')
    await press(page, 'Enter')
    await page.locator('.history').getByText('Vastasi').waitFor()
    await page.goBack()
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            document.activeElement?.closest('[data-row]')?.getAttribute('data-row') ??
            document.activeElement?.id,
        ),
      )
      .toBe('queue')
  })
})
