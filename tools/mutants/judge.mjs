/** What became of the mutants of each file, and which of the living are written down as equal. */

/** @typedef {{ line: number, column: number }} Position */
/** @typedef {{ status: string, replacement: string, location: { start: Position, end: Position } }} Mutant */
/** @typedef {{ source: string, mutants: Mutant[] }} Tried a file of Stryker's report */
/** @typedef {{ from: string, to: string }} Change */
/** @typedef {Record<string, (Change & { why: string })[]>} Equal file → mutants that change nothing anybody can see */

const KILLED = ['Killed', 'Timeout']
const LIVING = ['Survived', 'NoCoverage']

/**
 * The lines of a source that a mutant touches, before and after it, on one line each.
 * @param {string} source
 * @param {Mutant} mutant
 */
export function lines(source, { location: { start, end }, replacement }) {
  const all = source.split('\n')
  const before = all[start.line - 1]?.slice(0, start.column - 1)
  const after = all[end.line - 1]?.slice(end.column - 1)
  const flat = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim()
  return {
    line: start.line,
    from: flat(all.slice(start.line - 1, end.line).join('\n')),
    to: flat(`${before}${replacement}${after}`),
  }
}

/**
 * @param {Record<string, Tried>} seen by file
 * @param {Equal} equal
 * @returns a row a file, the living that are not written down, and what is written down and was not met alive
 */
export function judge(seen, equal) {
  /** @type {Set<Change>} */
  const met = new Set()
  /** @type {(Change & { file: string, line: number })[]} */
  const alive = []
  const rows = Object.entries(seen).map(([file, { source, mutants }]) => {
    const written = equal[file] ?? []
    const count = { killed: 0, survived: 0, uncovered: 0, equal: 0 }
    for (const mutant of mutants) {
      if (KILLED.includes(mutant.status)) count.killed++
      if (!LIVING.includes(mutant.status)) continue
      const change = lines(source, mutant)
      const known = written.find(({ from, to }) => from === change.from && to === change.to)
      if (known) {
        met.add(known)
        count.equal++
        continue
      }
      alive.push({ file, ...change })
      count[mutant.status === 'Survived' ? 'survived' : 'uncovered']++
    }
    return { file, ...count }
  })
  const stale = Object.keys(seen).flatMap((file) =>
    (equal[file] ?? []).filter((one) => !met.has(one)).map((one) => ({ file, ...one })),
  )
  return { rows, alive, stale }
}
