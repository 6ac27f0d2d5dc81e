/** Turns a kind of mistake, a place and a few words into the problem that a person reads. */
import type { Locate, Path, Position, Problem } from './problem.ts'
import sentences from './sentences.json' with { type: 'json' }

export type Code = keyof typeof sentences.problems
export type Fill = Record<string, string | number>
type Options = { part?: 'key' | 'value'; level?: Problem['level'] }
export type Report = (code: Code, file: string, path: Path, fill?: Fill, options?: Options) => void

const filled = (template: string, fill: Fill): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole))

/** A problem whose position is already known (mistakes in the writing of a file). */
export function problemAt(
  code: Code,
  at: Position,
  fill: Fill = {},
  level: Problem['level'] = 'error',
): Problem {
  const { says, fix } = sentences.problems[code]
  return { ...at, code, says: filled(says, fill), fix: filled(fix, fill), level }
}

/** A small fixed phrase that several sentences use. */
export const phrase = (name: keyof typeof sentences.phrases, fill: Fill = {}): string =>
  filled(sentences.phrases[name], fill)

/** Collects problems; the same mistake at the same place is told once. */
export function reporter(locate: Locate): { report: Report; problems: Problem[] } {
  const problems: Problem[] = []
  const seen = new Set<string>()
  const report: Report = (code, file, path, fill = {}, { part = 'value', level = 'error' } = {}) => {
    const problem = problemAt(code, locate(file, path, part), fill, level)
    const key = JSON.stringify([code, file, path, problem.says])
    if (seen.has(key)) return
    seen.add(key)
    problems.push(problem)
  }
  return { report, problems }
}
