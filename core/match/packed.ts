/**
 * Phrases as they travel to a browser: every word once, and by whom it is said how often. Which words stood in one phrase does not
 * travel, for the reckoning does not ask it. Two texts, because alike things beside each other compress to half.
 */
import type { Id } from '../flow/definition.ts'

export type PackedWords = {
  /** words in the order of the alphabet: how many letters are those of the word before (`A` none, `B` one …), and the rest */
  words: string
  /** for each word, with a space between: who says it (`markOf`) and how often, when more than once */
  said: string
}

/** What is said of life areas and of danger: all that the first screen needs. Targets: areas in their order, then danger. */
export type PackedPhrases = PackedWords & { areas: Id[] }

/** What is said of advice items, for the page that shows them all. Targets: the items in their order. */
export type PackedItems = PackedWords & {
  /** with the place of their life area among the areas */
  advice: [Id, number][]
}

/** One word of the phrases: target → how often. */
export type CountedWord = [word: string, by: [target: number, times: number][]]

const A = 65
const SMALL = 97
/** So many letters of the word before can be told. */
const MOST_SHARED = 25
/** Targets with a mark of one letter. */
const SHORT = 20

const letter = (index: number) => String.fromCharCode(SMALL + index)
const markOf = (target: number): string => {
  if (target < SHORT) return letter(target)
  const rest = target - SHORT
  return letter(SHORT + Math.floor(rest / 676)) + letter(Math.floor(rest / 26) % 26) + letter(rest % 26)
}
const targetOf = (mark: string): number => {
  const [first = 0, second = 0, third = 0] = [...mark].map((sign) => sign.charCodeAt(0) - SMALL)
  return mark.length === 1 ? first : SHORT + (first - SHORT) * 676 + second * 26 + third
}

/** @param all in the order of the alphabet. @returns the two texts of `PackedWords` */
export function packWords(all: CountedWord[]): PackedWords {
  let before = ''
  const words = all.map(([word]) => {
    let shared = 0
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared++
    before = word
    return String.fromCharCode(A + shared) + word.slice(shared)
  })
  const said = all.map(([, by]) =>
    by.map(([target, times]) => markOf(target) + (times > 1 ? times : '')).join(''),
  )
  return { words: words.join(''), said: said.join(' ') }
}

/** The words again, one at a time: a slow phone reads them in slices. */
export function* unpackWords({ words, said }: PackedWords): Generator<CountedWord> {
  const by = said.split(' ')
  let before = ''
  let at = 0
  for (const [, shared = '', rest = ''] of words.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, shared.charCodeAt(0) - A) + rest
    const marks = [...(by[at++] ?? '').matchAll(/([a-t]|[u-z][a-z]{2})(\d*)/g)]
    yield [before, marks.map(([, mark = '', times]) => [targetOf(mark), Number(times || 1)])]
  }
}
