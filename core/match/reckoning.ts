/**
 * Which life areas and advice items a text in own words is like: naïve Bayes over the pieces of words that phrases are made of. Letters
 * stand for meaning, so that inflection, compounds and slips of the keyboard cost little, and no word needs to be known. It only offers:
 * that nothing fits it cannot know.
 */
import type { Id } from '../flow/definition.ts'
import { wordsIn } from './folded.ts'
import { type PackedPhrases, unpackWords } from './packed.ts'

/** Pieces of so many signs, the edges of a word among them; beside them the whole word. */
const [SHORTEST, LONGEST] = [3, 5]
/** How much of what all say everybody is held to say too, in shares and in pieces. */
const [SHARE, PIECE] = [0.2, 0.1]
/** So many are offered. */
export const MOST_SUGGESTED = 3

export type Pieces = Map<string, number>

/** The pieces of a text and how often they occur. */
export function piecesOf(words: string[], times = 1, into: Pieces = new Map()): Pieces {
  const add = (piece: string) => into.set(piece, (into.get(piece) ?? 0) + times)
  for (const word of words) {
    const edged = ` ${word} `
    for (let length = SHORTEST; length <= LONGEST; length++)
      for (let at = 0; at + length <= edged.length; at++) add(edged.slice(at, at + length))
    add(`=${word}`)
  }
  return into
}

/** How often each of some targets says each piece. */
type Counts = { of: Map<string, number[]>; totals: number[] }
const counts = (targets: number): Counts => ({ of: new Map(), totals: Array<number>(targets).fill(0) })

/** A row is target, times, target, times …: most pieces are said by few. */
function count({ of, totals }: Counts, piece: string, target: number, times: number) {
  const row = of.get(piece)
  if (!row) of.set(piece, [target, times])
  else {
    const at = row.findIndex((one, index) => index % 2 === 0 && one === target)
    if (at < 0) row.push(target, times)
    else row[at + 1] = (row[at + 1] ?? 0) + times
  }
  totals[target] = (totals[target] ?? 0) + times
}

/** What is taken out of the count: a phrase that is being judged must not know itself. */
export type LeftOut = { pieces: Pieces; target: number }

/** log of how likely each target says these pieces, up to what is the same for all of them. */
function likeness({ of, totals }: Counts, pieces: Pieces, out?: LeftOut): number[] {
  const all = totals.length
  const whole = totals.reduce((sum, total) => sum + total, 0)
  const likely = Array<number>(all).fill(0)
  for (const [piece, times] of pieces) {
    const row = of.get(piece)
    if (!row) continue
    const less = out?.pieces.get(piece) ?? 0
    const own = Array<number>(all).fill(0)
    let sum = -less
    for (let at = 0; at < row.length; at += 2) {
      own[row[at] as number] = row[at + 1] as number
      sum += row[at + 1] as number
    }
    if (sum <= 0) continue
    if (out && less) own[out.target] = (own[out.target] ?? 0) - less
    const weight = Math.sqrt(times)
    for (const [target, said] of own.entries()) {
      const part = said / (totals[target] || 1) + (SHARE * sum + PIECE * all) / whole
      likely[target] = (likely[target] ?? 0) + weight * Math.log(part)
    }
  }
  return likely
}

/** What phrases have been made into: asked as often as somebody types. */
export type Reckoning = {
  areas: Id[]
  advice: [Id, number][]
  /** areas and, last, danger */
  byArea: Counts
  byAdvice: Counts
}

/** Makes it word by word; each step is some hundredths of a millisecond. */
export function* reckoningOf(packed: PackedPhrases): Generator<undefined, Reckoning> {
  const { areas, advice } = packed
  const first = areas.length + 1
  const [byArea, byAdvice] = [counts(first), counts(advice.length)]
  for (const [word, by] of unpackWords(packed)) {
    const pieces = piecesOf([word])
    for (const [target, times] of by)
      for (const [piece, often] of pieces) {
        const item = target - first
        count(byArea, piece, item < 0 ? target : (advice[item]?.[1] ?? 0), often * times)
        if (item >= 0) count(byAdvice, piece, item, often * times)
      }
    yield
  }
  return { areas, advice, byArea, byAdvice }
}

/**
 * How like each area, in the order of `areas`, and last danger.
 * @param out what is left out of the count, by its place among areas, danger and advice
 */
export function likeAreas({ areas, advice, byArea }: Reckoning, pieces: Pieces, out?: LeftOut): number[] {
  const item = (out?.target ?? 0) - areas.length - 1
  return likeness(byArea, pieces, out && { ...out, target: item < 0 ? out.target : (advice[item]?.[1] ?? 0) })
}

/** How like each advice item: as it is said itself, and as its area is. @param ofArea of `likeAreas` */
const likeAdvice = ({ advice, byAdvice }: Reckoning, pieces: Pieces, ofArea: number[]): number[] => {
  const own = likeness(byAdvice, pieces)
  return advice.map(([, area], index) => (own[index] ?? 0) + (ofArea[area] ?? 0))
}

/** The places of the highest figures, the highest first. */
export const bestOf = (figures: number[], most = MOST_SUGGESTED): number[] =>
  [...figures.keys()].sort((one, other) => (figures[other] ?? 0) - (figures[one] ?? 0)).slice(0, most)

/** What is offered to somebody who wrote this. */
export type Suggestions = { areas: Id[]; advice: Id[]; isDanger: boolean }

/** How near danger must come to the likeliest area, as log: it may only raise what answers in danger, and who writes of tiredness is not shown 112 at every word. */
const NEAR = -3

/** The life areas and the advice items that are likest, and whether danger is about as likely; nothing of a text that says nothing. */
export function offeredFor(reckoning: Reckoning, text: string): Suggestions {
  const pieces = piecesOf(wordsIn(text))
  const isKnown = [...pieces.keys()].some((piece) => reckoning.byArea.of.has(piece))
  if (!isKnown) return { areas: [], advice: [], isDanger: false }
  const areas = likeAreas(reckoning, pieces)
  const advice = likeAdvice(reckoning, pieces, areas)
  const danger = areas.pop() ?? 0
  const best = bestOf(areas)
  return {
    areas: best.flatMap((at) => reckoning.areas[at] ?? []),
    advice: bestOf(advice).flatMap((at) => reckoning.advice[at]?.[0] ?? []),
    isDanger: danger - (areas[best[0] ?? 0] ?? 0) > NEAR,
  }
}
