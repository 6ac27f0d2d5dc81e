/** Does a condition hold over the answers of a path, and which answers made it hold? */
import { isUnsure, listOf, type Question } from './answer.ts'
import { type DangerRow, toldBy } from './danger.ts'
import type { Address, Answers, Condition, Count, Id, Lists, Test, Value } from './definition.ts'
import { holds, recognisable } from './holds.ts'
import type { Hit } from './result.ts'
import { ANY_DANGER, END, STRIP } from './words.ts'

export type Reason = Hit<unknown>['because'][number]
/** What a condition is judged by: the answers on the path, the day, and the content it may name. */
export type Evidence = {
  answers: Answers
  on: string
  lists: Lists
  facts: Record<Id, Condition>
  /** every question of the dialogue by address */
  questions: Record<Address, Question>
  /** rows of the table `danger`: what several answers tell together */
  rows?: DangerRow[]
  /** the named end that was reached, and the answers that decided it */
  end?: { name: Id; because: Reason[] }
  /** the need being walked: a bare step name means its step first */
  need?: Id
}

const own = <V>(record: Record<string, V>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The address a key of a condition means here. */
export function addressOf(key: string, evidence: Pick<Evidence, 'need' | 'questions'>): Address {
  const inNeed = `${evidence.need}/${key}`
  return evidence.need !== undefined && Object.hasOwn(evidence.questions, inNeed) ? inNeed : key
}

/** The answer at an address; the strip unanswered is “none of these”. */
function answerAt(address: Address, { answers, questions }: Evidence): Value | undefined {
  const value = own(answers, address)
  return value === undefined && address === STRIP && Object.hasOwn(questions, STRIP) ? [] : value
}

function answerTest(key: string, test: Test, evidence: Evidence): Reason[] | undefined {
  const address = addressOf(key, evidence)
  const value = answerAt(address, evidence)
  const question = own(evidence.questions, address)
  const name = question && listOf(question)
  const list = name === undefined ? undefined : own(evidence.lists, name)
  const compared: Reason[] = []
  const other = (name: string) => {
    const address = addressOf(name, evidence)
    const value = answerAt(address, evidence)
    if (value !== undefined) compared.push({ address, value })
    return value
  }
  if (!holds(test, value, evidence.on, list, other)) return undefined
  return value === undefined ? [] : [{ address, value: recognisable(test, value, list) }, ...compared]
}

/** The answers a count looks at, and those among them that it counts. */
function counted(count: Count, evidence: Evidence): { seen: Reason[]; hits: Reason[] } {
  const all = Object.entries(evidence.answers).map(([address, value]) => ({ address, value }))
  if (typeof count !== 'string') {
    const seen = all.filter(({ address }) => address.endsWith(`/${count.each}`))
    return { seen, hits: seen.filter(({ address }) => answerTest(address, count.where, evidence)) }
  }
  return {
    seen: [],
    hits: all.filter(({ value }) => (count === 'unsure' ? isUnsure(value) : value === count)),
  }
}

function countTest(count: Count, condition: Condition, evidence: Evidence): Reason[] | undefined {
  const { seen, hits } = counted(count, evidence)
  const least = condition.atLeast ?? (condition.atMost === undefined ? 1 : 0)
  if (hits.length < least || hits.length > (condition.atMost ?? Infinity)) return undefined
  return hits.length > 0 ? hits : seen
}

/** The dangers told by single answers and by rows of the table, each once; the order is that of the answers. */
export function dangersIn(evidence: Evidence): Id[] {
  const { rows = [], need: _, ...around } = evidence
  const together = rows.filter(({ when = {} }) => reasonsOf(when, around)).flatMap(({ then }) => then)
  return [...new Set([...toldBy(evidence).flatMap(({ dangers }) => dangers), ...together])]
}

/** The answers that told one of the dangers; of one that several tell together, those its rows speak of. */
function dangerTest(wanted: NonNullable<Condition['danger']>, evidence: Evidence): Reason[] | undefined {
  const isMeant = (danger: Id) => wanted === ANY_DANGER || wanted.includes(danger)
  if (!dangersIn(evidence).some(isMeant)) return undefined
  const { rows = [], need: _, ...around } = evidence
  const together = rows
    .filter(({ then }) => then.some(isMeant))
    .flatMap(({ when = {} }) => reasonsOf(when, around) ?? [])
  const single = toldBy(evidence).filter(({ dangers }) => dangers.some(isMeant))
  return [...single.map(({ address, value }) => ({ address, value })), ...together]
}

/** The answers a condition speaks of: the reason when it is a `not` that holds. */
export function spokenOf(condition: Condition, evidence: Evidence): Reason[] {
  return Object.entries(condition).flatMap(([key, value]): Reason[] => {
    if (key === 'all' || key === 'any')
      return (value as Condition[]).flatMap((inner) => spokenOf(inner, evidence))
    if (key === 'not') return spokenOf(value as Condition, evidence)
    if (key === 'fact') {
      const { need: _, ...everywhere } = evidence // a fact names whole addresses
      return spokenOf(own(evidence.facts, value as Id) ?? {}, everywhere)
    }
    if (key === 'count') return counted(value as Count, evidence).seen
    // bounds of a count and dangers are no addresses: nothing is answered there
    const address = addressOf(key, evidence)
    const others = Object.values(typeof value === 'object' ? (value as object) : {}).flatMap((bound) =>
      typeof bound?.answer === 'string' ? [addressOf(bound.answer, evidence)] : [],
    )
    return [address, ...others].flatMap((one) => {
      const answer = answerAt(one, evidence)
      return answer === undefined ? [] : [{ address: one, value: answer }]
    })
  })
}

const everyOne = (conditions: Condition[], evidence: Evidence): Reason[] | undefined => {
  const reasons = conditions.map((condition) => reasonsOf(condition, evidence))
  return reasons.every((found) => found !== undefined) ? reasons.flat() : undefined
}
const anyOne = (conditions: Condition[], evidence: Evidence): Reason[] | undefined => {
  const held = conditions
    .map((condition) => reasonsOf(condition, evidence))
    .filter((found) => found !== undefined)
  return held.length > 0 ? held.flat() : undefined
}

function entry(key: string, value: unknown, condition: Condition, evidence: Evidence): Reason[] | undefined {
  switch (key) {
    case 'all':
      return everyOne(value as Condition[], evidence)
    case 'any':
      return anyOne(value as Condition[], evidence)
    case 'not':
      return reasonsOf(value as Condition, evidence) ? undefined : spokenOf(value as Condition, evidence)
    case 'fact': {
      const fact = own(evidence.facts, value as Id)
      const { need: _, ...everywhere } = evidence
      return fact && reasonsOf(fact, everywhere)
    }
    case 'danger':
      return dangerTest(value as NonNullable<Condition['danger']>, evidence)
    case END:
      return [value].flat().includes(evidence.end?.name) ? evidence.end?.because : undefined
    case 'count':
      return countTest(value as Count, condition, evidence)
    case 'atLeast':
    case 'atMost':
      return []
    default:
      return answerTest(key, value as Test, evidence)
  }
}

function reasonsOf(condition: Condition, evidence: Evidence): Reason[] | undefined {
  const reasons: Reason[] = []
  for (const [key, value] of Object.entries(condition)) {
    const found = entry(key, value, condition, evidence)
    if (!found) return undefined
    reasons.push(...found)
  }
  return reasons
}

/** Each address once; ticks of one list are put together. */
export function distinct(reasons: Reason[]): Reason[] {
  const found = new Map<Address, Value>()
  for (const { address, value } of reasons) {
    const before = found.get(address)
    const both = Array.isArray(before) && Array.isArray(value) ? [...new Set([...before, ...value])] : before
    found.set(address, both ?? value)
  }
  return [...found].map(([address, value]) => ({ address, value }))
}

/** The answers that make a condition hold (perhaps none of them: an empty condition always holds), or undefined. */
export function because(condition: Condition, evidence: Evidence): Reason[] | undefined {
  const reasons = reasonsOf(condition, evidence)
  return reasons && distinct(reasons)
}

/** Whether a condition holds. */
export const matches = (condition: Condition, evidence: Evidence): boolean =>
  reasonsOf(condition, evidence) !== undefined
