/** Turns a kind of mistake, a place and a few words into the problem that a person reads. */
import { causesOf, type ToldProblem, type Topic } from './causes.ts'
import { type Locate, type Path, type Position, type Problem, sturdy } from './problem.ts'
import sentences from './sentences.json' with { type: 'json' }

export type Code = keyof typeof sentences.problems
export type Fill = Record<string, string | number>
/** `of`: what it follows from, if something is wrong there; `fold`: those of its kind that are one slip; `about`: what it breaks, where that is not where it stands. */
export type ReportOptions = {
  part?: 'key' | 'value'
  level?: Problem['level']
  of?: Topic[]
  about?: Topic
  fold?: string
}
export type Report = (code: Code, file: string, path: Path, fill?: Fill, options?: ReportOptions) => void

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

const PLACES = 3
/** “(and 106 places more)”; of another kind than the first, the first places are named. */
export function andMore(code: string, more: readonly Problem[]): string {
  const others = [
    ...new Set(more.filter((one) => one.code !== code).map(({ file, line }) => `${file}:${line}`)),
  ]
  const fill = { count: more.length, places: others.slice(0, PLACES).join(', ') }
  const among = others.length > 0 ? phrase('andAmong', fill) : ''
  return phrase(more.length === 1 ? 'andOneMore' : 'andMore', { ...fill, among })
}

/** What several problems of a kind are called in one sentence: how many, and the first of them by name. */
const NAMED = 6
function inOne(code: string, names: string[]): Pick<Problem, 'says' | 'fix'> | undefined {
  const kind: { many?: string; fixMany?: string; fix: string } = sentences.problems[code as Code]
  if (kind.many === undefined) return undefined
  const first = names.slice(0, NAMED).map((name) => `"${name}"`)
  const fill = { count: names.length, names: [...first, ...(names.length > NAMED ? ['…'] : [])].join(', ') }
  return { says: filled(kind.many, fill), fix: filled(kind.fixMany ?? kind.fix, fill) }
}

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
  return { report, problems, told, all: () => causesOf(told, inOne) }
}
