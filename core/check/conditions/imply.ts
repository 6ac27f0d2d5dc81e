/**
 * Can a condition hold at all, and whenever it does, does an earlier one hold too? Decided by trying every combination
 * of the answers the conditions can tell apart; what cannot be tried is left unsaid, so there is no false alarm.
 */

import type { Test } from '../../flow/definition.ts'
import { holds } from '../../flow/holds.ts'
import { inWords, isRecord, list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { domainOf, type Guess, type Spoken } from './domain.ts'

const MOST = 4000
const ON = '2026-01-01'

/** Every test in a condition by the variable it looks at: an address, or the text of a count. */
function speak(survey: Survey, value: unknown, spoken: Spoken, facts: string[] = []): Spoken {
  for (const [name, inner] of Object.entries(record(value))) {
    if (name === 'all' || name === 'any') for (const item of list(inner)) speak(survey, item, spoken, facts)
    else if (name === 'not') speak(survey, inner, spoken, facts)
    else if (name === 'fact') {
      const fact = inWords(inner)
      if (fact in survey.facts && !facts.includes(fact))
        speak(survey, survey.facts[fact], spoken, [...facts, fact])
      else add(spoken, `fact ${fact}`, inner) // nobody knows what it may hold
    } else if (name === 'count') add(spoken, `count ${JSON.stringify(inner)}`, record(value))
    else if (name !== 'atLeast' && name !== 'atMost') add(spoken, name, inner)
  }
  return spoken
}

function add(spoken: Spoken, name: string, test: unknown): void {
  spoken.set(name, [...(spoken.get(name) ?? []), test])
}

/** Of facts in a circle there are no guesses, so that this ends. */
function holdsIn(survey: Survey, value: unknown, guess: Guess): boolean {
  const inner = (item: unknown) => holdsIn(survey, item, guess)
  const condition = record(value)
  return Object.entries(condition).every(([name, test]) => {
    if (name === 'all') return list(test).every(inner)
    if (name === 'any') return list(test).some(inner)
    if (name === 'not') return !inner(test)
    if (name === 'fact') return inner(survey.facts[inWords(test)])
    if (name === 'count') return counts(condition, guess[`count ${JSON.stringify(test)}`] as number)
    if (name === 'atLeast' || name === 'atMost') return true
    const items = survey.lists[survey.questions.get(name)?.list ?? '']
    return holds(test as Test, guess[name], ON, items as never)
  })
}

function counts({ atLeast, atMost }: Record<string, unknown>, count: number): boolean {
  const least = typeof atLeast === 'number' ? atLeast : atMost === undefined ? 1 : 0
  return count >= least && count <= (typeof atMost === 'number' ? atMost : Infinity)
}

/** Every combination of answers that these tests can tell apart; nothing when there are too many to try. */
function guesses(survey: Survey, spoken: Spoken): Guess[] | undefined {
  let all: Guess[] = [{}]
  for (const [name, tests] of spoken) {
    const values = domainOf(survey, name, tests)
    if (!values || values.length * all.length > MOST) return undefined
    all = all.flatMap((guess) => values.map((value) => ({ ...guess, [name]: value })))
  }
  return all
}

/** `false` only when it is sure that nothing can make the condition hold. */
export function possible(survey: Survey, condition: unknown): boolean {
  const tried = guesses(survey, speak(survey, condition, new Map()))
  return !tried || tried.some((guess) => holdsIn(survey, condition, guess))
}

/** The earlier conditions (by index) that together hold whenever this one does; empty when that is not sure. */
export function coveredBy(survey: Survey, condition: unknown, earlier: unknown[]): number[] {
  const same = earlier.findIndex((other) => JSON.stringify(other) === JSON.stringify(condition))
  if (same >= 0) return [same]
  const own = speak(survey, condition, new Map())
  const near = earlier.flatMap((other, index) => {
    const names = [...speak(survey, other, new Map()).keys()]
    return isRecord(other) && names.every((name) => own.has(name)) ? [index] : []
  })
  if (near.length === 0) return []
  const spoken = new Map(own)
  for (const index of near) speak(survey, earlier[index], spoken)
  const held = (guesses(survey, spoken) ?? []).filter((guess) => holdsIn(survey, condition, guess))
  const first = held.map((guess) => near.find((index) => holdsIn(survey, earlier[index], guess)))
  return !first.includes(undefined) ? [...new Set(first as number[])] : []
}
