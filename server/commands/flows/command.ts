/** What `npm run flows` says: a summary of good content, a line for each problem of bad, the map when asked. */
import type { Problem } from '#core/check/base/problem.ts'
import { check } from '#core/check/check.ts'
import { sentence } from '../../content/publishing/publish.ts'
import { type Parsed, readContent } from '../../content/reading/parse.ts'
import type { Result } from '../result.ts'
import { mapOf } from './map.ts'
import { summaryOf } from './summary.ts'
import { type FlowsOptions, wishOf } from './wish.ts'

/** One line of a problem, as programs that jump to a place understand it. */
export const lineOf = (problem: Problem): string =>
  `${problem.level === 'warning' ? sentence(problem).replace(' ', ' Warning: ') : sentence(problem)}`

/** All problems of parsed content, also those of its writing. */
export const problemsOf = (parsed: Parsed, today?: string): Problem[] =>
  check(parsed.content, parsed.locate, {
    written: parsed.problems,
    ...(today === undefined ? {} : { today }),
  })

const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? '' : 's'}`

/** Runs the command; `now` is only the default of `--today`. */
export const run = (args: string[], now: Date): Result => answerTo(wishOf(args, now))

/** The answer to what was asked, made anew. */
export function answerTo({ folder, locales, map, today, refused }: FlowsOptions): Result {
  if (refused !== undefined) return { lines: [refused], code: 1 }
  const parsed = readContent(folder, locales)
  const problems = problemsOf(parsed, today)
  const errors = problems.filter(({ level }) => level === 'error')
  const lines = [...(map ? [...mapOf(parsed.content), ''] : []), ...problems.map(lineOf)]
  if (errors.length > 0) return { lines: [...lines, `${count(errors.length, 'problem')}.`], code: 1 }
  return { lines: [...lines, `Good: ${summaryOf(parsed.content)}.`], code: 0 }
}
