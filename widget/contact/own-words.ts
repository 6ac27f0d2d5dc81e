/** What the form notices in own words while they are written. It stays in the browser, is not kept, and stops nobody. */
import type { Id } from '#core/flow/definition.ts'
import type { Speech } from '../words/speech.ts'

/** The most that own words may be (characters). */
export const MOST = 500
/** The counter stands there from this on: before it nobody needs to count. */
export const NEAR = 200
/** How many are left when it is said aloud; otherwise the counter only stands there. */
const SAID = [0, 20, 50, 100]

/** The step of the counter that a screen reader hears: `undefined` while there is plenty of room. */
export const leftAloud = (left: number) => SAID.find((step) => left <= step)

/**
 * A Finnish personal identity code somewhere in the text: a birth day, a sign of the century (+, -, A–F, U–Y; also other
 * dashes, spaces around it, or none), an individual number and a check character, which without a sign is a letter.
 */
const IDENTITY_CODE =
  /\b(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d\d\s*([-–−+A-FU-Y]\s*\d{3}\s*[\dA-FHJ-NPR-Y]|\d{3}[A-FHJ-NPR-Y])(?![\dA-Z])/i
export const hasIdentityCode = (text: string) => IDENTITY_CODE.test(text)

/**
 * As it is compared: however a sign was composed, without invisible ones (soft hyphens, joiners, marks) and apostrophes, in small letters,
 * ä, å and ö as a and o, because many keyboards have none; anything between words is one space.
 */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u2800\u115f\u1160\u3164'’`´]/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')

/**
 * The dangers of which the text may tell, by beginnings of words in every language of the page (`widget:danger.{danger}`,
 * one a line). Domain rule: it may raise the help that is always in view; it does not judge, does not rank, does not
 * stop, and nothing of it is sent or logged.
 */
export function dangersIn(text: string, dangers: Id[], speech: Speech): Id[] {
  const words = ` ${folded(text)}`
  const tells = (key: string) =>
    speech.has(key) &&
    speech
      .t(key)
      .split('\n')
      .map(folded)
      .some((beginning) => beginning.trim() !== '' && words.includes(` ${beginning}`))
  return dangers.filter((danger) => tells(`widget:danger.${danger}`))
}
