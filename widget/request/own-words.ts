/** What the form notices in own words while they are written. It stays in the browser, is not kept, and stops nobody. */
import type { Id } from '#core/flow/definition.ts'
import type { Speech } from '../speech.ts'

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
 * The emergency flags of which the text may tell, by the language's own beginnings of words (`widget:danger.{flag}`, one a
 * line). Domain rule: it may show who helps; it does not judge, does not stop, and nothing of it is sent or logged.
 */
export function dangersIn(text: string, flags: Id[], speech: Speech): Id[] {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')}`
  const tells = (key: string) =>
    speech.has(key) &&
    speech
      .t(key)
      .split('\n')
      .some((beginning) => words.includes(` ${beginning}`))
  return flags.filter((flag) => tells(`widget:danger.${flag}`))
}
