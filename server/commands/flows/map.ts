/** The content as an indented text in words: what is asked, where each answer leads, and what the tables make of it. */
import type { ParsedContent } from '#core/check/base/content.ts'
import { flowsInWords } from './map/steps.ts'
import { tablesInWords } from './map/tables.ts'
import { looked } from './map/words.ts'

/** The map of every flow, sub-flows where they are walked, then of the tables; of content with mistakes, as far as it goes. */
export function mapOf(content: ParsedContent): string[] {
  const survey = looked(content)
  return [...flowsInWords(survey), '', ...tablesInWords(survey)]
}
