/** What may not be said: decisions, medical assessment, office language, names of services before they are needed. */

import type { RefusedRule } from '../../flow/refused.ts'
import { MAIN, STAFF_NAMESPACES } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { beginning, holdsAny, type RefusedWords, refusedIn, wrongPatterns } from '../base/refused.ts'
import { inWords, list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import type { Texts } from '../base/text-forms.ts'
import { type Code, phrase, type SaidWord } from '../said/saying.ts'
import { firstChoices } from '../tables/advice.ts'

const CODES: Record<string, Code> = {
  decision: 'decision-wording',
  clinical: 'clinical-wording',
  office: 'office-word',
}

const sentencesOf = (text: string): string[] => text.match(/[^.!?…\n]+[.!?…]*/g) ?? []

/** Stems are found at the beginning of words, whatever their ending. */
const compiled = new WeakMap<RefusedRule, [RegExp | undefined, RegExp | undefined]>()
function patterns(rule: RefusedRule): [RegExp | undefined, RegExp | undefined] {
  const known: [RegExp | undefined, RegExp | undefined] = compiled.get(rule) ?? [
    beginning(rule.find),
    beginning(rule.unless),
  ]
  compiled.set(rule, known)
  return known
}

function found(rule: RefusedRule, text: string): string | undefined {
  const [find, unless] = patterns(rule)
  if (!find?.test(text)) return undefined
  const sentence = sentencesOf(text).find((one) => find.test(one) && !unless?.test(one))
  const hit = sentence === undefined ? undefined : find.exec(sentence)
  return hit
    ? /^[\p{L}\p{N}-]*/u.exec(sentence?.slice(hit.index + hit[0].length) ?? '')?.[0].replace(/^/, hit[0])
    : undefined
}

/** The rules of a kind that may find something in a text: mostly none. */
const listed = (rules: RefusedWords | undefined, kind: string, text: string): RefusedRule[] => {
  const all = rules?.[kind as 'decision'] ?? []
  return holdsAny(all, text) ? all : []
}

/** As it is read, whatever is between the words: spaces of Word, marks for breaking, a new line in the middle of a sentence. */
const asRead = (text: string): string =>
  text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?(?=\p{Ll})/gu, ' ')

/** What to write or do instead, in sentences. */
function insteadOf({ write, advise, instead }: RefusedRule): SaidWord {
  const texts = { or: [write ?? []].flat().map((text) => `"${text}"`) }
  return {
    sentences: [
      ...(texts.or.length > 0 ? [phrase('refused.write', { texts })] : []),
      ...(advise ? [phrase(`refused.${advise}`)] : []),
      ...(instead ? [instead] : []),
    ],
  }
}

/** What of a text is refused by the lists of its language: decisions, medical assessment, office language. */
export function refusals(
  rules: RefusedWords | undefined,
  written: string,
): { code: Code; found: string; instead: SaidWord }[] {
  const text = asRead(written)
  return Object.entries(CODES).flatMap(([kind, code]) =>
    listed(rules, kind, text).flatMap((rule) => {
      const hit = found(rule, text)
      return hit === undefined ? [] : [{ code, found: hit, instead: insteadOf(rule) }]
    }),
  )
}

/** The texts of the first choices, by which nobody should need to know a service’s name. */
function isFirstChoice(survey: Survey, namespace: string, key: string): boolean {
  const agendas = Object.values(survey.main?.steps ?? {}).flatMap((step) =>
    'agenda' in step ? [step.agenda] : [],
  )
  const [step, options, option] = key.replace(/_.*$/, '').split('.')
  const isOption = options === 'options' && firstChoices(survey).includes(inWords(option))
  return namespace === MAIN && agendas.includes(step) && isOption
}

/** The word of a text by which it names a service: also one in the middle of a longer word, where the stem is long enough to be no chance. */
const LONG_STEM = 7
function namedIn(find: string, text: string): string | undefined {
  const rest = '[\\p{L}\\p{N}-]*'
  const hit = beginning(find, rest)?.exec(text)?.[0]
  if (hit !== undefined || find.length < LONG_STEM) return hit
  return beginning(`[\\p{L}-]+(?:${find})`, rest)?.exec(text)?.[0]
}

/** Checks the texts of one file of one language. */
export function checkWording(survey: Survey, language: string, namespace: string, texts: Texts): void {
  if (STAFF_NAMESPACES.includes(namespace)) return
  const rules = refusedIn(survey.content, language)
  const file = fileOf.words(language, namespace)
  if (!rules) {
    if (namespace === MAIN) survey.report('language-unguarded', file, [], { language }, { level: 'warning' })
    return
  }
  for (const [key, text] of Object.entries(texts)) {
    for (const { code, ...fill } of refusals(rules, text)) survey.report(code, file, [key], fill)
    if (!isFirstChoice(survey, namespace, key)) continue
    const name = rules.services.map((find) => namedIn(find, asRead(text))).find((hit) => hit !== undefined)
    if (name !== undefined) survey.report('service-name', file, [key], { found: name })
  }
  checkNumbers(survey, file, texts)
}

/** A number that shows how to write one; it calls nobody. */
const EXAMPLE = '0401234567'

/** Telephone numbers in texts must be lines that somebody has verified. */
function checkNumbers({ content, report }: Survey, file: string, texts: Texts): void {
  // of a file that cannot be read nobody knows which numbers it verified
  if (!('lines' in content.area) || content.broken.includes(fileOf.area('lines'))) return
  const digits = (text: unknown) => inWords(text).replace(/\D/g, '')
  const lines = list(record(content.area.lines).lines).map((line) => digits(record(line).number))
  const verified = new Set([EXAMPLE, ...lines])
  for (const [key, text] of Object.entries(texts)) {
    if (!/\d[\d ]{4,}\d/.test(text)) continue
    for (const number of text.match(/(?<![\d/.-])\+?\d[\d ]{4,}\d(?![\d/-])/g) ?? []) {
      if (!verified.has(digits(number))) report('unverified-number', file, [key], { found: number })
    }
  }
}

/** Checks the patterns of a language’s own lists: what is none would refuse nothing. */
export function checkRefused({ content, report }: Survey): void {
  for (const [language, file] of Object.entries(content.refused))
    for (const { path, found: pattern } of wrongPatterns(file))
      report('bad-pattern', fileOf.refused(language), path, { pattern })
}
