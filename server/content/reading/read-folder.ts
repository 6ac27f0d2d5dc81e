/** The texts of content folders, by logical name (`flows/…`, `locales/…`). */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { repository } from '../../repository.ts'
import { mostBytes } from './bounds.ts'

/** The room of what the house itself says beside an installation’s own words: `house/fi/refused.json`. */
export const HOUSE = 'house'

export type Folders = { flows: string; locales: string }

/** What the house refuses in each language holds also where an installation has words of its own. */
function houseLists({ locales }: Folders): Record<string, string> {
  const ours = join(repository(), 'locales')
  if (resolve(locales) === ours || !existsSync(ours)) return {}
  return Object.fromEntries(
    readdirSync(ours)
      .map((language) => [`${HOUSE}/${language}/refused.json`, join(ours, language, 'refused.json')] as const)
      .filter(([, path]) => existsSync(path))
      .map(([name, path]) => [name, readFileSync(path, 'utf8')]),
  )
}

/** Reads every file under both folders, and what holds for all content; a folder that does not exist has none. */
export function folderTexts(folders: Folders): {
  texts: Record<string, string>
  show: (name: string) => string
} {
  const texts: Record<string, string> = houseLists(folders)
  for (const [room, folder] of Object.entries(folders)) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const name = [room, ...relative(folder, path).split(sep)].join('/')
      texts[name] = beginningOf(path, mostBytes(name) + 1)
    }
  }
  return { texts: sorted(texts), show: (name) => shown(folders, name) }
}

/** A file up to so many bytes: of one that is larger than it may be nobody reads the rest. */
function beginningOf(path: string, most: number): string {
  if (statSync(path).size <= most) return readFileSync(path, 'utf8')
  const file = openSync(path, 'r')
  try {
    const beginning = Buffer.alloc(most)
    return beginning.toString('utf8', 0, readSync(file, beginning))
  } finally {
    closeSync(file)
  }
}

const sorted = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)))

function shown(folders: Folders, name: string): string {
  const [room = '', ...rest] = name.split('/')
  const folder = folders[room as keyof Folders] ?? room
  return relative(process.cwd(), join(folder, ...rest))
    .split(sep)
    .join('/')
}
