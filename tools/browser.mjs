/** Finds Chromium: `CHROMIUM`, then the PATH; as root on Debian it installs the package; else it says the one command. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))

const apt = (...words) =>
  spawnSync('apt-get', words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Path of a Chromium that exists, or an error whose message says what to do. */
export function findBrowser() {
  const given = process.env.CHROMIUM
  if (given && !existsSync(given)) throw new Error(`CHROMIUM is ${given}, but there is no such file.`)
  const found = given ?? onPath()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('No Chromium found: installing Debian’s package …\n')
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) return onPath()
  }
  throw new Error(
    'The tests need Chromium. Run: sudo apt-get install chromium   (or set CHROMIUM to its path)',
  )
}
