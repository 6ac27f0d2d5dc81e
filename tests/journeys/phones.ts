/** The phones on which danger is tried: a common and a very small one, light and dark, in every language. */
import { size } from '../support/evidence.ts'

export const LANGUAGES = ['fi', 'sv', 'en']
const SIZES = [
  { width: 390, height: 844, scheme: 'light' as const },
  { width: 320, height: 568, scheme: 'dark' as const },
]

export type Phone = { language: string; width: number; height: number; scheme: 'light' | 'dark' }

/** Every language on a phone of each size. */
export const PHONES: Phone[] = LANGUAGES.flatMap((language) => SIZES.map((size) => ({ language, ...size })))

/** Whether the journeys are walked on every phone: `npm run evidence` does. */
const everywhere = size(false, true)

/**
 * The phones of the `at`-th journey: all six; in short one of them, and the next journey has another, so that any six
 * journeys in a row have been on all six, and any two on both sizes.
 */
export const phonesOf = (at: number): Phone[] =>
  PHONES.filter((_, index) => everywhere || index === (at * 5) % PHONES.length)

/** How such a phone looks to a page. */
export const lookOf = ({ width, height, scheme }: Phone) => ({
  viewport: { width, height },
  colorScheme: scheme,
  hasTouch: true,
})
