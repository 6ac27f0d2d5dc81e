/** The commands of `npm run …`, built once for the sources as they stand: a loader of TypeScript would take longer than most of them. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMMAND_SOURCES, sourceHash } from './stale.mjs'

const house = path.resolve(import.meta.dirname, '..')
const all = path.join(house, 'dist/commands')
/** Another state of the sources is often the one before: a branch and back. */
const KEPT = 3

/** Where the commands of these sources are, or will be: the name of the folder is the version of whatever runs in it. */
const folderOfSources = () => path.join(all, sourceHash(COMMAND_SOURCES, house).slice(0, 16))

/** Builds beside and moves it into place whole, so that two who build at once disturb nobody. */
async function build() {
  const folder = folderOfSources()
  const making = `${folder}.${process.pid}`
  process.env.NODE_ENV = 'production'
  process.chdir(house)
  const { buildParts } = await import('./build-parts.mjs')
  await buildParts({ parts: ['commands'], outDir: making })
  try {
    renameSync(making, folder)
  } catch (fault) {
    if (!existsSync(folder)) throw fault // else somebody was faster
    rmSync(making, { recursive: true, force: true })
  }
  sweep()
}

function sweep() {
  const made = (/** @type {string} */ folder) => statSync(folder).mtimeMs
  const whole = readdirSync(all).filter((name) => /^[0-9a-f]+$/.test(name))
  const folders = whole.map((name) => path.join(all, name)).sort((a, b) => made(b) - made(a))
  for (const old of folders.slice(KEPT)) rmSync(old, { recursive: true, force: true })
}

/**
 * The folder of the built commands; they are built first when these sources have none, in a process of its own, of which
 * nothing stays in the one that runs the command.
 * @param {string} saying to whoever waits for it
 * @returns {string}
 */
export function builtCommands(saying = 'building the check once…\n') {
  const folder = folderOfSources()
  if (existsSync(folder)) return folder
  process.stderr.write(saying)
  mkdirSync(all, { recursive: true })
  execFileSync(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  return folder
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
