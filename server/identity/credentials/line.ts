/** The line before a work that only a few may do at once: it has an end, and who is known stands before who is not. */
import { refuse } from '../../refusal.ts'

/** Nobody is let into the line who would wait longer than about this (ms). */
const PATIENCE = 1000
/** What one work takes (ms), until some are done. */
const AT_FIRST = 50
/** How much the last work tells of the next. */
const WEIGHT = 0.1

/** `anyhow`: a work of our own, which waits as long as it must. */
export type InLine = 'known' | 'unknown' | 'anyhow'

/** @param atOnce how many work at the same time */
export function makeLine(atOnce: number) {
  let free = atOnce
  let usual = AT_FIRST
  const waiting: Record<InLine, (() => void)[]> = { known: [], unknown: [], anyhow: [] }
  const isTooLong = (line: readonly unknown[]) => (line.length * usual) / atOnce >= PATIENCE

  /** @throws Refusal `too-busy` when the line is too long already */
  return async function inTurn<Made>(work: () => Promise<Made>, standing: InLine): Promise<Made> {
    const line = waiting[standing]
    if (free > 0) free -= 1
    else if (standing !== 'anyhow' && isTooLong(line)) return refuse('too-busy', { retryAfter: 2 })
    else await new Promise<void>((resolve) => line.push(resolve))
    const began = performance.now()
    try {
      return await work()
    } finally {
      usual += (performance.now() - began - usual) * WEIGHT
      const next = waiting.known.shift() ?? waiting.anyhow.shift() ?? waiting.unknown.shift()
      if (next) next()
      else free += 1
    }
  }
}
