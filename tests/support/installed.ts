/** An installation whose first start has been: the repository's own content and the place, and nobody who works there yet. */
import type { AreaSeed } from '#core/place/area.ts'
import type { Clock } from '../../server/clock.ts'
import { publish } from '../../server/content/publishing/publish.ts'
import {
  candidateOf,
  type RevisionCandidate,
  sourceOf,
} from '../../server/content/publishing/revision-parts.ts'
import { parseContent } from '../../server/content/reading/parse.ts'
import { type Folders, folderTexts } from '../../server/content/reading/read-folder.ts'
import type { DataKeys } from '../../server/seal/keys.ts'
import { openStore } from '../../server/store/open.ts'
import { seedArea } from '../../server/store/seed.ts'
import type { Store } from '../../server/store/store.ts'
import { loadSmallArea } from './content.ts'
import { employAll } from './staff.ts'

const OURS: Folders = { flows: 'flows', locales: 'locales' }
/** Read once: no test changes the folders themselves. */
const read = new Map<string, RevisionCandidate>()
function candidateIn(folders: Folders): RevisionCandidate {
  const known = read.get(folders.flows)
  if (known) return known
  const { texts, show } = folderTexts(folders)
  const candidate = candidateOf(parseContent(texts, show).content, sourceOf(texts))
  read.set(folders.flows, candidate)
  return candidate
}

/** Publishes as a first start does, without its check: a server that is started on it finds nothing new in the folders. */
export async function install(
  store: Store,
  {
    organisation,
    clock,
    area,
    folders = OURS,
  }: { organisation: string; clock: Clock; area: AreaSeed; folders?: Folders },
): Promise<void> {
  await store.record(organisation, (tx) => seedArea(tx, area))
  await publish(candidateIn(folders), { store, organisation, clock, source: 'folder' })
}

/**
 * The same on a database that nobody else has open: processes that are started on it find an installation, without its demo staff.
 * @param hasStaff somebody calls: else no day has a place
 */
export async function installOn(databaseUrl: string, keys: DataKeys, hasStaff = false): Promise<void> {
  const clock = { now: () => Date.now() }
  const store = await openStore({ databaseUrl, keys, clock })
  const area = loadSmallArea()
  const { organisation } = area.organisation
  await install(store, { organisation, clock, area })
  const people = area.staff.map(({ person, ...row }) => ({ ...row, id: person }))
  if (hasStaff) await employAll(people, { store, organisation, clock })
  await store.close()
}
