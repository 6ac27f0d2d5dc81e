/** The former answer of `npm run flows`, given again as long as nothing is other than when it was made. */
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../repository.ts'
import type { Result } from '../result.ts'
import type { FlowsOptions } from './wish.ts'

/** `version` is that of the check itself: none when it runs from its sources, whose answers are not kept. */
export type Shelf = { version: string | undefined; folder: string }

/** Beside what other tools keep, where git does not look; never in a folder of content. */
export const KEEPING = 'node_modules/.cache/kynnys/checks'
/** Answers for so many states of content and options: each is a few kilobytes. */
const MOST = 40

const sha = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Names and bytes of every file in these folders. */
function hashOf(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders.filter((one) => existsSync(one))) {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) {
      const bytes = readFileSync(file)
      hash.update(JSON.stringify([file, bytes.length])).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** Everything an answer is made of: the check, what was asked and from where, and what is read. */
function keyOf(version: string, wish: FlowsOptions): string {
  const read = hashOf([...new Set([wish.folder, wish.locales, join(repository(), 'locales')])])
  return sha(JSON.stringify([version, process.version, process.cwd(), wish, read]))
}

const isResult = (value: unknown): value is Result => {
  const { lines, code } = (value ?? {}) as Partial<Result>
  return Array.isArray(lines) && lines.every((line) => typeof line === 'string') && (code === 0 || code === 1)
}

/** What is not there, or not as it was written, was never kept. */
function look(file: string): Result | undefined {
  try {
    const [sum, text = ''] = readFileSync(file, 'utf8').split('\n')
    const result: unknown = JSON.parse(text)
    return sum === sha(text) && isResult(result) ? result : undefined
  } catch {
    return undefined
  }
}

/** Whoever may not write there has the answer all the same. */
function keep(folder: string, file: string, result: Result): void {
  try {
    mkdirSync(folder, { recursive: true })
    const text = JSON.stringify(result)
    writeFileSync(`${file}.${process.pid}`, `${sha(text)}\n${text}`)
    renameSync(`${file}.${process.pid}`, file)
    const at = (path: string) => statSync(path).mtimeMs
    const all = readdirSync(folder).map((name) => join(folder, name))
    for (const old of all.sort((a, b) => at(b) - at(a)).slice(MOST))
      rmSync(old, { recursive: true, force: true })
  } catch {}
}

/** The answer that is kept for this wish and this content; else the one that is made now. */
export async function kept(wish: FlowsOptions, keeping: Shelf, make: () => Promise<Result>): Promise<Result> {
  const { version, folder } = keeping
  if (version === undefined || wish.refused !== undefined) return make()
  const key = keyOf(version, wish)
  const file = join(folder, key)
  const former = look(file)
  if (former) return former
  const result = await make()
  // content that was written meanwhile may be in the answer or not
  if (keyOf(version, wish) === key) keep(folder, file, result)
  return result
}
