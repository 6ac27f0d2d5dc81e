/** A search that remembers what has been said and taken, so that every walk adds something. */
import type { Answers, Condition, Id, Value } from '../flow/definition.ts'
import type { Spot } from '../flow/spots.ts'
import { DONT_KNOW, STRIP } from '../flow/words.ts'
import { type ArrowName, arrowsIn } from './arrows.ts'
import { type Choose, type Ground, isInRequest, saying, type Walk, walkThrough } from './ground.ts'
import { type Random, seeded } from './random.ts'
import { type Wish, wishesOf } from './wishes.ts'

export type Search = {
  ground: Ground
  open: Set<ArrowName>
  said: Set<string>
  reached: Map<string, { place: Spot; before: Answers }>
  random: Random
}

/** Ways of one arrow, and walks for each way, that are tried before it is given up. */
const WAYS = 8
const TRIES = 6
/** Random walks for what no goal has reached. */
const STRAY = 120

export const searchOver = (ground: Ground): Search => ({
  ground,
  open: arrowsIn(ground.config),
  said: new Set(),
  reached: new Map(),
  random: seeded(2026),
})

/** Takes note of a walk; true when it says or takes something for the first time. */
function learn({ open, said, reached }: Search, walk: Walk): boolean {
  const before = said.size
  const opened = open.size
  for (const arrow of walk.taken) open.delete(arrow)
  for (const one of walk.said) said.add(one)
  for (const { state, place, before: answers } of walk.met)
    if (!reached.has(state)) reached.set(state, { place, before: answers })
  return said.size > before || open.size < opened
}

const unsaid = ({ ground, said }: Search, place: Spot): Value | undefined =>
  ground.samples(place).find((value) => !said.has(saying(place, value)))

/** What has not been said yet, else the first sample (at the strip: none of its flags). */
const greedy =
  (search: Search): Choose =>
  (place, state) =>
    unsaid(search, place) ??
    (place.address === STRIP || isInRequest(state) ? undefined : search.ground.samples(place)[0])

/** The way to a question, what is still unsaid there, and on with what is unsaid elsewhere. */
function fromHere(search: Search, state: string, before: Answers): Choose {
  const on = greedy(search)
  let arrived = false
  return (place, here) => {
    arrived ||= here === state
    return arrived ? on(place, here) : before[place.address]
  }
}

/** Says every sample of every question that can be reached: as many walks as the longest column, not the product. */
function* sayAll(search: Search): Generator<Answers> {
  const first = walkThrough(search.ground, greedy(search))
  if (learn(search, first)) yield first.answers
  for (const [state, { place, before }] of search.reached) {
    while (unsaid(search, place) !== undefined) {
      const walk = walkThrough(search.ground, fromHere(search, state, before))
      if (!learn(search, walk)) break
      yield walk.answers
    }
  }
}

type Branch = { guard?: { params: unknown } }
const whenOf = ({ guard }: Branch) => guard?.params as { when: Condition; need?: Id } | undefined

/** The condition under which a branch is taken: it holds and none before it does. */
function waysTo({ ground }: Search, arrow: ArrowName): Wish[] {
  const [state = '', index] = arrow.split('#')
  const branches = ground.config.states[state]?.always?.slice(0, Number(index) + 1) ?? []
  const asked = branches.map(whenOf)
  const need = asked.find((one) => one?.need)?.need
  const wanted = asked.map((one, at) =>
    at === asked.length - 1 ? (one?.when ?? {}) : { not: one?.when ?? {} },
  )
  const where = need === undefined ? ground.where : { ...ground.where, need }
  return wishesOf({ all: wanted as Condition[] }, where).slice(0, WAYS)
}

/** Grants a wish where it speaks of the question; elsewhere keeps to the known way, or strays. */
export function granting({ ground, random }: Search, wish: Wish, before: Answers, stray: number): Choose {
  return (place, state) => {
    const anywhere = place.question.ask === 'many' ? undefined : wish.get('*')
    const specific = wish.get(place.address) ?? (place.need ? wish.get(`*/${place.step}`) : undefined)
    const fits = specific ?? anywhere
    const samples = ground.samples(place)
    const fitting = fits ? samples.filter(fits) : samples
    const known = Object.hasOwn(before, place.address) ? before[place.address] : undefined
    if (random.chance(stray)) return random.pick(fitting.length > 0 && specific ? fitting : samples)
    if (known !== undefined && (!fits || fits(known))) return known
    if ((place.address === STRIP || isInRequest(state)) && !fits) return undefined
    return fitting[0] ?? samples[0] ?? DONT_KNOW
  }
}

/** Tries to take one arrow on purpose. */
function* reach(search: Search, arrow: ArrowName): Generator<Answers> {
  const question = arrow.slice(0, arrow.indexOf(':next'))
  const before = search.reached.get(question)?.before ?? {}
  for (const wish of waysTo(search, arrow)) {
    for (let attempt = 0; attempt < TRIES && search.open.has(arrow); attempt++) {
      const known = attempt % 2 === 0 ? before : {}
      const walk = walkThrough(search.ground, granting(search, wish, known, Math.floor(attempt / 2) * 0.2))
      const opened = search.open.size
      learn(search, walk)
      if (search.open.size < opened) yield walk.answers
    }
  }
}

const atRandom =
  ({ ground, random }: Search): Choose =>
  (place) =>
    place.address === STRIP && random.chance(0.7) ? undefined : random.pick(ground.samples(place))

function* strayWalks(search: Search): Generator<Answers> {
  for (let count = 0; count < STRAY && search.open.size > 0; count++) {
    const walk = walkThrough(search.ground, atRandom(search))
    const opened = search.open.size
    learn(search, walk)
    if (search.open.size < opened) yield walk.answers
  }
}

/** Says all, goes for what is still open, strays, and begins again as long as that opens something new. */
export function* explore(search: Search): Generator<Answers> {
  let before: number
  do {
    before = search.open.size
    yield* sayAll(search)
    for (const arrow of [...search.open]) if (arrow.includes('#')) yield* reach(search, arrow)
    yield* strayWalks(search)
  } while (search.open.size > 0 && search.open.size < before)
}
