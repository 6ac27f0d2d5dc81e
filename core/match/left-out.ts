/** Each phrase left out in turn: does what is left still lead to where it belongs? So an editor sees what is missing, and what pulls two ways. */
import { wordsIn } from './folded.ts'
import { MOST_SUGGESTED } from './most.ts'
import type { PackedItems, PackedPhrases } from './packed.ts'
import { type Phrases, targetsOf } from './phrases.ts'
import { bestOf, likeAreas, piecesOf, type Reckoning, reckoningOf } from './reckoning.ts'

/** One that does not come back: where it stands, and what comes instead. */
export type Missed = {
  /** of the phrase in its file */
  path: (string | number)[]
  phrase: string
  /** of the area, or of the first area of the advice item */
  area: string
  /** the areas that come, the likest first */
  instead: string[]
  /** its own area comes, but not first, and is nearly as likely as the first: it pulls two ways */
  twoWays: boolean
}

export type LeftOutResult = {
  /** judged: all but those of danger, which raise and lead nowhere */
  count: number
  first: number
  amongSuggested: number
  missed: Missed[]
}

/** Nearly as likely, as log: what pulls two ways is this near. */
const NEAR = 1

export const reckoned = (packed: PackedPhrases, items?: PackedItems): Reckoning => {
  const steps = reckoningOf(packed, items)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** Phrases of an advice item are no part of the count of areas; that they lead to its area is judged too. @param packed of the same phrases */
export function leaveEachOut(phrases: Phrases, packed: PackedPhrases, items: PackedItems): LeftOutResult {
  const reckoning = reckoned(packed, items)
  const { areas, advice } = reckoning
  const known = Object.fromEntries(
    Object.entries(phrases.advice).filter(([id]) => advice.some(([one]) => one === id)),
  )
  const result: LeftOutResult = { count: 0, first: 0, amongSuggested: 0, missed: [] }
  for (const [target, { path, phrases: all }] of targetsOf({ ...phrases, advice: known }).entries()) {
    if (target === areas.length) continue
    const home = target < areas.length ? target : (advice[target - areas.length - 1]?.[1] ?? 0)
    for (const [index, phrase] of all.entries()) {
      const pieces = piecesOf(wordsIn(phrase))
      const out = target < areas.length ? { pieces, target } : undefined
      const likely = likeAreas(reckoning, pieces, out).slice(0, areas.length)
      const best = bestOf(likely, MOST_SUGGESTED)
      result.count += 1
      if (best[0] === home) result.first += 1
      const comes = best.includes(home)
      const twoWays = comes && best[0] !== home && (likely[best[0] ?? 0] ?? 0) - (likely[home] ?? 0) < NEAR
      if (comes) result.amongSuggested += 1
      if (!comes || twoWays)
        result.missed.push({
          path: [...path, index],
          phrase,
          area: areas[home] ?? '',
          instead: best.map((one) => areas[one] ?? ''),
          twoWays,
        })
    }
  }
  return result
}
