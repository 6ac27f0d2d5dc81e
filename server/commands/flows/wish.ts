/** What is asked of `npm run flows`, from its arguments. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isDay } from '#core/flow/day.ts'
import { repository } from '../../repository.ts'

/** `locales`: where the words stand; `language`: of the answer; `refused`: why nothing is checked, and of what. */
export type FlowsOptions = {
  folder: string
  locales: string
  map: boolean
  /** each phrase left out in turn */
  phrases: boolean
  /** how long the way of each described situation is */
  length: boolean
  language: string
  today?: string
  refused?: { name: 'day' | 'option' | 'folder' | 'language'; value: string }
}

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
  const wish: Omit<FlowsOptions, 'locales'> = {
    folder: join(repository(), 'flows'),
    map: false,
    phrases: false,
    length: false,
    language: 'en',
  }
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name, given] = word.split('=')
    if (name === '--map') wish.map = true
    else if (name === '--phrases') wish.phrases = true
    else if (name === '--length') wish.length = true
    else if (name === '--language') wish.language = given ?? rest.shift() ?? ''
    else if (name === '--today') {
      wish.today = given ?? (isDay(rest[0] ?? '') ? (rest.shift() as string) : dayOf(now))
      if (!isDay(wish.today)) wish.refused = { name: 'day', value: wish.today }
    } else if (word.startsWith('-')) wish.refused = { name: 'option', value: word }
    else wish.folder = resolve(word)
  }
  if (!existsSync(wish.folder)) wish.refused = { name: 'folder', value: wish.folder }
  return { ...wish, locales: localesFor(wish.folder) }
}
