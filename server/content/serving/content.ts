/** Content as the running server knows it: the revision in force, older ones on demand, all from memory. */
import type { Dialogue } from '#core/flow/definition.ts'
import type { Store } from '../../store/store.ts'
import { type Edition, editionOf } from './edition.ts'

/** So many revisions besides the one in force stay in memory. */
const KEPT = 8

export type ServedContent = {
  /** the revision in force */
  current(): Edition
  /** any revision that is stored; undefined when nobody knows it */
  edition(revision: string): Promise<Edition | undefined>
  dialogue(revision: string): Promise<Dialogue | undefined>
  /** the language, or the one that is shown instead: see `Edition` */
  language(asked: string): string
  /** looks whether another revision is in force; @returns true when it is */
  refresh(): Promise<boolean>
}

async function load(store: Store, organisation: string, revision?: string): Promise<Edition | undefined> {
  return store.read(organisation, async ({ content }) => {
    const row = await (revision === undefined ? content.current() : content.find(revision))
    if (!row) return undefined
    const { source: _kept, ...manifest } = JSON.parse(row.manifest) as Record<string, string>
    const parts = await content.parts(Object.values(manifest))
    const texts = new Map(Object.entries(manifest).map(([name, hash]) => [name, parts.get(hash) ?? '{}']))
    return editionOf(row.revision, row.flow_hash, texts)
  })
}

/**
 * Loads what is in force.
 * @throws when nothing has been published: `publishFromFolder` comes first
 */
export async function openContent(store: Store, organisation: string): Promise<ServedContent> {
  let current = await load(store, organisation)
  if (!current) throw new Error(`Nothing is published for ${organisation}.`)
  const kept = new Map<string, Edition>([[current.revision, current]])
  const keep = (edition: Edition) => {
    kept.set(edition.revision, edition)
    const oldest = [...kept.keys()].find((revision) => revision !== current?.revision)
    if (kept.size > KEPT + 1 && oldest) kept.delete(oldest)
    return edition
  }
  const edition = async (revision: string) => {
    const known = kept.get(revision)
    if (known) return known
    const found = await load(store, organisation, revision)
    return found && keep(found)
  }
  return {
    current: () => current as Edition,
    edition,
    language: (asked) => (current as Edition).language(asked),
    dialogue: async (revision) => (await edition(revision))?.dialogue,
    async refresh() {
      const row = await store.read(organisation, (view) => view.content.current())
      if (!row || row.revision === current?.revision) return false
      const next = await edition(row.revision)
      if (next) current = next
      return next !== undefined
    },
  }
}
