/** Steps through a compiled dialogue with pure `transition()`: no actor, no memory of its own. */
import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate'
import type { Answers } from './definition.ts'
import type { Spot } from './spots.ts'
import { STRIP } from './words.ts'

export type Snapshot = AnyMachineSnapshot

/** The place whose answer is waited for (the optional strip first), or undefined at the end. */
export const waitingAt = (machine: AnyStateMachine, snapshot: Snapshot): Spot | undefined =>
  machine.states[snapshot.value as string]?.meta as Spot | undefined

const fresh = new WeakMap<AnyStateMachine, Snapshot>()

/** A conversation held on that day, before its first answer. */
export function begin(machine: AnyStateMachine, on: string): Snapshot {
  const before = fresh.get(machine) ?? initialTransition(machine)[0]
  fresh.set(machine, before)
  return transition(machine, before, { type: 'begin', on })[0]
}

/** The accepted answers so far, normalised, in the order they were met. */
export const answersOf = (snapshot: Snapshot): Answers => snapshot.context.answers as Answers

/** The conversation after an answer; the same snapshot when the answer is not acceptable. */
export const say = (machine: AnyStateMachine, snapshot: Snapshot, value: unknown): Snapshot =>
  transition(machine, snapshot, { type: 'answer', value })[0]

/** Passes the strip by: none of its flags. */
export const pass = (machine: AnyStateMachine, snapshot: Snapshot): Snapshot =>
  transition(machine, snapshot, { type: 'pass' })[0]

/**
 * Walks on until nothing is said or an answer is refused. `choose` gives the answer to a place, undefined to stop
 * (at the strip: to pass it by). `met` is told of each place whose answer was accepted.
 */
export function walkOn(
  machine: AnyStateMachine,
  from: Snapshot,
  choose: (place: Spot, answers: Answers) => unknown,
  met: (place: Spot) => void = () => {},
): { snapshot: Snapshot; at?: Spot; refused?: boolean } {
  let snapshot = from
  for (;;) {
    const place = waitingAt(machine, snapshot)
    if (!place) return { snapshot }
    if (Object.hasOwn(answersOf(snapshot), place.address)) return { snapshot, at: place }
    const value = choose(place, answersOf(snapshot))
    if (value === undefined && place.address !== STRIP) return { snapshot, at: place }
    const next = value === undefined ? pass(machine, snapshot) : say(machine, snapshot, value)
    if (next === snapshot) return { snapshot, at: place, refused: true }
    if (value !== undefined) met(place)
    snapshot = next
  }
}
