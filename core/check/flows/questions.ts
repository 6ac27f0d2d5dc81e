/** Each question by itself: can it be answered, and would the answer change anything? */

import { ANSWERED_BY } from '../../flow/kinds.ts'
import { DECLINED, DONT_KNOW, NONE, STRIP } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { inWords, list, rowOf } from '../base/safe-access.ts'
import { hint } from '../base/suggest.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'

/** What editors call an own “I don't know”. */
const UNSURE = /^(i-)?(dont|do-not|en|ej|vet)-?(know|tieda|inte|osaa-sanoa)$|^(not-sure|unsure)$/
const RESERVED = [DONT_KNOW, DECLINED, NONE].map((name) => name.toLowerCase())

function checkOptions(
  { report, lists, whole }: Survey,
  { file, path, step, ask, bag }: SurveyedQuestion,
): void {
  if (rowOf(ANSWERED_BY, ask) !== 'options') return
  const at = (...more: Path) => [...path, ...more]
  if (bag.options !== undefined && bag.list !== undefined) {
    report('options-and-list', file, at('list'), { name: step }, { part: 'key' })
  }
  if (bag.options === undefined && bag.list === undefined) {
    report('no-options', file, path, { name: step }, { part: 'key' })
  }
  if (typeof bag.list === 'string' && !(bag.list in lists) && whole('flows/lists.yaml')) {
    report('unknown-list', file, at('list'), { name: bag.list, hint: hint(bag.list, Object.keys(lists)) })
  }
  list(bag.options).forEach((option, index, all) => {
    const name = inWords(option)
    if (all.indexOf(option) < index) report('duplicate-option', file, at('options', index), { name })
    if (UNSURE.test(name)) report('own-unsure', file, at('options', index), { name, step })
    else if (RESERVED.includes(name.toLowerCase()))
      report('reserved-name', file, at('options', index), { name })
  })
  if (ask === 'one' && list(bag.options).length === 1)
    report('single-option', file, at('options'), { name: step })
}

function checkBounds({ report }: Survey, { file, path, ask, bag, options }: SurveyedQuestion): void {
  const { min, max, least, most } = bag
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    report('upside-down', file, [...path, 'min'], { least: min, greatest: max })
  }
  if (ask === 'many' && typeof least === 'number' && typeof most === 'number' && least > most) {
    report('upside-down', file, [...path, 'least'], { least, greatest: most })
  }
  if (ask === 'many' && typeof least === 'number' && options.length > 0 && least > options.length) {
    report('too-many-wanted', file, [...path, 'least'], { least, count: options.length })
  }
  if (ask === 'many' && typeof most === 'number' && options.length > 0 && most > options.length) {
    report('too-many-allowed', file, [...path, 'most'], { most, count: options.length })
  }
}

function checkName({ report }: Survey, { file, path, step }: SurveyedQuestion): void {
  if (step === STRIP && path[0] !== 'strip')
    report('reserved-name', file, path, { name: step }, { part: 'key' })
}

/** An id that is in a list twice means two things. */
function checkLists({ report, lists }: Survey): void {
  for (const [name, items] of Object.entries(lists)) {
    const ids = items.map(({ id }) => inWords(id))
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index)
        report('list-duplicate', 'flows/lists.yaml', [name, index, 'id'], { name: id })
    })
  }
}

/** Checks all questions and the lists they choose from. */
export function checkQuestions(survey: Survey): void {
  checkLists(survey)
  for (const question of survey.questions.values()) {
    checkOptions(survey, question)
    checkBounds(survey, question)
    checkName(survey, question)
  }
}
