/** Forms of a text for an earlier answer (`…_if-north`, `…_if-answered`), and the names that a text has filled in. */
import { ANSWERED_BY, SCALE } from '../../flow/kinds.ts'
import { PROFESSIONAL, RELATIVE } from '../../flow/named.ts'
import { ANSWERED } from '../../flow/words.ts'
import { fileOf } from '../base/content.ts'
import { rowOf } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import { meaning, type Survey, type SurveyedQuestion } from '../base/survey.ts'
import { answerFormOf, type Texts, withoutAnswerForm } from '../base/text-forms.ts'
import filled from './filled.json' with { type: 'json' }

/** A hint may stand for some answers only; other words stand plain too, for whoever did not answer. */
const MAY_STAND_ALONE = ['hint']
const ASKER = new RegExp(`_(${RELATIVE}|${PROFESSIONAL})$`)
const NAMES = /\{\{\s*([^}]*?)\s*\}\}/g

/** The question whose answer decides the words of a step. */
function deciding(survey: Survey, flow: string, step: string): SurveyedQuestion | undefined {
  const asked = [...survey.questions.values()].find((one) => one.flow === flow && one.step === step)
  const by = asked?.bag.wordsBy
  if (typeof by !== 'string') return undefined
  return meaning(survey, survey.sections.get(flow) ?? [], by)
}

const answersOf = ({ ask, options }: SurveyedQuestion): string[] =>
  rowOf(ANSWERED_BY, ask) === 'steps' ? SCALE.map(String) : options

function checkForm(
  survey: Survey,
  file: string,
  key: string,
  texts: Texts,
  by: SurveyedQuestion | undefined,
): void {
  const form = answerFormOf(key)
  if (form === undefined) return
  const [step = '', part = ''] = key.split(/[._]/)
  if (!by) survey.report('form-without-question', file, [key], { key, step }, { part: 'key' })
  else if (form !== ANSWERED && !answersOf(by).includes(form)) {
    const fill = { key, form, question: by.step, hint: hint(form, [...answersOf(by), ANSWERED]) }
    survey.report('form-unknown', file, [key], fill, { part: 'key' })
  } else if (!MAY_STAND_ALONE.includes(part) && !(withoutAnswerForm(key) in texts))
    survey.report('form-alone', file, [key], { key, plain: withoutAnswerForm(key) }, { part: 'key' })
  else {
    // for a near one a form of its own is found only beside the one for everybody
    const bare = key.replace(ASKER, '')
    if (!(bare in texts)) survey.report('form-alone', file, [key], { key, plain: bare }, { part: 'key' })
    for (const asker of [RELATIVE, PROFESSIONAL]) {
      const own = `${key}_${asker}`
      if (key === bare && `${withoutAnswerForm(key)}_${asker}` in texts && !(own in texts))
        survey.report('form-asker', file, [key], { key, plain: own }, { part: 'key', fold: `${file} ${key}` })
    }
  }
}

/** Which names a text may have filled in: in the words of a flow only the answer that its own form is about. */
function namesFor(
  survey: Survey,
  namespace: string,
  key: string,
  by: SurveyedQuestion | undefined,
): string[] {
  if (!survey.flows.has(namespace)) return (filled as Record<string, string[]>)[namespace] ?? []
  return by && answerFormOf(key) !== undefined ? [by.step] : []
}

/** The names that the text of a key may have filled in. */
export function namesOf(survey: Survey, namespace: string, key: string): string[] {
  const isFlow = survey.flows.has(namespace)
  const by = isFlow ? deciding(survey, namespace, key.split('.')[0] ?? '') : undefined
  return namesFor(survey, namespace, key, by)
}

/** Checks the forms and the names of one file of one language. */
export function checkAnswerForms(survey: Survey, language: string, namespace: string, texts: Texts): void {
  const file = fileOf.words(language, namespace)
  const isFlow = survey.flows.has(namespace)
  for (const [key, text] of Object.entries(texts)) {
    const by = isFlow ? deciding(survey, namespace, key.split('.')[0] ?? '') : undefined
    if (isFlow) checkForm(survey, file, key, texts, by)
    if (!text.includes('{{')) continue
    const known = namesFor(survey, namespace, key, by)
    for (const [, name = ''] of text.matchAll(NAMES))
      if (!known.includes(name))
        survey.report('name-unfilled', file, [key], { name: `{{${name}}}`, ...tellNames(known) })
  }
}

const tellNames = (known: string[]) => ({
  names: known.map((name) => `{{${name}}}`).join(', ') || '–',
})
