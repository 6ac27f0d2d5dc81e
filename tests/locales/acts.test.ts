/** Every act of the table of a request’s life has its words in every language of the desk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '#core/contract/event.ts'
import { DESK_ACTS } from '#core/request/life.ts'

const fileOf = (language: string) => `locales/${language}/desk.json`
const languages = readdirSync('locales').filter((name) => name !== 'notes' && existsSync(fileOf(name)))
const wordsOf = (language: string) =>
  JSON.parse(readFileSync(fileOf(language), 'utf8')) as Record<string, string>

/** Keys that the desk asks for by the name of an act or an event. */
const lacking = (words: Record<string, string>, acts: readonly string[] = DESK_ACTS) =>
  [
    ...acts.flatMap((act) => [`act.${act}`, `act.done.${act}`]),
    ...EVENT_TYPES.map((type) => `event.${type}`),
  ].filter((key) => !words[key])

describe.each(languages)('the desk in %s', (language) => {
  it('has a button, a word when it is done and a line of the history for every act', () => {
    expect(lacking(wordsOf(language))).toEqual([])
  })
})

describe('an act without words', () => {
  it('would be found (red twin)', () => {
    expect(lacking(wordsOf('fi'), [...DESK_ACTS, 'postpone'])).toEqual(['act.postpone', 'act.done.postpone'])
  })
})
