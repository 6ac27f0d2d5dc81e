/** What is asked of `npm run flows`, from its arguments. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDay } from '#core/flow/day.ts'
import { repository } from '../../repository.ts'

/** `locales`: where the words stand; `refused`: why nothing is checked. */
export type FlowsOptions = {
  folder: string
  locales: string
  map: boolean
  today?: string
  refused?: string
}

const USAGE = 'Usage: npm run flows [-- FOLDER] [-- --today 2026-12-31] [-- --map]'

/** Today as a local ISO date. */
const dayOf = (now: Date): string => {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Words stand in `locales/` beside the folder, else in the repository. */
function localesFor(folder: string): string {
  const beside = join(folder, '../locales')
  return existsSync(beside) ? beside : join(repository(), 'locales')
}

/** Reads the arguments; `now` is only the default of `--today`. */
export function wishOf(args: string[], now: Date): FlowsOptions {
  const wish: Omit<FlowsOptions, 'locales'> = { folder: join(repository(), 'flows'), map: false }
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
  return { ...wish, locales: localesFor(wish.folder) }
}
