/** What the form notices in own words while they are written. It stays in the browser, is not kept, and stops nobody. */
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
