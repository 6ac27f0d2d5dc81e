/** Finds Chromium: `CHROMIUM`, then the PATH; as root on Debian it installs the package; else it says the one command. */
import { existsSync } from 'node:fs'
import { findProgram } from './debian.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Path of a Chromium that exists, or an error whose message says what to do. */
export function findBrowser() {
  const given = process.env.CHROMIUM
  if (given && !existsSync(given)) throw new Error(`CHROMIUM is ${given}, but there is no such file.`)
  const more = '   (or set CHROMIUM to its path)'
  return given || findProgram({ called: 'Chromium', names: NAMES, debian: 'chromium', more })
}
