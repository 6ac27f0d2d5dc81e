/** What own words tell of danger by themselves, before anybody has ticked anything. */
import type { Id } from '#core/flow/definition.ts'
import { folded } from '#core/match/folded.ts'
import type { Speech } from '../words/speech.ts'

/**
 * The dangers of which the text may tell, by beginnings of words in every language of the page (`widget:danger.{danger}`,
 * one a line). Domain rule: it may raise the help that is always in view; it does not judge, does not rank, does not
 * stop, and nothing of it is sent or logged.
 */
export function dangersIn(text: string, dangers: Id[], speech: Speech): Id[] {
  const words = ` ${folded(text)}`
  const tells = (key: string) =>
    speech.has(key) &&
    speech
      .t(key)
      .split('\n')
      .map(folded)
      .some((beginning) => beginning.trim() !== '' && words.includes(` ${beginning}`))
  return dangers.filter((danger) => tells(`widget:danger.${danger}`))
}
