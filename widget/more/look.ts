/** What `look` says, in words of any order: `left 24 80 #7a1fa2`, `inline`. */
import { warn } from '../loader/warn.ts'

const WORDS = ['left', 'right', 'top', 'bottom', 'inline', 'page', 'links'] as const
type Word = (typeof WORDS)[number]
export type Look = {
  /** as it was written */
  said: string
  has(word: Word): boolean
  /** px from the sides of the corner: across, and up or down */
  offset: [number, number] | undefined
  color: string | undefined
}

const isWord = (word: string): word is Word => (WORDS as readonly string[]).includes(word)

/** What is neither a word of ours nor a number nor a colour is told to the web master, and left out. */
export function lookOf(said: string): Look {
  const words = new Set<Word>()
  const numbers: number[] = []
  let color: string | undefined
  // a colour may have spaces, between its brackets
  for (const one of said.match(/[^\s(]+(\([^)]*\)+)?/g) ?? []) {
    const word = one.toLowerCase()
    if (isWord(word)) words.add(word)
    else if (/^\d+(px)?$/.test(word)) numbers.push(Number.parseInt(word, 10))
    else if (CSS.supports('color', one)) color = one
    else warn(`look="${said}": “${one}” is no word of it, no number and no colour.`)
  }
  const [across, along = across] = numbers
  return {
    said,
    has: (word) => words.has(word),
    offset: across === undefined ? undefined : [across, along as number],
    color,
  }
}
