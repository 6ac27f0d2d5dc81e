/** Answers worth trying at a question: every option, and both sides of every bound that a condition names. */
import { accept, listOf, optionsOf, type Question } from '../flow/answer.ts'
import { dayOf } from '../flow/day.ts'
import type {
  Condition,
  Count,
  Dialogue,
  Id,
  Lists,
  OtherAnswer,
  Test,
  TestObject,
  Value,
} from '../flow/definition.ts'
import { toTest } from '../flow/holds.ts'
import type { Ask } from '../flow/kinds.ts'
import { CONDITION_WORDS, DECLINED, DONT_KNOW } from '../flow/words.ts'

export type Tests = Map<Id, TestObject[]>
const stepOf = (address: string): Id => address.slice(address.indexOf('/') + 1)

const isOther = (bound: unknown): bound is OtherAnswer => typeof bound === 'object' && bound !== null
/** The answers that a test compares with. */
const othersIn = ({ is, min, max, before, after }: TestObject): string[] =>
  [is, min, max, before, after].filter(isOther).map(({ answer }) => answer)

function gather(condition: Condition, tests: Tests): void {
  const put = (step: Id, test: Test) => tests.set(step, [...(tests.get(step) ?? []), toTest(test)])
  const add = (step: Id, test: Test) => {
    put(step, test)
    // of two answers that are compared either needs values on both sides of the other
    for (const other of othersIn(toTest(test))) put(stepOf(other), { is: { answer: step } })
  }
  for (const [key, value] of Object.entries(condition)) {
    if (key === 'all' || key === 'any') for (const inner of value as Condition[]) gather(inner, tests)
    else if (key === 'not') gather(value as Condition, tests)
    else if (key === 'count') {
      const count = value as Count
      if (typeof count === 'object') add(count.each, count.where)
    } else if (!(CONDITION_WORDS as readonly string[]).includes(key)) add(stepOf(key), value as Test)
  }
}

/** Every condition of a dialogue, in flows, tables, facts and advice. */
export function conditionsOf({ flows, tables, advice: items }: Dialogue): Condition[] {
  const steps = Object.values(flows).flatMap(({ steps }) => Object.values(steps))
  const branches = steps.flatMap((step) => ('next' in step && typeof step.next !== 'string' ? step.next : []))
  const asked = Object.values(flows).flatMap(({ request = {} }) => Object.values(request))
  const { facts, ...all } = tables
  const rows = Object.values(all).flatMap((table) => (table?.rows ?? []) as { when?: Condition }[])
  const whens = [...branches, ...asked, ...rows].flatMap(({ when }) => (when ? [when] : []))
  const notFor = Object.values(items).flatMap(({ unless }) => (unless ? [unless] : []))
  return [...whens, ...notFor, ...Object.values(facts ?? {})]
}

/** Every test that any condition makes, by the step it is about. */
export function testsOf(dialogue: Dialogue): Tests {
  const tests: Tests = new Map()
  for (const condition of conditionsOf(dialogue)) gather(condition, tests)
  return tests
}

const named = (tests: TestObject[]) =>
  tests.flatMap(({ is, any = [], all = [], none = [] }) => [
    isOther(is) ? undefined : is,
    ...any,
    ...all,
    ...none,
  ])
/** Values below, at and above each other, where answers are compared. */
const spread = <Sample>(tests: TestObject[], samples: Sample[]): Sample[] =>
  tests.some((test) => othersIn(test).length > 0) ? samples : []

/** The tests that are made of a question, the lists it may choose from, and the day of the conversation. */
type Sampled = { tests: TestObject[]; lists: Lists; on: string }
type Of<Kind extends Ask> = Question & { ask: Kind }

/** Of a long list one item of each kind (its attributes alike), and those a condition names. */
function representatives(question: Question, { tests, lists }: Sampled): Id[] {
  const options = optionsOf(question, lists)
  const list = lists[listOf(question) ?? '']
  if (!list || options.length <= 12) return options
  const items = new Map(list.map((item) => [item.id, item]))
  const kinds = new Map(options.map((id) => [JSON.stringify({ ...items.get(id), id: '' }), id]))
  return options.filter((id) => [...kinds.values(), ...named(tests)].includes(id))
}

function subsets(question: Of<'many'>, given: Sampled): Value[] {
  const { tests } = given
  const options = representatives(question, given)
  const sizes = tests.flatMap(({ size }) => [size?.min, size?.max, (size?.max ?? 0) + 1])
  const prefixes = sizes.flatMap((size) => (size ? [options.slice(0, size)] : []))
  const whole = options.slice(0, question.most)
  return [
    whole,
    // so many as are needed, beginning with each
    ...options.map((id) =>
      [id, ...options.filter((other) => other !== id)].slice(0, Math.max(1, question.least ?? 1)),
    ),
    ...tests.flatMap(({ all }) => (all ? [all as Id[]] : [])),
    ...prefixes,
    [],
  ]
}

function numbers(question: Of<'number' | 'money' | 'percentage' | 'year'>, { tests }: Sampled): unknown[] {
  const bounds = tests.flatMap(({ min, max }) => [min, max]).filter((bound) => typeof bound === 'number')
  const around = bounds.flatMap((bound) => [bound, bound - 1, bound + 1])
  const apart = spread(tests, [5, 1000, 1950, 1960])
  return [...around, ...named(tests), question.min, question.max, 1, 2000, ...apart]
}

function days(question: Of<'date'>, { tests, on }: Sampled): unknown[] {
  const bounds = [...tests, question].flatMap(({ before, after }) => [before, after])
  const around = (bound: string) => ['on-1d', 'on', 'on+1d'].map((day) => dayOf(day, dayOf(bound, on)))
  const apart = spread(tests, ['on-30d', 'on-1d', 'on+1d', 'on+30d']).map((day) => dayOf(day, on))
  const literal = bounds.filter((bound) => typeof bound === 'string')
  return [...literal.flatMap(around), on, ...named(tests), ...apart]
}

/** What is tried of each kind of question. */
const SAMPLES: { [Kind in Ask]: (question: Of<Kind>, given: Sampled) => unknown[] } = {
  one: representatives,
  many: subsets,
  scale: () => [1, 2, 3, 4, 5],
  number: numbers,
  money: numbers,
  percentage: numbers,
  year: numbers,
  date: days,
  text: (_, { tests }) => ['sana', ...named(tests)],
  municipality: representatives,
  phone: () => ['+358401234567'],
}

/** Acceptable answers to a question, normalised, each once; “I don't know” and “declined” last. */
export function samplesOf(question: Question, tests: TestObject[], lists: Lists, on: string): Value[] {
  const samples = SAMPLES[question.ask] as (question: Question, given: Sampled) => unknown[]
  const tried = [...samples(question, { tests, lists, on }), DONT_KNOW, DECLINED].flatMap((value) => {
    const accepted = accept(question, value, lists, on)
    return accepted.ok ? [accepted.value] : []
  })
  return [...new Map(tried.map((value) => [JSON.stringify(value), value])).values()]
}
