/** What may not be said: decisions, medical assessment, office language, names of services before they are needed. */

import { MAIN } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { refused } from '../base/refused/index.ts'
import type { Code } from '../base/report.ts'
import { inWords, list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import type { Texts } from '../base/text-forms.ts'
import { firstChoices } from '../tables/advice.ts'

type Rule = { find: string; instead?: string; unless?: string }

/** Words for staff, who know the office’s language. */
const FOR_STAFF = ['desk']
const CODES: Record<string, Code> = {
  decision: 'decision-wording',
  clinical: 'clinical-wording',
  office: 'office-word',
}

/** Stems are found at the beginning of words, whatever their ending. */
const stem = (find: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${find})`, 'iu')
const sentencesOf = (text: string): string[] => text.match(/[^.!?…\n]+[.!?…]*/g) ?? []

/** The list of a language, or of the language it is a form of (`fi-simple` → `fi`). */
const listFor = (language: string) => refused[language] ?? refused[language.split('-')[0] ?? '']

const compiled = new Map<Rule, [RegExp, RegExp | undefined]>()
function patterns(rule: Rule): [RegExp, RegExp | undefined] {
  const known = compiled.get(rule) ?? [
    stem(rule.find),
    rule.unless === undefined ? undefined : stem(rule.unless),
  ]
  compiled.set(rule, known)
  return known
}

function found(rule: Rule, text: string): string | undefined {
  const [find, unless] = patterns(rule)
  if (!find.test(text)) return undefined
  const sentence = sentencesOf(text).find((one) => find.test(one) && !unless?.test(one))
  const hit = sentence === undefined ? undefined : find.exec(sentence)
  return hit
    ? /^[\p{L}\p{N}-]*/u.exec(sentence?.slice(hit.index + hit[0].length) ?? '')?.[0].replace(/^/, hit[0])
    : undefined
}

/** What of a text is refused in a language: decisions, medical assessment, office language. */
export function refusals(language: string, text: string): { code: Code; found: string; instead: string }[] {
  const rules = listFor(language)
  return Object.entries(CODES).flatMap(([kind, code]) =>
    ((rules?.[kind as 'decision'] ?? []) as Rule[]).flatMap((rule) => {
      const hit = found(rule, text)
      return hit === undefined ? [] : [{ code, found: hit, instead: rule.instead ?? '' }]
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

/** Checks the texts of one file of one language. */
export function checkWording(survey: Survey, language: string, namespace: string, texts: Texts): void {
  if (FOR_STAFF.includes(namespace)) return
  const rules = listFor(language)
  const file = fileOf.words(language, namespace)
  if (!rules) {
    if (namespace === MAIN) survey.report('language-unguarded', file, [], { language }, { level: 'warning' })
    return
  }
  for (const [key, text] of Object.entries(texts)) {
    for (const { code, ...fill } of refusals(language, text)) survey.report(code, file, [key], fill)
    if (!isFirstChoice(survey, namespace, key)) continue
    const name = rules.services.map((find) => found({ find }, text)).find((hit) => hit !== undefined)
    if (name !== undefined) survey.report('service-name', file, [key], { found: name })
  }
  checkNumbers(survey, file, texts)
}

/** A number that shows how to write one; it calls nobody. */
const EXAMPLE = '0401234567'

/** Telephone numbers in texts must be lines that somebody has verified. */
function checkNumbers({ content, report }: Survey, file: string, texts: Texts): void {
  if (!('lines' in content.area)) return
  const digits = (text: unknown) => inWords(text).replace(/\D/g, '')
  const lines = list(record(content.area.lines).lines).map((line) => digits(record(line).number))
  const verified = new Set([EXAMPLE, ...lines])
  for (const [key, text] of Object.entries(texts)) {
    for (const number of text.match(/(?<![\d/.-])\+?\d[\d ]{4,}\d(?![\d/-])/g) ?? []) {
      if (!verified.has(digits(number))) report('unverified-number', file, [key], { found: number })
    }
  }
}
