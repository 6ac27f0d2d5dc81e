/**
 * Steps that lead back to each other. Two questions may change places by an earlier answer, as long as no conversation can
 * go round: shown by walking the steps with every combination of the answers that their branches can tell apart.
 */
import type { Value } from '../../flow/definition.ts'
import { MAIN } from '../../flow/words.ts'
import type { Path } from '../base/problem.ts'
import { inWords, record } from '../base/safe-access.ts'
import { type FlowView, questionOfStep, type Survey } from '../base/survey.ts'
import { arrowsOf, goalOf } from '../flows/arrows.ts'
import { roundsOf } from '../flows/reach.ts'
import { phrase } from '../said/saying.ts'
import type { Guess, Spoken } from './domain.ts'
import { type Grounds, guesses, holdsIn, speak } from './imply.ts'

type Branch = { when?: unknown; go?: string | undefined }
const branchesOf = (flow: FlowView, step: string): Branch[] =>
  arrowsOf(flow, step).map(({ to, ...arrow }) => ({ ...arrow, go: goalOf(flow, to) }))

/** What may change while the round is walked, and is told anywhere: counts and dangers, also those within a fact. */
const isUnforeseen = (spoken: Spoken): boolean =>
  [...spoken.keys()].some((name) => name.startsWith('count ') || name === 'danger')

/** One way round: the steps in order, and the answers with which they are walked; none where it could not be shown that there is no way. */
type Round = { steps: string[]; answers: Guess | undefined }

/** Walks from a step with these answers until a step comes again, or the round is left. */
function walk(
  grounds: Grounds,
  flow: FlowView,
  round: Set<string>,
  from: string,
  guess: Guess,
  isSharedKnown: boolean,
): string[] | undefined {
  const addressOf = (step: string) => questionOfStep(grounds.survey, flow, step)?.address
  // a shared question may have been answered before, and is passed by then
  const isLater = (step: string) => !(isSharedKnown && 'shared' in record(flow.steps[step]))
  const later = new Set([...round].filter(isLater).map(addressOf))
  const known: Guess = Object.fromEntries(Object.entries(guess).filter(([address]) => !later.has(address)))
  const trail: string[] = []
  let here: string | undefined = from
  while (here !== undefined && round.has(here)) {
    if (trail.includes(here)) return trail.slice(trail.indexOf(here))
    trail.push(here)
    const address = addressOf(here)
    // a question that was met is not unanswered: nobody walks so
    if (address !== undefined && address in guess && guess[address] === undefined) return undefined
    if (address !== undefined) known[address] = guess[address]
    here = branchesOf(flow, here).find(({ when }) => when === undefined || holdsIn(grounds, when, known))?.go
  }
  return undefined
}

/** Where a round is entered, with the branches that are weighed there. */
function doorsOf(flow: FlowView, round: Set<string>): { to: string; branches: Branch[]; index: number }[] {
  const outside = Object.keys(flow.steps).filter((step) => !round.has(step))
  const doors = outside.flatMap((step) =>
    branchesOf(flow, step).flatMap(({ go }, index, branches) =>
      go !== undefined && round.has(go) ? [{ to: go, branches, index }] : [],
    ),
  )
  const start = goalOf(flow, flow.start)
  return start !== undefined && round.has(start) ? [...doors, { to: start, branches: [], index: -1 }] : doors
}

/** A way round that some answers take; `undefined` when there is none for sure. */
function wayRound(grounds: Grounds, flow: FlowView, round: Set<string>): Round | undefined {
  const steps = [...round]
  const whens = (branches: Branch[]) => branches.map(({ when }) => when)
  const inside = steps.flatMap((step) => whens(branchesOf(flow, step)))
  for (const { to, branches, index } of doorsOf(flow, round)) {
    const spoken = [...inside, ...whens(branches)].reduce<Spoken>(
      (all, when) => speak(grounds, when, all),
      new Map(),
    )
    const isOpaque = [...round].some((step) => 'agenda' in record(flow.steps[step])) || isUnforeseen(spoken)
    const all = isOpaque ? undefined : guesses(grounds, spoken)
    if (!all) return { steps, answers: undefined }
    const opens = (guess: Guess) =>
      branches.findIndex(({ when }) => when === undefined || holdsIn(grounds, when, guess)) === index
    const goesRound = (guess: Guess) =>
      walk(grounds, flow, round, to, guess, false) ?? walk(grounds, flow, round, to, guess, true)
    const answers = all.find((guess) => opens(guess) && goesRound(guess))
    // which answers they are matters only where others do not go round
    if (answers) return { steps: goesRound(answers) ?? steps, answers: all.every(goesRound) ? {} : answers }
  }
  return undefined
}

const said = (value: Value): string => inWords(Array.isArray(value) && value.length === 0 ? '[]' : value)
const asked = (answers: Guess): string =>
  Object.entries(answers)
    .flatMap(([address, value]) => (value === undefined ? [] : [`${address}: ${said(value)}`]))
    .join(', ')

/** The place where the way leads back. */
function placeOf(flow: FlowView, steps: string[]): Path {
  const last = steps.at(-1) as string
  return (
    arrowsOf(flow, last).find(({ to }) => steps.includes(goalOf(flow, to) ?? ''))?.path ?? ['steps', last]
  )
}

/** Reports one way round of each knot of steps. Needs content whose shapes and conditions are sound. */
export function checkCircles(survey: Survey): void {
  for (const flow of survey.flows.values()) {
    if (!flow.whole) continue
    const needs = flow.id === MAIN ? [] : (survey.sections.get(flow.id) ?? [])
    for (const round of roundsOf(flow)) {
      const way = wayRound({ survey, needs }, flow, round)
      if (!way) continue
      const answers = way.answers ? asked(way.answers) : ''
      survey.report('cycle', flow.file, placeOf(flow, way.steps), {
        steps: [...way.steps, way.steps[0]].join(' → '),
        answers: way.answers
          ? answers === ''
            ? ''
            : phrase('withAnswers', { answers })
          : phrase('unforeseen'),
      })
    }
  }
}
