/** What `npm run flows` says: a summary of good content, a line for each problem of bad, the map when asked. */
import type { Problem } from '#core/check/base/problem.ts'
import { problemIn } from '#core/check/base/spoken.ts'
import { check } from '#core/check/check.ts'
import { sentence } from '../../content/publishing/publish.ts'
import { type Parsed, readContent } from '../../content/reading/parse.ts'
import type { Result } from '../result.ts'
import { LANGUAGES } from './language.ts'
import { leftOutIn } from './left-out.ts'
import { lengthsIn } from './length.ts'
import { counted, say, speak, spoken } from './map/phrases.ts'
import { mapOf } from './map.ts'
import { summaryOf } from './summary.ts'
import { type FlowsOptions, wishOf } from './wish.ts'

/** One line of a problem, as programs that jump to a place understand it, in the language that is spoken. */
export function lineOf(problem: Problem): string {
  const by = LANGUAGES[spoken()]?.sentences
  const line = sentence(by ? problemIn(problem, by) : problem, by)
  return problem.level === 'warning' ? line.replace(' ', ` ${say('answer.warning')} `) : line
}

/** All problems of parsed content, also those of its writing. */
export const problemsOf = (parsed: Parsed, today?: string): Problem[] =>
  check(parsed.content, parsed.locate, {
    written: parsed.problems,
    ...(today === undefined ? {} : { today }),
  })

/** Runs the command; `now` is only the default of `--today`. */
export const run = (args: string[], now: Date): Result => answerTo(wishOf(args, now))

const refusal = ({ name, value }: NonNullable<FlowsOptions['refused']>): string =>
  `${say(`wish.${name}`, { value, names: Object.keys(LANGUAGES).join(', ') })} ${say('wish.usage')}`

function answer({ folder, locales, map, phrases, length, today, refused }: FlowsOptions): Result {
  if (refused) return { lines: [refusal(refused)], code: 1 }
  const parsed = readContent(folder, locales)
  const problems = problemsOf(parsed, today)
  const errors = problems.filter(({ level }) => level === 'error')
  const lines = [...(map ? [...mapOf(parsed.content), ''] : []), ...problems.map(lineOf)]
  if (errors.length > 0)
    return { lines: [...lines, counted(errors.length, 'answer.problem', 'answer.problems')], code: 1 }
  if (phrases) lines.push(...leftOutIn(parsed))
  if (length) lines.push(...lengthsIn(parsed.content))
  return { lines: [...lines, say('answer.good', { summary: summaryOf(parsed.content) })], code: 0 }
}

/** The answer to what was asked, made anew, in the language that was asked for. */
export function answerTo(wish: FlowsOptions): Result {
  const isKnown = wish.language in LANGUAGES
  const refused = isKnown ? wish.refused : ({ name: 'language', value: wish.language } as const)
  return speak(wish.language, () => answer({ ...wish, ...(refused ? { refused } : {}) }))
}
