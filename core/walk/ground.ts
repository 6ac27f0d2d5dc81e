/** A dialogue made ready for walking, and one walk over it. */
import type { AnyStateMachine } from 'xstate'
import { aroundOf, compile, type DialogueConfig, guardsOf, questionsOf } from '../flow/compile.ts'
import { answersOf, begin, pass, type Snapshot, say, waitingAt } from '../flow/conversation.ts'
import type { Answers, Dialogue, Value } from '../flow/definition.ts'
import { matches } from '../flow/matches.ts'
import { type RequestSpot, requestSpots, type Spot } from '../flow/spots.ts'
import { STRIP } from '../flow/words.ts'
import { type ArrowName, follow, kindOf } from './arrows.ts'
import { samplesOf, testsOf } from './samples.ts'
import type { Surroundings } from './wishes.ts'

export type Ground = {
  machine: AnyStateMachine
  config: DialogueConfig
  guards: ReturnType<typeof guardsOf>
  samples(place: Spot): Value[]
  /** asked in the request, each of which may be left out */
  requests: RequestSpot[]
  /** for conditions: all but the answers */
  where: Surroundings
}
/** Where a question of the request stands: what it is called in place of a state. */
const IN_REQUEST = ':request/'
export const isInRequest = (state: string): boolean => state.startsWith(IN_REQUEST)
/** `undefined` stops the walk; at the strip it passes by, and in the request it leaves the question out. */
export type Choose = (place: Spot, state: string) => Value | undefined
export type Walk = {
  answers: Answers
  taken: ArrowName[]
  /** `address=value` of every answer given */
  said: string[]
  /** each question met, with the answers that led there */
  met: { state: string; place: Spot; before: Answers }[]
}

export const saying = ({ address }: Spot, value: Value): string => `${address}=${JSON.stringify(value)}`

const grounds = new WeakMap<Dialogue, Map<string, Ground>>()

/** Prepares a dialogue; the same object on the same day gives the same ground (a thousand walks begin on it). */
export function groundOf(dialogue: Dialogue, on: string): Ground {
  const known = grounds.get(dialogue) ?? new Map<string, Ground>()
  const ground = known.get(on) ?? newGround(dialogue, on)
  grounds.set(dialogue, known.set(on, ground))
  return ground
}

/** Samples of each question are made once. */
function newGround(dialogue: Dialogue, on: string): Ground {
  const machine = compile(dialogue)
  const config = machine.config as unknown as DialogueConfig
  const around = aroundOf(dialogue)
  const tests = testsOf(dialogue)
  const made = new Map<string, Value[]>()
  const samples = ({ address, step, question }: Spot) => {
    const values = made.get(address) ?? samplesOf(question, tests.get(step) ?? [], dialogue.lists, on)
    made.set(address, values)
    return values
  }
  const where = { ...around, on, questions: questionsOf(dialogue) }
  return {
    machine,
    config,
    guards: guardsOf(config, around),
    samples,
    where,
    requests: requestSpots(dialogue),
  }
}

function stepFrom(
  ground: Ground,
  snapshot: Snapshot,
  value: Value | undefined,
  walk: Walk,
  place: Spot,
): Snapshot {
  const { machine, config, guards } = ground
  const passed = value === undefined
  const next = passed ? pass(machine, snapshot) : say(machine, snapshot, value)
  if (next === snapshot) return snapshot
  if (!passed) {
    walk.taken.push(`${place.address}=${kindOf(value)}`)
    walk.said.push(saying(place, value))
  }
  const target = config.states[snapshot.value as string]?.on?.[passed ? 'pass' : 'answer']?.target
  walk.taken.push(...follow(config, guards, target, next.context))
  return next
}

/** What is told in the request, after the conversation. */
function toldInRequest({ requests, where }: Ground, walk: Walk, choose: Choose): Walk {
  for (const { when, ...place } of requests) {
    const { answers } = walk
    if (Object.hasOwn(answers, place.address) || (when && !matches(when, { ...where, answers }))) continue
    const state = IN_REQUEST + place.address
    const value = choose(place, state)
    if (value === undefined) continue
    walk.met.push({ state, place, before: answers })
    walk.said.push(saying(place, value))
    walk.answers = { ...answers, [place.address]: value }
  }
  return walk
}

/** One conversation, to its end or as far as `choose` goes, and what follows in the request. */
export function walkThrough(ground: Ground, choose: Choose): Walk {
  const walk: Walk = { answers: {}, taken: [], said: [], met: [] }
  let snapshot = begin(ground.machine, ground.where.on)
  walk.taken.push(...follow(ground.config, ground.guards, snapshot.value as string, snapshot.context))
  for (;;) {
    const place = waitingAt(ground.machine, snapshot)
    walk.answers = answersOf(snapshot)
    if (!place) return toldInRequest(ground, walk, choose)
    if (Object.hasOwn(walk.answers, place.address)) return walk
    const state = snapshot.value as string
    const value = choose(place, state)
    if (value === undefined && place.address !== STRIP) return walk
    walk.met.push({ state, place, before: walk.answers })
    const next = stepFrom(ground, snapshot, value, walk, place)
    if (next === snapshot) return walk
    snapshot = next
  }
}
