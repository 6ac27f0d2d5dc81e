/** Which steps lead to which: looked up once for each flow, so that a flow of thousands of steps is not walked again for every one of them. */
import type { FlowView } from '../base/survey.ts'
import { goalsOf } from './arrows.ts'

type Reach = {
  goals: Map<string, string[]>
  sources: Map<string, string[]>
  /** knot of steps that lead to each other → its number; whatever a step leads to has no higher one */
  knot: Map<string, number>
  knots: string[][]
}
const known = new WeakMap<FlowView, Reach>()

/** The knots of a flow, those first to which the others lead (Tarjan, without recursion: flows may be long). */
function knotsOf(goals: Map<string, string[]>): string[][] {
  const knots: string[][] = []
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const inStack = new Set<string>()
  const open = (name: string) => {
    index.set(name, index.size)
    low.set(name, index.get(name) as number)
    stack.push(name)
    inStack.add(name)
    return { name, rest: [...(goals.get(name) ?? [])] }
  }
  const lower = (name: string, to: number | undefined) =>
    low.set(name, Math.min(low.get(name) as number, to ?? Infinity))
  const close = (name: string) => {
    if (low.get(name) !== index.get(name)) return
    const knot = stack.splice(stack.lastIndexOf(name))
    for (const one of knot) inStack.delete(one)
    knots.push(knot)
  }
  for (const start of goals.keys()) {
    const trail = index.has(start) ? [] : [open(start)]
    for (let here = trail.at(-1); here; here = trail.at(-1)) {
      const goal = here.rest.pop()
      if (goal === undefined) {
        close(here.name)
        trail.pop()
        const above = trail.at(-1)
        if (above) lower(above.name, low.get(here.name))
      } else if (!index.has(goal)) trail.push(open(goal))
      else if (inStack.has(goal)) lower(here.name, index.get(goal))
    }
  }
  return knots
}

function reachOf(flow: FlowView): Reach {
  const made = known.get(flow)
  if (made) return made
  const goals = new Map(Object.keys(flow.steps).map((name) => [name, goalsOf(flow, name)]))
  const sources = new Map([...goals.keys()].map((name): [string, string[]] => [name, []]))
  for (const [name, all] of goals) for (const goal of new Set(all)) sources.get(goal)?.push(name)
  const knots = knotsOf(goals)
  const knot = new Map(
    knots.flatMap((names, number) => names.map((name): [string, number] => [name, number])),
  )
  const reach = { goals, sources, knot, knots }
  known.set(flow, reach)
  return reach
}

/** Every step that can come after `from`, itself included. */
export function after(flow: FlowView, from: string | undefined): Set<string> {
  const { goals } = reachOf(flow)
  const found = new Set<string>()
  const open = from === undefined ? [] : [from]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (found.has(step)) continue
    found.add(step)
    open.push(...(goals.get(step) ?? []))
  }
  return found
}

/** Can a step come before another, or is it that one? Looked for backwards, no farther than it can stand. */
export function leadsTo(flow: FlowView, from: string, to: string): boolean {
  const { sources, knot } = reachOf(flow)
  const farthest = knot.get(from) ?? -1
  const seen = new Set<string>()
  const open = [to]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (step === from) return true
    if (seen.has(step) || (knot.get(step) ?? Infinity) > farthest) continue
    seen.add(step)
    open.push(...(sources.get(step) ?? []))
  }
  return false
}

/** Steps each of which leads to every other, and those that lead to themselves. */
export function roundsOf(flow: FlowView): Set<string>[] {
  const { goals, knots } = reachOf(flow)
  const order = [...goals.keys()]
  const rounds = knots.filter(
    (names) => names.length > 1 || goals.get(names[0] ?? '')?.includes(names[0] ?? ''),
  )
  const place = (round: Set<string>) => order.indexOf([...round][0] as string)
  return rounds
    .map((names) => new Set(order.length > 0 ? order.filter((name) => names.includes(name)) : names))
    .sort((a, b) => place(a) - place(b))
}
