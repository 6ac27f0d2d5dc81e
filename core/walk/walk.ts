/** Walks a dialogue: every branch, seeded random conversations, and whether withholding ever lowers the offer. */

import { optionsOf } from '../flow/answer.ts'
import { replacedIn } from '../flow/card.ts'
import type { Address, Answers, Dialogue, Headline } from '../flow/definition.ts'
import { replay } from '../flow/replay.ts'
import type { Replay } from '../flow/result.ts'
import { contactRank, headlineFor } from '../flow/route.ts'
import type { Spot } from '../flow/spots.ts'
import { DECLINED, DONT_KNOW, STRIP } from '../flow/words.ts'
import { arrowsIn } from './arrows.ts'
import { groundOf, isInRequest, walkThrough } from './ground.ts'
import { seeded } from './random.ts'
import { explore, searchOver } from './search.ts'

/**
 * Conversations that together give every sample answer and take every branch that can be found: their number grows
 * with the number of answers, not with their combinations. What they miss `uncovered` tells.
 */
export function everyBranch(dialogue: Dialogue, on: string): Generator<Answers> {
  return explore(searchOver(groundOf(dialogue, on)))
}

/** The arrows that none of these conversations takes: `step:next#1` (its second branch) or `address=dontKnow`. */
export function uncovered(dialogue: Dialogue, on: string, conversations: Iterable<Answers>): string[] {
  const ground = groundOf(dialogue, on)
  const open = arrowsIn(ground.config)
  for (const answers of conversations) {
    const walk = walkThrough(ground, ({ address }) =>
      Object.hasOwn(answers, address) ? answers[address] : undefined,
    )
    for (const arrow of walk.taken) open.delete(arrow)
  }
  return [...open]
}

/** A complete conversation with mixed answers; the same seed gives the same one. The strip is mostly passed by. */
export function randomWalk(dialogue: Dialogue, on: string, seed: number): Answers {
  const ground = groundOf(dialogue, on)
  const random = seeded(seed)
  const choose = (place: Spot, state: string) => {
    const { address, question } = place
    if (isInRequest(state) && random.chance(0.5)) return undefined
    if (address === STRIP && random.chance(0.85)) return undefined
    if (question.ask !== 'many' || random.chance(0.4)) return random.pick(ground.samples(place))
    const ticks = optionsOf(question, dialogue.lists).filter(() => random.chance(0.4))
    return ticks.length < (question.least ?? 0)
      ? random.pick(ground.samples(place))
      : ticks.slice(0, question.most)
  }
  return walkThrough(ground, choose).answers
}

export type Lowered = {
  address: Address
  reply: typeof DONT_KNOW | typeof DECLINED
  from: Headline['contact']
  to: Headline['contact']
}

/**
 * Every single answer whose replacement by “I don't know” or “declined” lowers the offer of a person. Empty for
 * good content: not knowing, or not telling, may never cost anyone a human being.
 * @param only these addresses are replaced; without them all that were answered
 */
export function lowered(
  dialogue: Dialogue,
  answers: Answers,
  on: string,
  only?: readonly Address[],
): Lowered[] {
  const headline = (given: Replay) => headlineFor(dialogue, given, on).then
  const original = replay(dialogue, answers, on)
  const before = headline(original)
  return (only ?? Object.keys(original.answers)).flatMap((address) =>
    ([DONT_KNOW, DECLINED] as const).flatMap((reply): Lowered[] => {
      const without = replacedIn(dialogue, original, address, reply, on)
      const after = headline(replay(dialogue, without, on))
      if (contactRank(after) >= contactRank(before)) return []
      return [{ address, reply, from: before.contact, to: after.contact }]
    }),
  )
}
