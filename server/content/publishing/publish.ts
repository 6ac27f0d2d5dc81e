/** What the folder says, against what is in force: the start publishes, keeps, or refuses. */
import type { Problem } from '#core/check/base/problem.ts'
import { problemAt } from '#core/check/base/report.ts'
import { andMore } from '#core/check/base/spoken.ts'
import type { Sentences } from '#core/check/said/saying.ts'
import type { Clock } from '../../clock.ts'
import type { Store } from '../../store/store.ts'
import { folderTexts } from '../reading/read-folder.ts'
import { candidateOf, hash, type RevisionCandidate, sourceOf } from './revision-parts.ts'

/** `flows/money.yaml:12:5 The step … What to do.` @param by the language of what is folded under it */
export const sentence = (problem: Problem, by?: Sentences) => {
  const { file, line, column, says, fix, more = [] } = problem
  return [`${file}:${line}:${column}`, says, fix, ...(more.length > 0 ? [andMore(problem, by)] : [])].join(
    ' ',
  )
}

/** Thrown at the first start of all, when there is nothing older to serve. The message has a line for each problem. */
export class ContentError extends Error {}

/** What a folder holds: a revision that could be published, the reasons why not, or nothing new. */
export type Read = { candidate?: RevisionCandidate; errors: Problem[] }

/**
 * Parsing and checking cost more than the rest of a start together, and their code is not small: an unchanged folder is
 * known by its hash.
 * @param inForce manifest of what is in force (JSON)
 */
export async function readCandidate(flows: string, locales: string, inForce = '{}'): Promise<Read> {
  const { texts, show } = folderTexts({ flows, locales })
  const source = sourceOf(texts)
  if ((JSON.parse(inForce) as Record<string, string>).source === hash(source)) return { errors: [] }
  const { parseContent } = await import('../reading/parse.ts')
  const { check, stopsPublication } = await import('#core/check/check.ts')
  const { content, locate, problems } = parseContent(texts, show)
  const errors = check(content, locate, { written: problems }).filter(stopsPublication)
  return errors.length ? { errors } : { candidate: candidateOf(content, source), errors }
}

/** Whatever a folder holds is no reason for a server not to start that has a revision to serve. */
async function readSafely(flows: string, locales: string, inForce: string | undefined): Promise<Read> {
  try {
    return await readCandidate(flows, locales, inForce)
  } catch (error) {
    const { thrownWords } = await import('#core/check/base/attempt.ts')
    const at = { file: flows, line: 1, column: 1 }
    return { errors: [problemAt('folder-unreadable', at, { detail: thrownWords(error) })] }
  }
}

type Publishing = {
  store: Store
  organisation: string
  clock: Clock
  source: 'folder' | 'studio'
  by?: string
}

/** Puts a candidate in force, with the event that tells every process and every desk. */
export async function publish(
  candidate: RevisionCandidate,
  { store, organisation, clock, source, by }: Publishing,
) {
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
  const { candidate, errors } = await readSafely(flows, locales, current?.manifest)
  if (candidate) return publish(candidate, { store, organisation, clock, source: 'folder' })
  if (errors.length === 0) return
  const lines = errors.map((one) => sentence(one))
  if (!current) throw new ContentError(lines.join('\n'))
  for (const line of lines) say(line)
  say(`The content in ${flows} has errors: revision ${current.revision} keeps serving.`)
}
