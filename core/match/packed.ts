/**
 * Phrases as they travel to a browser: every word once, and by whom it is said how often. Which words stood in one phrase does not
 * travel, for the reckoning does not ask it. Two texts, because alike things beside each other compress to half.
 */
import type { Id } from '../flow/definition.ts'

export type PackedPhrases = {
  /** life areas, in the order of their marks */
  areas: Id[]
  /** advice items with the place of their life area in `areas` */
  advice: [Id, number][]
  /** words in the order of the alphabet: how many letters are those of the word before (`A` none, `B` one …), and the rest */
  words: string
  /** for each word, with a space between: who says it (`markOf`) and how often, when more than once */
  said: string
}

/** One word of the phrases: target → how often. Targets: areas, then danger, then advice. */
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

/** @param all in the order of the alphabet. @returns the two texts of `PackedPhrases` */
export function packWords(all: CountedWord[]): Pick<PackedPhrases, 'words' | 'said'> {
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
export function* unpackWords({ words, said }: Pick<PackedPhrases, 'words' | 'said'>): Generator<CountedWord> {
  const by = said.split(' ')
  let before = ''
  let at = 0
  for (const [, shared = '', rest = ''] of words.matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, shared.charCodeAt(0) - A) + rest
    const marks = [...(by[at++] ?? '').matchAll(/([a-t]|[u-z][a-z]{2})(\d*)/g)]
    yield [before, marks.map(([, mark = '', times]) => [targetOf(mark), Number(times || 1)])]
  }
}
