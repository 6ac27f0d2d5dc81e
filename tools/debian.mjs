/** Programs that only tests need: found on the PATH; as root on Debian their package is installed, else the one command is told. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * @param {string[]} names
 * @returns the first of these programs that is on the PATH
 */
export const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))

/** @param {string[]} words */
const apt = (...words) =>
  spawnSync('apt-get', words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/**
 * @param {object} wanted
 * @param {string} wanted.called
 * @param {string[]} wanted.names under which it may be installed
 * @param {string} wanted.debian its package
 * @param {string} [wanted.more] what else may be done, said at the end of the error
 * @returns {string} its path
 * @throws an Error whose message says what to run
 */
export function findProgram({ called, names, debian, more = '' }) {
  const found = onPath(names)
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write(`No ${called} found: installing Debian’s package …\n`)
    const isInstalled = apt('update') && apt('install', '-y', '--no-install-recommends', debian)
    const installed = isInstalled && onPath(names)
    if (installed) return installed
  }
  throw new Error(`The tests need ${called}. Run: sudo apt-get install ${debian}${more}`)
}

/** Writes down what a process asks of the system: how the disk after a power cut is known. */
export const findStrace = () => findProgram({ called: 'strace', names: ['strace'], debian: 'strace' })
