/** What would have to be answered for a condition to hold: goals for the walk, tried, never trusted. */

import { listOf } from '../flow/answer.ts'
import { toldBy } from '../flow/danger.ts'
import type { Address, Condition, Count, Id, Test, Value } from '../flow/definition.ts'
import { holds } from '../flow/holds.ts'
import { addressOf, type Evidence } from '../flow/matches.ts'
import { ANY_DANGER, END, STRIP } from '../flow/words.ts'

/** Which answers are wanted, by address; `*` and `*`+`/step` speak of every question and of that step in every need. */
export type Wish = Map<Address, (value: Value) => boolean>
export type Surroundings = Omit<Evidence, 'answers'>

/** More ways than this to make one condition hold are not tried. */
const MOST = 24

const both = (one: Wish, other: Wish): Wish => {
  const joined = new Map(one)
  for (const [address, fits] of other) {
    const before = one.get(address)
    joined.set(address, before ? (value) => before(value) && fits(value) : fits)
  }
  return joined
}
const together = (parts: Wish[][]): Wish[] =>
  parts.reduce<Wish[]>(
    (ways, part) => ways.flatMap((way) => part.map((other) => both(way, other))).slice(0, MOST),
    [new Map()],
  )

function wishAnswer(key: string, test: Test, wanted: boolean, where: Surroundings): Wish {
  const address = addressOf(key, where)
  const question = where.questions[address]
  const list = question && where.lists[listOf(question) ?? '']
  return new Map([[address, (value) => holds(test, value, where.on, list) === wanted]])
}

function wishCount(count: Count, condition: Condition, wanted: boolean, where: Surroundings): Wish {
  const many = (condition.atLeast ?? (condition.atMost === undefined ? 1 : 0)) > 0 === wanted
  if (typeof count === 'object')
    return new Map([[`*/${count.each}`, (value) => holds(count.where, value, where.on) === many]])
  const fits = (value: Value) =>
    holds(count === 'unsure' ? { unsure: true } : { [count]: true }, value, where.on)
  return new Map([['*', (value) => fits(value) === many]])
}

/** Any answer that tells of it alone will do; to avoid it, none may. */
function wishDanger(danger: NonNullable<Condition['danger']>, wanted: boolean, where: Surroundings): Wish[] {
  const tells = (address: Address) => (value: Value) =>
    toldBy({ answers: { [address]: value }, questions: where.questions }).some(
      ({ dangers }) => danger === ANY_DANGER || dangers.some((one) => danger.includes(one)),
    )
  const telling = Object.entries(where.questions).flatMap(([address, question]) =>
    address === STRIP || 'danger' in question ? [address] : [],
  )
  if (wanted) return telling.map((address) => new Map([[address, tells(address)]]))
  return [new Map(telling.map((address) => [address, (value: Value) => !tells(address)(value)]))]
}

function waysOf(
  key: string,
  value: unknown,
  condition: Condition,
  wanted: boolean,
  where: Surroundings,
): Wish[] {
  const inner = (one: Condition) => wishesOf(one, where, wanted)
  switch (key) {
    case 'all':
    case 'any': {
      const parts = (value as Condition[]).map(inner)
      return (key === 'all') === wanted ? together(parts) : parts.flat()
    }
    case 'not':
      return wishesOf(value as Condition, where, !wanted)
    case 'fact':
      return inner(where.facts[value as Id] ?? {})
    case END:
      return [new Map()]
    case 'danger':
      return wishDanger(value as NonNullable<Condition['danger']>, wanted, where)
    case 'count':
      return [wishCount(value as Count, condition, wanted, where)]
    default:
      return [wishAnswer(key, value as Test, wanted, where)]
  }
}

/** Ways to make a condition hold (or, not `wanted`, fail): alternatives, at most a handful. */
export function wishesOf(condition: Condition, where: Surroundings, wanted = true): Wish[] {
  const entries = Object.entries(condition).filter(([key]) => key !== 'atLeast' && key !== 'atMost')
  const parts = entries.map(([key, value]) => waysOf(key, value, condition, wanted, where))
  return (wanted ? together(parts) : parts.flat()).slice(0, MOST)
}
