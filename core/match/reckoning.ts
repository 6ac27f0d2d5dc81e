/**
 * Which life areas and advice items a text in own words is like: naïve Bayes over the pieces of words that phrases are made of. Letters
 * stand for meaning, so that inflection, compounds and slips of the keyboard cost little, and no word needs to be known. It only offers:
 * that nothing fits it cannot know.
 */
import type { Id } from '../flow/definition.ts'
import { wordsIn } from './folded.ts'
import { type PackedItems, type PackedPhrases, unpackWords } from './packed.ts'

/** Pieces of so many signs, the edges of a word among them; beside them the whole word. */
const [SHORTEST, LONGEST] = [3, 5]
/** How much of what all say everybody is held to say too, in shares and in pieces. */
const [SHARE, PIECE] = [0.3, 0.03]

/** A piece as a number, made of its letters: of fifty thousand pieces two may meet, and nobody sees it. */
type Piece = number
export type Pieces = Map<Piece, number>

/** Small enough to be no object of its own, where maps are quickest. */
const SMALL = 0x3fffffff
const joined = (piece: Piece, letter: number): Piece => (Math.imul(piece, 0x01000193) ^ letter) & SMALL

/** Calls for each piece of a word. */
function eachPiece(word: string, call: (piece: Piece) => void) {
  const edged = ` ${word} `
  for (let from = 0; from + SHORTEST <= edged.length; from++) {
    let piece = 0
    for (let length = 1; length <= LONGEST && from + length <= edged.length; length++) {
      piece = joined(piece, edged.charCodeAt(from + length - 1))
      if (length >= SHORTEST) call(joined(piece, length))
    }
  }
  let whole = 1
  for (let at = 0; at < word.length; at++) whole = joined(whole, word.charCodeAt(at))
  call(joined(whole, 0))
}

/** The pieces of a text and how often they occur. */
export function piecesOf(words: string[]): Pieces {
  const pieces: Pieces = new Map()
  for (const word of words)
    eachPiece(word, (piece) => {
      pieces.set(piece, (pieces.get(piece) ?? 0) + 1)
    })
  return pieces
}

/** A target and how often it says something. */
type Said = [target: number, times: number]
/** How often each of some targets says each piece. */
type Counts = { of: Map<Piece, number[]>; totals: number[] }
const counts = (targets: number): Counts => ({ of: new Map(), totals: Array<number>(targets).fill(0) })

/** A row is target, times, target, times …: most pieces are said by few. */
function count({ of, totals }: Counts, piece: Piece, by: readonly Said[]) {
  let row = of.get(piece)
  if (!row) {
    row = []
    of.set(piece, row)
  }
  for (const [target, times] of by) {
    let at = 0
    while (at < row.length && row[at] !== target) at += 2
    row[at] = target
    row[at + 1] = (row[at + 1] ?? 0) + times
    totals[target] = (totals[target] ?? 0) + times
  }
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

/** Makes it word by word; each step is some hundredths of a millisecond. @param items where items are offered too */
export function* reckoningOf(phrases: PackedPhrases, items?: PackedItems): Generator<undefined, Reckoning> {
  const { areas } = phrases
  const advice = items?.advice ?? []
  const [byArea, byAdvice] = [counts(areas.length + 1), counts(advice.length)]
  for (const [packed, into] of [
    [phrases, byArea],
    [items, byAdvice],
  ] as const)
    for (const [word, by] of packed ? unpackWords(packed) : []) {
      eachPiece(word, (piece) => count(into, piece, by))
      yield
    }
  return { areas, advice, byArea, byAdvice }
}

/** How like each area, in the order of `areas`, and last danger. @param out a phrase of one of them */
export const likeAreas = ({ byArea }: Reckoning, pieces: Pieces, out?: LeftOut): number[] =>
  likeness(byArea, pieces, out)

/** How like each advice item: as it is said itself, and as its area is. @param ofArea of `likeAreas` */
const likeAdvice = ({ advice, byAdvice }: Reckoning, pieces: Pieces, ofArea: number[]): number[] => {
  const own = likeness(byAdvice, pieces)
  return advice.map(([, area], index) => (own[index] ?? 0) + (ofArea[area] ?? 0))
}

/** The places of the highest figures, the highest first. */
export const bestOf = (figures: number[], most = figures.length): number[] =>
  [...figures.keys()].sort((one, other) => (figures[other] ?? 0) - (figures[one] ?? 0)).slice(0, most)

/** What is offered to somebody who wrote this. */
export type Suggestions = { areas: Id[]; advice: Id[]; isDanger: boolean }

/** How near danger must come to the likeliest area, as log: it may only raise what answers in danger, and who writes of tiredness is not shown 112 at every word. */
const NEAR = -3

/** All life areas and, where their phrases have come, all advice items, the likest first, and whether danger is about as likely; nothing of a text that says nothing. */
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
