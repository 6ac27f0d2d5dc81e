/** Phrases as editors write them (`locales/{language}/phrases.yaml`), and what is made of them for browsers. */
import type { Id } from '../flow/definition.ts'
import { wordsIn } from './folded.ts'
import { type PackedItems, type PackedPhrases, type PackedWords, packWords } from './packed.ts'

export type Phrases = {
  /** life area → what people say of it */
  areas: Record<Id, string[]>
  /** advice item → what people say whom it helps */
  advice: Record<Id, string[]>
  /** what tells of danger, whichever */
  danger: string[]
}

/** A checked file with the parts that it leaves out. @param file as parsed */
export const wholePhrases = (file: unknown): Phrases => ({
  areas: {},
  advice: {},
  danger: [],
  ...(file as Partial<Phrases>),
})

/** A target with its phrases, and where they stand in the file. */
export type PhraseTarget = { path: string[]; phrases: string[] }

/** In the order in which targets are counted: areas, danger, advice. */
export function targetsOf({ areas, advice, danger }: Phrases): PhraseTarget[] {
  const named = (part: string, all: Record<Id, string[]>) =>
    Object.entries(all).map(([name, phrases]) => ({ path: [part, name], phrases }))
  return [...named('areas', areas), { path: ['danger'], phrases: danger }, ...named('advice', advice)]
}

/** Word → target → times; the order of targets is that of `targetsOf`. */
function countedWords(all: PhraseTarget[]): Map<string, Map<number, number>> {
  const words = new Map<string, Map<number, number>>()
  for (const [target, { phrases }] of all.entries())
    for (const word of phrases.flatMap(wordsIn)) {
      const by = words.get(word) ?? new Map<number, number>()
      words.set(word, by.set(target, (by.get(target) ?? 0) + 1))
    }
  return words
}

/** In the order of the alphabet, so that alike words stand beside each other. */
const inOrder = (words: Map<string, Map<number, number>>): PackedWords =>
  packWords(
    [...words]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([word, by]) => [word, [...by].sort(([a], [b]) => a - b)]),
  )

/** Pure: the same phrases are packed into the same text. Those of advice items travel apart (`packedItems`). */
export const packed = (phrases: Phrases): PackedPhrases => ({
  areas: Object.keys(phrases.areas),
  ...inOrder(countedWords(targetsOf({ ...phrases, advice: {} }))),
})

/** @param areaOf the first life area of an advice item; one of an area without phrases is left out */
export function packedItems(phrases: Phrases, areaOf: (advice: Id) => Id | undefined): PackedItems {
  const areas = Object.keys(phrases.areas)
  const known = Object.entries(phrases.advice).filter(([id]) => areas.includes(areaOf(id) ?? ''))
  return {
    advice: known.map(([id]) => [id, areas.indexOf(areaOf(id) ?? '')]),
    ...inOrder(countedWords(known.map(([id, all]) => ({ path: ['advice', id], phrases: all })))),
  }
}
