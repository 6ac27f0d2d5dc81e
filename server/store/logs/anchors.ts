/** Where the access log ends, kept outside the database: a log that was cut off at its end agrees with itself, but not with this. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import type { View } from '../store.ts'

/** The last row of an organisation’s access log at a moment. */
export type Anchor = { organisation: string; at: string; number: number; mac: string }

const isAnchor = (value: unknown): value is Anchor => {
  const { organisation, at, number, mac } = (value ?? {}) as Partial<Anchor>
  return [organisation, at, mac].every((text) => typeof text === 'string') && Number.isSafeInteger(number)
}

function read(line: string): Anchor[] {
  try {
    const value: unknown = JSON.parse(line)
    return isAnchor(value) ? [value] : []
  } catch {
    return [] // a line that a power cut left half
  }
}

/** Adds a line to the file, which only its owner may read. */
export function writeAnchor(file: string, anchor: Anchor): void {
  const handle = openSync(file, 'a', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(anchor)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** @throws Error in a sentence, when it is a folder */
export function mustBeAFile(file: string): void {
  if (existsSync(file) && statSync(file).isDirectory())
    throw new Error(`ANCHOR_FILE names ${file}, which is a folder: name a file in it.`)
}

/**
 * All of an organisation, in the order in which they were written; none when there is no file yet.
 * @throws Error in a sentence, when it is a folder
 */
export function readAnchors(file: string, organisation: string): Anchor[] {
  mustBeAFile(file)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(read)
    .filter((anchor) => anchor.organisation === organisation)
}

/** The end of the access log as it is now. @param at an instant, epoch ms */
export async function anchorNow(view: View, at: number): Promise<Anchor> {
  const { number, mac } = await view.log.end()
  return { organisation: view.organisation, at: new Date(at).toISOString(), number, mac }
}

/** Does the log still have the row that was its last, as it was. */
export async function isKept(view: View, { number, mac }: Anchor): Promise<boolean> {
  if (number === 0) return true
  const [row] = await view.log.accesses(number - 1, 1)
  return row?.number === number && row.mac === mac
}
