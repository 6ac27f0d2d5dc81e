/** The texts of content folders, by logical name (`flows/…`, `locales/…`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export type Folders = { flows: string; locales: string }

/** Reads every file under both folders; a folder that does not exist has none. */
export function folderTexts(folders: Folders): {
  texts: Record<string, string>
  show: (name: string) => string
} {
  const texts: Record<string, string> = {}
  for (const [room, folder] of Object.entries(folders)) {
    if (!existsSync(folder)) continue
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const name = [room, ...relative(folder, path).split(sep)].join('/')
      texts[name] = readFileSync(path, 'utf8')
    }
  }
  return { texts: sorted(texts), show: (name) => shown(folders, name) }
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
