/** Guesses what the writer meant: the nearest known name, or the names there are. */

import { phrase, type Saying } from '../said/saying.ts'
import { nearest } from './nearest.ts'
import { inWords } from './safe-access.ts'

const LISTED = 12
/** `Did you mean "sent"?`, or else nothing. */
export function guess(name: unknown, known: Iterable<string>): Saying | undefined {
  return meant(nearest(inWords(name), known))
}

/** `Did you mean "sent"?` of a name that is known to be meant. */
export const meant = (near: string | undefined): Saying | undefined =>
  near === undefined ? undefined : phrase('didYouMean', { near })

/** `Did you mean "sent"?`, or else the names that would do: `listed` when not all that may be meant should be told. */
export function hint(name: unknown, known: Iterable<string>, listed: Iterable<string> = known): Saying {
  const all = [...known]
  const names = listed === known ? all : [...listed]
  const near = guess(name, all)
  if (near !== undefined) return near
  if (names.length === 0) return phrase('noneYet')
  const more = names.length > LISTED ? ', …' : ''
  return phrase('oneOf', { names: names.slice(0, LISTED).join(', ') + more })
}
