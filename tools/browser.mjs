/** Finds Chromium: `CHROMIUM`, then the PATH; as root on Debian it installs the package; else it says the one command. */
import { existsSync } from 'node:fs'
import { findProgram, onPath } from './debian.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']

/** @param {string} variable */
const given = (variable) => {
  const file = process.env[variable]
  if (file && !existsSync(file)) throw new Error(`${variable} is ${file}, but there is no such file.`)
  return file
}

/** Path of a Chromium that exists, or an error whose message says what to do. */
export function findBrowser() {
  const more = '   (or set CHROMIUM to its path)'
  return given('CHROMIUM') || findProgram({ called: 'Chromium', names: NAMES, debian: 'chromium', more })
}

/**
 * The same engine without window, address bar and profile: a page opens in a third of the time. Where there is none,
 * the whole Chromium does the same.
 * @returns its path: `HEADLESS_SHELL`, then the PATH, then what `findBrowser` finds
 */
export function findShell() {
  const shell = given('HEADLESS_SHELL') || onPath(SHELLS)
  if (shell || process.env.CHROMIUM) return shell || findBrowser()
  try {
    return findProgram({ called: 'Chromium’s shell', names: SHELLS, debian: 'chromium-headless-shell' })
  } catch {
    return findBrowser()
  }
}

/** Path of a Firefox that exists, or an error whose message says what to do: `FIREFOX`, the PATH, Debian's package. */
export function findFirefox() {
  const more = '   (or set FIREFOX to its path)'
  const names = ['firefox-esr', 'firefox']
  return given('FIREFOX') || findProgram({ called: 'Firefox', names, debian: 'firefox-esr', more })
}

/** For the tests’ processes: all of them, looked for once. */
export function browsers() {
  const HEADLESS_SHELL = findShell()
  return { CHROMIUM: findBrowser(), HEADLESS_SHELL, FIREFOX: findFirefox() }
}
