/** The known name that a slip of the finger made another of. */
const MOST_SLIPS = 2

/** Levenshtein distance with neighbouring letters swapped counted as one. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1)
      if (swap) next[j] = Math.min(next[j] as number, (before[j - 2] as number) + 1)
    }
    before = row
    row = next
  }
  return row[b.length] as number
}

/** The known name that a slip of the finger turns into `name`, if there is one. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.min(MOST_SLIPS, Math.max(1, Math.floor(name.length / 3))) + 0.5
  for (const candidate of known) {
    const far = distance(name.toLowerCase(), candidate.toLowerCase())
    if (far < least) [best, least] = [candidate, far]
  }
  return best
}
