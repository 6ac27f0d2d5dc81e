/** A conversation in which a condition holds, looked for on purpose: near known ones first, then over the whole dialogue. */
import type { Answers, Condition, Dialogue, Value } from '../flow/definition.ts'
import { replay } from '../flow/replay.ts'
import type { Replay } from '../flow/result.ts'
import { groundOf, walkThrough } from './ground.ts'
import { granting, searchOver } from './search.ts'
import { everyBranch } from './walk.ts'
import { type Wish, wishesOf } from './wishes.ts'

/** What is looked for: a condition that would make it hold, and the judge of a whole conversation. */
export type RowSought = { when: Condition; holds: (found: Replay) => boolean }

/** Ways to grant a condition, known conversations near each, and walks from each, that are tried. */
const WAYS = 8
const NEAR = 4
const TRIES = 4

/** The known conversations that answer most of what the wish is about. */
function nearest(wish: Wish, known: readonly Answers[]): Answers[] {
  const about = [...wish.keys()]
  const shared = (answers: Answers) => about.filter((address) => Object.hasOwn(answers, address)).length
  return [...known].sort((one, other) => shared(other) - shared(one)).slice(0, NEAR)
}

/** @returns whether a conversation near the known ones makes it hold */
function isNear(
  dialogue: Dialogue,
  on: string,
  { when, holds }: RowSought,
  known: readonly Answers[],
): boolean {
  const ground = groundOf(dialogue, on)
  const search = searchOver(ground)
  for (const wish of wishesOf(when, ground.where).slice(0, WAYS))
    for (const before of [...nearest(wish, known), {}])
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const { answers } = walkThrough(ground, granting(search, wish, before, attempt * 0.15))
        if (holds(replay(dialogue, answers, on))) return true
      }
  return false
}

/**
 * Of several things that are looked for, those that no conversation was found for. Not found is not proved: it is what a search
 * along every branch misses.
 * @param known conversations to begin from, such as described situations
 */
export function unwitnessed<Thing extends RowSought>(
  dialogue: Dialogue,
  on: string,
  sought: readonly Thing[],
  known: readonly Answers[],
): Thing[] {
  let missing = sought.filter((one) => !isNear(dialogue, on, one, known))
  const look = (answers: Answers) => {
    const found = replay(dialogue, answers, on)
    missing = missing.filter(({ holds }) => !holds(found))
    return found
  }
  if (missing.length === 0) return missing
  for (const answers of everyBranch(dialogue, on)) {
    const { path } = look(answers)
    // whoever asks for a person on the way has a conversation too
    for (let met = path.length - 1; met >= 0 && missing.length > 0; met--)
      look(Object.fromEntries(path.slice(0, met).map(({ address, value }) => [address, value as Value])))
    if (missing.length === 0) break
  }
  return missing
}
