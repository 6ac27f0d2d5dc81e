/**
 * Can a condition hold at all, and whenever it does, does an earlier one hold too? Decided by trying every combination
 * of the answers the conditions can tell apart; what cannot be tried is left unsaid, so there is no false alarm.
 */

import type { Test } from '../../flow/definition.ts'
import { holds } from '../../flow/holds.ts'
import { END } from '../../flow/words.ts'
import { inWords, isRecord, list, record } from '../base/safe-access.ts'
import { meaning, type Survey } from '../base/survey.ts'
import { domainOf, type Guess, type Spoken } from './domain.ts'

const MOST = 4000
const ON = '2026-01-01'

/** Where conditions stand that are judged together: in a section bare names mean its own steps. */
export type Grounds = { survey: Survey; needs: readonly string[] }
const everywhere = ({ survey }: Grounds): Grounds => ({ survey, needs: [] })
const addressIn = ({ survey, needs }: Grounds, name: string): string =>
  meaning(survey, needs, name)?.address ?? name

/** Every test in a condition by the variable it looks at: an address, or the text of a count. */
export function speak(grounds: Grounds, value: unknown, spoken: Spoken, facts: string[] = []): Spoken {
  const { survey } = grounds
  for (const [name, inner] of Object.entries(record(value))) {
    if (name === 'all' || name === 'any') for (const item of list(inner)) speak(grounds, item, spoken, facts)
    else if (name === 'not') speak(grounds, inner, spoken, facts)
    else if (name === 'fact') {
      const fact = inWords(inner)
      if (fact in survey.facts && !facts.includes(fact))
        speak(everywhere(grounds), survey.facts[fact], spoken, [...facts, fact])
      else add(spoken, `fact ${fact}`, inner) // nobody knows what it may hold
    } else if (name === 'count') add(spoken, `count ${JSON.stringify(inner)}`, record(value))
    else if (name !== 'atLeast' && name !== 'atMost') add(spoken, addressIn(grounds, name), inner)
  }
  return spoken
}

function add(spoken: Spoken, name: string, test: unknown): void {
  spoken.set(name, [...(spoken.get(name) ?? []), test])
}

/** Of facts in a circle there are no guesses, so that this ends. */
export function holdsIn(grounds: Grounds, value: unknown, guess: Guess): boolean {
  const { survey } = grounds
  const inner = (item: unknown) => holdsIn(grounds, item, guess)
  const condition = record(value)
  return Object.entries(condition).every(([name, test]) => {
    if (name === 'all') return list(test).every(inner)
    if (name === 'any') return list(test).some(inner)
    if (name === 'not') return !inner(test)
    if (name === 'fact') return holdsIn(everywhere(grounds), survey.facts[inWords(test)], guess)
    if (name === 'count') return counts(condition, guess[`count ${JSON.stringify(test)}`] as number)
    if (name === 'atLeast' || name === 'atMost') return true
    if (name === END) return [test].flat().includes(guess.end)
    const address = addressIn(grounds, name)
    const items = survey.lists[survey.questions.get(address)?.list ?? '']
    return holds(test as Test, guess[address], ON, items as never)
  })
}

function counts({ atLeast, atMost }: Record<string, unknown>, count: number): boolean {
  const least = typeof atLeast === 'number' ? atLeast : atMost === undefined ? 1 : 0
  return count >= least && count <= (typeof atMost === 'number' ? atMost : Infinity)
}

/** Every combination of answers that these tests can tell apart; nothing when there are too many to try. */
export function guesses({ survey }: Grounds, spoken: Spoken): Guess[] | undefined {
  let all: Guess[] = [{}]
  for (const [name, tests] of spoken) {
    const values = domainOf(survey, name, tests)
    if (!values || values.length * all.length > MOST) return undefined
    all = all.flatMap((guess) => values.map((value) => ({ ...guess, [name]: value })))
  }
  return all
}

/** `false` only when it is sure that nothing can make the condition hold. */
export function possible(grounds: Grounds, condition: unknown): boolean {
  const tried = guesses(grounds, speak(grounds, condition, new Map()))
  return !tried || tried.some((guess) => holdsIn(grounds, condition, guess))
}

/** The earlier conditions (by index) that together hold whenever this one does; empty when that is not sure. */
export function coveredBy(grounds: Grounds, condition: unknown, earlier: unknown[]): number[] {
  const same = earlier.findIndex((other) => JSON.stringify(other) === JSON.stringify(condition))
  if (same >= 0) return [same]
  const own = speak(grounds, condition, new Map())
  const near = earlier.flatMap((other, index) => {
    const names = [...speak(grounds, other, new Map()).keys()]
    return isRecord(other) && names.every((name) => own.has(name)) ? [index] : []
  })
  if (near.length === 0) return []
  const spoken = new Map(own)
  for (const index of near) speak(grounds, earlier[index], spoken)
  const held = (guesses(grounds, spoken) ?? []).filter((guess) => holdsIn(grounds, condition, guess))
  const first = held.map((guess) => near.find((index) => holdsIn(grounds, earlier[index], guess)))
  return !first.includes(undefined) ? [...new Set(first as number[])] : []
}
