/** Copies of content files under names that could be names: nobody asks for them, and they are told as copies. */
import { schemas } from '../../flow/schema.ts'
import { MAIN } from '../../flow/words.ts'
import { fileOf, type ParsedContent, SOURCE_LANGUAGE } from '../base/content.ts'
import { copied } from '../base/copies.ts'
import type { Report } from '../base/report.ts'
import { inWords, record } from '../base/safe-access.ts'

const TABLES = ['routing', 'lists', 'cases']

type Shelf = Record<string, unknown>
/** Tells of each copy of a shelf, and gives the shelf without them. */
function kept<Kept extends Shelf>(
  report: Report,
  shelf: Kept,
  fileNamed: (name: string) => string,
  originalOf: (name: string) => string | undefined,
): Kept {
  const copies = Object.keys(shelf).filter((name) => {
    const original = originalOf(name)
    if (original === undefined) return false
    const [own, other] = [fileNamed(name), fileNamed(original)]
    report('file-copy', own, [], { name: own.split('/').at(-1) ?? own, original: other })
    return true
  })
  if (copies.length === 0) return shelf
  return Object.fromEntries(Object.entries(shelf).filter(([name]) => !copies.includes(name))) as Kept
}

/** Content without the copies that nobody asks for, each of which is reported. */
export function withoutCopies(content: ParsedContent, report: Report): ParsedContent {
  const { flows, advice, area, words, routing } = content
  const walked = Object.values(record(record(flows[MAIN]).steps)).flatMap((step) =>
    Object.values(record(record(step).sections)).map(inWords),
  )
  const told = JSON.stringify(routing) ?? ''
  const ownFlows = kept(report, flows, fileOf.flow, (name) =>
    walked.includes(name)
      ? undefined
      : copied(name, (one) => TABLES.includes(one) || (one in flows && one !== name)),
  )
  const source = words[SOURCE_LANGUAGE] ?? {}
  return {
    ...content,
    flows: ownFlows,
    advice: kept(report, advice, fileOf.advice, (name) =>
      told.includes(`"${name}"`) ? undefined : copied(name, (one) => one in advice),
    ),
    area: kept(report, area, fileOf.area, (name) =>
      `area-${name}` in schemas ? undefined : copied(name, (one) => `area-${one}` in schemas),
    ),
    words: Object.fromEntries(
      Object.entries(words).map(([language, files]) => {
        const original = (name: string) =>
          name in ownFlows ? undefined : copied(name, (one) => one in files || one in source)
        return [language, kept(report, files, (name) => fileOf.words(language, name), original)]
      }),
    ),
  }
}
