/** What the folder says, against what is in force: the start publishes, keeps, or refuses. */
import { check } from '#core/flow/check.ts'
import type { Problem } from '#core/flow/problem.ts'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import { readContent } from './parse.ts'
import { type Candidate, candidateOf } from './parts.ts'

/** `flows/money.yaml:12:5 The step … What to do.` */
export const sentence = ({ file, line, column, says, fix }: Problem) =>
  `${file}:${line}:${column} ${says} ${fix}`

/** Thrown at the first start of all, when there is nothing older to serve. The message has a line for each problem. */
export class ContentError extends Error {}

/** What a folder holds: a revision that could be published, or the reasons why not. */
export function readCandidate(
  flows: string,
  locales: string,
  current?: string,
): { candidate?: Candidate; errors: Problem[] } {
  const { content, locate, problems } = readContent(flows, locales)
  if (problems.some(({ level }) => level === 'error')) return { errors: problems }
  const candidate = candidateOf(content)
  if (candidate.revision === current) return { candidate, errors: [] }
  const errors = check(content, locate).filter(({ level }) => level === 'error')
  return errors.length ? { errors } : { candidate, errors }
}

type Publishing = {
  store: Store
  organisation: string
  clock: Clock
  source: 'folder' | 'studio'
  by?: string
}

/** Puts a candidate in force, with the event that tells every process and every desk. */
export async function publish(candidate: Candidate, { store, organisation, clock, source, by }: Publishing) {
  const parts = new Map(
    Object.entries(candidate.parts).map(([name, text]) => [candidate.manifest[name] as string, text]),
  )
  await store.record(organisation, async (tx) => {
    const row = {
      revision: candidate.revision,
      flow_hash: candidate.flow,
      source,
      manifest: JSON.stringify(candidate.manifest),
      published_at: clock.now(),
      published_by: by ?? null,
    }
    await tx.content.putInForce(row, parts)
    tx.events.add('content-published', by === undefined ? {} : { actor: by })
  })
}

type Starting = {
  store: Store
  organisation: string
  clock: Clock
  flows: string
  locales: string
  say(line: string): void
}

/**
 * A new installation publishes the folders. Later starts publish them only if what is in force came from them, has
 * changed, and the check is clean; otherwise the last good revision goes on serving and `say` tells where and what.
 * @throws ContentError when nothing was ever published and the folders have an error
 */
export async function publishFromFolder({ store, organisation, clock, flows, locales, say }: Starting) {
  const current = await store.read(organisation, (view) => view.content.current())
  if (current && current.source !== 'folder') return
  const { candidate, errors } = readCandidate(flows, locales, current?.revision)
  if (candidate && candidate.revision !== current?.revision)
    return publish(candidate, { store, organisation, clock, source: 'folder' })
  if (candidate) return
  const lines = errors.map(sentence)
  if (!current) throw new ContentError(lines.join('\n'))
  for (const line of lines) say(line)
  say(`The content in ${flows} has errors: revision ${current.revision} keeps serving.`)
}
