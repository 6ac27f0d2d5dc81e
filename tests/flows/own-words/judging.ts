/** Own words judged on sentences that were written without sight of the phrases: how often the right area comes first, and among the three. */
import { readFileSync } from 'node:fs'
import { reckoned } from '#core/match/left-out.ts'
import { MOST_SUGGESTED } from '#core/match/most.ts'
import { type Phrases, packed } from '#core/match/phrases.ts'
import { offeredFor, type Reckoning } from '#core/match/reckoning.ts'
import { loadPhrases } from '../../support/content.ts'

export const THIRDS = ['plain', 'service', 'oblique'] as const
export type Third = (typeof THIRDS)[number]
export type Sentence = { third: Third; right: string[]; text: string }
export type Judged = { count: number; first: number; three: number }

const FOLDER = new URL('./', import.meta.url)

export const sentencesIn = (language: string): Sentence[] =>
  readFileSync(new URL(`${language}.txt`, FOLDER), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' | ') && !line.startsWith('#'))
    .map((line) => {
      const [third = '', right = '', text = ''] = line.split('|').map((part) => part.trim())
      return { third: third as Third, right: right.split(',').map((one) => one.trim()), text }
    })

export const phrasesIn = loadPhrases

/** As the first screen has it. */
export const reckoningFor = (phrases: Phrases): Reckoning => reckoned(packed(phrases))

export function judge(reckoning: Reckoning, sentences: Sentence[]): Record<Third, Judged> {
  const judged = Object.fromEntries(
    THIRDS.map((third) => [third, { count: 0, first: 0, three: 0 }]),
  ) as Record<Third, Judged>
  for (const { third, right, text } of sentences) {
    const areas = offeredFor(reckoning, text).areas.slice(0, MOST_SUGGESTED)
    judged[third].count += 1
    if (right.includes(areas[0] ?? '')) judged[third].first += 1
    if (areas.some((area) => right.includes(area))) judged[third].three += 1
  }
  return judged
}
