/** A small foreign content with everything that the flow language can say beside questions and branches, ready for a server. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { AreaSeed } from '#core/place/area.ts'
import type { Folders } from '../../server/content/reading/read-folder.ts'
import { loadSmallArea } from '../support/content.ts'

export const CONSTRUCTS: Folders = {
  flows: 'tests/flows/constructs/flows',
  locales: 'tests/flows/constructs/locales',
}

/** Words of rooms and the server's own, which every content needs to be shown; those of our own flows stay out. */
const OF_ROOMS = ['desk', 'host', 'messages', 'numbers', 'own', 'say', 'statistics', 'widget']

/** Its folders with the rooms' own words beside its texts, as an installation would have them. */
export function foreignFolders(): Folders {
  const folder = mkdtempSync(path.join(tmpdir(), 'kynnys-constructs-'))
  const [flows, locales] = [path.join(folder, 'flows'), path.join(folder, 'locales')]
  mkdirSync(path.join(locales, 'fi'), { recursive: true })
  for (const name of readdirSync('locales/fi'))
    if (OF_ROOMS.includes(name.split('.')[0] as string))
      cpSync(path.join('locales/fi', name), path.join(locales, 'fi', name))
  cpSync(CONSTRUCTS.flows, flows, { recursive: true })
  cpSync(CONSTRUCTS.locales, locales, { recursive: true })
  return { flows, locales }
}

/** The example place, with a line for the danger that this content knows. */
export function foreignArea(): AreaSeed {
  const { lines, ...area } = loadSmallArea()
  return { ...area, lines: { ...lines, helps: { ...lines?.helps, fire: ['emergency'] } } } as AreaSeed
}
