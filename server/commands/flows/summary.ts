/** How much content there is, in one line. */
import { dialogueOf, type ParsedContent } from '#core/check/base/content.ts'
import { targetsOf, wholePhrases } from '#core/match/phrases.ts'
import { counted } from './map/phrases.ts'

const size = (value: object | undefined): number => Object.keys(value ?? {}).length

/** Counts of checked content: flows, steps, rows, advice, cases, texts, phrases, languages. */
export function summaryOf(content: ParsedContent): string {
  const { flows, tables, advice } = dialogueOf(content)
  const steps = Object.values(flows).reduce(
    (sum, flow) => sum + size(flow.steps) + size(flow.shared) + size(flow.request),
    0,
  )
  const rows = [tables.segment, tables.advice, tables.attention].reduce(
    (sum, table) => sum + table.rows.length,
    0,
  )
  const files = Object.values(content.words).flatMap((language) => Object.values(language))
  const texts = files.reduce<number>((sum, file) => sum + size(file as object), 0)
  const phrases = Object.values(content.phrases).reduce<number>(
    (sum, own) => sum + targetsOf(wholePhrases(own)).flatMap((one) => one.phrases).length,
    0,
  )
  const languages = Object.keys(content.words)
  return [
    counted(size(flows), 'count.flow', 'count.flows'),
    counted(steps, 'count.step', 'count.steps'),
    counted(rows, 'count.row', 'count.rows'),
    counted(size(advice), 'count.item', 'count.items'),
    counted(Array.isArray(content.cases) ? content.cases.length : 0, 'count.case', 'count.cases'),
    counted(texts, 'count.text', 'count.texts'),
    counted(phrases, 'count.phrase', 'count.phrases'),
    counted(languages.length, 'count.language', 'count.languages', languages.join(', ')),
  ].join(', ')
}
