/** Does one test hold of one answer? */
import { isUnsure } from './answer.ts'
import { dayOf } from './day.ts'
import type { Lists, OtherAnswer, Test, TestObject, Value } from './definition.ts'
import { DECLINED, DONT_KNOW, NONE } from './words.ts'

type Scalar = string | number | boolean
type List = Lists[string]
type Compare = { on: string; list: List | undefined; other: (name: string) => Value | undefined }

const one = (value: Value, wanted: Scalar): boolean => {
  if (!Array.isArray(value)) return value === wanted
  return wanted === NONE ? value.length === 0 : value.includes(wanted as string)
}
const size = (value: Value, { min = 0, max = Infinity }: NonNullable<TestObject['size']>): boolean =>
  Array.isArray(value) && value.length >= min && value.length <= max

/** The ticked ids whose item in the question's list has every wanted attribute. */
function having(value: Value, where: Record<string, Scalar>, list: List = []): string[] {
  const ids = Array.isArray(value) ? value : [String(value)]
  const fits = (id: string) =>
    list.some(
      (item) => item.id === id && Object.entries(where).every(([name, wanted]) => item[name] === wanted),
    )
  return ids.filter(fits)
}

/** The answer that a test names; one of another kind, none or an unsure one is never alike, above or below. */
function boundOf<Own>(bound: Own | OtherAnswer, { on, other }: Compare): Own | number | string | undefined {
  if (typeof bound !== 'object' || bound === null || !('answer' in bound))
    return typeof bound === 'string' ? dayOf(bound, on) : (bound as Own)
  const answer = other(bound.answer)
  return isUnsure(answer) || Array.isArray(answer) ? undefined : answer
}

/** Days and numbers compare only with their like; bounds of days are strict. */
function compares(name: 'min' | 'max' | 'before' | 'after', test: TestObject, value: Value, around: Compare) {
  const bound = boundOf(test[name], around)
  if (typeof value !== typeof bound || bound === undefined) return false
  switch (name) {
    case 'min':
      return value >= bound
    case 'max':
      return value <= bound
    case 'before':
      return value < bound
    case 'after':
      return value > bound
  }
}

/** One named test of a real answer. */
function part(name: string, test: TestObject, value: Value, around: Compare): boolean {
  switch (name as keyof TestObject) {
    case 'is':
      return typeof test.is === 'object' ? value === boundOf(test.is, around) : one(value, test.is as Scalar)
    case 'any':
      return (test.any as Scalar[]).some((wanted) => one(value, wanted))
    case 'all':
      return (test.all as Scalar[]).every((wanted) => one(value, wanted))
    case 'none':
      return !(test.none as Scalar[]).some((wanted) => one(value, wanted))
    case 'min':
    case 'max':
    case 'before':
    case 'after':
      return compares(name as 'min', test, value, around)
    case 'size':
      return size(value, test.size as NonNullable<TestObject['size']>)
    case 'where':
      return having(value, test.where as Record<string, Scalar>, around.list).length > 0
    default:
      return true
  }
}

const STATUS = ['asked', 'answered', 'dontKnow', 'declined']
const isStatusOnly = (test: TestObject): boolean => Object.keys(test).every((name) => STATUS.includes(name))
/** A bare value means `is`. */
export const toTest = (test: Test): TestObject => (typeof test === 'object' ? test : { is: test })

/** “I don't know” and “declined” match `unsure`, their own status, and being named; never a test of a real value. */
function holdsUnsure(test: TestObject, value: Value): boolean {
  if (test.unsure) return true
  const named = ({ is, any }: TestObject) =>
    (is === undefined || is === value) && (any === undefined || any.includes(value as string))
  const onlyNames = Object.keys(test).every(
    (name) => STATUS.includes(name) || name === 'is' || name === 'any',
  )
  return (
    onlyNames &&
    named(test) &&
    test.answered !== true &&
    (test.dontKnow === undefined || test.dontKnow === (value === DONT_KNOW)) &&
    (test.declined === undefined || test.declined === (value === DECLINED))
  )
}

const nobody = () => undefined
/**
 * Whether one test holds of one answer. `list` is the question's own named list, for `where`; `other` gives the answer that a
 * test compares with.
 * No answer (`undefined`) fails every test of a value, and is neither answered, “I don't know” nor declined: the question was not asked.
 */
export function holds(
  given: Test,
  value: Value | undefined,
  on: string,
  list?: List,
  other: Compare['other'] = nobody,
): boolean {
  const test = toTest(given)
  if (test.asked === (value === undefined)) return false
  if (isUnsure(value)) return holdsUnsure(test, value as Value)
  if (test.dontKnow || test.declined) return false
  if (value === undefined) return isStatusOnly(test) && !test.answered
  if (test.answered === false) return false
  const names = Object.keys(test)
  if (test.unsure && names.every((name) => name === 'unsure' || name === 'asked')) return false
  return names.every((name) => part(name, test, value, { on, list, other }))
}

/** What a person would recognise as the reason: of a list only the ticks the test is about. */
export function recognisable(given: Test, value: Value, list: List | undefined): Value {
  if (!Array.isArray(value)) return value
  const test = toTest(given)
  const named = [test.is, test.any, test.all].flat()
  const ticks = value.filter((id) => named.includes(id))
  if (ticks.length > 0) return ticks
  return test.where ? having(value, test.where, list) : value
}
