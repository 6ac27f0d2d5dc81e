/** Does one test hold of one answer? */
import { isUnsure } from './answer.ts'
import { dayOf } from './day.ts'
import type { Lists, Test, TestObject, Value } from './definition.ts'
import { DECLINED, DONT_KNOW, NONE } from './words.ts'

type Scalar = string | number | boolean
type List = Lists[string]

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

/** One named test of a real answer. Days and numbers compare only with their like; bounds of days are strict. */
function part(name: string, test: TestObject, value: Value, list: List | undefined, on: string): boolean {
  switch (name as keyof TestObject) {
    case 'is':
      return one(value, test.is as Scalar)
    case 'any':
      return (test.any as Scalar[]).some((wanted) => one(value, wanted))
    case 'all':
      return (test.all as Scalar[]).every((wanted) => one(value, wanted))
    case 'none':
      return !(test.none as Scalar[]).some((wanted) => one(value, wanted))
    case 'min':
      return typeof value === 'number' && value >= (test.min as number)
    case 'max':
      return typeof value === 'number' && value <= (test.max as number)
    case 'size':
      return size(value, test.size as NonNullable<TestObject['size']>)
    case 'before':
      return typeof value === 'string' && value < dayOf(test.before as string, on)
    case 'after':
      return typeof value === 'string' && value > dayOf(test.after as string, on)
    case 'where':
      return having(value, test.where as Record<string, Scalar>, list).length > 0
    default:
      return true
  }
}

const STATUS = ['answered', 'dontKnow', 'declined']
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

/**
 * Whether one test holds of one answer. `list` is the question's own named list, for `where`.
 * No answer (`undefined`) fails every test of a value, and is neither answered, “I don't know” nor declined.
 */
export function holds(given: Test, value: Value | undefined, on: string, list?: List): boolean {
  const test = toTest(given)
  if (isUnsure(value)) return holdsUnsure(test, value as Value)
  if (test.dontKnow || test.declined) return false
  if (value === undefined) return isStatusOnly(test) && !test.answered
  if (test.answered === false) return false
  const names = Object.keys(test)
  if (test.unsure && names.length === 1) return false
  return names.every((name) => part(name, test, value, list, on))
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
