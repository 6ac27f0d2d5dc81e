/** A server whose clock is set by somebody: at its start, or while it runs. What only counts goes on, as on a real machine. */
import { writeFileSync } from 'node:fs'

const DAY_MS = 24 * 60 * 60_000
/** A job that waits a minute after the start is looked at in a moment. */
const WAITS_MS = 60_000
const MOMENT_MS = 300

const preloaded = `
import { readFileSync } from 'node:fs'
const Real = Date
const now = Real.now
let shift = 0
const look = () => {
  const text = readFileSync(process.env.SHIFT_OF_A_TRIAL, 'utf8')
  if (text.endsWith('.')) shift = Number(text.slice(0, -1))
}
look()
const every = globalThis.setInterval
every(look, 50).unref()
globalThis.Date = class Date extends Real {
  constructor(...given) { super(...(given.length > 0 ? given : [now() + shift])) }
  static now() { return now() + shift }
}
globalThis.setInterval = (does, ms, ...more) => every(does, ms === ${WAITS_MS} ? ${MOMENT_MS} : ms, ...more)
`

/** @param file holds the shift @returns what a process must be given to follow it */
export const shiftedBy = (file: string): Record<string, string> => ({
  SHIFT_OF_A_TRIAL: file,
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(preloaded)}`,
})

/** The clock is so many days away from the true time, from now on. A point ends it, so that a half written number is none. */
export const shift = (file: string, days: number): void => writeFileSync(file, `${days * DAY_MS}.`)
