/**
 * A disk that loses its power: of each file it surely holds only what was written before an fsync of that file, and of names
 * only those made before an fsync of their folder. Of all later writes it may hold any, each whole or torn.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Random } from '#core/walk/random.ts'
import type { Step } from './trace.ts'

type Change = Extract<Step, { does: 'write' | 'cut' }>
/** SQLite's shared memory: made anew at every first opening. */
const isRebuilt = (name: string) => name.endsWith('-shm')

type File = { bytes: Buffer; waiting: Change[] }

/** The bytes after all changes, in a buffer of its own. */
function changed(bytes: Buffer, changes: Change[]): Buffer {
  const reach = changes.map((one) => (one.does === 'cut' ? one.length : one.at + one.bytes.length))
  const next = Buffer.alloc(Math.max(bytes.length, ...reach))
  bytes.copy(next)
  let length = bytes.length
  for (const change of changes)
    if (change.does === 'cut') {
      next.fill(0, change.length)
      length = change.length
    } else {
      change.bytes.copy(next, change.at)
      length = Math.max(length, change.at + change.bytes.length)
    }
  return next.subarray(0, length)
}

/** Some of the changes that nobody waited for, and the last of them only in part: sectors are whole, pages are not. */
function someOf(waiting: Change[], random: Random): Change[] {
  const some = waiting.filter(() => random.chance(0.5))
  const last = some.at(-1)
  if (last?.does !== 'write') return some
  return [...some.slice(0, -1), { ...last, bytes: last.bytes.subarray(0, random.below(last.bytes.length)) }]
}

export function makeDisk() {
  /** names as the running system sees them, and as the disk surely holds them */
  const named = new Map<string, File>()
  let kept = new Map<string, File>()
  const at = (name: string): File => {
    const file = named.get(name)
    if (!file) throw new Error(`Written before it was made: ${name}`)
    return file
  }
  const make = (name: string) => {
    if (!named.has(name)) named.set(name, { bytes: Buffer.alloc(0), waiting: [] })
  }
  const sync = (name: string) => {
    const file = named.get(name)
    if (!file) {
      kept = new Map(named) // the folder itself
      return
    }
    file.bytes = changed(file.bytes, file.waiting)
    file.waiting = []
  }
  const write = (folder: string, from: Map<string, File>, content: (file: File) => Buffer) => {
    for (const [name, file] of from)
      if (!isRebuilt(name)) writeFileSync(path.join(folder, path.basename(name)), content(file))
  }
  return {
    follow(step: Step) {
      if (step.does === 'make') make(step.file)
      if (step.does === 'remove') named.delete(step.file)
      if (step.does === 'sync') sync(step.file)
      if (step.does === 'write' || step.does === 'cut') at(step.file).waiting.push(step)
    },
    /** something is on its way that a power cut may lose */
    isWaiting: () => [...named].some(([name, { waiting }]) => !isRebuilt(name) && waiting.length > 0),
    /** Puts into a folder what the disk surely holds. */
    cut: (folder: string) => write(folder, kept, ({ bytes }) => bytes),
    /** The same with some of what was on its way, one write torn. */
    tear: (folder: string, random: Random) =>
      write(folder, kept, ({ bytes, waiting }) => changed(bytes, someOf(waiting, random))),
    /** What the running system sees: all of it. */
    whole: (folder: string) => write(folder, named, ({ bytes, waiting }) => changed(bytes, waiting)),
  }
}
