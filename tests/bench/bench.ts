/** What a measurement gives to the table of `npm run bench`. */

/** One line: ours beside what it is compared with, measured in the same run. */
export type Figure = {
  what: string
  /** with its unit and its spread: `318 ms [260..483]` */
  ours: string
  /** floors and peers by name, written the same way */
  beside: Record<string, string>
  /** ours by the floor that the goal names */
  ratio?: number
  /** as DESIGN gives it, in words; none: for the reader */
  goal?: string
  /** whether the goal was reached in this run */
  held?: boolean
}

export type Measure = {
  name: string
  /** @param say tells the person who waits how far it is */
  run(say: (progress: string) => void): Promise<Figure[]>
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) / 2
  return ((sorted[Math.floor(at)] ?? Number.NaN) + (sorted[Math.ceil(at)] ?? Number.NaN)) / 2
}

const digits = (value: number): string => (Math.abs(value) < 10 ? value.toFixed(2) : value.toFixed(0))

/** `318 ms [260..483]`: the middle, and the least and the most. */
export const spread = (values: readonly number[], unit: string): string =>
  `${digits(median(values))} ${unit} [${digits(Math.min(...values))}..${digits(Math.max(...values))}]`

/**
 * Measures the variants in turn, round by round, so that what else the machine does falls on all of them alike.
 * @returns a list of results per variant, one a round
 */
export async function interleave<Name extends string, Result>(
  variants: Record<Name, () => Promise<Result>>,
  rounds: number,
  say: (progress: string) => void = () => {},
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(variants) as Name[]
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>
  for (let round = 0; round < rounds; round++)
    // the first of a round changes: nobody always measures on a machine that has just rested
    for (let at = 0; at < names.length; at++) {
      const name = names[(at + round) % names.length] as Name
      say(`${name}, round ${round + 1} of ${rounds}`)
      results[name].push(await variants[name]())
    }
  return results
}

/** Ratio of two variants measured in the same rounds: the middle of each round's own ratio. */
export const ratioOf = (ours: readonly number[], floor: readonly number[]): number =>
  median(ours.map((value, round) => value / (floor[round] ?? Number.NaN)))
