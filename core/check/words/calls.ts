/** An outcome that sends people to a telephone has a number that answers, or says honestly where it is found. */
import { fileOf } from '../base/content.ts'
import { beginning, refusedIn } from '../base/refused.ts'
import { inWords, list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { plainKey, type Texts } from '../base/text-forms.ts'

type Kind = 'calls' | 'soon' | 'honest'

const patterns = new WeakMap<string[], RegExp | undefined>()
/** Beginnings of words of one kind in a language; nothing when the language has no list. */
function pattern({ content }: Survey, language: string, kind: Kind): RegExp | undefined {
  const stems = refusedIn(content, language)?.[kind] ?? []
  const known = patterns.get(stems) ?? beginning(stems.join('|'), '[\\p{L}-]*')
  patterns.set(stems, known)
  return known
}

/** The word by which a text sends people to a telephone, or says that it must be soon. */
const wordIn = (survey: Survey, language: string, text: string, kinds: Kind[]): string | undefined =>
  kinds.map((kind) => pattern(survey, language, kind)?.exec(text)?.[0]).find((found) => found !== undefined)

const digits = (text: unknown) => inWords(text).replace(/\D/g, '')

/** Does the text name one of the verified numbers, or say where a number is found? */
function answers(survey: Survey, language: string, text: string): boolean {
  const { lines: helping, services } = record(survey.content.area.lines)
  const lines = [...list(helping), ...list(services).filter((row) => record(row).verifiedOn)].map((line) =>
    digits(record(line).number),
  )
  const numbers = text.match(/\d[\d ]*\d/g) ?? []
  return (
    numbers.some((number) => lines.includes(digits(number))) ||
    pattern(survey, language, 'honest')?.test(text) === true
  )
}

/** Where a conversation ends: a line of its own in `helps`, or an honest word in the text. */
function checkSegments(survey: Survey, language: string, texts: Texts): void {
  const helps = record(record(survey.content.area.lines).helps)
  for (const [key, text] of Object.entries(texts)) {
    const [name = '', part] = plainKey(key).split('.')
    const found = part === 'text' ? wordIn(survey, language, text, ['calls', 'soon']) : undefined
    if (found === undefined || list(helps[name]).length > 0 || answers(survey, language, text)) continue
    survey.report('call-without-number', fileOf.words(language, 'segments'), [key], { found, name })
  }
}

/** Each line of an advice item for itself: 112 in one line is no number of the office in another. */
function checkAdviceLines(survey: Survey, language: string, texts: Texts): void {
  for (const [key, text] of Object.entries(texts)) {
    const [id = '', part] = plainKey(key).split('.')
    const { number, line: service } = record(survey.content.advice[id])
    if (part !== 'how' || number !== undefined || service !== undefined) continue
    for (const line of text.split('\n')) {
      const found = wordIn(survey, language, line, ['calls'])
      if (found === undefined || answers(survey, language, line)) continue
      const fill = { found, file: fileOf.advice(id) }
      survey.report('advice-without-number', fileOf.words(language, 'advice'), [key], fill)
      break
    }
  }
}

/** Checks the texts of outcomes in one language, when the place has lines at all. */
export function checkCalls(survey: Survey, language: string, namespace: string, texts: Texts): void {
  const { area, broken } = survey.content
  // of a file that cannot be read nobody knows which lines it has
  if (!('lines' in area) || broken.includes(fileOf.area('lines'))) return
  if (namespace === 'segments') checkSegments(survey, language, texts)
  if (namespace === 'advice') checkAdviceLines(survey, language, texts)
}

/** An item that leads to its page for the number, or for that of its service while nobody has verified it, has such a page. */
export function checkNumberPages({ content, report }: Survey): void {
  for (const [id, item] of Object.entries(content.advice)) {
    const { number, line, link } = record(item)
    const says = number === 'page' ? 'number' : line === undefined ? undefined : 'line'
    if (says && link === undefined) report('number-without-page', fileOf.advice(id), [says])
  }
}
