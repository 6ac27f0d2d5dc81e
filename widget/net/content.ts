/** Fetches the parts of the revision in one fixed order, whatever has been answered. */
import type { Words } from '#core/contract/content.ts'
import type { Promises } from '#core/contract/promise.ts'
import type { Dialogue } from '#core/flow/definition.ts'
import { offeredIn } from '#core/flow/offered.ts'
import { CATALOGUE, flat, type NestedWords } from '#core/say/nested.ts'
import { setClock } from './clock.ts'
import type { Island } from './island.ts'

export type LoadedContent = { dialogue: Dialogue; words: Words }

/** How long an answer may take, its body among it (milliseconds). */
const PATIENCE = 30_000

/** Ends a request that takes longer than anybody waits. */
export function within(): AbortSignal {
  const patience = new AbortController()
  setTimeout(() => patience.abort(), PATIENCE)
  return patience.signal
}

async function json<Body>(path: string, options?: RequestInit): Promise<Body> {
  const answer = await fetch(path, { credentials: 'omit', signal: within(), ...options })
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json() as Promise<Body>
}

const arrived = new Map<string, unknown>()

/** A part that has come stays: trying again asks only for those that are missing. */
export async function part(path: string) {
  if (!arrived.has(path)) arrived.set(path, await json(path))
  return arrived.get(path)
}

/** Phrases are for a field that most never enter: they come on their own. */
export const isPhrases = ({ name }: Island['parts'][number]) => name.endsWith('phrases')

/** The dialogue, with the municipalities of the place, and every text of the language; rejects when the network or the server fails. */
export async function loadContent({ parts, place }: Island): Promise<LoadedContent> {
  const bodies = await Promise.all(parts.map((one) => (isPhrases(one) ? undefined : part(one.path))))
  const words: Words = {}
  let dialogue: Dialogue | undefined
  let catalogue: { items: Dialogue['advice']; table: Dialogue['tables']['advice'] } | undefined
  for (const [index, { name }] of parts.entries()) {
    if (name === 'dialogue') dialogue = bodies[index] as Dialogue
    else {
      const { [CATALOGUE]: beside, ...texts } = (bodies[index] ?? {}) as NestedWords
      catalogue ??= beside as unknown as typeof catalogue
      Object.assign(words, flat(texts))
    }
  }
  if (!dialogue) throw new Error('no dialogue')
  if (catalogue) {
    dialogue.advice = catalogue.items
    dialogue.tables.advice = catalogue.table
  }
  Object.assign(dialogue.lists, offeredIn(place.municipalities))
  return { dialogue, words }
}

/** Estimates for all areas; `undefined` when they do not come: the conversation does not need them. */
export async function loadPromises(station: string): Promise<Promises | undefined> {
  const asked = Date.now()
  try {
    const promises = await json<Promises>(`/api/promises?station=${station}`, { cache: 'no-store' })
    setClock(Date.parse(promises.at), asked)
    return promises
  } catch {
    return undefined
  }
}
