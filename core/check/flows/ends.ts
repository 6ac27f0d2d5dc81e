/** Named ends: each says how a person is offered, stands in the main flow, and is spoken of by its name. */
import { DONT_KNOW, END, MAIN } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, list, record, texts } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import { namedEnds, type Survey } from '../base/survey.ts'

const FILE = fileOf.routing

/** Reports a name that no end of the main flow has. */
export function checkEndName({ report, ends, main }: Survey, file: string, name: unknown, path: Path): void {
  if (typeof name !== 'string' || ends.has(name) || !main?.whole) return
  report('unknown-end', file, path, { name, hint: hint(name, ends.keys()) })
}

/** The ends of a condition: which one was reached is known when the conversation is over, so no branch can ask for it. */
export function checkEndWord(
  survey: Survey,
  { file, isBranch }: { file: string; isBranch: boolean },
  value: unknown,
  path: Path,
): void {
  if (isBranch) survey.report('end-in-branch', file, path, {}, { part: 'key' })
  else if (!Array.isArray(value)) checkEndName(survey, file, value, path)
  else for (const [index, name] of value.entries()) checkEndName(survey, file, name, [...path, index])
}

/** What looks like `true` to a person, and is a name to YAML. */
const YES = /^(y|yes|on)$/

/** Checks the named ends of every flow, and what the tables say of them. */
export function checkEnds(survey: Survey): void {
  const { report, content, flows, main, whole } = survey
  for (const flow of flows.values())
    for (const [name, path] of namedEnds(flow)) {
      if (YES.test(name)) report('end-not-true', flow.file, path, { value: name })
      else if (flow.id !== MAIN) report('end-outside-main', flow.file, path, { name, main: MAIN })
    }
  const ends = new Map([...survey.ends].filter(([name]) => !YES.test(name)))
  if (!whole(FILE)) return
  const said = record(record(record(content.routing).segment).ends)
  for (const [name, path] of main?.whole ? ends : [])
    if (!(name in said)) report('end-without-contact', main?.file ?? '', path, { name })
  if (main?.whole) checkUnsureDecides(survey, said)
  for (const name of Object.keys(said))
    if (!ends.has(name) && main?.whole)
      report(
        'unused-end',
        FILE,
        ['segment', 'ends', name],
        { name, hint: hint(name, ends.keys()) },
        { part: 'key' },
      )
}

/** Where an unguarded branch of the main flow comes to an end at once: its name. */
function endAfter({ main }: Survey, branch: Bag): string | undefined {
  const end = branch.go === undefined ? branch[END] : record(main?.steps[inWords(branch.go)])[END]
  return typeof end === 'string' ? end : undefined
}

/**
 * “I don't know” has no branch of its own, and the last one, which is that of a real answer too, decides. A person must come first
 * there, or not knowing is taken for that answer without anybody having wished it.
 */
function checkUnsureDecides(survey: Survey, said: Bag): void {
  const { main, report } = survey
  for (const [name, { next, options }] of Object.entries(main?.steps ?? {})) {
    const branches = list(next).map(record)
    const last = branches.at(-1)
    const goal = last && last.when === undefined && branches.length > 1 ? endAfter(survey, last) : undefined
    const earlier = JSON.stringify(branches.slice(0, -1).map(({ when }) => when))
    const option = texts(options).find((one) => !earlier.includes(JSON.stringify(one)))
    if (goal === undefined || option === undefined || record(said[goal]).contact === 'first') continue
    if (earlier.includes(`"${DONT_KNOW}"`) || earlier.includes('"unsure"')) continue
    const path = ['steps', name, 'next', branches.length - 1]
    report('unsure-decides', main?.file ?? '', path, { name, goal, option }, { level: 'warning' })
  }
}

/** Does every way through the main flow end with a name? Then the rows decide of nothing but of who is brought a person first. */
export const isAllNamed = ({ main, ends }: Survey): boolean =>
  ends.size > 0 && !Object.values(main?.steps ?? {}).some((step) => step.end === true)

/** Named ends as headlines: the segment is the end's own name. */
export const endHeadlines = ({ content, ends }: Survey): Record<string, unknown>[] => {
  const said = record(record(record(content.routing).segment).ends)
  return [...ends.keys()].map((segment) => ({ ...record(said[segment]), segment }))
}
