/** What `npm run flows -- --phrases` says: each phrase left out in turn, and which of them the others do not find again. */
import { dialogueOf, fileOf } from '#core/check/base/content.ts'
import { leaveEachOut, type Missed } from '#core/match/left-out.ts'
import { packed, packedItems, wholePhrases } from '#core/match/phrases.ts'
import type { Parsed } from '../../content/reading/parse.ts'
import { say } from './map/phrases.ts'

const share = (part: number, all: number) => Math.round((100 * part) / Math.max(1, all))

/** Lines for one language: how well its phrases find each other, then those that are not found and those that pull two ways. */
function ofLanguage({ content, locate }: Parsed, language: string): string[] {
  const { advice } = dialogueOf(content)
  const phrases = wholePhrases(content.phrases[language])
  const items = packedItems(phrases, (id) => advice[id]?.lifeAreas[0])
  const { count, first, amongSuggested, missed } = leaveEachOut(phrases, packed(phrases), items)
  const counts = { count, first: share(first, count), three: share(amongSuggested, count) }
  const line = ({ path, phrase, area, instead, twoWays }: Missed) => {
    const { file, line, column } = locate(fileOf.phrases(language), path)
    const fill = { phrase, area, instead: instead.join(', ') }
    return `${file}:${line}:${column} ${say(twoWays ? 'phrases.twoWays' : 'phrases.missed', fill)}`
  }
  return [say('phrases.found', { language, ...counts }), ...missed.map(line)]
}

/** Of every language that has phrases; content with mistakes is not judged. */
export const leftOutIn = (parsed: Parsed): string[] =>
  Object.keys(parsed.content.phrases).flatMap((language) => ofLanguage(parsed, language))
