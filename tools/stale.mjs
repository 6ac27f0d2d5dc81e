/** Tells whether `dist/` was built from the sources as they stand: a hash of their names, sizes and contents. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const ROOMS = ['core', 'widget', 'desk', 'server', 'locales', 'tools']
const SOURCES = [...ROOMS, 'vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']
const STAMP = 'dist/built-from.txt'
/** What a command can be made of: no screens and no words. */
export const COMMAND_SOURCES = SOURCES.filter((source) => !['widget', 'desk', 'locales'].includes(source))

/**
 * @param {string} entry file or folder
 * @returns {Generator<string>}
 */
function* filesOf(entry) {
  if (!existsSync(entry)) return
  const names = statSync(entry).isDirectory() ? readdirSync(entry, { withFileTypes: true }) : undefined
  if (!names) return yield entry
  for (const one of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inside = path.join(entry, one.name)
    if (one.isDirectory()) yield* filesOf(inside)
    else if (!one.name.endsWith('.md')) yield inside
  }
}

/**
 * Hash of sources: of everything that is built, when none are named.
 * @param {string} root where they stand
 */
export function sourceHash(sources = SOURCES, root = '.') {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) {
    for (const file of filesOf(path.join(root, source)))
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export const isStale = () => !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourceHash()
export const stampPath = STAMP
