/** Conditions joined as one speaks (“a or b”, a list, a set under *any*): each is told with the same ones as they are written right. */
import type { Path } from '../base/problem.ts'
import { type Bag, inWords, isRecord } from '../base/safe-access.ts'
import { type Code, phrase } from '../said/saying.ts'
import { type CheckedFile, lastName } from './wrong-type.ts'

/** Words that people write between conditions, by what they mean. */
const JOINING: Record<string, 'any' | 'all'> = {
  ...{ or: 'any', either: 'any', anyOf: 'any', oneOf: 'any', tai: 'any', joko: 'any', eller: 'any' },
  ...{ and: 'all', both: 'all', allOf: 'all', ja: 'all', sekä: 'all', och: 'all' },
  ...{ any: 'any', all: 'all' },
}
const joins = (name: string): 'any' | 'all' | undefined =>
  Object.hasOwn(JOINING, name) ? JOINING[name] : undefined

/** Those that no question is called by. */
const ALONE = ['or', 'and']

/** An example longer than this shows only which questions it joins. */
const LONGEST = 140

/** A text that YAML would read as something else without its quotes. */
const quoted = (text: string): string =>
  /^(?:[\d.]+|true|false|null|~|.*[:#,{}[\]].*)$/.test(text) ? `'${text}'` : text

/** A value as it is written on one line; `most`: how many levels of it are written out. */
function written(value: unknown, most: number): string {
  if (most === 0 && typeof value === 'object') return '…'
  if (Array.isArray(value)) return `[${value.map((item) => written(item, most - 1)).join(', ')}]`
  if (!isRecord(value)) return typeof value === 'string' ? quoted(value) : inWords(value)
  const entries = Object.entries(value).map(([name, inner]) => `${name}: ${written(inner, most - 1)}`)
  return `{ ${entries.join(', ')} }`
}
const example = (value: unknown): string => {
  const whole = written(value, 9)
  return whole.length <= LONGEST ? whole : written(value, 4)
}

/** Each entry of a set as a condition of its own. */
const apart = (set: Bag): Bag[] => Object.entries(set).map(([name, inner]) => ({ [name]: inner }))

/** Conditions of which one is enough, or which must all hold: in one set where no question stands in two of them. */
function together(conditions: Bag[], by: 'any' | 'all'): Bag {
  const [only, ...more] = conditions
  if (only && more.length === 0) return only
  const names = conditions.flatMap((one) => Object.keys(one))
  const isOnce = new Set(names).size === names.length
  return by === 'all' && isOnce ? Object.assign({}, ...conditions) : { [by]: conditions }
}

/** What stands under a joining word: its conditions one by one. */
function conditionsOf(inner: unknown): Bag[] | undefined {
  if (isRecord(inner)) return apart(inner)
  return Array.isArray(inner) && inner.length > 0 && inner.every(isRecord) ? inner : undefined
}

/** Words that stand in a test of one answer: under a question, not under a word that joins. */
const TEST = [
  'is',
  'any',
  'all',
  'none',
  'min',
  'max',
  'size',
  'before',
  'after',
  'where',
  'answered',
  'unsure',
]
const isTestOf = (name: string, inner: unknown): boolean =>
  name !== 'any' &&
  name !== 'all' &&
  isRecord(inner) &&
  Object.keys(inner).every((word) => TEST.includes(word))

/** The question whose step this is, as one that the answers may belong to. */
const questionAt = (path: Path) => (path[0] === 'steps' ? inWords(path[1]) : phrase('someQuestion'))

/** Answers alone; the name of their question may stand before them: `[asker, professional]`. */
function listOf(place: CheckedFile, name: string, items: unknown[], path: Path): true {
  const question = questionAt(path)
  const answers = items[0] === question && items.length > 1 ? items.slice(1) : items
  const right = `any: ${example(answers)}`
  place.report('answers-without-question', place.file, path, { name, question, right })
  return true
}

/** Tells of a condition that joins others by a word or in a form that the language does not have; `true` when it does. */
export function joinedOtherwise(place: CheckedFile, condition: Bag, path: Path): boolean {
  for (const [name, inner] of Object.entries(condition)) {
    const by = joins(name)
    if (!by || isTestOf(name, inner)) continue
    const at = [...path, name]
    const isOurs = name === by
    const code: Code = isOurs ? 'joined-as-set' : by === 'any' ? 'joined-by-or' : 'joined-by-and'
    const told = (right: string): true => {
      place.report(code, place.file, at, { name, right }, { part: 'key' })
      return true
    }
    if (ALONE.includes(name) && typeof inner !== 'object')
      return told(by === 'any' ? 'any: [{ … }, { … }]' : '{ …, … }')
    if (Array.isArray(inner) && inner.length > 0 && !inner.some((item) => typeof item === 'object'))
      return listOf(place, name, inner, at)
    const inside = conditionsOf(inner)
    const { [name]: _, ...others } = condition
    const isAlone = Object.keys(others).length === 0
    // a list under a word of ours is as it should be; under another word only the word is wrong
    if (!inside || (Array.isArray(inner) && (isOurs || isAlone))) continue
    const own = isAlone || isOurs ? [] : [others]
    // under “or” beside others stands the other side of it, and all of that must hold
    const sides = isRecord(inner) && own.length > 0 && by === 'any' ? [inner] : inside
    return told(example(together([...own, ...sides], by)))
  }
  return false
}

/** A word that joins stands beside `when`, in a branch or a row; `true` when one does. */
export function joinedBeside(place: CheckedFile, holder: Bag, path: Path): boolean {
  for (const [name, inner] of Object.entries(holder)) {
    const by = joins(name)
    const inside = by && conditionsOf(inner)
    if (!inside || !isRecord(holder.when)) continue
    const sides = isRecord(inner) && by === 'any' ? [inner] : inside
    const right = example({ when: together([holder.when, ...sides], by) }).slice(2, -2)
    place.report('joined-beside', place.file, [...path, name], { name, right }, { part: 'key' })
    return true
  }
  return false
}

/** A list in the place of a condition. */
export function listAsCondition(place: CheckedFile, items: unknown[], path: Path): false {
  const name = lastName(path)
  if (items.length > 0 && !items.some((item) => typeof item === 'object')) {
    listOf(place, name, items, path)
    return false
  }
  const conditions = items.filter(isRecord)
  const [any, all] = (['any', 'all'] as const).map((by) => example(together(conditions, by)))
  const code: Code =
    items.length === 0
      ? 'condition-empty-list'
      : conditions.length === 1
        ? 'condition-in-brackets'
        : 'condition-as-list'
  place.report(code, place.file, path, { name, any: any ?? '', all: all ?? '' })
  return false
}

/** A single answer, or a set of them, where a test needs a list: `any: arrears`, `any: { arrears: true }`. */
export function answersNotListed(place: CheckedFile, value: unknown, path: Path): boolean {
  const name = path.at(-1)
  if (name !== 'any' && name !== 'all' && name !== 'none') return false
  const answers = isRecord(value) ? Object.keys(value) : [value]
  if (value === null || value === undefined || answers.length === 0) return false
  place.report('answers-not-listed', place.file, path, { name, right: `${name}: ${example(answers)}` })
  return true
}
