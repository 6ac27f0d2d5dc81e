/** Phrases as editors write them (`locales/{language}/phrases.yaml`), and what is made of them for browsers. */
import type { Id } from '../flow/definition.ts'
import { wordsIn } from './folded.ts'
import { type CountedWord, type PackedPhrases, packWords } from './packed.ts'

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

/** A word that so many areas know says of no advice item which it is: it is counted for the area alone, and travels lighter. */
const COMMON = 9

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

/**
 * Pure: the same phrases are packed into the same text.
 * @param areaOf the first life area of an advice item; one of an area without phrases is left out
 */
export function packed(phrases: Phrases, areaOf: (advice: Id) => Id | undefined): PackedPhrases {
  const areas = Object.keys(phrases.areas)
  const known = Object.entries(phrases.advice).filter(([id]) => areas.includes(areaOf(id) ?? ''))
  const advice = known.map(([id]): [Id, number] => [id, areas.indexOf(areaOf(id) ?? '')])
  const first = areas.length + 1
  const words = countedWords(targetsOf({ ...phrases, advice: Object.fromEntries(known) }))
  for (const by of words.values()) {
    if ([...by.keys()].filter((target) => target < first).length < COMMON) continue
    for (const [target, times] of [...by].filter(([one]) => one >= first)) {
      const home = advice[target - first]?.[1] ?? 0
      by.delete(target)
      by.set(home, (by.get(home) ?? 0) + times)
    }
  }
  const sorted = [...words].sort(([a], [b]) => (a < b ? -1 : 1))
  const all = sorted.map(([word, by]): CountedWord => [word, [...by].sort(([a], [b]) => a - b)])
  return { areas, advice, ...packWords(all) }
}
