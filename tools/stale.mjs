/** Tells whether `dist/` was built from the sources as they stand: a hash of their names, sizes and contents. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const ROOMS = ['core', 'widget', 'desk', 'server', 'locales', 'tools']
const SOURCES = [...ROOMS, 'vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json']
const STAMP = 'dist/built-from.txt'

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

/** Hash of everything that is built. */
export function sourceHash() {
  const hash = createHash('sha256').update(process.version)
  for (const source of SOURCES) {
    for (const file of filesOf(source)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

export const isStale = () => !existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== sourceHash()
export const stampPath = STAMP
