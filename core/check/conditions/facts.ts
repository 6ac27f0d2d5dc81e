/** Named facts: conditions that other conditions use by name. */

import { fileOf } from '../base/content.ts'
import { list, record } from '../base/safe-access.ts'
import type { Survey } from '../base/survey.ts'
import { checkCondition } from './conditions.ts'

const FILE = fileOf.routing

/** Names of the facts that a value uses, anywhere in it. */
export function factsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(factsIn)
  return Object.entries(record(value)).flatMap(([name, inner]) =>
    name === 'fact' && typeof inner === 'string' ? [inner] : factsIn(inner),
  )
}

function circleFrom(survey: Survey, name: string, trail: string[] = []): string[] | undefined {
  if (trail.includes(name)) return trail.slice(trail.indexOf(name))
  for (const next of factsIn(survey.facts[name])) {
    const found = circleFrom(survey, next, [...trail, name])
    if (found) return found
  }
  return undefined
}

/** Checks each fact: what it says, that it does not need itself, that somebody uses it. */
export function checkFacts(survey: Survey): void {
  const { content, report, facts, flows, whole } = survey
  const { segment, advice, attention, linked, danger, today } = record(content.routing)
  const branches = [...flows.values()].flatMap((flow) => [
    ...Object.values(flow.steps).map((step) => list(step.next)),
    record(flow.bag.request),
  ])
  const used = new Set([
    ...factsIn(Object.values(facts)),
    ...factsIn([segment, advice, attention, linked, danger, today]),
    ...factsIn(Object.values(content.advice).map((item) => record(item).unless)),
    ...factsIn(branches),
  ])
  for (const [name, condition] of Object.entries(facts)) {
    checkCondition(survey, { file: FILE, needs: [], isBranch: false }, condition, ['facts', name])
    const circle = circleFrom(survey, name)
    if (circle?.[0] === name) {
      report('fact-circle', FILE, ['facts', name], { facts: [...circle, name].join(' → ') }, { part: 'key' })
    }
    if (!used.has(name) && whole(FILE))
      report(
        'unused-fact',
        FILE,
        ['facts', name],
        { name },
        { part: 'key', of: [{ file: FILE, path: ['facts'], only: 'keys' }] },
      )
  }
}
