/** What `npm run flows` says: a summary of good content, a line for each problem of bad, the map when asked. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Problem } from '#core/check/base/problem.ts'
import { check } from '#core/check/check.ts'
import { isDay } from '#core/flow/day.ts'
import { sentence } from '../../content/publishing/publish.ts'
import { type Parsed, readContent } from '../../content/reading/parse.ts'
import { repository } from '../../repository.ts'
import type { Result } from '../result.ts'
import { mapOf } from './map.ts'
import { summaryOf } from './summary.ts'

type FlowsOptions = { folder: string; map: boolean; today?: string; refused?: string }

const USAGE = 'Usage: npm run flows [-- FOLDER] [-- --today 2026-12-31] [-- --map]'

/** Today as a local ISO date. */
const dayOf = (now: Date): string => {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

function wishOf(args: string[], now: Date): FlowsOptions {
  const wish: FlowsOptions = { folder: join(repository(), 'flows'), map: false }
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, given] = word.split('=')
    if (name === '--map') wish.map = true
    else if (name === '--today') {
      wish.today = given ?? (isDay(rest[0] ?? '') ? (rest.shift() as string) : dayOf(now))
      if (!isDay(wish.today)) wish.refused = `"${wish.today}" is not a day. ${USAGE}`
    } else if (word.startsWith('-')) wish.refused = `"${word}" is not an option. ${USAGE}`
    else wish.folder = resolve(word)
  }
  if (!existsSync(wish.folder)) wish.refused = `There is no folder ${wish.folder}. ${USAGE}`
  return wish
}

/** The folder that is checked. */
export const folderOf = (args: string[]): string => wishOf(args, new Date()).folder

/** Words stand in `locales/` beside the folder, else in the repository. */
function localesFor(folder: string): string {
  const beside = join(folder, '../locales')
  return existsSync(beside) ? beside : join(repository(), 'locales')
}

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
export function run(args: string[], now: Date): Result {
  const { folder, map, today, refused } = wishOf(args, now)
  if (refused !== undefined) return { lines: [refused], code: 1 }
  const parsed = readContent(folder, localesFor(folder))
  const problems = problemsOf(parsed, today)
  const errors = problems.filter(({ level }) => level === 'error')
  const lines = [...(map ? [...mapOf(parsed.content), ''] : []), ...problems.map(lineOf)]
  if (errors.length > 0) return { lines: [...lines, `${count(errors.length, 'problem')}.`], code: 1 }
  return { lines: [...lines, `Good: ${summaryOf(parsed.content)}.`], code: 0 }
}
