/** Turns a kind of mistake, a place and a few words into the problem that a person reads. */
import { type Code, type Fill, sentencesOf } from '../said/saying.ts'
import { causesOf, type ToldProblem, type Topic } from './causes.ts'
import { type Locate, type Path, type Position, type Problem, sturdy } from './problem.ts'

/** `of`: what it follows from, if something is wrong there; `fold`: those of its kind that are one slip; `about`: what it breaks, where that is not where it stands. */
export type ReportOptions = {
  part?: 'key' | 'value'
  level?: Problem['level']
  of?: Topic[]
  about?: Topic
  fold?: string
}
export type Report = (code: Code, file: string, path: Path, fill?: Fill, options?: ReportOptions) => void

/** A problem whose position is already known (mistakes in the writing of a file). */
export const problemAt = (
  code: Code,
  at: Position,
  fill: Fill = {},
  level: Problem['level'] = 'error',
): Problem => ({ ...at, code, fill, ...sentencesOf(code, fill), level })

/** What was told: each by itself in the order in which it was found, and all as causes with what follows from them. */
type Reporter = { report: Report; problems: Problem[]; told: ToldProblem[]; all: () => Problem[] }

/** Collects problems; the same mistake at the same place is told once. */
export function reporter(locate: Locate): Reporter {
  const told: ToldProblem[] = []
  const problems: Problem[] = []
  const seen = new Set<string>()
  const placed = sturdy(locate)
  const report: Report = (code, file, path, fill = {}, options = {}) => {
    const { part = 'value', level = 'error', about = { file, path }, of } = options
    const problem = problemAt(code, placed(file, path, part), fill, level)
    const key = JSON.stringify([code, file, path, problem.says])
    if (seen.has(key)) return
    seen.add(key)
    const fold = options.fold === undefined ? key : `${code} ${options.fold}`
    const name = String(fill.key ?? fill.name ?? fill.value ?? '')
    problems.push(problem)
    told.push({ problem, about, fold, name, ...(of ? { of } : {}) })
  }
  return { report, problems, told, all: () => causesOf(told) }
}
