/** The phones on which danger is tried: a common and a very small one, light and dark, in every language. */
import type { Browser, Page } from 'playwright'
import { newPage } from '../support/browser.ts'

export const LANGUAGES = ['fi', 'sv', 'en']
const SIZES = [
  { width: 390, height: 844, scheme: 'light' as const },
  { width: 320, height: 568, scheme: 'dark' as const },
]

export type Phone = { language: string; width: number; height: number; scheme: 'light' | 'dark' }

/** Every language on a phone of each size. */
export const PHONES: Phone[] = LANGUAGES.flatMap((language) => SIZES.map((size) => ({ language, ...size })))

/** Whether the journeys are walked on every phone: `npm run evidence` does. */
const everywhere = process.env.KYNNYS_EVIDENCE !== undefined

/**
 * The phones of the `at`-th journey: all six, or two of them: one of each size, in two languages. The next journey has the
 * next two, so that any three journeys in a row have been on all six.
 */
export const phonesOf = (at: number): Phone[] =>
  PHONES.filter((_, index) => everywhere || index % 3 === at % 3)

/** A page of its own on such a phone; its clock stands at an instant. */
export async function openPhone(
  browser: Browser,
  { width, height, scheme }: Phone,
  now: string,
): Promise<Page> {
  const page = await newPage(browser, { viewport: { width, height }, colorScheme: scheme, hasTouch: true })
  await page.clock.setFixedTime(now)
  return page
}
