/** Each question by itself: can it be answered, and would the answer change anything? */

import { ANSWERED_BY } from '../../flow/kinds.ts'
import { MUNICIPALITIES } from '../../flow/named.ts'
import { DECLINED, DONT_KNOW, NONE, STRIP } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, kindOf, list, record, rowOf } from '../base/safe-access.ts'
import { guess, hint } from '../base/suggest.ts'
import type { Survey, SurveyedQuestion } from '../base/survey.ts'
import { phrase } from '../said/saying.ts'

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

/** Groups hold each option once, and pictures belong to rows that there are. */
function checkRows({ report }: Survey, { file, path, step, options, bag }: SurveyedQuestion): void {
  if (options.length === 0) return
  const unknown = (value: string, known: string[], at: Path, part: 'key' | 'value') =>
    report(
      'unknown-answer',
      file,
      [...path, ...at],
      { value, name: step, hint: hint(value, known) },
      { part },
    )
  const rows = [...options, DONT_KNOW, NONE]
  for (const option of Object.keys(record(bag.icons)))
    if (!rows.includes(option)) unknown(option, rows, ['icons', option], 'key')
  if (bag.groups === undefined) return
  const grouped: string[] = []
  for (const [group, members] of Object.entries(record(bag.groups)))
    for (const [index, member] of list(members).entries()) {
      const name = inWords(member)
      const at = ['groups', group, index]
      if (!options.includes(name)) unknown(name, options, at, 'value')
      else if (grouped.includes(name)) report('grouped-twice', file, [...path, ...at], { name })
      grouped.push(name)
    }
  const missing = options.filter((option) => !grouped.includes(option))
  if (missing.length > 0 && grouped.length > 0)
    report('not-grouped', file, [...path, 'groups'], { names: missing.join(', ') }, { part: 'key' })
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

const LISTS = 'flows/lists.yaml'

/** An id that is in a list twice means two things. */
function checkLists(survey: Survey): void {
  const asked = JSON.stringify([survey.content.flows, survey.content.routing])
  for (const [name, items] of Object.entries(survey.lists)) {
    const ids = items.map(({ id }) => inWords(id))
    ids.forEach((id, index) => {
      if (ids.indexOf(id) < index) survey.report('list-duplicate', LISTS, [name, index, 'id'], { name: id })
    })
    if (name !== MUNICIPALITIES) checkItems(survey, name, items, asked)
  }
}

/** Lists of so many items: what one alone has is a slip rather than a wish. */
const MANY_ITEMS = 4

/** A slip in one item of a list: an attribute of another type than in most, or one that it alone has and nothing asks for. */
function checkItems(survey: Survey, name: string, items: Bag[], asked: string): void {
  const attributes = new Map<string, { index: number; kind: string }[]>()
  for (const [index, item] of items.entries())
    for (const [attribute, value] of Object.entries(item)) {
      const holders = attributes.get(attribute) ?? []
      attributes.set(attribute, [...holders, { index, kind: kindOf(value).replace('integer', 'number') }])
    }
  for (const [attribute, holders] of attributes) {
    const [first] = holders
    const of = (kind: string) => holders.filter((one) => one.kind === kind)
    const usual = holders.reduce(
      (most, { kind }) => (of(kind).length > of(most).length ? kind : most),
      first?.kind ?? '',
    )
    for (const { index, kind } of holders.filter((one) => one.kind !== usual))
      survey.report(
        'list-two-kinds',
        LISTS,
        [name, index, attribute],
        { name: attribute, found: phrase(kind as 'text'), expected: phrase(usual as 'text') },
        { level: 'warning', fold: `${name} ${attribute}` },
      )
    if (holders.length > 1 || !first || items.length < MANY_ITEMS || asked.includes(`"${attribute}"`))
      continue
    const others = [...attributes.keys()].filter((other) => other !== attribute)
    const fill = { name: attribute, hint: guess(attribute, others) ?? phrase('removeAttribute') }
    survey.report('list-attribute-alone', LISTS, [name, first.index, attribute], fill, {
      part: 'key',
      level: 'warning',
    })
  }
}

/** Checks all questions and the lists they choose from. */
export function checkQuestions(survey: Survey): void {
  checkLists(survey)
  for (const question of survey.questions.values()) {
    checkOptions(survey, question)
    checkRows(survey, question)
    checkBounds(survey, question)
    checkName(survey, question)
  }
}
